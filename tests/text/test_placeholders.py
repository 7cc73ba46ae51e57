"""Placeholders in all syntaxes, with a flag and without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.text import icu
from sverka.text.analysis import Text
from sverka.text.placeholders import alike, announced, find, flags, guess, strays, syntaxes

ONE_OF_EACH = {
    "c": ["%s", "%-5.2f", "%1$lld", "%*d", "%<PRIu64>", "%.*s"],
    "objc": ["%@", "%1$@"],
    "go": ["%v", "%[2]q"],
    "python": ["%(name)s", "%r", "%(n)05d"],
    "python-brace": ["{}", "{0}", "{user.name!r:>10}", "{x:{width}}"],
    "perl": ["%s", "%vd"],
    "perl-brace": ["{name}"],
    "php": ["%1$s", "%'010d"],
    "java": ["{0}", "{1,number,integer}", "{0,choice,0#none|1#one {2}}"],
    "java-printf": ["%s", "%1$tY"],
    "csharp": ["{0}", "{1,-10:N2}"],
    "javascript": ["%s", "%(name)s"],
    "es-template": ["${name}", "${a.b}"],
    "double-brace": ["{{name}}", "{{ count }}", "$t(key)"],
    "vue": ["{name}", "%{name}", "@:message.link", "@.lower:key"],
    "angular": ["{$INTERPOLATION}", "{{ value }}", '<x id="START_TAG" equiv-text="a"/>'],
    "laravel": [":name", ":Name"],
    "ruby": ["%{name}", "%<n>d", "%s"],
    "lua": ["%s", "%5.1f", "%q"],
    "object-pascal": ["%s", "%0:d"],
    "lisp": ["~a", "~5d"],
    "awk": ["%s", "%1$d"],
    "sh": ["$name", "${name}"],
    "sh-printf": ["%s", "%b"],
    "tcl": ["%s", "%2$d"],
    "boost": ["%1%", "%|1$s|", "%s"],
    "qt": ["%1", "%L2", "%12"],
    "qt-plural": ["%n", "%1", "%Ln"],
    "kde": ["%1"],
    "percent": ["%name%"],
    "at": ["@name@", "@user", "!link"],
    "automattic": ["{{b}}", "{{/b}}", "{{br/}}"],
}


_NEARLY = st.lists(
    st.sampled_from(["%s", "%d", "%", "{0}", "{", "}", "{a}", "%1$s", "x", " "])
).map("".join)
"""Texts with a few placeholders and signs that begin one."""


def test_every_syntax_is_tried() -> None:
    assert set(ONE_OF_EACH) == set(syntaxes())


@pytest.mark.parametrize(
    ("name", "written"), [(name, text) for name, texts in ONE_OF_EACH.items() for text in texts]
)
def test_placeholder_is_found_whole(name: str, written: str) -> None:
    text = f"«{written}» й"
    found = find(text, syntaxes()[name])
    assert [holder.text for holder in found] == [written]
    assert found[0].span == (1, 1 + len(written))
    assert strays(text, syntaxes()[name]) == ()


@pytest.mark.parametrize("flag", flags())
def test_flag_announces_its_syntax(flag: str) -> None:
    assert [syntax.name for syntax in announced(["fuzzy", f"{flag}-format"])] == [flags()[flag]]
    assert announced([f"no-{flag}-format"]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "100% of cells",
        "100 % de células",
        "50%discount and 20%d0%b2",
        "a set {1, 2}, { x }",
        "mail@example.org",
        "5%, 10% or 20%.",
        "`%s` in code",
        "100%",
        "30–40%(approximately)",
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    found = guess(Text(text, "en"))
    assert not [holder for holders in found.values() for holder in holders], found


@pytest.mark.parametrize(
    "written", ["%s", "%d", "%1$s", "%(name)s", "{name}", "{0}", "{{name}}", "${x}", "%{n}", "%1"]
)
def test_guess(written: str) -> None:
    found = guess(Text(f"来自{written}的文件", "zh"))
    assert [holder.text for holders in found.values() for holder in holders] == [written]


@given(st.text("%sd1$(){}[]@~:#* a\\'\"<>", max_size=40))
def test_spans_are_within_the_text_and_apart(text: str) -> None:
    for syntax in syntaxes().values():
        end = 0
        for holder in find(text, syntax):
            assert end <= holder.span[0] < holder.span[1] <= len(text)
            assert text[slice(*holder.span)] == holder.text
            end = holder.span[1]


@given(st.text("{}',plural select one other=1# ", max_size=60))
def test_icu_never_fails_on_a_text(text: str) -> None:
    message = icu.parse(text)
    for part in (*message.arguments, *message.faults):
        assert 0 <= part.span[0] < part.span[1] <= len(text)


def test_icu_takes_a_message_apart() -> None:
    message = icu.parse(
        "{n, plural, offset:1 =0 {none} one {'{'# of {total}} other {# {x, number}}} it''s '"
    )
    assert message.faults == ()
    assert [(a.name, a.type, a.keywords) for a in message.arguments] == [
        ("total", "", ()),
        ("x", "number", ()),
        ("n", "plural", ("=0", "one", "other")),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{n, plural, one {a}}", "no branch `other`"),
        ("{n, plural, uno {a} other {b}}", "no plural category"),
        ("{n", "never closed"),
        ("n}", "closes nothing"),
        ("{ }", "needs a name"),
    ],
)
def test_icu_faults(text: str, fault: str) -> None:
    assert fault in icu.parse(text).faults[0].message


@given(_NEARLY, _NEARLY, st.sampled_from(sorted(syntaxes())))
def test_texts_that_are_alike_have_the_same_placeholders_and_strays(
    one: str, other: str, name: str
) -> None:
    syntax = syntaxes()[name]
    if alike(one, other, syntax):
        left, right = (
            [holder._replace(span=(0, 0)) for holder in find(text, syntax)] for text in (one, other)
        )
        assert left == right
        assert len(strays(one, syntax)) == len(strays(other, syntax))
    assert alike(one, one, syntax)
