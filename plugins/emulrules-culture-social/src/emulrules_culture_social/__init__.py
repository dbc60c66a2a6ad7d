"""The policy of a province's culture and social bloc, as the report on its season 2021 tells it.

Two rules, and none of its own: the head's office is handed over without a vote, and the province says how many may be
proposed. No regulation of the bloc was read, so that both are only `reported`.
"""

from typing import Final

from emulrules import Award, GateFacts, Hooks, Rotation, Rule, Ruleset, Season, Undefined, hookimpl

__all__ = ["Policy"]

# The report of 13/01/2022, for a ruleset that gives its headship no basis.
_REPORT: Final = (
    "Khối Thi đua Văn hoá - Xã hội tổ chức Hội nghị tổng kết công tác thi đua, khen thưởng năm 2021"
    " và Ký giao ước thi đua năm 2022"
)


class Policy(Hooks):
    """What the bloc was seen to do: the report of 13/01/2022 on its year-end meeting, no article."""

    name = "culture-social"
    authority = "UBND tỉnh"

    @hookimpl
    def head_rotation(self, ruleset: Ruleset, season: Season) -> Rotation:
        """Handed over by the outgoing head, without a vote; no deputy, as none is reported.

        The report of 13/01/2022: the head of 2021 handed the head's duties of 2022 over to another unit.
        """
        headship = ruleset.headship
        basis = headship.basis if headship is not None and headship.basis else (_REPORT,)
        return Rotation(
            method="handed-over",
            rule=Rule("headship", basis, "reported"),
            asks="head",
            barred=(),
            deputies=(),
            recognised_by=None,
        )

    @hookimpl
    def award_quota(self, ruleset: Ruleset, season: Season, award: Award, gates: GateFacts) -> Undefined:
        """Allotted by the province each year: no text that was read gives a number.

        No national cap for each bloc was found (N5); a local number is data of the bloc and the year. So the basis is
        the award's own, and the trust is `reported`.
        """
        return Undefined(f"awards.{award.id}.quota", award.basis, "province", "reported")
