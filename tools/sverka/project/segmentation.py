"""How a project's articles are cut: by sentence or by block, with the project's own entries."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from sverka.text.sentences import Extension, Span, read_extension, splitter
from sverka.text.sentences.srx import Srx, read_srx

from .config import ConfigError

DEFAULT = "i18n/segmentation.toml"


@dataclass(frozen=True, slots=True)
class Segmentation:
    """Rules of segmentation; without `extension` and `srx` they are Sverka's own."""

    extension: Extension | None = None
    srx: Srx | None = None
    key: str = ""
    """Tells segmentations apart: "" for Sverka's own rules, else a digest of the file."""

    def split(self, text: str, locale: str) -> list[Span]:
        """Split `text` into sentences, as `sverka.split` does, by the project's rules."""
        return splitter(locale, self.extension, self.srx)(text)


def read_segmentation(path: Path) -> Segmentation:
    """Read a `segmentation.toml`, or an SRX 2.0 file.

    Raises ConfigError, which names file and line, and OSError.
    """
    key = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    try:
        if path.suffix.lower() in (".srx", ".xml"):
            return Segmentation(srx=read_srx(path), key=key)
        return Segmentation(extension=read_extension(path), key=key)
    except ValueError as error:
        text = str(error).removeprefix(str(path))
        line = re.match(r":(\d+): ", text)
        message = text[line.end() :] if line else text.removeprefix(": ")
        raise ConfigError(path, int(line[1]) if line else 1, message) from None
