"""Each tool's way from articles to catalogues and back."""

import os
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

LOCALES = ("de", "fr", "es", "uk", "zh_CN", "ar")
ROOT = Path(__file__).parents[3]
COMPILED = str(Path(tempfile.gettempdir()) / "sverka-benchmark-compiled")
"""Every tool runs compiled, as an installed one does: the first, unmeasured run fills this."""


@dataclass(frozen=True, slots=True)
class Spent:
    """CPU seconds for making the catalogues and for building; where one locale's outputs are."""

    catalogues: float
    build: float
    outputs: Path


@dataclass(frozen=True, slots=True)
class Run:
    """CPU and wall seconds of a command."""

    cpu: float
    wall: float


def run(command: Sequence[str | Path], folder: Path) -> Run:
    """Run a command. Raises RuntimeError if it failed, OSError if it is absent."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tools"), "PYTHONPYCACHEPREFIX": COMPILED}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    after, end = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace").strip()[-300:])
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(cpu, end - start)


def complete(catalogues: Sequence[Path]) -> None:
    """Translate every message by itself, in all catalogues that gettext can read."""
    for path in catalogues:
        subprocess.run(["msgen", "-o", path, path], check=False, capture_output=True)


def sverka(articles: Path, folder: Path, python: str) -> Spent:
    """Measure `extract`, `update` and `build --format same`."""
    shutil.copytree(articles, folder / "seeds")
    targets = ", ".join(f'"{locale}"' for locale in LOCALES)
    (folder / "sverka.toml").write_text(f'articles = ["seeds/*.md"]\ntargets = [{targets}]\n')
    command = [shutil.which("python") or python, "-m", "sverka"]
    made = run([*command, "extract"], folder).cpu + run([*command, "update"], folder).cpu
    complete(list((folder / "locales").rglob("*.po")))
    built = run([*command, "build", "--format", "same"], folder).cpu
    return Spent(made, built, folder / "build" / "de")


def sverka_rebuild(folder: Path, python: str) -> tuple[Run, Run]:
    """Measure building the site anew, and again after one article was edited."""
    command = [shutil.which("python") or python, "-m", "sverka", "build", "--output", "site"]
    full = run(command, folder)
    article = min((folder / "seeds").iterdir())
    article.write_text(article.read_text("utf-8") + "\nOne sentence more.\n", "utf-8")
    return full, run(command, folder)


def po4a(articles: Path, folder: Path, _python: str) -> Spent:
    """Measure po4a with one configuration and one catalogue per article and locale."""
    lines = [
        f"[po4a_langs] {' '.join(LOCALES)}",
        "[po4a_paths] po/$master.pot $lang:po/$lang/$master.po",
    ]
    lines += [
        f'[type: text] {path} $lang:out/$lang/{path.name} opt:"-o markdown -o neverwrap -k 0" '
        f"master:file={path.stem}"
        for path in sorted(articles.iterdir())
    ]
    (folder / "po4a.cfg").write_text("\n".join(lines) + "\n")
    command = ["po4a", "--quiet", "--master-charset", "UTF-8", "po4a.cfg"]
    made = run([*command[:-1], "--no-translations", command[-1]], folder).cpu
    complete(list((folder / "po").rglob("*.po")))
    built = run([*command[:-1], "--no-update", "--force", command[-1]], folder).cpu
    return Spent(made, built, folder / "out" / "de")


_MDPO = """
import sys
from pathlib import Path
from mdpo.md2po import markdown_to_pofile
from mdpo.po2md import pofile_to_markdown
step, articles, folder, *locales = sys.argv[1:]
for locale in locales:
    (Path(folder) / locale).mkdir(exist_ok=True)
    for path in sorted(Path(articles).iterdir()):
        catalogue = str(Path(folder) / locale / f"{path.stem}.po")
        try:
            if step == "make":
                header = {"Content-Type": "text/plain; charset=UTF-8"}
                markdown_to_pofile(str(path), po_filepath=catalogue, save=True, metadata=header)
            else:
                target = str(Path(folder) / locale / path.name)
                pofile_to_markdown(str(path), catalogue, save=target, wrapwidth=float("inf"))
        except Exception as error:
            print(path, error, file=sys.stderr)
"""


def mdpo(articles: Path, folder: Path, python: str) -> Spent:
    """Measure mdpo's functions, all articles in one process."""
    _require(python, "mdpo", folder)
    made = run([python, "-c", _MDPO, "make", articles, folder, *LOCALES], folder).cpu
    complete(list(folder.rglob("*.po")))
    built = run([python, "-c", _MDPO, "build", articles, folder, *LOCALES], folder).cpu
    return Spent(made, built, folder / "de")


def translate_toolkit(articles: Path, folder: Path, python: str) -> Spent:
    """Measure md2po, pot2po and po2md on whole folders."""
    _require(python, "translate.convert.md2po", folder)
    convert = [python, "-m"]
    made = run(
        [*convert, "translate.convert.md2po", "--progress=none", "-P", articles, folder / "pot"],
        folder,
    ).cpu
    for locale in LOCALES:
        merge = [*convert, "translate.convert.pot2po", "--progress=none"]
        made += run([*merge, folder / "pot", folder / locale], folder).cpu
        complete(list((folder / locale).rglob("*.po")))
    built = 0.0
    for locale in LOCALES:
        command: list[str | Path] = [
            *convert,
            "translate.convert.po2md",
            "--progress=none",
            "-m",
            "0",
            "-t",
            articles,
        ]
        built += run([*command, folder / locale, folder / f"out-{locale}"], folder).cpu
    return Spent(made, built, folder / "out-de")


def _require(python: str, module: str, folder: Path) -> None:
    try:
        run([python, "-c", f"import {module}"], folder)
    except RuntimeError:
        raise RuntimeError(f"{python} has no {module}") from None


Tool = Callable[[Path, Path, str], Spent]
"""Takes the articles, a folder to work in, and an interpreter that has mdpo and the others."""

TOOLS: dict[str, Tool] = {
    "sverka": sverka,
    "po4a": po4a,
    "mdpo": mdpo,
    "translate-toolkit": translate_toolkit,
}
