import sverka


def test_version_is_a_release() -> None:
    assert sverka.__version__.count(".") == 2
