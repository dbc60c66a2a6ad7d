"""Undefined rules: what a ruleset declares that no text defines, and what of it a season cannot do without.

Where somebody may be asked, a season is decided with the answer. Where nobody may, what needs the value refuses the
season: then it is mended by saying whom to ask, since nothing is assumed in its place.
"""

from collections.abc import Iterator
from typing import Any

from emulrules.checks.finding import Finding, Phrase
from emulrules.model.award import Award
from emulrules.model.ruleset import Ruleset, UndefinedRule
from emulrules.policy import STANDARD

__all__ = ["findings"]


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """A note on each entry of `[[undefined]]`, or a finding where seasons need it; and what nothing even declares."""
    for rule in ruleset.undefined:
        what = _what(rule.what)
        data = {"what": what, "says": rule.says}
        path = ("undefined", rule.id)
        if _is_stated(rule.what, ruleset):
            yield Finding("check-undefined-stated", (*path, "what"), {"what": what}, rule.basis, note=True)
        elif rule.ask is None and ruleset.clusters and ruleset.policy == STANDARD and _is_needed(rule, ruleset):
            yield Finding("check-undefined-needed", (*path, "what"), data, rule.basis)
        else:
            yield Finding("check-undefined", path, data, rule.basis, note=True)
    if ruleset.clusters and ruleset.policy == STANDARD:
        yield from _undeclared(ruleset)


def _what(what: str) -> Phrase:
    """What is left open, in words."""
    section, _, rest = what.partition(".")
    if section == "awards" and rest:
        award, _, part = rest.rpartition(".")
        return Phrase(f"report-what-{section}-{part}", {"id": award})
    if section == "reviews" and rest:
        return Phrase("report-what-reviews-one", {"id": rest})
    return Phrase(f"report-what-{what.replace('.', '-')}")


def _is_stated(what: str, ruleset: Ruleset) -> bool:
    """Whether the ruleset does say what it declares to be undefined; of what is a list, it may say a part."""
    headship: Any = ruleset.headship
    if what in ("order", "scoring", "voting"):
        return getattr(ruleset, what) is not None
    if headship is not None and what in ("headship.by", "headship.deputies"):
        return what == "headship.by" or headship.deputies is not None
    if headship is not None and what == "headship.recognition":
        return headship.recognised_by is not None
    award = _award(what, ruleset)
    if award is None:
        return what.startswith("reviews.") and what.partition(".")[2] in {review.id for review in ruleset.reviews}
    return award.quota is not None if what.endswith(".quota") else bool(award.choose)


def _award(what: str, ruleset: Ruleset) -> Award | None:
    section, _, rest = what.partition(".")
    named = rest.rpartition(".")[0] if section == "awards" else ""
    return next((award for award in ruleset.awards if award.id == named), None)


def _is_needed(rule: UndefinedRule, ruleset: Ruleset) -> bool:
    """Whether a season that comes so far is refused without the value: how many may have an award that is chosen."""
    award = _award(rule.what, ruleset)
    if award is not None and rule.what.endswith(".quota"):
        return any(step.by != "place" for step in award.choose)
    return rule.what == "order" and _by_standing(ruleset) is not None


def _by_standing(ruleset: Ruleset) -> tuple[Award, int] | None:
    """The first award that is given by standing, and which of its steps does so."""
    for award in ruleset.awards:
        for index, step in enumerate(award.choose):
            if step.by == "standing":
                return award, index
    return None


def _undeclared(ruleset: Ruleset) -> Iterator[Finding]:
    """What is needed to decide, and neither stated nor declared to be undefined."""
    silent = all(ruleset.undefined_rule(what) is None for what in ("headship", "headship.by"))
    if ruleset.headship is None and silent:
        yield Finding("check-headship-missing", ("clusters", next(iter(ruleset.clusters))), {"id": ruleset.id})
    if ruleset.order is None and ruleset.undefined_rule("order") is None and (first := _by_standing(ruleset)):
        award, index = first
        path = ("awards", award.id, "choose", index)
        yield Finding("check-order-missing", path, {"award": award.id, "step": award.choose[index].id}, award.basis)
