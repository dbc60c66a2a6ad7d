"""The policy of the clusters of the Ministry of Information and Communications (Bộ Thông tin và Truyền thông).

Two rules, and none of its own: who recognises the heads, and who says how many may be proposed. Everything else is left
to the ruleset. The ministry merged into another one on 01/03/2025 (55/2025/NĐ-CP): no later season asks this policy.
"""

from typing import Final

from emulrules import DEFER, Award, GateFacts, Hooks, Rotation, Rule, Ruleset, Season, Undefined, hookimpl
from emulrules.model.answers import Defer
from emulrules.model.ruleset import Span

__all__ = ["Policy"]

# 09/2018/TT-BTTTT Art. 11 has the minister recognise the heads; that a meeting elects them two reports alone tell.
_BASIS: Final = (
    "Cụm thi đua số 8 tổng kết thi đua năm 2021",
    "Khối thi đua Sở Thông tin và Truyền thông các tỉnh Bắc Trung Bộ (Cụm thi đua số 5) tổng kết phong trào thi đua"
    " năm 2022 và phát động phong trào thi đua 2023",
    "09/2018/TT-BTTTT Điều 11",
)

# In force from 15/08/2018; 17/2024/TT-BTTTT governs the seasons from 2024 on, and was not read.
_GOVERNED: Final = Span("2018", "2023")


class Policy(Hooks):
    """The ministry's rules that stand in no cluster's own data.

    Rule L1: 09/2018/TT-BTTTT Art. 11. The minister decides on the clusters, and recognises their heads and deputies by
    a decision; each cluster builds its own criteria and scale.
    """

    name = "ict"
    authority = "Bộ Thông tin và Truyền thông"

    @hookimpl
    def head_rotation(self, ruleset: Ruleset, season: Season) -> Rotation | Defer:
        """Elected by the cluster's meeting, then recognised by the ministry.

        The recognition was read in the article, the election was seen in two outcomes; so the rule is `reported`. No
        number of deputies and no bar is known, so that deputies are not stated and bars are none. Seasons that the
        article does not govern are left to the ruleset.
        """
        if not _GOVERNED.covers(season.id):
            return DEFER
        # 09/2018/TT-BTTTT Art. 11: heads and deputies are recognised by the minister's decision.
        return Rotation(
            method="elected",
            rule=Rule("headship", _BASIS, "reported"),
            asks="meeting",
            barred=(),
            deputies=None,
            recognised_by="ministry",
        )

    @hookimpl
    def award_quota(self, ruleset: Ruleset, season: Season, award: Award, gates: GateFacts) -> Undefined:
        """Allotted by the ministry each year: no text that was read gives a number.

        No national cap for each cluster was found (N5), and no article that allots the number; outcomes show numbers,
        and that the ministry is asked for them is how this policy takes them. So the basis is the award's own, and the
        trust is `reported`.
        """
        return Undefined(f"awards.{award.id}.quota", award.basis, "ministry", "reported")
