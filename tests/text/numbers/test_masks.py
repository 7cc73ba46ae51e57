"""What is masked keeps its place, and takes no long time."""

import time

from sverka.text.numbers.masks import masked


def test_a_link_keeps_its_length_and_loses_its_figures() -> None:
    text = "See [section 4](https://a.example/v2.10/p7) on 3 May"
    assert masked(text) == "See [section 4](" + "\ufffc" * 26 + ") on 3 May"


def test_links_that_never_close_take_no_long_time() -> None:
    start = time.process_time()
    masked("[x](" * 50_000)
    assert time.process_time() - start < 10
