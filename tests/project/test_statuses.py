"""What a glossary calls the status of a term."""

from pathlib import Path

import pytest

from sverka.project.config import ConfigError
from sverka.project.glossary import read_glossary


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("", "preferred"),
        ("preferred", "preferred"),
        ("approved", "preferred"),
        ("proposed", "admitted"),
        ("deprecated", "forbidden"),
    ],
)
def test_statuses(tmp_path: Path, written: str, status: str) -> None:
    path = tmp_path / "glossary.csv"
    path.write_text(f"en,de,status\nheart,Herz,{written}\n", encoding="utf-8")
    assert [term.status for term in read_glossary([path]).terms] == [status]


def test_another_status_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "glossary.csv"
    path.write_text("en,de,status\nheart,Herz,perhaps\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="perhaps"):
        read_glossary([path])
