"""Living with old findings: baseline, dismissals, fingerprints, only what changed."""

import json
import random
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.catalogue import Catalogue, load
from sverka.review import Report
from sverka.review.api import check
from sverka.review.dismissing import add_ignores
from tests.cli.test_check import run
from tests.helpers import HEADER, po, write

RULES = ["number-mismatch", "doubled-word", "unused-dismissal"]
CONFIG = 'pivot = "en"\nselect = ["number-mismatch", "doubled-word", "unused-dismissal"]\n'
DE = "locales/de/LC_MESSAGES/a.po"
FR = "locales/fr/LC_MESSAGES/a.po"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    files = {
        "sverka.toml": CONFIG,
        DE: po("de", ("14 apples", "15 Äpfel"), ("16 pears", "17 Birnen"), ("18 plums", "18")),
        FR: po("fr", ("14 apples", "15 pommes"), ("16 pears", "16 poires")),
    }
    return write(tmp_path, files)


def found(report: Report) -> list[tuple[str, str, str]]:
    return [(finding.rule, finding.locale, finding.msgid) for finding in report.findings]


def edit(path: str, old: str, new: str) -> None:
    text = Path(path).read_text("utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")


NUMBERS = [
    ("number-mismatch", "de", "14 apples"),
    ("number-mismatch", "de", "16 pears"),
    ("number-mismatch", "fr", "14 apples"),
]


def test_a_baseline_hides_what_was_there(folder: Path) -> None:
    assert found(check()) == NUMBERS
    assert found(check(baseline="b.json", write_baseline=True)) == []
    edit(FR, "16 poires", "17 poires")
    assert found(check(baseline="b.json")) == [("number-mismatch", "fr", "16 pears")]
    assert len(check().findings) == 4


def test_writing_a_baseline_only_removes_unless_told(folder: Path) -> None:
    check(baseline="b.json", write_baseline=True)
    edit(FR, "16 poires", "17 poires")
    edit(DE, "15 Äpfel", "14 Äpfel")
    new = [("number-mismatch", "fr", "16 pears")]
    assert found(check(baseline="b.json", write_baseline=True)) == new
    edit(DE, "14 Äpfel", "15 Äpfel")
    assert found(check(baseline="b.json")) == [("number-mismatch", "de", "14 apples"), *new]
    assert found(check(baseline="b.json", write_baseline=True, accept_new=True)) == []


@pytest.mark.parametrize(
    ("arguments", "options"),
    [((DE,), {}), ((), {"select": ["doubled-word"]})],
)
def test_what_was_not_looked_at_stays_in_the_baseline(
    folder: Path, arguments: Sequence[str], options: dict[str, list[str]]
) -> None:
    check(baseline="b.json", write_baseline=True)
    edit(FR, "15 pommes", "14 pommes")
    check(arguments, baseline="b.json", write_baseline=True, select=options.get("select", ()))
    assert len(json.loads(Path("b.json").read_text("utf-8"))["findings"]) == 3
    check(baseline="b.json", write_baseline=True)
    assert len(json.loads(Path("b.json").read_text("utf-8"))["findings"]) == 2


def test_the_default_baseline_is_used_when_it_exists(folder: Path) -> None:
    assert run(folder, "check").returncode == 1
    assert run(folder, "check", "--write-baseline").returncode == 0
    assert (folder / "sverka-baseline.json").is_file()
    assert run(folder, "check").returncode == 0


def test_a_missing_or_broken_baseline_is_told(folder: Path) -> None:
    result = run(folder, "check", "--baseline", "gone.json")
    assert result.returncode == 2
    assert "gone.json:1: no such baseline; make it with --write-baseline" in result.stderr
    Path("b.json").write_text('{"version": 1', encoding="utf-8")
    result = run(folder, "check", "--baseline", "b.json")
    assert result.returncode == 2
    assert "b.json:1: no baseline" in result.stderr
    assert "Traceback" not in result.stderr
    assert run(folder, "check", "--accept-new").returncode == 2


def comment(path: str, msgid: str, text: str) -> None:
    edit(path, f'msgid "{msgid}"', f'# {text}\nmsgid "{msgid}"')


