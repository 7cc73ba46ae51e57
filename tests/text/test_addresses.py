"""Web and e-mail addresses."""

import pytest

from sverka.text.addresses import counterpart, emails, urls
from sverka.text.analysis import Text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://a.org/b_(c)), then", ["https://a.org/b_(c)"]),
        ("at www.example.org.", ["www.example.org"]),
        ("详情见https://a.org/trial。", ["https://a.org/trial"]),
        ("[label](https://a.org/x)", []),
        ('<a href="https://a.org/x">label</a>', []),
        ("nothing: here", []),
    ],
)
def test_urls(text: str, found: list[str]) -> None:
    addresses = urls(Text(text, "en"))
    assert [address.text for address in addresses] == found
    assert all(text[slice(*address.span)] == address.text for address in addresses)


def test_emails() -> None:
    text = "Write to a.b@c-d.org or x@y."
    assert [address.text for address in emails(Text(text, "en"))] == ["a.b@c-d.org"]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("https://a.org/en/x", "https://a.org/de/x", True),
        ("https://en.wikipedia.org/wiki/X", "https://de.wikipedia.org/wiki/X", True),
        ("http://www.a.org/", "https://a.org", True),
        ("https://a.org/x", "https://a.org/y", False),
        ("https://a.org/7", "https://a.org/1", False),
    ],
)
def test_counterpart(a: str, b: str, same: bool) -> None:
    assert counterpart(a, b, "de") is same
