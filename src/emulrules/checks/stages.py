"""Stages: those that score nothing, and what counts where several stages score."""

from collections.abc import Iterator

from emulrules.checks.finding import Finding
from emulrules.model.ruleset import Ruleset

__all__ = ["findings"]


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """Stages that no criterion names, and a rule on several stages that is missing or never applies."""
    if not ruleset.stages:
        return
    leaves = [criterion for criterion in ruleset.criteria if criterion.method is not None]
    brought = ruleset.undefined_rule("criteria") is not None or any(each.frame for each in ruleset.criteria)
    several = [(leaf, scoring) for leaf in leaves if len(scoring := ruleset.stages_of(leaf)) > 1]
    if not brought and leaves:
        scoring_any = {stage.id for leaf in leaves for stage in ruleset.stages_of(leaf)}
        for stage in ruleset.stages:
            if stage.id not in scoring_any:
                yield Finding("check-stage-unused", ("stages", stage.id), {"stage": stage.id}, stage.basis)
    left_open = ruleset.undefined_rule("scoring") is not None
    if several and ruleset.scoring is None and not left_open:
        leaf, stages = several[0]
        data = {"criterion": leaf.id, "stages": ", ".join(stage.id for stage in stages)}
        yield Finding("check-scoring-missing", ("stages", stages[1].id), data, stages[1].basis)
    if ruleset.scoring is not None and ruleset.scoring.take == "last":
        # Stages are written in the order in which they follow one another; others check what a unit gave itself.
        last = ruleset.stages[-1]
        if last.by == "unit" and any(stage.by != "unit" for stage in ruleset.stages):
            yield Finding("check-scoring-last-self", ("stages", last.id), {"stage": last.id}, last.basis)
    if ruleset.scoring is not None and not several and not brought and leaves:
        data = {"criterion": leaves[0].id, "stage": ", ".join(stage.id for stage in ruleset.stages_of(leaves[0]))}
        yield Finding("check-scoring-idle", ("scoring",), data, ruleset.scoring.basis)
