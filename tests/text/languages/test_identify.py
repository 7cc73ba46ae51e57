"""The language of a text by script, letters and function words."""

import pytest

from sverka.text.analysis import Text
from sverka.text.languages import identify, prose, tells_apart


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The patients were treated with the drug for two weeks.", "en"),
        ("Les patients ont été traités avec le médicament.", "fr"),
        ("Der Patient wurde mit dem Medikament behandelt.", "de"),
        ("Los pacientes fueron tratados con el fármaco durante dos semanas.", "es"),
        ("Пациенты были выписаны после того, как это было разрешено.", "ru"),
        ("Пацієнти були виписані після того, як це було дозволено.", "uk"),
        ("患者は薬で治療されました。", "ja"),
        ("患者接受了药物治疗。", "zh"),
        ("وقد تم علاج المرضى في المستشفى على مدى أسبوعين", "ar"),
    ],
)
def test_sentences(text: str, language: str) -> None:
    assert identify(Text(text, "en")).language == language


@pytest.mark.parametrize("text", ["", "CAR-T", "`for x in the_list`", "1234", "https://the.of/and"])
def test_nothing_to_go_by(text: str) -> None:
    assert identify(Text(text, "en")).language is None


def test_prose_leaves_out_code_and_addresses() -> None:
    found = prose(Text("Run `git the of` with --force on the_file at https://a.b/the now", "en"))
    assert found.words == ("Run", "with", "on", "at", "now")
    assert found.codelike == 2


def test_close_relatives() -> None:
    assert tells_apart("ru", "uk") and tells_apart("zh", "ja") and not tells_apart("cs", "sk")
