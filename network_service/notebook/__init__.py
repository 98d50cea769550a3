"""For notebooks and scripts: open a store, look at a province's network, take its figures away as tables.

>>> from network_service.notebook import open_sample
>>> with open_sample("TH-97", language="en") as store:
...     network = store.network()
...     len(network.actors), round(network.measures.density.value, 3)
(40, 0.237)
"""

from network_service.notebook.network import ProvinceNetwork
from network_service.notebook.opening import OpenStore, open_sample, open_store
from network_service.notebook.table import Table

__all__ = ["OpenStore", "ProvinceNetwork", "Table", "open_sample", "open_store"]
