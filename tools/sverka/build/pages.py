"""Templates into bytes: a page of an article, the index of all."""

import base64
import hashlib
import json
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, FunctionLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

NAMES = ("base.html", "page.html", "article.html", "index.html", "style.css")


class Pages:
    """The templates of a build, compiled once; files of `theme` replace those of the package."""

    def __init__(self, theme: Path | None = None) -> None:
        loaders = [FileSystemLoader(theme)] if theme else []
        self._environment = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader([*loaders, FunctionLoader(_packaged)]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        loader = self._environment.loader
        assert loader is not None
        sources = [loader.get_source(self._environment, name)[0] for name in NAMES]
        self.digest = hashlib.sha256("\0".join(sources).encode()).hexdigest()
        style = sources[-1].replace("</", "<\\/")
        self._style = Markup(style)
        hashed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        self._csp = (
            f"default-src 'none'; style-src 'sha256-{hashed}'; img-src 'self' data:; "
            "media-src 'self'; base-uri 'none'; form-action 'none'"
        )

    def render(self, template: str, page: Mapping[str, Any], phrases: Mapping[str, str]) -> bytes:
        """Return a page's bytes. Raises jinja2.TemplateError, and whatever a theme raises."""
        text = self._environment.get_template(template).render(
            page=page, phrases=phrases, style=self._style, csp=self._csp
        )
        return text.encode("utf-8")

    def article(self, page: Mapping[str, Any]) -> str:
        """Return the article of a page alone, as HTML."""
        return self._environment.get_template("article.html").render(page=page)

    @property
    def style(self) -> str:
        """The style sheet."""
        return str(self._style)


def _packaged(name: str) -> str | None:
    if name not in NAMES:
        return None
    return resources.files("sverka.build").joinpath("templates", name).read_text("utf-8")


def metadata(values: Mapping[str, Any]) -> Markup:
    """Return JSON-LD that cannot end its script element."""
    text = json.dumps(values, ensure_ascii=False, sort_keys=True)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)
