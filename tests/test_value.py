"""Facts about values: what makes two of them equal, and that none can be changed."""

import pickle
from types import ModuleType

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError

from emulrules.model import answers, award, criterion, decision, headship, order, ruleset, season
from emulrules.value import field, frozen


@frozen
class Pair:
    """Two fields that tell values apart, and one that does not."""

    left: int
    right: tuple[str, ...] = ()
    note: str = field(default="", eq=False, repr=False)


@frozen
class Other:
    """The same fields in another class."""

    left: int
    right: tuple[str, ...] = ()


@frozen
class Nothing:
    """No field at all."""


def test_values_are_equal_if_their_fields_are() -> None:
    assert Pair(1, ("a",)) == Pair(1, ("a",))
    assert Pair(1, ("a",)) != Pair(1, ("b",))
    assert Nothing() == Nothing()


def test_a_field_that_is_not_compared_tells_nothing_apart() -> None:
    assert Pair(1, note="x") == Pair(1, note="y")
    assert 1 == len({Pair(1, note="x"), Pair(1, note="y")})


def test_values_of_two_classes_are_never_equal() -> None:
    pair: object = Pair(1)
    assert pair != Other(1)
    assert pair != (1, ())


def test_equal_values_have_equal_hashes() -> None:
    assert hash(Pair(1, ("a",))) == hash(Pair(1, ("a",)))
    assert {Pair(1), Pair(2)} == {Pair(2), Pair(1), Pair(1)}


def test_a_value_tells_its_fields() -> None:
    assert "Pair(left=1, right=('a',))" == repr(Pair(1, ("a",), "x"))
    assert "Nothing()" == repr(Nothing())


def test_a_value_never_changes() -> None:
    with pytest.raises(FrozenInstanceError):
        Pair(1).left = 2  # type: ignore[misc]  # the very thing that is refused


def test_a_value_can_be_sent_to_another_process() -> None:
    assert Pair(1, ("a",), "x") == pickle.loads(pickle.dumps(Pair(1, ("a",), "x")))


@pytest.mark.parametrize(
    "module",
    [answers, award, criterion, decision, headship, order, ruleset, season],
    ids=lambda module: module.__name__,
)
def test_no_comparison_of_the_model_is_written_anew_whenever_the_program_starts(module: ModuleType) -> None:
    made = [each for each in vars(module).values() if isinstance(each, type) and attrs.has(each)]
    assert {(Pair.__eq__, Pair.__hash__, Pair.__repr__)} == {
        (each.__eq__, each.__hash__, each.__repr__) for each in made
    }
