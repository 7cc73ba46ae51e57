"""Links between articles, and files that articles show."""

from dataclasses import replace
from pathlib import Path

import pytest

from sverka.build import Settings, build

from .conftest import Make
from .test_incremental import names
from .test_pages import Tree

TEXT = """# A

![P](img/p.png "t") [other](sub/b.md?x=1#y) [data](d%20e.csv)

<img src="img/q.png">
"""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    seeds = tmp_path / "seeds"
    (seeds / "img").mkdir(parents=True)
    (seeds / "img" / "p.png").write_bytes(b"P")
    (seeds / "d e.csv").write_bytes(b"1,2\n")
    return tmp_path / "out"


def sources(out: Path, page: str = "de/a.html") -> list[str | None]:
    return [each.get("src") for each in Tree((out / page).read_text("utf-8")).of("img")]


def test_files_stand_beside_the_pages_and_links_lead_to_them(make: Make, out: Path) -> None:
    orders = [make(TEXT, suffix=".md", de={}), make("# B\n", name="sub/b", suffix=".md", de={})]
    built = build(orders, Settings(out, root=out.parent))
    assert {"files/seeds/img/p.png", "files/seeds/d e.csv"} <= names(built.written, out)
    assert sources(out) == ["../files/seeds/img/p.png", "img/q.png"]
    tree = Tree((out / "de" / "a.html").read_text("utf-8"))
    assert [each["href"] for each in tree.of("a")][-2:] == [
        "sub/b.html?x=1#y",
        "../files/seeds/d%20e.csv",
    ]
    assert build(orders, Settings(out, root=out.parent)).written == ()


def test_a_file_that_changes_or_appears_is_taken_over(make: Make, out: Path) -> None:
    order, settings = make(TEXT, suffix=".md", de={}), Settings(out, root=out.parent)
    build([order], settings)
    (out.parent / "seeds/img/p.png").write_bytes(b"PP")
    assert names(build([order], settings).written, out) == {"files/seeds/img/p.png"}
    (out.parent / "seeds/img/q.png").write_bytes(b"Q")
    assert names(build([order], settings).written, out) == {
        "files/seeds/img/q.png",
        "de/a.html",
        "en/a.html",
    }
    assert sources(out)[1] == "../files/seeds/img/q.png"


@pytest.mark.parametrize("path", ["../secret.txt", "/etc/passwd", ".env", "%2e%2e/secret.txt"])
def test_what_is_not_of_the_project_is_not_taken(path: str, make: Make, tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / "seeds").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret")
    (root / "seeds" / ".env").write_text("secret")
    (root / "seeds" / "way").symlink_to(tmp_path)
    order = make(f"# A\n\n[x]({path}) [y](../{path}) [z](way/secret.txt)\n", suffix=".md", de={})
    order = order._replace(article=order.article.rename(root / "seeds" / "a.md"))
    build([order], Settings(tmp_path / "out", root=root))
    assert not (tmp_path / "out" / "files").exists()


def addresses(out: Path, page: str) -> list[str | None]:
    return [each.get("href") for each in Tree((out / page).read_text("utf-8")).of("a")]


@pytest.mark.parametrize("threshold", [0, 60])
def test_a_link_leads_to_no_page_that_is_withheld(
    threshold: int, make: Make, tmp_path: Path
) -> None:
    done = {"B": "B!", "One fish.": "Ein Fisch."}
    other = make(
        "# B\n\nOne fish.\n", name="b", suffix=".md", de={} if threshold else done, uk=done
    )
    if not threshold:
        other.catalogues.pop("de")  # type: ignore[attr-defined]
    first = make("# A\n\nSee [b](b.md#x).\n", suffix=".md", de={"See [b](b.md#x).": "[B](b.md#x)."})
    settings = Settings(tmp_path / "out", threshold=threshold)
    build([first, other], settings)
    assert not (settings.output / "de" / "b.html").exists()
    assert addresses(settings.output, "de/a.html")[-1] == "../en/b.html#x"
    assert addresses(settings.output, "en/a.html")[-1] == "b.html#x"
    assert build([first, other], settings).written == ()

    nearer = replace(settings, fallback={"de": ("uk",)})
    build([first, other], nearer)
    assert addresses(settings.output, "de/a.html")[-1] == "../uk/b.html#x"

    again = make("# B\n\nOne fish.\n", name="b", suffix=".md", de=done, uk=done)
    assert "de/a.html" in names(build([first, again], nearer).written, settings.output)
    assert addresses(settings.output, "de/a.html")[-1] == "b.html#x"
