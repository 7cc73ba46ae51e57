"""Glossaries in TBX."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.project import ConfigError, Term, read_glossary
from sverka.project.tbx import read_tbx, write_tbx

NEW = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
<conceptEntry id="c1"><note>of a virus</note>
  <langSec xml:lang="en"><termSec><term>genome</term>
    <termNote type="partOfSpeech">noun</termNote></termSec></langSec>
  <langSec xml:lang="de-DE">
    <termSec><term>Genom</term></termSec>
    <termSec><term>Erbgut</term>
      <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
  </langSec>
</conceptEntry></body></text></tbx>"""

OLD = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="1"><langSet xml:lang="en"><tig><term>cell &amp; gene therapy</term></tig></langSet>
<langSet xml:lang="ru"><ntig><termGrp><term>клеточная и генная терапия</term></termGrp></ntig>
</langSet></termEntry></body></text></martif>"""

DCT = """<tbx type="TBX-Basic" style="dct" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<text><body><conceptEntry id="1"><langSec xml:lang="en"><termSec><term>isolate</term>
<min:partOfSpeech>verb</min:partOfSpeech>
<min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus>
</termSec></langSec></conceptEntry></body></text></tbx>"""


def terms(text: str, folder: Path) -> tuple[Term, ...]:
    path = folder / "g.tbx"
    path.write_text(text, encoding="utf-8")
    return read_glossary([path]).terms


def test_forms_status_note_and_line(tmp_path: Path) -> None:
    required, forbidden = terms(NEW, tmp_path)
    assert required.forms("en") == ("genome",)
    assert required.forms("de_DE") == ("Genom",)
    assert (required.pos, required.note, required.line) == ("noun", "of a virus", 5)
    assert forbidden.status == "forbidden"
    assert forbidden.forms("de_DE") == ("Erbgut",)
    assert forbidden.forms("en") == ("genome",)


def test_the_dialect_of_2008(tmp_path: Path) -> None:
    (term,) = terms(OLD, tmp_path)
    assert term.forms("en") == ("cell & gene therapy",)
    assert term.forms("ru") == ("клеточная и генная терапия",)


def test_categories_as_elements(tmp_path: Path) -> None:
    (term,) = terms(DCT, tmp_path)
    assert (term.pos, term.status) == ("verb", "preferred")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("<tbx>\n<text>", 2, "not XML"),
        ("<html/>", 1, "is this TBX"),
        (NEW.replace("de-DE", "Deutsch!"), 8, "no locale"),
    ],
)
def test_what_cannot_be_read(text: str, line: int, says: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=says) as caught:
        terms(text, tmp_path)
    assert caught.value.line == line


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    bomb = f"""<!DOCTYPE tbx [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>
<tbx><conceptEntry><langSec xml:lang="en"><termSec><term>a&x;</term></termSec></langSec>
</conceptEntry></tbx>"""
    assert "secret" not in str(terms(bomb, tmp_path))


FORMS = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=20
)


@given(pairs=st.lists(st.tuples(FORMS, FORMS), min_size=1, max_size=5))
def test_what_is_written_is_read(
    pairs: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    given_terms = [Term({"en": (a,), "pt_br": (b,)}) for a, b in pairs]
    path = tmp_path_factory.mktemp("tbx") / "g.tbx"
    path.write_text(write_tbx(given_terms, "en"), encoding="utf-8")
    read = [(t.forms("en")[0], t.forms("pt-BR")[0]) for t in read_tbx(path)]
    assert read == [(" ".join(a.split()), " ".join(b.split())) for a, b in pairs]
