"""Random councils: no cap is exceeded, every answer to what is open is taken, every proposal ends in one state."""

import pytest
from law_trials import EXAMPLES

from emulrules.files.record import record_bytes
from emulrules.model.decision import Decision
from emulrules.model.season import Act
from emulrules.testing.chance import Lots, mixed, one, some
from emulrules.testing.councils import Reviewing, excess, invent_council
from emulrules.verdicts import Status, examine

SEEDS = range(2 * EXAMPLES if EXAMPLES <= 100 else EXAMPLES)


def answered(case: Reviewing, lots: Lots) -> tuple[tuple[Act, ...], Decision]:
    """The acts of a sitting that answers all that is asked, in any order, and what comes out."""
    acts: tuple[Act, ...] = ()
    decision = case.decide()
    while open_ := [question for question in decision.questions if not question.after]:
        acts = (*acts, case.answered(lots, one(lots, open_)))
        decision = case.decide(*acts)
        assert not excess(decision)
    return acts, decision


def proposals(case: Reviewing) -> set[tuple[str, str]]:
    looked_at_leaders = {review.id for review in case.rules.reviews if review.among == "leaders"}
    return {
        (one_.award, one_.unit)
        for each in case.reviewed
        for one_ in each.proposals
        if one_.award not in looked_at_leaders
    }


@pytest.fixture(scope="module")
def councils() -> list[tuple[Reviewing, tuple[Act, ...], Decision]]:
    found = []
    for seed in SEEDS:
        lots = Lots(f"hoi-dong {seed}")
        case = invent_council(lots)
        found.append((case, *answered(case, lots)))
    return found


def test_no_cap_is_exceeded(councils: list[tuple[Reviewing, tuple[Act, ...], Decision]]) -> None:
    assert [{}] * len(councils) == [excess(decision) for _, _, decision in councils]
    # It can be: a good part of them are cut by a limit, and by that of a parent.
    whys = [{each.why for each in decision.grants} for _, _, decision in councils]
    for why in ("limit", "parent", "votes", "not-chosen", "requires", "excludes"):
        assert sum(why in each for each in whys) > len(whys) / 50, why


def test_answering_ends_and_every_proposal_then_has_one_state(
    councils: list[tuple[Reviewing, tuple[Act, ...], Decision]],
) -> None:
    for case, _, decision in councils:
        assert ("complete", ()) == (decision.status, decision.awards)
        settled = [(each.award, each.unit) for each in decision.grants]
        assert len(set(settled)) == len(settled)
        assert proposals(case) <= set(settled)


def test_any_part_of_the_acts_is_accepted_and_shows_only_what_stays(
    councils: list[tuple[Reviewing, tuple[Act, ...], Decision]],
) -> None:
    for number, (case, acts, decision) in enumerate(councils):
        lots = Lots(f"phan {number}")
        part = case.decide(*some(lots, acts, lots.number(0, len(acts))))
        assert set(part.grants) <= set(decision.grants)


def test_the_order_of_input_never_matters_and_the_record_replays(
    councils: list[tuple[Reviewing, tuple[Act, ...], Decision]],
) -> None:
    for number, (case, acts, decision) in enumerate(councils[: max(50, len(councils) // 20)]):
        lots = Lots(f"thu tu {number}")
        turned = Reviewing(mixed(lots, case.reviewed), case.rules, case.season).decide(*mixed(lots, acts))
        data = record_bytes(decision)
        assert (data, Status.MATCH) == (record_bytes(turned), examine(data).status)
