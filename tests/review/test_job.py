"""What the path of a catalogue tells of its locale."""

from pathlib import Path

import pytest

from sverka.review.job import locale_and_article


@pytest.mark.parametrize(
    ("path", "locale", "article"),
    [
        ("po/de.po", "de", "po"),
        ("po/kab.po", "kab", "po"),
        ("sed/de.po", "de", "sed"),
        ("de/sed.po", "de", "sed"),
        ("fr/net-tools.po", "fr", "net-tools"),
        ("x/fr/LC_MESSAGES/sed.po", "fr", "sed"),
        ("app.de.po", "de", "app"),
        ("app-pt_BR.po", "pt_BR", "app"),
    ],
)
def test_a_path_tells_the_locale(path: str, locale: str, article: str) -> None:
    assert locale_and_article(Path(path)) == (locale, article)
