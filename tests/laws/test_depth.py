"""How deep laws are tried: in `make deep` more than a hundred times as many examples as in `make test`."""

from hypothesis import settings


def test_deep_is_more_than_a_hundred_times_as_deep() -> None:
    default, deep = (settings.get_profile(name) for name in ("default", "deep"))
    assert 100 * default.max_examples <= deep.max_examples


def test_only_the_default_tries_the_same_examples_each_time() -> None:
    default, deep = (settings.get_profile(name) for name in ("default", "deep"))
    assert (True, False) == (default.derandomize, deep.derandomize)
