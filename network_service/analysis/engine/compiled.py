"""Functions compiled for this machine by numba, where that is installed; kept on disk, as compiling takes seconds."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

NAME = "numba"
VERSION: str = numba.__version__

Compiled = TypeVar("Compiled", bound=Callable[..., Any])


def compiled(function: Compiled) -> Compiled:
    """Compiled when it is first called on this machine; numba's own decorator says nothing of types."""
    try:
        return cast(Compiled, numba.njit(cache=True)(function))
    except RuntimeError:  # nowhere to keep it, as in a container that cannot write
        return cast(Compiled, numba.njit(function))
