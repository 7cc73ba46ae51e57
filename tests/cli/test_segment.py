"""`sverka segment`, and the project's own segmentation wherever articles are read."""

import json
from pathlib import Path

from tests.cli.test_check import run
from tests.helpers import CONFIG, po, write

TEXT = "He met Dr. A. B. Smith\nin Paris. They spoke."


def test_one_segment_a_line(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": TEXT})
    result = run(tmp_path, "segment", "a.txt", "--locale", "en")
    assert result.stdout == "He met Dr. A. B. Smith in Paris.\nThey spoke.\n"


def test_json_gives_spans(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": TEXT})
    found = json.loads(run(tmp_path, "segment", "a.txt", "--format", "json").stdout)
    assert [tuple(one["span"]) for one in found["segments"]] == [(0, 32), (33, 44)]
    assert all(TEXT[slice(*one["span"])] == one["text"] for one in found["segments"])


def test_a_file_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": TEXT})
    (tmp_path / "b.txt").write_bytes(b"one\n\xff")
    result = run(tmp_path, "segment", "b.txt", "gone.txt", "a.txt")
    assert result.returncode == 2
    assert "b.txt:2: not UTF-8" in result.stderr
    assert "gone.txt: " in result.stderr
    assert result.stdout.endswith("They spoke.\n")
    assert run(tmp_path, "segment", "a.txt", "--locale", "English").returncode == 2


def test_a_project_adds_abbreviations(tmp_path: Path) -> None:
    sentence = "Ask the dept. Smith knows."
    project = write(
        tmp_path,
        {
            "sverka.toml": CONFIG,
            "seeds/a.txt": sentence + "\n",
            "locales/ru/LC_MESSAGES/a.po": po("ru", (sentence, "Спроси кафедру, Смит знает.")),
        },
    )
    assert len(run(project, "segment", "seeds/a.txt").stdout.splitlines()) == 2
    write(project, {"i18n/segmentation.toml": '[en]\nbefore_name = ["dept"]\n'})
    assert run(project, "segment", "seeds/a.txt").stdout == sentence + "\n"
    assert run(project, "extract").returncode == 0
    assert f'msgid "{sentence}"' in (project / "i18n/a.pot").read_text("utf-8")
    stats = json.loads(run(project, "stats", "--format", "json").stdout)
    assert '"translated": 1' in json.dumps(stats)


def test_a_wrong_segmentation_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": TEXT, "sverka.toml": CONFIG})
    write(tmp_path, {"i18n/segmentation.toml": '[en]\nbefore_nmae = ["dept"]\n'})
    result = run(tmp_path, "segment", "a.txt")
    assert result.returncode == 2
    assert "segmentation.toml" in result.stderr
    assert "unknown key 'before_nmae'" in result.stderr
    assert "Traceback" not in result.stderr


def test_two_sentences_rendered_as_one_are_taken_together(tmp_path: Path) -> None:
    article = "There are 7 dogs. They bark at 9 cats.\n"
    catalogue = po("de", ("There are 7 dogs.", "7 Hunde bellen 9 Katzen an."))
    catalogue = catalogue.replace('msgid "There', '# sverka: joined\nmsgid "There')
    catalogue += '\nmsgid "They bark at 9 cats."\nmsgstr ""\n'
    files = {
        "sverka.toml": 'articles = ["seeds/*.txt"]\n',
        "seeds/a.txt": article,
        "locales/de/LC_MESSAGES/a.po": catalogue,
    }
    project = write(tmp_path, files)
    checked = run(project, "check", "--ignore", "file")
    assert checked.returncode == 0, checked.stdout
    stats = run(project, "stats").stdout
    assert "100" in stats
    assert run(project, "build").returncode == 0
    page = (project / "build/de/a.html").read_text("utf-8")
    assert "7 Hunde bellen 9 Katzen an." in page
    assert "They bark" not in page
    unmarked = catalogue.replace("# sverka: joined\n", "")
    write(project, {"locales/de/LC_MESSAGES/a.po": unmarked})
    assert run(project, "check", "--ignore", "file").returncode == 1
    assert run(project, "build").returncode == 0
    assert "They bark" in (project / "build/de/a.html").read_text("utf-8")
