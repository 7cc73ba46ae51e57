"""What a text says is not so."""

import tomllib
from importlib import resources

import pytest
import regex

from sverka.text.analysis import Text
from sverka.text.negation import denial
from sverka.text.negation.senses import denied, has_senses, may_be_denied, senses


@pytest.mark.parametrize(
    ("text", "locale", "sense"),
    [
        ("Insurance does not cover it.", "en", "cover"),
        ("Age should not be a reason for it.", "en", "cause"),
        ("Препарат не применяли у детей.", "ru", "use"),
        ("Таблетки не принимают натощак.", "ru", "admit eat"),
        ("Die Versicherung deckt die Suche nicht ab.", "de", "cover"),
        ("Ліки не допомагають усім.", "uk", "help"),
        ("Cela n'aide pas.", "fr", ""),
        ("He has not been to Rome.", "en", ""),
        ("Он не мог.", "ru", ""),
    ],
)
def test_denied(text: str, locale: str, sense: str) -> None:
    value = Text(text, locale)
    assert denied(value, denial(value).strong[0]) == set(sense.split())


def test_may_be_denied_looks_at_the_clause() -> None:
    text = Text("Жалоб у неё не было, врач помог.", "ru")
    assert may_be_denied(text, denial(text).strong[0]) == {"disappoint"}


def test_unknown_language() -> None:
    assert not has_senses("ja")
    assert senses(Text("死んだ", "ja")) == ()


def test_table() -> None:
    data = tomllib.loads(
        (resources.files("sverka.text.negation") / "senses.toml").read_text("utf-8")
    )
    names = [name for kind in data.values() for name in kind]
    assert len(names) == len(set(names))
    for kind in data.values():
        for row in kind.values():
            assert row.keys() == {"en", "de", "ru", "uk", "fr", "es"}
            for words in row.values():
                for word in words.split():
                    regex.compile(word)