def test_a_dismissal_by_hand_counts_until_it_is_unused(folder: Path) -> None:
    comment(DE, "14 apples", "sverka: ignore[number-mismatch] The price was raised.")
    assert found(check()) == NUMBERS[1:]
    edit(DE, "15 Äpfel", "16 Äpfel")
    assert found(check()) == NUMBERS[1:]
    edit(DE, "16 Äpfel", "14 Äpfel")
    (unused, *rest) = check().findings
    assert (unused.rule, unused.msgid, unused.severity) == (RULES[2], "14 apples", "warning")
    assert "finds nothing here any more" in unused.message
    assert len(rest) == 2


@pytest.mark.parametrize(
    ("old", "new"), [("15 Äpfel", "15 rote Äpfel"), ("14 apples", "14 red apples")]
)
def test_a_dismissal_with_a_hash_expires_with_the_words(folder: Path, old: str, new: str) -> None:
    assert run(folder, "check", "--add-ignore", "The price was raised.").returncode == 0
    assert re.search(
        r"# sverka: ignore\[number-mismatch@[0-9a-f]{4}\] The price was raised.\n",
        Path(DE).read_text("utf-8"),
    )
    edit(DE, old, new)
    findings = check().findings
    assert {finding.rule for finding in findings} == {"number-mismatch", "unused-dismissal"}
    assert "the words have changed" in findings[0].message + findings[1].message
    assert run(folder, "check", "--add-ignore", "Again.").returncode == 0
    assert Path(DE).read_text("utf-8").count("sverka: ignore") == 2


def test_fuzzy_entries_keep_their_dismissals(folder: Path) -> None:
    comment(DE, "14 apples", "sverka: ignore[number-mismatch] Right.\n#, fuzzy")
    assert found(check()) == NUMBERS[1:]


def test_a_row_dismisses_in_all_locales(folder: Path) -> None:
    row = '[[dismissal]]\nrule = "number-mismatch"\nmsgid = "14 apples"\nreason = "Raised."\n'
    write(folder, {"i18n/dismissals.toml": row})
    assert found(check()) == [NUMBERS[1]]
    write(folder, {"i18n/dismissals.toml": row + 'locales = "fr"\n'})
    assert found(check()) == NUMBERS[:2]
    write(folder, {"i18n/dismissals.toml": "\n" + row.replace("14", "99")})
    (unused,) = [finding for finding in check().findings if finding.rule == "unused-dismissal"]
    assert (unused.file, unused.line) == ("i18n/dismissals.toml", 2)
    assert found(check([DE])) == NUMBERS[:2]
    write(folder, {"i18n/dismissals.toml": row + 'hash = ["0000"]\n'})
    assert "the words have changed" in check().findings[-1].message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[dismissal]]\nrule = 1\n", ":1: "),
        ('\n[[dismissal]]\nrule = "x"\nreason = "y"\n', ":2: say at least which form"),
        ('[[dismissal]]\nrule = "x"\nreason = " "\n', ":1: no reason"),
        ('[[dismissal]]\nrule = "x"\nreason = "y"\nfrom = "z"\n', "from"),
        ("dismissal = 1\n", "write [[dismissal]] tables"),
        ("x = \n", "not TOML"),
    ],
)
def test_a_bad_row_is_told(folder: Path, text: str, message: str) -> None:
    write(folder, {"i18n/dismissals.toml": text})
    result = run(folder, "check")
    assert result.returncode == 2
    assert "dismissals.toml" in result.stderr
    assert message in result.stderr


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_any_reason_can_be_given(tmp_path_factory: pytest.TempPathFactory, reason: str) -> None:
    root = tmp_path_factory.mktemp("reason")
    write(root, {"sverka.toml": CONFIG + 'articles = ["*.txt"]\n', "a.txt": "The the end.\n"})
    report = check((), root / "sverka.toml")
    assert len(report.findings) == 1
    assert add_ignores(report.findings, reason, root) == 1
    assert not check((), root / "sverka.toml").findings


