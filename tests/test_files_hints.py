"""Hints: a known name is put forward where it was meant, and not where it only shares words."""

import pytest

from emulrules.files.hints import closest, listing, unknown

MEANT = {
    "a letter too many": ("so-ya-te", "so-y-te"),
    "two letters swapped": ("chioce", "choice"),
    "two letters of the end swapped": ("raed", "read"),
    "the name in full": ("Sở Y tế", "so-y-te"),
    "words at the end": ("quy-che-cu", "quy-che"),
    "words left out at the end": ("song-lam", "song-lam-blocs"),
}

OTHER = {
    "another office": ("so-xay-dung", "so-lao-dong"),
    "another ruleset": ("moon-blocs", "song-lam-blocs"),
    "another key": ("scores", "source"),
    "nothing like it": ("xyz", "so-y-te"),
}


@pytest.mark.parametrize("name", MEANT)
def test_a_name_that_was_meant_is_found(name: str) -> None:
    written, known = MEANT[name]
    assert known == closest(written, [known, "zzzzzzzz"])


@pytest.mark.parametrize("name", OTHER)
def test_a_name_that_only_shares_words_is_not(name: str) -> None:
    written, known = OTHER[name]
    assert closest(written, [known]) is None


def test_a_fault_names_what_was_meant_by_another_code() -> None:
    assert ("unknown-source-near", "bien-ban") == (
        (near := unknown("unknown-source", (), "bien-bna", ["bien-ban"])).code,
        near.data["near"],
    )
    assert "unknown-source" == unknown("unknown-source", (), "nghi-quyet", ["bien-ban"]).code


def test_a_long_list_is_cut() -> None:
    assert "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …" == listing(range(20))
    assert "0, 1" == listing(range(2))
