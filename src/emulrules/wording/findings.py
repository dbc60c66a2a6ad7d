"""Sentences of what `emulrules check` finds in points, criteria, gates, the order, ties and what is undefined.

Each code has two: what is wrong, with its witness, and under the same code ending in `-fix` the one thing to do.
"""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    # The page itself
    "checked-basis": Sentence("Căn cứ: {basis}", "Article: {basis}"),
    "checked-fix": Sentence("Cách sửa: {fix}", "To mend it: {fix}"),
    "checked-notes": Sentence("Lưu ý, không phải lỗi:", "Notes, nothing to mend:"),
    "checked-counts": Sentence("{findings} điều cần sửa, {notes} lưu ý.", "To mend: {findings}. Notes: {notes}."),
    "checked-named-by": Sentence("Quy chế dùng “{plugin}”: {rulesets}.", "Rulesets that name “{plugin}”: {rulesets}."),
    "checked-named-by-none": Sentence("Không quy chế nào dùng “{plugin}”.", "No ruleset names “{plugin}”."),
    # What the file itself declares
    "check-assumed": Sentence(
        "{n} quy tắc chỉ là giả định: {rules}.",
        "{n} rules are only assumed: {rules}.",
    ),
    "check-assumed-fix": Sentence(
        "Khi đọc được văn bản, hãy ghi điều khoản vào `basis` và đổi `trust`.",
        'Once the text is read, write its article in `basis` and another `trust` than "assumed".',
    ),
    "check-undefined": Sentence(
        "Quy chế để ngỏ {what}: {says}",
        "The ruleset leaves {what} open: {says}",
    ),
    "check-undefined-fix": Sentence(
        "Khi có văn bản quy định, hãy thay mục này bằng quy tắc.",
        "Once a text says it, put the rule in the place of this entry.",
    ),
    # Gates
    "check-gate-twice": Sentence(
        "Hai điều kiện “{other}” và “{gate}” cùng xét “{fact}” với cùng hệ quả: đơn vị nào có “{fact}” thì gặp cả hai, "
        "điều kiện sau không thay đổi gì.",
        "The gates “{other}” and “{gate}” turn on one fact “{fact}” with one effect: a unit that has it meets both, "
        "and the second changes nothing.",
    ),
    "check-gate-twice-fix": Sentence(
        "Hãy bỏ một trong hai, và ghi cả hai điều khoản vào `basis` của điều kiện còn lại.",
        "Remove one of them, and write both articles in the `basis` of the other.",
    ),
    "check-gate-contradicts": Sentence(
        "Cùng một đơn vị có “{fact}” thì theo “{other}” {before}, theo “{gate}” lại {effect}: bị loại thì không "
        "còn gì để tạm giữ.",
        "A unit that has the fact “{fact}” is {before} by “{other}” and {effect} by “{gate}”: who is out has nothing "
        "that could be held.",
    ),
    "check-gate-contradicts-fix": Sentence(
        "Hãy giữ hệ quả mà văn bản quy định, hoặc tách thành hai `fact` khác nhau.",
        "Keep the effect that the text gives it, or tell two facts apart.",
    ),
    "check-weight-zero": Sentence(
        "Tiêu chí “{criterion}” có trọng số 0: đơn vị được {max} điểm và đơn vị được 0 điểm có cùng tổng điểm.",
        "The criterion “{criterion}” weighs 0: a unit with {max} points and one with 0 have the same total.",
    ),
    "check-weight-zero-fix": Sentence(
        "Hãy ghi trọng số mà văn bản quy định, hoặc bỏ tiêu chí.",
        "Write the weight that the text gives it, or remove the criterion.",
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
    "check-name-twice": Sentence(
        "“{other}” và “{id}” cùng mang tên “{name}”: người đọc biên bản không phân biệt được.",
        "“{other}” and “{id}” are both called “{name}”: nobody who reads the minutes can tell them apart.",
    ),
    "check-name-twice-fix": Sentence(
        "Hãy ghi tên đầy đủ của từng mục theo văn bản, hoặc bỏ mục ghi lặp.",
        "Write the full name of each as the text has it, or remove the one that was written twice.",
    ),
    "check-change-after-seasons": Sentence(
        "“{rule}” áp dụng từ {on}, sau năm cuối ({last}) của quy chế: không năm nào dùng tới.",
        "“{rule}” is in force from {on}, after the last season ({last}) of the ruleset: no season is decided with it.",
    ),
    "check-change-after-seasons-fix": Sentence(
        "Hãy sửa ngày, hoặc chuyển mục này sang bản quy chế của những năm sau.",
        "Correct the day, or move it to the version of the ruleset for the seasons that follow.",
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
    "check-gate-takes-ground": Sentence(
        "Căn cứ “{ground}” của “{award}” đòi “{fact}”, nhưng đơn vị có “{fact}” bị “{gate}” loại: không ai được "
        "xét theo căn cứ này.",
        "The ground “{ground}” of “{award}” needs the fact “{fact}”, and who has it is put out by “{gate}”: nobody "
        "has the award on this ground.",
    ),
    "check-gate-takes-ground-fix": Sentence(
        "Hãy sửa `fact` của căn cứ hoặc của điều kiện.",
        "Correct the `fact` of the ground, or that of the gate.",
    ),
    "check-condition-idle": Sentence(
        "Điều kiện “{condition}” (ngưỡng {threshold}) đạt ngay khi có một người: với {members} thành viên chỉ cần 1.",
        "The condition “{condition}” (threshold {threshold}) is met as soon as anybody is there: of {members} "
        "members 1 is enough.",
    ),
    "check-condition-idle-fix": Sentence(
        "Hãy ghi tỷ lệ mà văn bản quy định.",
        "Write the share that the text states.",
    ),
    "check-condition-implied": Sentence(
        "Điều kiện “{condition}” không bao giờ quyết định gì vì “{other}” chặt hơn: với {members} thành viên nó "
        "cần {due}, còn “{other}” cần {more}.",
        "The condition “{condition}” never decides, since “{other}” is stricter: of {members} members it needs "
        "{due}, and “{other}” {more}.",
    ),
    "check-condition-implied-fix": Sentence(
        "Hãy bỏ “{condition}”, hoặc sửa tỷ lệ của một trong hai.",
        "Remove “{condition}”, or correct the share of one of them.",
    ),
    "check-place-beyond": Sentence(
        "Thứ {place} phải do một đơn vị giữ, nhưng “{cluster}” chỉ có {units} đơn vị: thứ ấy luôn trống.",
        "Place {place} must be held by one unit, and “{cluster}” has {units} units: it stays empty.",
    ),
    "check-place-beyond-fix": Sentence(
        "Hãy bỏ {place} khỏi `name_places`, hoặc kiểm tra danh sách của “{cluster}”.",
        "Remove {place} from `name_places`, or look at the members of “{cluster}”.",
    ),
    "check-shortlist-holds-all": Sentence(
        "Danh sách rút gọn có {number} đơn vị, mà cụm lớn nhất “{cluster}” chỉ có {units}: ai cũng được bỏ phiếu, "
        "điểm không chọn ra ai.",
        "The shortlist holds {number} units, and the largest cluster “{cluster}” has {units}: all are voted on, "
        "and points choose nobody.",
    ),
    "check-shortlist-holds-all-fix": Sentence(
        "Hãy ghi số nhỏ hơn {units}, hoặc xếp hạng theo phiếu.",
        "Write a number below {units}, or order by ballot.",
    ),
    "check-ties-missing": Sentence(
        "Hai đơn vị bằng nhau ở chỗ phải tách ({line}) thì không có bước nào: câu hỏi đưa ra là “undefined”, không "
        "ai được giao quyết định.",
        "Two equal units where a line must be drawn ({line}) meet no step: the question is asked as “undefined”, "
        "of nobody in particular.",
    ),
    "check-ties-missing-fix": Sentence(
        'Hãy thêm [[ties]] kết thúc bằng bước có người quyết định, hoặc khai báo `what = "ties"` trong '
        "[[undefined]] kèm `ask`.",
        'Add [[ties]] that end in a step by people, or declare `what = "ties"` in [[undefined]] with `ask`.',
    ),
    "check-ties-end-tied": Sentence(
        "Bước cuối “{step}” chỉ tính toán: hai đơn vị giống nhau mọi con số vẫn bằng nhau ở {line}, và không ai "
        "được giao quyết định.",
        "The last step “{step}” only computes: two units with the same figures are still equal at {line}, and "
        "nobody is to decide.",
    ),
    "check-ties-end-tied-fix": Sentence(
        'Hãy thêm bước sau cùng có người quyết định (ballot, decision, lot), hoặc khai báo `what = "ties"` trong '
        "[[undefined]] kèm `ask`.",
        'Add a last step by people (ballot, decision, lot), or declare `what = "ties"` in [[undefined]] with `ask`.',
    ),
    "check-ties-votes-tie": Sentence(
        "Bước cuối “{step}” là bỏ phiếu: hai đơn vị cùng được 3 phiếu vẫn bằng nhau, khi đó câu hỏi là “undefined”.",
        "The last step “{step}” is a ballot: two units with 3 votes each are still equal, which is then asked as "
        "“undefined”.",
    ),
    "check-ties-votes-tie-fix": Sentence(
        "Nếu văn bản có quy định, hãy thêm bước quyết định khi phiếu bằng nhau.",
        "Where the text says who then decides, add that step.",
    ),
    "check-tie-after-total": Sentence(
        "Bước “{total}” đã tách được mọi đơn vị bằng nhau: trong hai đơn vị, người được chọn đứng trên, nên không "
        "ai tới bước “{step}”.",
        "The step “{total}” parts whoever is tied: of two units the one that is chosen stands above, and nobody "
        "comes to “{step}”.",
    ),
    "check-tie-after-total-fix": Sentence(
        "Hãy đưa “{step}” lên trước “{total}”, hoặc bỏ nó.",
        "Put “{step}” before “{total}”, or remove it.",
    ),
    "check-tie-share-constant": Sentence(
        "Bước “{step}” lấy số cán bộ chia số nữ, luôn từ 1 trở lên: đơn vị 10 người có 7 nữ hay 2 nữ đều đạt "
        "{threshold}.",
        "The step “{step}” compares staff in women, which is never below 1: units with 10 staff reach {threshold} "
        "with 7 women as with 2.",
    ),
    "check-tie-share-constant-fix": Sentence(
        'Hãy ghi `share = {{ of = "women", in = "staff" }}`.',
        'Write `share = {{ of = "women", in = "staff" }}`.',
    ),
    "check-tie-share-twice": Sentence(
        "Bước “{step}” so lại {share} mà “{other}” đã so: hai đơn vị còn bằng nhau sau “{other}” thì "
        "ở đây cũng bằng nhau.",
        "The step “{step}” compares {share} again: two units that “{other}” left equal are equal here.",
    ),
    "check-tie-share-twice-fix": Sentence(
        "Hãy bỏ “{step}”, hoặc đặt bước có ngưỡng lên trước.",
        "Remove “{step}”, or put the step with a threshold first.",
    ),
    "check-tie-total-key": Sentence(
        "Bước “{step}” so “{criterion}”, mà tổng điểm chỉ gồm tiêu chí ấy: hai đơn vị bằng tổng điểm thì ở đây "
        "cũng bằng nhau.",
        "The step “{step}” compares “{criterion}”, of which alone totals are made: two units with equal totals are "
        "equal here.",
    ),
    "check-tie-total-key-fix": Sentence(
        "Hãy so một tiêu chí thành phần, hoặc bỏ bước này.",
        "Compare one of its parts, or remove the step.",
    ),
    "check-tie-over-decided": Sentence(
        "Bước “{step}” so từng đôi theo {over}, những tiêu chí các bước trước đã so: hai đơn vị còn bằng nhau thì "
        "bằng nhau ở mọi tiêu chí ấy.",
        "The step “{step}” compares head to head over {over}, which earlier steps have compared: two units still "
        "tied are equal in all of them.",
    ),
    "check-tie-over-decided-fix": Sentence(
        "Hãy thêm tiêu chí khác vào `over`, hoặc bỏ bước này.",
        "Add other criteria to `over`, or remove the step.",
    ),
    "check-undefined-needed": Sentence(
        "Quy chế để ngỏ {what} mà không nói hỏi ai: {says} Năm nào cần tới sẽ bị từ chối.",
        "The ruleset leaves {what} open and names nobody to ask: {says} A season that needs it is refused.",
    ),
    "check-undefined-needed-fix": Sentence(
        "Hãy ghi `ask`, hoặc thay bằng quy tắc.",
        "Write `ask`, or the rule itself.",
    ),
    "check-undefined-stated": Sentence(
        "Quy chế khai báo {what} là để ngỏ nhưng cũng quy định nó: người đọc không biết điều nào đúng.",
        "The ruleset declares {what} undefined and states it as well: nobody can tell which of the two holds.",
    ),
    "check-undefined-stated-fix": Sentence(
        "Hãy bỏ mục này nếu quy định đã đủ.",
        "Remove this entry where the rule is complete.",
    ),
    "check-headship-missing": Sentence(
        "Quy chế “{id}” không nói cụm trưởng năm sau được chọn thế nào, cũng không khai báo là để ngỏ: không năm "
        "nào quyết định được.",
        "The ruleset “{id}” neither says how next year's head is chosen nor declares it undefined: no season can "
        "be decided.",
    ),
    "check-headship-missing-fix": Sentence(
        'Hãy ghi [headship], hoặc khai báo `what = "headship"` trong [[undefined]].',
        'Write [headship], or declare `what = "headship"` in [[undefined]].',
    ),
    "check-order-missing": Sentence(
        "“{award}” được chọn theo thứ hạng (“{step}”) nhưng không quy tắc nào xếp hạng: năm nào tới đó sẽ bị từ chối.",
        "“{award}” is given by standing (“{step}”), and nothing ranks the units: a season that comes so far is "
        "refused.",
    ),
    "check-order-missing-fix": Sentence(
        "Hãy ghi [order].",
        "Write [order].",
    ),
}
