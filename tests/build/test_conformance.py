"""The pages in an HTML validator and in Chromium with axe-core, where these are installed.

They are found through NODE_PATH: `npm install html-validate axe-core puppeteer-core`.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from sverka.build import Order, Settings, build

ROOT = Path(__file__).parents[2]
NAME = "conversations-about-car-t"
MODULES = Path(os.environ.get("NODE_PATH", "node_modules"))
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Build the shipped article and a Markdown one in every locale."""
    folder = tmp_path_factory.mktemp("site")
    catalogues = {path.parts[-3]: path for path in ROOT.glob(f"locales/*/LC_MESSAGES/{NAME}.po")}
    stress = folder / "stress.md"
    text = (Path(__file__).parents[1] / "article" / "data" / "stress.md").read_text("utf-8")
    stress.write_text(text[: text.rindex("<details>")], "utf-8")  # what it leaves open is not ours
    orders = [
        Order(NAME, ROOT / "seeds" / f"{NAME}.txt", catalogues),
        Order("stress", stress, catalogues),
    ]
    build(orders, Settings(folder, source="ru"))
    return sorted(map(str, folder.rglob("*.html")))


def _needs(*packages: str) -> None:
    missing = [name for name in packages if not (MODULES / name).exists()]
    if missing or not shutil.which("node"):
        pytest.skip(f"needs node and {', '.join(missing)} in NODE_PATH")


def test_pages_are_valid_html(pages: list[str], tmp_path: Path) -> None:
    _needs("html-validate")
    config = tmp_path / "config.json"
    config.write_text('{"root": true, "extends": ["html-validate:standard"]}')
    done = subprocess.run(
        ["node", MODULES / "html-validate/bin/html-validate.mjs", "--config", config, *pages],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_pages_are_valid_for_the_nu_checker(pages: list[str]) -> None:
    _needs("vnu-jar")
    jar = MODULES / "vnu-jar/build/dist/vnu.jar"
    if not jar.exists() or not shutil.which("java"):
        pytest.skip("needs java and vnu.jar")
    done = subprocess.run(
        ["java", "-jar", jar, "--errors-only", *pages], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_pages_are_accessible_and_fit_a_phone(pages: list[str]) -> None:
    _needs("axe-core", "puppeteer-core")
    if not CHROMIUM:
        pytest.skip("needs Chromium")
    done = subprocess.run(
        ["node", str(Path(__file__).parent / "axe.js"), *pages],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NODE_PATH": str(MODULES.resolve()), "CHROMIUM": CHROMIUM},
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
