"""The concordance of names in a terminal: a grid if it fits, else a card for each name."""

import io
from collections.abc import Callable, Iterator

from .names import Form, Row, Survey

Safe = Callable[[str], str]
Note = Callable[[Row], str]
"""What is told of a row besides its forms, "" if nothing."""
_GAP, _INDENT = 2, 2
_WIDEST = 1000
_USUAL = 24
"""Columns of a form that should not be broken; longer ones are."""


def grid(survey: Survey, note: Note | None, width: int | None, safe: Safe) -> str | None:
    """A row a name, a column a locale, a line a form; None if usual names would be broken."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if width and _needed(survey) > width:
        return None
    several = len({row.article for row in survey.rows}) > 1
    table = Table(box=None, pad_edge=False, header_style="bold")
    titles = ["kind", *(["article"] if several else []), *survey.locales]
    for title in [*titles, *(["romanization"] if note else [])]:
        table.add_column(title, overflow="fold")
    for row in survey.rows:
        cells = [row.kind, *([row.article] if several else [])]
        cells += ["\n".join(map(shown, row.forms.get(place, ()))) for place in survey.locales]
        cells += [note(row)] if note else []
        table.add_row(*(Text("\n".join(map(safe, cell.split("\n")))) for cell in cells))
    console = Console(file=io.StringIO(), width=width or _WIDEST, highlight=False)
    with console.capture() as capture:
        console.print(table)
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


def _needed(survey: Survey) -> int:
    """Terminal columns in which names of usual length stand on one line each."""
    from rich.cells import cell_len

    needed = max((len(row.kind) for row in survey.rows), default=0)
    for place in survey.locales:
        forms = (shown(form) for row in survey.rows for form in row.forms.get(place, ()))
        longest = max((min(_USUAL, cell_len(form)) for form in forms), default=0)
        needed += _GAP + max(longest, cell_len(place))
    return needed


def cards(survey: Survey, note: Note | None, width: int, safe: Safe) -> str:
    """A card a name: its forms beside each other, in columns that are the same for all cards."""
    from rich.cells import cell_len

    several = len({row.article for row in survey.rows}) > 1
    label = max((cell_len(place) for place in survey.locales), default=0) + 1
    room = width - _INDENT
    entries = [list(_entries(row, survey.locales, note, label, safe)) for row in survey.rows]
    sizes = [cell_len(entry) for card in entries for entry in card]
    most = min((room - _GAP) // 2, label + _USUAL)
    column = max((n for n in sizes if n <= most), default=room) + _GAP
    lines: list[str] = []
    for row, card in zip(survey.rows, entries, strict=True):
        lines.append(f"{safe(row.name)}  {_about(row, several, safe)}")
        many = max(1, (room + _GAP) // column)
        if any(cell_len(entry) + _GAP > column for entry in card):
            many = 1
        for start in range(0, len(card), many):
            lines += _line(card[start : start + many], column, room, label)
        lines.append("")
    return "\n".join(lines[:-1])


def _about(row: Row, several: bool, safe: Safe) -> str:
    told = [row.kind, *([safe(row.article)] if several else [])]
    told += [] if row.registered else ["not in the register"]
    return f"({', '.join(told)})"


def _entries(
    row: Row, places: tuple[str, ...], note: Note | None, label: int, safe: Safe
) -> Iterator[str]:
    for place in places:
        if forms := row.forms.get(place):
            yield f"{place:<{label}}" + ", ".join(safe(shown(form)) for form in forms)
    if note and (told := note(row)):
        yield f"{'as':<{label}}" + ", ".join(map(safe, told.split("\n")))


def _line(entries: list[str], column: int, room: int, label: int) -> list[str]:
    from rich.cells import cell_len

    if len(entries) == 1:
        first, *rest = folded(entries[0][label:], room - label)
        indent = " " * (_INDENT + label)
        return [" " * _INDENT + entries[0][:label] + first, *(indent + line for line in rest)]
    padded = (entry + " " * (column - cell_len(entry)) for entry in entries)
    return [(" " * _INDENT + "".join(padded)).rstrip()]


def folded(text: str, width: int) -> list[str]:
    """A text in lines of so many terminal columns, parted between words where there are any."""
    from rich.cells import cell_len, chop_cells

    lines = [""]
    for word in text.split(" "):
        grown = f"{lines[-1]} {word}" if lines[-1] else word
        if cell_len(grown) <= width or not lines[-1]:
            lines[-1] = grown
        else:
            lines.append(word)
        if width > 1 and cell_len(lines[-1]) > width:
            lines[-1:] = chop_cells(lines[-1], width)
    return lines


def shown(form: Form) -> str:
    """A form with its count, marked if it is odd."""
    return f"{'! ' if form.odd else ''}{form.text} ({form.times})"
