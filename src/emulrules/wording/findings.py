"""Sentences of what `emulrules check` finds in members, gates, the order, ties and what is undefined.

Each code has two: what is wrong, with its witness, and under the same code ending in `-fix` the one thing to do.
"""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    # The page itself
    "checked-basis": Sentence("Căn cứ: {basis}", "Article: {basis}"),
    "checked-fix": Sentence("Cách sửa: {fix}", "To mend it: {fix}"),
    "checked-fix-near": Sentence(
        "Hãy ghi “{near}”, nếu đó là điều muốn nói.", "Write “{near}”, if that is what is meant."
    ),
    "checked-by-turn": Sentence("Cấp trưởng luân phiên theo lượt", "The head follows by turn"),
    "checked-by-deputy": Sentence("Cấp phó lên làm cấp trưởng", "The deputy moves up to be head"),
    "checked-office-head": Sentence("cấp trưởng", "head"),
    "checked-office-deputy": Sentence("cấp phó", "deputy"),
    "checked-office-seat": Sentence("cấp phó “{seat}”", "deputy “{seat}”"),
    "checked-total": Sentence("tổng điểm", "the total"),
    "checked-all-leaves": Sentence("mọi tiêu chí được chấm", "all criteria that are scored"),
    "checked-notes": Sentence("Lưu ý, không phải lỗi:", "Notes, nothing to mend:"),
    "checked-counts": Sentence("{findings} điều cần sửa, {notes} lưu ý.", "To mend: {findings}. Notes: {notes}."),
    "checked-named-by": Sentence("Quy chế dùng “{plugin}”: {rulesets}.", "Rulesets that name “{plugin}”: {rulesets}."),
    "checked-named-by-none": Sentence("Không quy chế nào dùng “{plugin}”.", "No ruleset names “{plugin}”."),
    # What the file itself declares or leaves out
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
        "Quy chế “{id}” không nói cấp trưởng năm sau được chọn thế nào, cũng không khai báo là để ngỏ: không năm "
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
    # Clusters, members, names and seasons
    "check-policy-not-installed": Sentence(
        "Ở đây không gói nào đã cài có chính sách “{policy}” (hiện có: {known}): nếu không cài thì năm nào cũng bị từ "
        "chối.",
        "Nothing that is installed here brings the policy “{policy}” (there are {known}): without it every season is "
        "refused.",
    ),
    "check-policy-not-installed-fix": Sentence(
        "Hãy cài gói có chính sách này rồi soát lại, hoặc sửa `policy`.",
        "Install the distribution that brings it and check again, or correct `policy`.",
    ),
    "check-unit-in-two-clusters": Sentence(
        "“{unit}” có tên ở cả “{other}” và “{cluster}”: mỗi năm được xét ở hai nơi.",
        "“{unit}” stands in both “{other}” and “{cluster}”: each season decides about it twice.",
    ),
    "check-unit-in-two-clusters-fix": Sentence(
        "Hãy đối chiếu danh sách đơn vị của hai cụm, khối với văn bản.",
        "Compare the members of both with the text.",
    ),
    "check-members-never": Sentence(
        "Danh sách “{roster}” thay `members` của “{cluster}” từ {on}, trước khi năm đầu ({season}) kết thúc: `members` "
        "không bao giờ được dùng.",
        "The list “{roster}” replaces the `members` of “{cluster}” from {on}, before the first season ({season}) is "
        "over: `members` are never in force.",
    ),
    "check-members-never-fix": Sentence(
        "Hãy sửa ngày của “{roster}”, hoặc ghi danh sách ấy vào `members`.",
        "Correct the day of “{roster}”, or write its list as `members`.",
    ),
    "check-cluster-kind": Sentence(
        'Tên là “{name}” mà `kind = "{kind}"`: báo cáo gọi chức vụ theo `kind`.',
        'It is called “{name}” and has `kind = "{kind}"`: reports name its offices by `kind`.',
    ),
    "check-cluster-kind-fix": Sentence(
        'Hãy ghi `kind = "cluster"` cho cụm, `kind = "bloc"` cho khối.',
        'Write `kind = "cluster"` for a cụm, `kind = "bloc"` for a khối.',
    ),
    "check-fact-alike": Sentence(
        "“{fact}” và “{other}” chỉ khác nhau một, hai chữ: nếu là một điều thì mỗi năm phải ghi hai lần, thiếu lần nào "
        "là bị hỏi lần ấy.",
        "“{fact}” and “{other}” differ by a letter or two: if they are one fact, each season has to state it twice, "
        "and "
        "is asked for the one that it lacks.",
    ),
    "check-fact-alike-fix": Sentence(
        "Hãy ghi “{other}” ở cả hai nơi, hoặc đặt tên khác hẳn cho một trong hai.",
        "Write “{other}” in both places, or give one of them quite another name.",
    ),
    "check-share-below-percent": Sentence(
        "“{rule}” lấy tỷ lệ {share}, chưa đến 1%: có thể một số thập phân bị ghi thêm dấu phần trăm.",
        "“{rule}” takes a share of {share}, less than 1%: a percent sign may stand after a decimal.",
    ),
    "check-share-below-percent-fix": Sentence(
        "Hãy đối chiếu với văn bản; có thể là {meant}.",
        "Compare it with the text; it may be {meant}.",
    ),
    "check-seasons-mixed": Sentence(
        "Năm đầu là {first}, năm cuối là {last}: một bên là năm học, một bên là năm thường.",
        "The first season is {first} and the last one {last}: one is a school year, the other is none.",
    ),
    "check-seasons-mixed-fix": Sentence(
        "Hãy ghi cả hai theo một kiểu, như 2024-2025 và 2026-2027.",
        "Write both in one way, such as 2024-2025 and 2026-2027.",
    ),
    "check-unit-in-no-cluster": Sentence(
        "“{name}” ({unit}) không thuộc cụm, khối nào: không năm nào xét đơn vị này.",
        "“{name}” ({unit}) belongs to no cluster: no season decides about it.",
    ),
    "check-unit-in-no-cluster-fix": Sentence(
        "Hãy thêm “{unit}” vào `members` của cụm, khối, hoặc bỏ đơn vị này.",
        "Add “{unit}” to the `members` of a cluster, or remove it.",
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
    # Gates and conditions
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
    # The order and ties
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
    "check-tie-over-balanced": Sentence(
        "Bước “{step}” so từng đôi mà chỉ còn “{one}” và “{other}” khác nhau, và hơn ở tiêu chí này thì kém ở tiêu chí "
        "kia: luôn ngang nhau 1-1.",
        "The step “{step}” compares head to head, where only “{one}” and “{other}” can still differ, and who has more "
        "in "
        "one has less in the other: it is always one each.",
    ),
    "check-tie-over-balanced-fix": Sentence(
        'Hãy so một trong hai tiêu chí ấy trước (`by = "criterion"`), hoặc bỏ bước này.',
        'Compare one of the two by itself (`by = "criterion"`), or remove the step.',
    ),
    "check-tie-follows": Sentence(
        "Bước “{step}” so điểm của “{criterion}”, nhưng các bước trước đã so {before}: hai đơn vị vẫn bằng nhau thì "
        "bằng nhau cả ở đây.",
        "The step “{step}” compares “{criterion}”, but {before} come before it: two units still equal in these are "
        "equal here.",
    ),
    "check-tie-follows-fix": Sentence(
        "Hãy so một tiêu chí khác, hoặc bỏ bước này.",
        "Compare another criterion, or remove the step.",
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
}
