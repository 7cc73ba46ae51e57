"""What several tests need: projects written from strings."""

from pathlib import Path

HEADER = """msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: {locale}\\n"

"""

CONFIG = """pivot = "en"
source = "ru"
articles = ["seeds/*.txt"]
"""


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files into a folder and return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def po(locale: str, *pairs: tuple[str, str]) -> str:
    """Return a catalogue of (msgid, msgstr) pairs."""
    entries = "\n".join(
        f"msgid {quote(msgid)}\nmsgstr {quote(msgstr)}\n" for msgid, msgstr in pairs
    )
    return HEADER.format(locale=locale) + entries


def quote(text: str) -> str:
    """Return a string as PO files write it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
