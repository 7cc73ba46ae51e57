"""Markdown articles through Sverka, po4a, mdpo and translate-toolkit: documents per CPU second.

    python -m tests.benchmarks.build [--articles FOLDER] [--number 500] [--python PYTHON]

Every tool takes the same articles, makes catalogues in six locales, and builds the articles
again from complete ones (each message translated by itself, with msgen; not timed). CPU time is
that of the processes and their children. FOLDER holds Markdown files; without it, articles are
made of the stress file and the shipped article. PYTHON is an interpreter that has mdpo and
translate-toolkit.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from .corpus import collect, compose
from .fidelity import fidelity
from .tools import LOCALES, TOOLS, Spent, Tool, sverka_rebuild


def main() -> None:
    """Run the benchmark and print its tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.build")
    parser.add_argument("--articles", type=Path, help="folder with Markdown files")
    parser.add_argument("--number", type=int, default=500)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--tools", nargs="*", default=list(TOOLS), choices=list(TOOLS))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        articles = root / "articles"
        number = (
            collect(options.articles, articles, options.number)
            if options.articles
            else compose(articles, options.number)
        )
        size = sum(path.stat().st_size for path in articles.iterdir())
        print(f"{number} articles, {size / 1e6:.1f} MB, {len(LOCALES)} locales\n")
        print(f"{'':20}{'extract+update':>16}{'build':>10}{'documents/s':>14}{'identical':>12}")
        spent: dict[str, Spent] = {}
        for tool in options.tools:
            folder = root / tool
            folder.mkdir()
            try:
                _warm(TOOLS[tool], articles, root / f"{tool}-first", options.python)
                spent[tool] = TOOLS[tool](articles, folder, options.python)
            except (OSError, RuntimeError) as error:
                print(f"{tool:20}not measured: {error}")
                continue
            each = spent[tool]
            rate = number * len(LOCALES) / (each.catalogues + each.build)
            same = fidelity(articles, each.outputs)
            print(f"{tool:20}{each.catalogues:14.1f} s{each.build:8.1f} s{rate:14.1f}{same:>12}")
        if "sverka" in spent:
            full, again = sverka_rebuild(root / "sverka", options.python)
            print(f"\nsverka, full build {full.cpu:.2f} s CPU, {full.wall:.1f} s in all;")
            print(f"one article edited {again.cpu:.2f} s CPU, {again.wall:.1f} s in all:")
            cpu, wall = full.cpu / again.cpu, full.wall / again.wall
            print(f"{cpu:.0f} times less CPU, {wall:.0f} times faster")


def _warm(tool: Tool, articles: Path, folder: Path, python: str) -> None:
    """Run a tool on one article, so that its modules are compiled."""
    (folder / "one").mkdir(parents=True)
    (folder / "work").mkdir()
    shutil.copy(min(articles.iterdir()), folder / "one")
    tool(folder / "one", folder / "work", python)


if __name__ == "__main__":
    main()
