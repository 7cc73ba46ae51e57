import re
import subprocess
import sys

import pytest

import sverka


def test_version_is_a_release() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", sverka.__version__)


@pytest.mark.parametrize("name", sverka.__all__)
def test_every_promised_name_is_there(name: str) -> None:
    assert getattr(sverka, name)


def test_what_is_not_promised_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        sverka.nonsense  # noqa: B018


def test_importing_it_loads_no_heavy_library() -> None:
    heavy = ["babel", "rich", "rapidfuzz", "polib", "jinja2", "regex", "lxml"]
    code = f"import sys, sverka, sverka.cli; print([n for n in {heavy} if n in sys.modules])"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout == "[]\n"
