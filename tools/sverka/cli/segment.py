"""`sverka segment`."""

import sys
from pathlib import Path

import click

from ._shared import complain, config_option, fail, open_or_fail


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--locale", metavar="LOCALE", help="Language of the text; by default the pivot's.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@config_option
def command(files: tuple[Path, ...], locale: str | None, form: str, config: Path | None) -> None:
    """Print the sentences of text FILES ("-": standard input), one a line.

    Line breaks inside a sentence become spaces. --format json gives an object a file, with the
    spans in code points. The project's i18n/segmentation.toml is obeyed.
    """
    from sverka.text.locales import is_locale

    project = open_or_fail(config)
    wanted = locale or project.pivot
    if not is_locale(wanted):
        fail(f"{wanted!r} is no locale; write it as de, pt_BR or zh-Hans")
    failed = False
    for file in files:
        try:
            raw = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
            text = raw.decode("utf-8-sig")
            spans = project.segmentation.split(text, wanted)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            complain(f"{file}:{line}: not UTF-8; save the file as UTF-8")
            failed = True
        except OSError as error:
            complain(f"{file}: {error.strerror}")
            failed = True
        except ValueError as error:
            complain(str(error))
            failed = True
        else:
            _print(file, wanted, text, spans, form)
    sys.exit(2 if failed else 0)


def _print(file: Path, locale: str, text: str, spans: list[tuple[int, int]], form: str) -> None:
    if form == "text":
        for start, end in spans:
            click.echo(" ".join(text[start:end].split()))
        return
    import json

    segments = [{"span": span, "text": text[span[0] : span[1]]} for span in spans]
    found = {"file": file.as_posix(), "locale": locale, "segments": segments}
    click.echo(json.dumps(found, ensure_ascii=False))
