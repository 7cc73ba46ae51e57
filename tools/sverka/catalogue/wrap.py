"""Lines of a long string."""


def wrap(text: str, width: int | None, first: int = 0) -> list[str]:
    """Break escaped text after spaces so that a line has at most `width` columns."""
    lines: list[str] = []
    line = ""
    for word in text.replace(" ", " \0").split("\0"):
        if width is not None and line and len(line) + len(word) > width:
            lines.append(line)
            line = ""
        line += word
    return [*lines, line] if line or not lines else lines