def test_a_reason_is_wanted(folder: Path) -> None:
    assert run(folder, "check", "--add-ignore", " ").returncode == 2


def fingerprints(report: Report) -> list[tuple[str, str | None]]:
    return sorted((finding.fingerprint, finding.text) for finding in report.findings)


@given(st.randoms(use_true_random=False), st.integers(20, 200), st.integers(0, 5))
def test_moving_wrapping_and_sorting_keep_fingerprints(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random, width: int, blank: int
) -> None:
    folder = tmp_path_factory.mktemp("moves")
    pairs = [(f"{n} apples and {n} pears", f"{n + 1} {n + 1} Äpfel {'und ' * n}") for n in range(6)]
    path = folder / "locales/de/LC_MESSAGES/a.po"
    write(folder, {"sverka.toml": CONFIG, str(path): po("de", *pairs)})
    before = check((), folder / "sverka.toml")
    assert len(before.findings) > 6
    entries = list(load(path).entries)
    chance.shuffle(entries)
    text = HEADER.format(locale="de") + "\n" * blank
    text += Catalogue.from_entries(entries).to_bytes().decode("utf-8")
    path.write_text(rewrapped(text, width), encoding="utf-8")
    after = check((), folder / "sverka.toml")
    assert fingerprints(before) == fingerprints(after)


def rewrapped(text: str, width: int) -> str:
    def wrap(found: re.Match[str]) -> str:
        body = found[2]
        parts = [body[i : i + width] for i in range(0, len(body), width)]
        return f"{found[1]} " + "\n".join(f'"{part}"' for part in ["", *parts])

    return re.sub(r'^(msgstr|msgid) "([^"\\]+)"$', wrap, text, flags=re.MULTILINE)


def git(folder: Path, *arguments: str) -> None:
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(folder: Path) -> Path:
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "One")
    return folder


def test_only_what_changed_is_reported(repository: Path) -> None:
    assert found(check(changed_since="main")) == []
    edit(FR, "16 poires", "17 poires")
    assert {locale for _, locale, _ in found(check(changed_since="main"))} == {"fr"}
    git(repository, "switch", "-q", "-c", "branch")
    git(repository, "commit", "-q", "-a", "-m", "Two")
    assert {locale for _, locale, _ in found(check(changed_since="main"))} == {"fr"}
    git(repository, "switch", "-q", "main")
    edit(DE, "17 Birnen", "19 Birnen")
    git(repository, "commit", "-q", "-a", "-m", "Three")
    git(repository, "switch", "-q", "branch")
    assert {locale for _, locale, _ in found(check(changed_since="main"))} == {"fr"}


def test_a_new_catalogue_has_changed(repository: Path) -> None:
    write(repository, {"locales/it/LC_MESSAGES/a.po": po("it", ("14 apples", "15 mele"))})
    assert {locale for _, locale, _ in found(check(changed_since="HEAD"))} == {"it"}


@pytest.mark.parametrize("name", ["seeds/a.txt", "i18n/glossary.csv", "sverka.toml"])
def test_what_all_depend_on_touches_all(repository: Path, name: str) -> None:
    config = 'articles = ["seeds/*.txt"]\nglossary = ["i18n/glossary.csv"]\n'
    write(
        repository,
        {
            "sverka.toml": config + CONFIG,
            "seeds/a.txt": "14 apples\n\n16 pears\n",
            "i18n/glossary.csv": "en,de\n",
        },
    )
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "Two")
    assert found(check(changed_since="HEAD")) == []
    with (repository / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert len(check(changed_since="HEAD").findings) == 3


@pytest.mark.parametrize("revision", ["no-such-branch", "--help", ""])
def test_an_unknown_revision_is_told(repository: Path, revision: str) -> None:
    result = run(repository, "check", f"--changed-since={revision}")
    assert result.returncode == 2
    assert "git knows no revision" in result.stderr


def test_no_repository_is_told(folder: Path) -> None:
    result = run(folder, "check", "--changed-since", "main")
    assert result.returncode == 2
    assert "--changed-since needs a git repository" in result.stderr
