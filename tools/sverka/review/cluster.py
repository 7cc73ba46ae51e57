"""A cluster as an executor: `dask://HOST:PORT`."""

import re
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import import_module

_RETRIES = 10
"""How often a task is begun again whose worker was lost."""


@contextmanager
def connect(address: str | None) -> Iterator[Executor | None]:
    """Give the executor of a Dask cluster; None for no address.

    Raises ValueError for an address that is none, or nobody answers, or without `sverka[dask]`.
    """
    if address is None:
        yield None
        return
    found = re.fullmatch(r"dask://([^/\s]+:\d+)", address)
    if not found:
        raise ValueError(f"--executor {address!r}: write dask://HOST:PORT")
    try:
        distributed = import_module("distributed")
    except ImportError:
        raise ValueError("dask is not installed; pip install 'sverka[dask]'") from None
    try:
        client = distributed.Client(f"tcp://{found[1]}", timeout=10, set_as_default=False)
    except (OSError, TimeoutError) as error:
        raise ValueError(f"{address} does not answer ({error}); is the scheduler up?") from None
    with client:
        yield client.get_executor(pure=False, retries=_RETRIES)
