"""Counterexamples: the smallest season that breaks a law, as a file that `emulrules decide` takes as it is."""

from inspect import getdoc
from textwrap import wrap

from emulrules.errors import EmulrulesError
from emulrules.report.quoting import plain
from emulrules.testing.laws import Law
from emulrules.testing.toml_writing import written
from emulrules.testing.trial import Broken

__all__ = ["conditions", "season_file", "summary", "told"]

_WIDTH = 110
_LONGEST = 1_500
_OTHERWISE = "tried once more, the same season did not: the policy answers otherwise although it is asked the same"


def _paragraphs(law: Law) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in (getdoc(law) or "").split("\n\n")]


def summary(law: Law) -> str:
    """What the law says, in one sentence."""
    return _paragraphs(law)[0].rstrip(":")


def conditions(law: Law) -> str:
    """Of which seasons the law says something: what stands beside its sentence, without the proof."""
    _, *rest = _paragraphs(law)
    return " ".join(rest).partition("Proof:")[0].strip() or summary(law)


def told(broken: Broken, language: str) -> str:
    """What was found instead, or how the season was refused, on a line or two."""
    error = broken.error
    found = error.render(language) if isinstance(error, EmulrulesError) else str(error)
    shown = plain(" ".join(found.split()))
    shown = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]} …"
    return shown if broken.again else f"{shown} ({_OTHERWISE})"


def season_file(law: Law, broken: Broken, language: str) -> str:
    """The season as a file, headed by what it breaks; whole and ending in a newline."""
    ruleset = broken.case.ruleset
    head = (
        summary(law),
        told(broken, language),
        f"Ruleset {ruleset.id}, in force {ruleset.in_force}; policy {plain(broken.case.policy.name)}.",
    )
    comment = [line for paragraph in head for line in wrap(paragraph, _WIDTH, break_long_words=False)]
    return "".join(f"# {line}\n" for line in comment) + "\n" + written(broken.season)
