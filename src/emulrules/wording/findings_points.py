"""Sentences of what `emulrules check` finds in criteria, their points, the scale and the stages of scoring.

Each code has two: what is wrong, with its witness, and under the same code ending in `-fix` the one thing to do.
"""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    "check-weight-zero": Sentence(
        "Tiêu chí “{criterion}” có trọng số 0: đơn vị được {max} điểm và đơn vị được 0 điểm có cùng tổng điểm.",
        "The criterion “{criterion}” weighs 0: a unit with {max} points and one with 0 have the same total.",
    ),
    "check-weight-zero-fix": Sentence(
        "Hãy ghi trọng số mà văn bản quy định, hoặc bỏ tiêu chí.",
        "Write the weight that the text gives it, or remove the criterion.",
    ),
    "check-criterion-unanswered": Sentence(
        '“{criterion}” để chính sách tính điểm (`method = "policy"`), nhưng chính sách “{policy}” không tính: năm nào '
        "cần điểm của tiêu chí này cũng bị từ chối.",
        "“{criterion}” leaves its points to the policy, and the policy “{policy}” gives none: a season that needs them "
        "is refused.",
    ),
    "check-criterion-unanswered-fix": Sentence(
        "Hãy ghi ở `policy` tên chính sách có trả lời `criterion_points` cho tiêu chí này, hoặc ghi `method` khác.",
        "Name in `policy` a plugin that answers `criterion_points` for this criterion, or write another `method`.",
    ),
    "check-each-above-max": Sentence(
        "Trong “{criterion}” một lần đã là {each} điểm mà nhiều nhất chỉ {max} điểm: một lần và hai lần đều ra {max}.",
        "In “{criterion}” one alone is worth {each} points, and at most {max} count: one and two give {max} alike.",
    ),
    "check-each-above-max-fix": Sentence(
        "Hãy đối chiếu `each` và `max` với văn bản rồi sửa con số sai.",
        "Compare `each` and `max` with the text, and correct the wrong one.",
    ),
    "check-max-unreachable": Sentence(
        "“{criterion}” có tối đa {max} điểm nhưng mức cao nhất chỉ cho {best}: không đơn vị nào đạt {max}.",
        "“{criterion}” has a maximum of {max} points, and the most that it can give is {best}: no unit reaches {max}.",
    ),
    "check-max-unreachable-fix": Sentence(
        "Hãy sửa `max` thành {best}, hoặc bổ sung mức còn thiếu.",
        "Write {best} as `max`, or add what is missing.",
    ),
    "check-cap-never-binds": Sentence(
        "“{criterion}” giới hạn ở {max} điểm, nhưng mọi tiêu chí bên dưới cộng lại nhiều nhất là {sum}: không bao "
        "giờ có gì bị cắt.",
        "“{criterion}” is capped at {max} points, and all below it sum to {sum} at the most: nothing is ever cut.",
    ),
    "check-cap-never-binds-fix": Sentence(
        "Hãy bỏ `cap` và để tổng bên dưới bằng `max`, hoặc sửa con số sai.",
        "Remove `cap` and let what is below sum to `max`, or correct the wrong number.",
    ),
    "check-net-floor": Sentence(
        "“{criterion}” cho ít nhất {min} điểm: đơn vị không có lần nào và đơn vị có {count} lần cùng được như nhau.",
        "“{criterion}” gives {min} points at the least: a unit with nothing and one with {count} to its credit "
        "have the same.",
    ),
    "check-net-floor-fix": Sentence(
        "Hãy bỏ `min`, hoặc ghi mức sàn mà văn bản quy định, không lớn hơn 0.",
        "Remove `min`, or write the least that the text states, not above 0.",
    ),
    "check-points-unread": Sentence(
        "Xếp hạng {by}, và không bước nào so điểm, nên điểm của {criteria} không quyết định gì: được tối đa "
        "hay 0 điểm đều như nhau.",
        "The order is {by}, and no step compares points, so that {criteria} decide nothing: the most points "
        "and none are alike.",
    ),
    "check-points-unread-fix": Sentence(
        "Hãy xếp hạng theo điểm hoặc so điểm trong [[ties]]; nếu văn bản không dùng điểm thì bỏ các tiêu chí này.",
        "Order by points or compare them in [[ties]]; where the text uses no points, remove these criteria.",
    ),
    "check-rescale-without-max": Sentence(
        "“{criterion}” có thể không áp dụng, nhưng không tiêu chí cấp trên hay thang điểm nào nêu tổng để tính "
        "lại: năm nào có một ô “n/a” sẽ bị từ chối.",
        "“{criterion}” may not apply, but neither a criterion above it nor the scale has points to rescale to: a "
        "season with one cell “n/a” is refused.",
    ),
    "check-rescale-without-max-fix": Sentence(
        "Hãy ghi `points` cho thang điểm, hoặc không cho phép ô không áp dụng.",
        "State the `points` of the scale, or do not let the cell not apply.",
    ),
    "check-not-applicable-alone": Sentence(
        "“{criterion}” là tiêu chí duy nhất cho điểm mà lại có thể không áp dụng: đơn vị có ô “n/a” không còn điểm "
        "nào và năm đó bị từ chối.",
        "“{criterion}” alone gives points, and may not apply: a unit with the cell “n/a” has none left, and its "
        "season is refused.",
    ),
    "check-not-applicable-alone-fix": Sentence(
        "Hãy bỏ khóa này, hoặc thêm tiêu chí mà mọi đơn vị đều được chấm.",
        "Remove this key, or add a criterion that every unit is scored by.",
    ),
    "check-band-same-points": Sentence(
        "Trong “{criterion}” mức “{threshold}” và mức liền dưới cùng cho {points} điểm: ngưỡng này không phân biệt "
        "đơn vị nào.",
        "In “{criterion}” the band “{threshold}” and the one below it both give {points} points: this threshold "
        "parts nobody.",
    ),
    "check-band-same-points-fix": Sentence(
        "Hãy sửa điểm của một mức, hoặc gộp hai mức.",
        "Correct the points of one of them, or make the two bands one.",
    ),
    "check-bands-crossing": Sentence(
        "Điểm các mức của “{criterion}” lúc tăng lúc giảm ({bands}): đơn vị làm hơn lại được ít điểm hơn.",
        "The points of the bands of “{criterion}” rise and fall ({bands}): doing more is worth less.",
    ),
    "check-bands-crossing-fix": Sentence(
        "Hãy sửa điểm để các mức chỉ tăng hoặc chỉ giảm.",
        "Correct the points, so that they only rise or only fall.",
    ),
    "check-bands-floor-alone": Sentence(
        "“{criterion}” chỉ có mức sàn: số liệu nào cũng được {points} điểm, mọi đơn vị như nhau.",
        "“{criterion}” has a floor and no band above it: every figure gives {points} points, and all units are alike.",
    ),
    "check-bands-floor-alone-fix": Sentence(
        "Hãy ghi các mức mà văn bản quy định ở phía trên mức sàn.",
        "Write the bands that the text states above the floor.",
    ),
    "check-step-above-max": Sentence(
        "“{criterion}” chấm theo bước {step} điểm mà nhiều nhất chỉ {max} điểm: theo bước ấy thì chỉ cho được 0 điểm.",
        "“{criterion}” is given in steps of {step} points, and has {max} at the most: in such steps it is always 0.",
    ),
    "check-step-above-max-fix": Sentence(
        "Hãy đối chiếu `step` và `max` với văn bản rồi sửa số ghi sai.",
        "Compare `step` and `max` with the text, and correct the wrong one.",
    ),
    "check-floor-unreachable": Sentence(
        "Mức sàn {points} điểm của “{criterion}” không ai rơi vào: con số nhỏ nhất có thể là {least}, và {least} "
        "đã thuộc mức trên.",
        "Nobody falls to the floor of “{criterion}”, {points} points: the least figure that there can be is "
        "{least}, and {least} belongs to the band above.",
    ),
    "check-floor-unreachable-fix": Sentence(
        "Hãy sửa ngưỡng của mức trên hoặc `least`.",
        "Correct the threshold of the band above, or `least`.",
    ),
    "check-bonus-zero": Sentence(
        "Điểm thưởng tối đa là {bonus}, nên mọi điểm của “{criterion}” bị cắt hết: đơn vị được thưởng và đơn vị "
        "không được thưởng như nhau.",
        "At most {bonus} bonus points count, so that all that “{criterion}” gives is cut: a unit with a bonus and "
        "one without are alike.",
    ),
    "check-bonus-zero-fix": Sentence(
        "Hãy ghi mức thưởng tối đa của văn bản, hoặc bỏ tiêu chí thưởng.",
        "Write the limit that the text states, or remove the criteria of kind bonus.",
    ),
    "check-bonus-without-criteria": Sentence(
        "Thang điểm cho tới {bonus} điểm thưởng nhưng không tiêu chí nào là điểm thưởng: không đơn vị nào được cộng.",
        "The scale lets {bonus} bonus points count, and no criterion gives any: nothing is ever added.",
    ),
    "check-bonus-without-criteria-fix": Sentence(
        'Hãy thêm tiêu chí có `kind = "bonus"`, hoặc bỏ `bonus`.',
        'Add a criterion with `kind = "bonus"`, or remove `bonus`.',
    ),
    "check-bonus-out-of-reach": Sentence(
        "Điểm thưởng tối đa là {bonus}, nhưng mọi tiêu chí thưởng cộng lại nhiều nhất là {sum}: giới hạn không bao "
        "giờ chạm tới.",
        "At most {bonus} bonus points count, and all criteria of bonus together give {sum}: the limit is never "
        "reached.",
    ),
    "check-bonus-out-of-reach-fix": Sentence(
        "Hãy sửa `bonus` thành {sum}, hoặc sửa các tiêu chí thưởng.",
        "Write {sum} as `bonus`, or correct the criteria of bonus.",
    ),
    "check-scale-without-criteria": Sentence(
        "Thang điểm là {points} và xếp hạng theo điểm, nhưng không có tiêu chí nào cho điểm.",
        "The scale has {points} points and the order is by points, but no criterion gives any.",
    ),
    "check-scale-without-criteria-fix": Sentence(
        'Hãy ghi các tiêu chí, hoặc khai báo `what = "criteria"` trong [[undefined]] nếu cụm tự đặt.',
        'Write the criteria, or declare `what = "criteria"` in [[undefined]] where the cluster sets its own.',
    ),
    "check-scale-open-ended": Sentence(
        "“{criterion}” không có tối đa trong thang {points} điểm: {count} lần đã là {got} điểm.",
        "“{criterion}” has no maximum on a scale of {points} points: a count of {count} gives {got}.",
    ),
    "check-scale-open-ended-fix": Sentence(
        "Hãy ghi `max` cho tiêu chí.",
        "Write the `max` of the criterion.",
    ),
    "check-scale-open-ended-policy": Sentence(
        "“{criterion}” không có tối đa trong thang {points} điểm, nên không kiểm được tổng điểm có bằng thang hay "
        "không.",
        "“{criterion}” has no maximum on a scale of {points} points, so that nothing tells whether the criteria "
        "sum to it.",
    ),
    "check-scale-open-ended-policy-fix": Sentence(
        "Hãy ghi `max` cho tiêu chí.",
        "Write the `max` of the criterion.",
    ),
    "check-deduction-above-scale": Sentence(
        "“{criterion}” trừ tới {max} điểm trong khi nhiều nhất chỉ có {best}: đơn vị đạt mọi điểm cũng còn {left}.",
        "“{criterion}” takes off up to {max} points where there are {best} at the most: a unit with all of them is "
        "left with {left}.",
    ),
    "check-deduction-above-scale-fix": Sentence(
        "Hãy đối chiếu `max` của điểm trừ với văn bản.",
        "Compare the `max` of the deduction with the text.",
    ),
    "check-above-scale": Sentence(
        "“{criterion}” cho phép vượt tối đa: làm gấp đôi kế hoạch thì tổng có thể là {total} trên thang {points}.",
        "“{criterion}” may pass its maximum: at twice the plan a total may be {total} on a scale of {points}.",
    ),
    "check-above-scale-fix": Sentence(
        "Nếu văn bản không cho vượt thang, hãy bỏ `above_max`.",
        "Where the text does not let the scale be passed, remove `above_max`.",
    ),
    "check-table-unused": Sentence(
        "Không cụm nào được chấm theo bảng điểm “{table}”.",
        "No cluster is scored by the table of points “{table}”.",
    ),
    "check-table-unused-fix": Sentence(
        'Hãy ghi `table = "{table}"` cho cụm dùng bảng này, hoặc bỏ bảng.',
        'Write `table = "{table}"` in the cluster that it is for, or remove the table.',
    ),
    "check-rounding-idle": Sentence(
        "“{criterion}” làm tròn {places} chữ số nhưng điểm chỉ là tổng của {points}, vốn đã tròn: không có gì được "
        "làm tròn.",
        "“{criterion}” is rounded to {places} places, but its points are made of {points}, which are round: "
        "nothing is ever rounded.",
    ),
    "check-rounding-idle-fix": Sentence(
        "Hãy bỏ `rounding`, hoặc sửa số chữ số.",
        "Remove `rounding`, or correct its places.",
    ),
    "check-rounding-ties": Sentence(
        "Tổng điểm được làm tròn trước khi xếp hạng: {low} và {high} đều thành {both}, hai đơn vị ấy bằng nhau.",
        "Totals are rounded before they are ranked: {low} and {high} both become {both}, and the two units tie.",
    ),
    "check-rounding-ties-fix": Sentence(
        "Hãy kiểm tra văn bản có cho làm tròn trước khi xếp hạng không; nếu không thì bỏ `rounding`.",
        "See whether the text rounds before it ranks; where it does not, remove `rounding`.",
    ),
    "check-stage-unused": Sentence(
        "Bước chấm “{stage}” không chấm tiêu chí nào: mọi tiêu chí đều nêu các bước khác.",
        "The stage “{stage}” scores no criterion: all of them name others.",
    ),
    "check-stage-unused-fix": Sentence(
        "Hãy thêm bước này vào `stages` của tiêu chí mà nó chấm, hoặc bỏ nó.",
        "Add it to the `stages` of a criterion that it scores, or remove it.",
    ),
    "check-scoring-missing": Sentence(
        "“{criterion}” được chấm ở các bước {stages} nhưng không có [scoring]: năm nào ghi điểm của hai bước sẽ bị "
        "từ chối.",
        "“{criterion}” is scored in the stages {stages}, and there is no [scoring]: a season with points of two of "
        "them is refused.",
    ),
    "check-scoring-missing-fix": Sentence(
        "Hãy ghi [scoring] `take`: lấy điểm bước sau cùng, trung bình, cao nhất hay đã thống nhất.",
        "Write [scoring] `take`: the last, the mean, the most, or what the meeting agreed.",
    ),
    "check-scoring-last-self": Sentence(
        "Lấy điểm của bước sau cùng, mà bước sau cùng là đơn vị tự chấm (“{stage}”): điểm tự chấm thành điểm chính "
        "thức.",
        "The points of the last stage count, and that is where units score themselves (“{stage}”): nobody checks them.",
    ),
    "check-scoring-last-self-fix": Sentence(
        "Hãy xếp [[stages]] theo thứ tự chấm, tự chấm trước.",
        "Put [[stages]] in the order in which they score, the units' own first.",
    ),
    "check-scoring-idle": Sentence(
        "[scoring] nói lấy điểm của bước nào, nhưng không tiêu chí nào có hai bước chấm (“{criterion}” chỉ có "
        "{stage}): không bao giờ dùng tới.",
        "[scoring] says which of several stages counts, but no criterion has two (“{criterion}” has {stage} "
        "alone): it never applies.",
    ),
    "check-scoring-idle-fix": Sentence(
        "Hãy bỏ [scoring], hoặc sửa `stages` của các tiêu chí.",
        "Remove [scoring], or correct the `stages` of the criteria.",
    ),
}
