"""The cache, parallel runs and judging again: none of them changes what is found."""

import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sverka.review import Fact, Report, Where
from sverka.review.api import check
from sverka.review.store import FOLDER, FolderStore
from tests.helpers import CONFIG, po, write

WORDS = ["A title", "SAR-T cells 14", "CAR-T cells 41", "Dr. Ivanov said so", ""]
TEXTS = ["", "Ein Titel", "SAR-T-Zellen 14", "CAR-T-Zеllen 41", "Dr. Iwanow sagte es"]
LOCALES = ["ru", "de", "fr", "pt_BR"]


def content(report: Report) -> Any:
    raw = msgspec.to_builtins(report)
    del raw["summary"]["seconds"]
    return raw


def catalogue(locale: str, choice: list[tuple[int, int]]) -> str:
    pairs = {f"{number} {WORDS[m]}": TEXTS[t] for number, (m, t) in enumerate(choice)}
    return po(locale, *pairs.items())


def project(folder: Path) -> Path:
    files = {
        f"locales/{locale}/LC_MESSAGES/{article}.po": catalogue(
            locale, [(number % 5, (number + shift) % 5) for number in range(12)]
        )
        for shift, locale in enumerate(LOCALES)
        for article in "ab"
    }
    articles = {f"seeds/{name}.txt": "\n\n".join(WORDS) for name in "ab"}
    return write(folder, {"sverka.toml": CONFIG, **articles, **files}) / "sverka.toml"


choices = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=6)
edits = st.lists(
    st.tuples(st.sampled_from(LOCALES), st.sampled_from("ab"), st.none() | choices),
    min_size=1,
    max_size=4,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(edits)
def test_a_warm_run_finds_what_a_cold_one_finds(
    tmp_path: Path, changes: list[tuple[str, str, list[tuple[int, int]] | None]]
) -> None:
    shutil.rmtree(tmp_path, ignore_errors=True)
    config = project(tmp_path)
    check((), config, cache=True)
    for locale, article, choice in changes:
        path = tmp_path / f"locales/{locale}/LC_MESSAGES/{article}.po"
        if choice is None:
            path.unlink(missing_ok=True)
        else:
            path.write_text(catalogue(locale, choice), encoding="utf-8")
        assert content(check((), config, cache=True)) == content(check((), config))


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return project(tmp_path)


def test_any_number_of_processes_finds_the_same(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sverka.review.mapping._LOCAL", 1000)
    monkeypatch.setattr("sverka.review.judging._WORTHWHILE", 0)
    monkeypatch.setattr("sverka.review.engine._SMALL", 0)
    alone = check((), config)
    assert alone.findings
    assert (
        content(alone) == content(check((), config, jobs=2)) == content(check((), config, jobs=3))
    )


def test_many_slices_find_what_one_finds(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = check((), config)
    monkeypatch.setattr("sverka.review.judging._SLICE", 100)
    assert content(check((), config)) == content(whole)


def blobs(folder: Path) -> list[Path]:
    return sorted((folder / FOLDER).glob("??/*"))


def test_a_damaged_cache_is_ignored(config: Path) -> None:
    before = check((), config, cache=True)
    damages: list[Any] = [
        lambda raw: b"",
        lambda raw: raw[:-1],
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw + b"x",
        lambda raw: raw[:20] + b"damaged" + raw[27:],
    ]
    for damage in damages:
        for path in blobs(config.parent):
            path.write_bytes(damage(path.read_bytes()))
        assert content(check((), config, cache=True)) == content(before)


@pytest.mark.parametrize("gone", range(3))
def test_a_cache_with_holes_is_mended(config: Path, gone: int) -> None:
    before = check((), config, cache=True)
    for path in blobs(config.parent)[gone::3]:
        path.unlink()
    target = config.parent / "locales/de/LC_MESSAGES/a.po"
    target.write_text(target.read_text("utf-8") + "\n", encoding="utf-8")
    assert content(check((), config, cache=True)) == content(before)


def test_the_second_run_examines_nothing(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = check((), config, cache=True)
    monkeypatch.setattr("sverka.review.mapping.examine", None)
    monkeypatch.setattr("sverka.review.engine.judge_all", None)
    assert content(check((), config, cache=True)) == content(before)


def test_one_changed_file_is_examined_alone(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sverka.review.mapping as mapping

    check((), config, cache=True)
    target = config.parent / "locales/de/LC_MESSAGES/a.po"
    target.write_text(catalogue("de", [(1, 1), (0, 0)]), encoding="utf-8")
    seen = []
    examine = mapping.examine

    def spy(job: Any, *rest: Any) -> Any:
        seen.append(job.path.name)
        return examine(job, *rest)

    monkeypatch.setattr(mapping, "examine", spy)
    monkeypatch.setattr("sverka.review.engine.judge_all", None)
    check((), config, cache=True)
    assert seen == ["a.po"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("locales/ru/LC_MESSAGES/a.po", po("ru", ("1 SAR-T cells 14", "CAR-T"))),
        ("seeds/a.txt", "Another title\n"),
        ("sverka.toml", 'pivot = "en"\narticles = ["seeds/*.txt"]\n'),
        ("i18n/glossary.csv", "en,de\ncell,Zelle\n"),
        ("i18n/names.csv", "kind,en,de\nperson,Ivanov,Iwanow\n"),
    ],
)
def test_whatever_a_result_depends_on_is_noticed(config: Path, name: str, text: str) -> None:
    tables = 'glossary = ["i18n/glossary.csv"]\nnames = "i18n/names.csv"\n'
    write(
        config.parent,
        {
            "sverka.toml": CONFIG + tables,
            "i18n/glossary.csv": "en,de\n",
            "i18n/names.csv": "kind,en,de\n",
        },
    )
    check((), config, cache=True)
    write(config.parent, {name: text})
    assert content(check((), config, cache=True)) == content(check((), config))


def test_the_cache_folder_keeps_itself_out_of_git(config: Path) -> None:
    check((), config, cache=True)
    assert "*" in (config.parent / FOLDER / ".gitignore").read_text("utf-8").splitlines()


def test_a_folder_that_cannot_be_written_is_no_obstacle(config: Path) -> None:
    (config.parent / FOLDER).write_text("a file, not a folder", encoding="utf-8")
    assert content(check((), config, cache=True)) == content(check((), config))


def test_the_cache_is_bounded(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    for number in range(10):
        store.put(f"{number:02}", bytes(1000))
        os.utime(tmp_path / f"{number:02}"[:2] / f"{number:02}", (number, number))
    store.prune(["00"], 3100)
    assert [name for name in map("{:02}".format, range(10)) if store.get(name)] == [
        "00",
        "07",
        "08",
        "09",
    ]


def test_a_forged_record_runs_nothing(tmp_path: Path) -> None:
    import pickle

    from sverka.review.record import Examined, Record, pack

    class Forged:
        def __reduce__(self) -> Any:
            return sqlite3.connect, (str(tmp_path / "made"),)

    where = Where("a.po", "de", "a", "target", 0, None, "x", "msgstr")
    fact = Fact(where, (0, 1), "x", Forged())
    raw = pack(Examined((), {"rule": [("key", fact)]}, (), 1))
    with pytest.raises(pickle.UnpicklingError, match="no place in the cache"):
        list(Record(raw).between(0, 1 << 64))
    assert not (tmp_path / "made").exists()
