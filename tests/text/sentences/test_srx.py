"""Segmentation by an SRX 2.0 file."""

from pathlib import Path

import pytest

from sverka.text.sentences import splitter
from sverka.text.sentences.srx import read_srx

SRX = """<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
  <header segmentsubflows="yes" cascade="{cascade}"/>
  <body>
    <languagerules>
      <languagerule languagerulename="English">
        <rule break="no">
          <beforebreak>\\b(?:Dr|etc)\\.</beforebreak><afterbreak>\\s</afterbreak>
        </rule>
        <rule break="no">
          <beforebreak>\\QNo.\\E</beforebreak><afterbreak>\\s+\\d</afterbreak>
        </rule>
      </languagerule>
      <languagerule languagerulename="Default">
        <rule break="yes"><beforebreak>{before}</beforebreak><afterbreak>\\s</afterbreak></rule>
        <rule><beforebreak>\\x{{3002}}</beforebreak></rule>
      </languagerule>
    </languagerules>
    <maprules>
      <languagemap languagepattern="(EN|en).*" languagerulename="English"/>
      <languagemap languagepattern=".*" languagerulename="Default"/>
    </maprules>
  </body>
</srx>
"""
LINE = SRX[: SRX.index("{before}")].count("\n") + 1


def write(folder: Path, before: str = r"[.?!]+", cascade: str = "yes", text: str = SRX) -> Path:
    path = folder / "rules.srx"
    path.write_text(text.format(before=before, cascade=cascade), "utf-8")
    return path


def sentences(text: str, locale: str, path: Path) -> list[str]:
    return [text[start:end] for start, end in splitter(locale, srx=read_srx(path))(text)]


def test_rules_cascade(tmp_path: Path) -> None:
    path = write(tmp_path)
    text = " Ask Dr. Smith, No. 5. Go!\n\nHeading。Next"
    assert sentences(text, "en-GB", path) == ["Ask Dr. Smith, No. 5.", "Go!", "Heading。", "Next"]
    assert sentences(text, "de", path)[0] == "Ask Dr."


def test_without_cascade_the_first_map_alone_counts(tmp_path: Path) -> None:
    path = write(tmp_path, cascade="no")
    assert sentences("One. Two.", "en", path) == ["One. Two."]
    assert sentences("One. Two.", "fr", path) == ["One.", "Two."]


def test_a_language_without_rules_keeps_those_of_sverka(tmp_path: Path) -> None:
    path = write(tmp_path, text=SRX.replace('".*"', '"xx"'), cascade="no")
    assert sentences("Dr. Who. Was?", "fr", path) == ["Dr. Who.", "Was?"]


def test_a_hostile_expression_does_not_hang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sverka.text.sentences.srx.SECONDS", 0.1)
    split = splitter("en", srx=read_srx(write(tmp_path, before="x(?:a|aa)+c")))
    with pytest.raises(ValueError, match=r"rules\.srx: the rules of en take too long"):
        split("b" + "a" * 500 + "c ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SRX.replace("<srx", '<!DOCTYPE srx [<!ENTITY a "b">]><srx'), "document type"),
        (SRX.replace("</srx>", ""), r"rules\.srx:\d+: not well-formed"),
        (SRX.replace("{before}", "("), rf"rules\.srx:{LINE}: not a regular expression"),
        (SRX.replace('"Default"/>', '"Other"/>'), "names 'Other', which is not defined"),
    ],
)
def test_errors_name_the_file_and_the_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_srx(write(tmp_path, text=text))


@pytest.mark.parametrize(
    "before", ["(?R)", "(a(?1)?)+", "a{999999999}", "((a{200}){200}){200}", "(?:ab){9999999,}"]
)
def test_what_takes_all_memory_is_refused(tmp_path: Path, before: str) -> None:
    path = write(tmp_path, before)
    with pytest.raises(ValueError, match=f":{LINE}: (?:recursion is not|counts too large)"):
        read_srx(path)


def test_ordinary_counts_and_flags_are_allowed(tmp_path: Path) -> None:
    before = r"(?-i)(?:\b\d{4}|[A-Z]{1,3}|x{2,})[.?!]{1,3}"
    path = write(tmp_path, before)
    assert sentences("He came in 1999. So did I", "en", path) == ["He came in 1999.", "So did I"]


def test_a_hostile_language_pattern_does_not_hang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sverka.text.sentences.srx.SECONDS", 0.05)
    path = write(tmp_path, text=SRX.replace("(EN|en).*", "x-(a|aa)+b"))
    with pytest.raises(ValueError, match="languagepattern takes too long"):
        sentences("One. Two.", "x-" + "a" * 60, path)
