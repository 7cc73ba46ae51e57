from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.project import ConfigError, load_config, open_project, read_glossary, read_register


def write(folder: Path, text: str, name: str = "sverka.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('pivot = "en"\ntarget = ["de"]\n', 2, "unknown key 'target'; did you mean 'targets'?"),
        ('pivot = "english language"\n', 1, "pivot: 'english language' is no locale"),
        ('\n\ncatalogs = "po/de.po"\n', 3, "must be a path with {locale} and {article}"),
        ('pivot = "en"\nsource = \n', 2, "not TOML"),
        ('pivot = "en"\nnames = 3\n', 2, "Expected `str | null`, got `int`"),
        ("threshold = 200\n", 1, "Expected `int` <= 100"),
        ('pivot = "en"\ngate = "awful"\n', 2, "gate: 'awful'; write severity and certainty"),
        ('pivot = "en"\noutput = "../pages"\n', 2, "output: '../pages'; name a folder inside"),
        ('output = "/srv/pages"\n', 1, "output: '/srv/pages'; name a folder inside"),
        ('url = "example.org"\n', 1, "url: 'example.org'; write an address"),
        ('unit = "word"\n', 1, 'unit is "sentence" or "block"'),
    ],
)
def test_a_wrong_configuration_names_file_line_and_remedy(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert message in str(caught.value)


def test_the_nearest_configuration_upwards_wins(tmp_path: Path) -> None:
    write(tmp_path, 'pivot = "fr"')
    write(tmp_path / "a", '[tool.sverka]\npivot = "de"\n', "pyproject.toml")
    write(tmp_path / "a/b", '[project]\nname = "x"\n', "pyproject.toml")
    assert open_project(tmp_path / "a/b").pivot == "de"
    assert open_project(tmp_path).pivot == "fr"


def test_catalogues_are_found_and_named(tmp_path: Path) -> None:
    write(tmp_path, 'articles = ["seeds/**/*.txt"]\ncatalogs = "po/{locale}/{article}.po"')
    write(tmp_path, "x", "seeds/a.txt")
    write(tmp_path, "x", "seeds/deep/b.txt")
    write(tmp_path, "x", "seeds/two\nlines.txt")
    for name in ("po/de/a.po", "po/zh_Hans/deep/b.po", "po/not-a-locale!/a.po", "po/de.po"):
        write(tmp_path, "", name)
    write(tmp_path, "", "po/de/two\nlines.po")
    project = open_project(tmp_path)
    assert list(project.articles) == ["a", "deep/b", "two\nlines"]
    found = [(locale, article) for _, locale, article in project.catalogues()]
    assert found == [("de", "a"), ("de", "two\nlines"), ("zh_Hans", "deep/b")]


def test_two_articles_of_one_name_are_an_error(tmp_path: Path) -> None:
    write(tmp_path, 'articles = ["seeds/*.txt", "more/*.txt"]')
    write(tmp_path, "x", "seeds/a.txt")
    write(tmp_path, "x", "more/a.txt")
    with pytest.raises(ConfigError, match="two articles are named 'a'"):
        open_project(tmp_path).articles  # noqa: B018


def test_a_glob_without_matches_is_told(tmp_path: Path) -> None:
    write(tmp_path, 'pivot = "en"\narticles = ["seeds/gone.txt", "seeds/*.txt"]')
    write(tmp_path, "x", "seeds/a.txt")
    project = open_project(tmp_path)
    assert list(project.articles) == ["a"]
    (error,) = project.missing
    assert error.line == 2
    assert "nothing matches 'seeds/gone.txt'" in error.message


def test_glossary_columns_fall_back(tmp_path: Path) -> None:
    path = write(tmp_path, "en,pt,zh_Hans,case\nIT,TI,信息技术|資訊,yes\n", "glossary.csv")
    (term,) = read_glossary([path]).terms
    assert term.case
    assert term.forms("pt_BR") == ("TI",)
    assert term.forms("zh-CN") == ("信息技术", "資訊")
    assert term.forms("de") == ()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "no header"),
        ("kind,en,german?\n", 1, "column 'german?' is neither a locale"),
        ("kind,en,EN\n", 1, "two columns have one name"),
        ("kind,en\nperson,A\nplanet,B\n", 3, "kind is 'planet'"),
        ("kind,en\n,A\n", 2, "no kind"),
        ("kind,en\nperson,A,B\n", 2, "quote cells that hold a comma"),
        ('kind,en\nperson,"A\n', 2, "not CSV"),
    ],
)
def test_a_wrong_register_names_file_line_and_remedy(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    path = write(tmp_path, text, "names.csv")
    with pytest.raises(ConfigError) as caught:
        read_register(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert message in str(caught.value)


@given(st.binary(max_size=200))
def test_no_bytes_make_the_tables_crash(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    path = tmp_path_factory.mktemp("t") / "names.csv"
    path.write_bytes(raw)
    try:
        read_register(path)
    except ConfigError as error:
        assert error.line >= 1
