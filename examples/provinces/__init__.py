"""Three provinces made by rule, to compare with the sample province: one well knit, one large, one badly split.

All names say that they are invented: kinds of offices and groups with numbers, in districts called สมมุติ (assumed).
Nothing in them is told by hand; `shapes.py` holds what tells them apart.
"""

from examples.provinces.build import province_records
from examples.provinces.shapes import SHAPES, Shape

__all__ = ["SHAPES", "Shape", "province_records"]
