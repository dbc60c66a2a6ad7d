"""Codes: what stands before the sentence of a refusal, a finding or a warning, and who mends what it is about.

All are read from the catalogue of sentences. A code that begins with `check-` is a finding, whose fix is worded beside
it; warnings are those of a decision; the rest are refusals, and verdicts on records. Sentences of reports are no codes.
"""

from collections.abc import Iterable
from typing import Final, Literal, get_args

from emulrules.model.decision import WarningCode
from emulrules.value import frozen
from emulrules.wording import Sentence, catalogue, section_of, sentence

__all__ = ["WHO", "Code", "Who", "codes", "codes_like"]

Who = Literal["file", "season", "ruleset", "plugin", "council", "record", "reader"]
WHO: Final = get_args(Who)
"""Who mends it: whoever keeps files, keeps seasons, writes rulesets or plugins, keeps sittings or records."""

_SECTIONS: Final[dict[str, Who]] = {
    "deciding": "season",
    "plugins": "plugin",
    "reading": "file",
    "reading_rulesets": "ruleset",
    "records": "record",
    "record_ids": "record",
    "rerun": "plugin",
    "sheets": "ruleset",
    "councils": "council",
    "successions": "ruleset",
    "findings": "ruleset",
    "findings_awards": "ruleset",
    "findings_points": "ruleset",
    "findings_sources": "ruleset",
    "findings_votes": "ruleset",
    "ledgers": "record",
    "bundles": "record",
}
"""Who mends what a section of the catalogue is about, but for the codes below. Other sections hold no refusals."""

_PHRASES: Final = ("checked-", "council-", "diff-", "told-bundle-", "told-ledger-")
"""How sentences of a report begin that stand in a section of refusals."""

_LONE: Final[dict[str, Who]] = {
    "code-unknown": "reader",
    "code-unknown-alone": "reader",
    "diff-other-cluster": "file",
    "explain-unknown-unit": "season",
    "explain-unknown-unit-near": "season",
    "new-no-cluster": "ruleset",
    "new-unknown-cluster": "season",
    "our-fault": "reader",
}
"""Codes of other sections."""

_OTHERS: Final[dict[Who, tuple[str, ...]]] = {
    "ruleset": (
        *("other-policy", "unit-without-parent", "cell-in-no-band", "cell-out-of-range"),
        *("rescale-without-max", "rescale-without-scale", "undefined-needed", "quota-undefined"),
        *("quota-no-row", "place-unnamed", "award-unknown", "question-twice", "order-undefined"),
        *("headship-undefined", "awards-cycle", "turns-declined-where", "plugin-missing"),
        *("plugin-missing-near", "plugin-authority", "limit-asked-twice", "limit-parent-twice"),
        *("review-by-standing", "review-without-parent", "id-by-case"),
    ),
    "season": (
        *("act-key-alone", "season-id", "women-exceed-staff", "former-later", "former-missing", "former-altered"),
        *("former-no-record", "former-of-season", "former-of-cluster", "sheet-elsewhere", "sheet-header"),
        *("sheet-tabs", "sheet-sum", "sheet-unit-missing", "sheet-row-missing", "sheet-row-empty", "sheet-column"),
        *("sheet-column-twice", "sheet-plan-alone", "sheet-row", "sheet-quotes", "within-of-member", "cell-empty"),
        *("cell-empty-ratio", "cell-empty-net", "cell-empty-held", "not-a-cell", "unknown-ruleset"),
        "not-a-cell-mark",
        *("unknown-ruleset-near", "unknown-version", "no-version-for-season", "two-laws", "too-many-cells"),
        *("unknown-stage", "unknown-stage-near", "cell-without-stage", "cell-stage-missing", "cell-stages-differ"),
        *("stage-not-of-criterion", "stage-may-not-impose", "stage-meeting-missing", "sheet-column-stages"),
        *("signed-key", "signed-id-taken", "signed-without-frame", "signed-below-no-frame", "signed-parent-unknown"),
        *("signed-parent-unknown-near", "signed-sum", "signed-without-max", "signed-total", "signed-missing"),
        *("frame-empty", "criterion-of-other-table", "unit-renamed", "unit-merged", "unit-split", "succession-key"),
        *("succession-later", "succession-known", "succession-of-nobody"),
    ),
    "plugin": ("answer-unexpected", "replay-answer-missing"),
    "file": (
        "record-exists",
        "witness-exists",
        "file-exists",
        "file-unwritable",
        "chain-empty",
        "rulesets-not-found",
        "bundle-source-differs",
    ),
}


@frozen
class Code:
    """One code: what `kind` of thing it stands before, `who` mends it, and what is said.

    `fix` is the one thing to do about a finding, and `note` what the sentence does not say, None where there is none.
    """

    code: str
    kind: Literal["refusal", "finding", "warning"]
    who: Who
    sentence: Sentence
    fix: Sentence | None = None
    note: Sentence | None = None


def codes() -> dict[str, Code]:
    """Every code there is, by its name, in alphabetical order."""
    worded = {code: entry for code in catalogue() if (entry := _entry(code)) is not None}
    for code in get_args(WarningCode):
        said = sentence(f"report-warning-{code}")
        if said is None:
            raise KeyError(code)
        worded[code] = Code(code, "warning", "reader", said, None, _note(code))
    return dict(sorted(worded.items()))


def codes_like(name: str) -> list[str]:
    """Up to three codes whose names are most like `name`, the nearest first."""
    from difflib import get_close_matches  # only a mistake needs it

    return get_close_matches(name, codes())


def _entry(code: str) -> Code | None:
    who = _who(code)
    if who is None:
        return None
    if not code.startswith("check-"):
        return Code(code, "refusal", who, catalogue()[code], None, _note(code))
    # The fix of a finding is worded under a code of its own, which stands before nothing.
    is_fix = code.endswith("-fix") and code.removesuffix("-fix") in catalogue()
    return None if is_fix else Code(code, "finding", who, catalogue()[code], sentence(f"{code}-fix"), _note(code))


def _who(code: str) -> Who | None:
    if code in _LONE:
        return _LONE[code]
    section = section_of(code)
    if section not in _SECTIONS or _begins(code, _PHRASES):
        return None
    return next((who for who, others in _OTHERS.items() if code in others), _SECTIONS[section])


def _begins(code: str, beginnings: Iterable[str]) -> bool:
    return any(code.startswith(beginning) for beginning in beginnings)


def _note(code: str) -> Sentence | None:
    return sentence(f"note-{code}")
