"""Sentences of what `emulrules check` finds in votes, quorums, limits and headship.

Each code has two: what is wrong, with its witness, and under the same code ending in `-fix` the one thing to do.
"""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    # Votes and quorums
    "check-vote-threshold-empty": Sentence(
        "Bước “{step}” đòi hỏi nhiều hơn 0 phiếu: một phiếu là đủ, nên ngưỡng này không có nghĩa.",
        "The step “{step}” asks for more than 0: one vote is enough, so that the threshold says nothing.",
    ),
    "check-vote-threshold-empty-fix": Sentence(
        "Hãy ghi tỷ lệ mà văn bản quy định.",
        "Write the share that the text gives.",
    ),
    "check-vote-one-enough": Sentence(
        "Bước “{step}” với ngưỡng {threshold}: ở “{cluster}” có {units} đơn vị, một phiếu là đủ.",
        "The step “{step}” with its threshold of {threshold}: in “{cluster}” with {units} units one vote is enough.",
    ),
    "check-vote-one-enough-fix": Sentence(
        "Hãy sửa ngưỡng theo văn bản; có thể tỷ lệ đã bị ghi ngược.",
        "Correct the threshold by the text; the share may stand upside down.",
    ),
    "check-vote-everyone": Sentence(
        "Bước “{step}” với ngưỡng {threshold}: ở “{cluster}” có {units} đơn vị, phải đủ mọi phiếu.",
        "The step “{step}” with its threshold of {threshold}: in “{cluster}” with {units} units it takes every vote.",
    ),
    "check-vote-everyone-fix": Sentence(
        "Nếu văn bản không muốn như vậy, hãy kiểm tra `more_than` với `at_least`.",
        "If the text means otherwise, look at `more_than` and `at_least` again.",
    ),
    "check-vote-absent-outside": Sentence(
        "Bước “{step}” tính ngưỡng trên số đơn vị có mặt, nhưng đơn vị vắng mặt vẫn được bỏ phiếu (`absent = "
        '"{absent}"`): có mặt 5, vắng mặt bỏ 4 phiếu, thì có thể được 9 phiếu trên 5.',
        "The step “{step}” counts its threshold from those present, though absent members vote too (`absent = "
        '"{absent}"`): of 5 present and 4 absent a unit may have 9 votes of 5.',
    ),
    "check-vote-absent-outside-fix": Sentence(
        'Hãy ghi `base = "members"`, hoặc `absent = "excluded"`, theo văn bản.',
        'Write `base = "members"`, or `absent = "excluded"`, as the text has it.',
    ),
    "check-vote-base-asked": Sentence(
        "Bước “{step}” tính ngưỡng trên {base}, là số mà mỗi năm phải nêu; nếu không nêu thì sẽ hỏi.",
        "The step “{step}” takes its threshold as a part {base}, a number that each season must state; otherwise "
        "it is asked.",
    ),
    "check-vote-base-asked-fix": Sentence(
        "Hãy nhắc người lập tệp năm thi đua nêu số ấy trong `[meeting]` hoặc `[council]`.",
        "Have whoever writes the season file state it in `[meeting]` or `[council]`.",
    ),
    "check-review-asks-members": Sentence(
        "Hội đồng xét “{review}”, nhưng bước “{step}” lại hỏi phiếu của đơn vị trong cụm, khối (`members`).",
        "The council decides on “{review}”, but the step “{step}” puts it to the vote of the cluster's `members`.",
    ),
    "check-review-asks-members-fix": Sentence(
        'Hãy ghi `asks = "council"`.',
        'Write `asks = "council"`.',
    ),
    "check-vote-above-quorum": Sentence(
        "Bước “{step}”: ở “{cluster}” có {units} đơn vị, hội nghị {present} đơn vị là hợp lệ theo “{condition}”,"
        " nhưng phải có {votes} phiếu, mà đơn vị vắng mặt không bỏ phiếu.",
        "The step “{step}”: in “{cluster}” with {units} units a meeting of {present} stands by “{condition}”, "
        "but it takes {votes} votes, and absent members do not vote.",
    ),
    "check-vote-above-quorum-fix": Sentence(
        "Hãy đối chiếu ngưỡng, điều kiện họp và `absent` với văn bản.",
        "Compare the threshold, the quorum and `absent` with the text.",
    ),
    "check-quorum-one-enough": Sentence(
        "Điều kiện họp “{condition}” ({threshold}): ở “{cluster}” có {units} đơn vị, một đơn vị là đủ.",
        "The quorum “{condition}” ({threshold}): in “{cluster}” with {units} units one unit is enough.",
    ),
    "check-quorum-one-enough-fix": Sentence(
        "Hãy ghi tỷ lệ mà văn bản quy định.",
        "Write the share that the text gives.",
    ),
    "check-quorum-absent-excluded": Sentence(
        "Điều kiện “{condition}” tính cả đơn vị tham gia mà không có mặt, nhưng theo `[voting]` không đơn vị "
        "vắng mặt nào được tham gia.",
        "The condition “{condition}” counts those who take part without being present, but by `[voting]` no "
        "absent member can.",
    ),
    "check-quorum-absent-excluded-fix": Sentence(
        'Hãy ghi `what = "present"`, hoặc sửa `absent`.',
        'Write `what = "present"`, or correct `absent`.',
    ),
    # Limits
    "check-limit-nothing": Sentence(
        "Giới hạn “{limit}” không cho “{award}” nào cả.",
        "The limit “{limit}” allows no “{award}” at all.",
    ),
    "check-limit-nothing-fix": Sentence(
        "Hãy ghi mức mà văn bản quy định.",
        "Write the number that the text gives.",
    ),
    "check-limit-above-whole": Sentence(
        "Giới hạn “{limit}” là không quá {at_most}: trong 10 đơn vị được đến {number}, nên không giới hạn gì.",
        "The limit “{limit}” says not more than {at_most}: of 10 units as many as {number}, which limits nothing.",
    ),
    "check-limit-above-whole-fix": Sentence(
        "Hãy sửa tỷ lệ; có thể thiếu dấu phần trăm.",
        "Correct the share; a percent sign may be missing.",
    ),
    "check-limit-base-award": Sentence(
        "Giới hạn “{limit}” ghi “{name}”, là một hình thức khen, không phải điều mà hội đồng biết về đơn vị.",
        "The limit “{limit}” names “{name}”, which is an award and no fact that the council's file gives of units.",
    ),
    "check-limit-base-award-fix": Sentence(
        "Hãy ghi một điều về đơn vị, như `flag-qualified`, hoặc `leaders`.",
        "Name a fact of units, such as `flag-qualified`, or `leaders`.",
    ),
    "check-limit-base-uncounted": Sentence(
        "Giới hạn “{limit}” tính tỷ lệ trên các đơn vị có “{fact}”, nhưng cũng chính các đơn vị ấy không được tính.",
        "The limit “{limit}” is a part of the units that have “{fact}”, and the same units are not counted.",
    ),
    "check-limit-base-uncounted-fix": Sentence(
        "Hãy bỏ “{fact}” khỏi `uncounted`, hoặc sửa `base`.",
        "Take “{fact}” out of `uncounted`, or correct `base`.",
    ),
    "check-limit-unparented": Sentence(
        "Giới hạn “{limit}” đếm theo “{per}”, nhưng “{unit}” của “{cluster}” không ghi thuộc “{per}” nào.",
        "The limit “{limit}” counts by “{per}”, but “{unit}” of “{cluster}” does not say which “{per}” it belongs to.",
    ),
    "check-limit-unparented-fix": Sentence(
        "Hãy ghi `within` cho mọi đơn vị.",
        "Write `within` for every unit.",
    ),
    "check-limit-parent-twice": Sentence(
        "Hai giới hạn “{other}” và “{limit}” cùng đếm “{award}” theo đơn vị cấp trên; hội đồng nào xét cũng bị "
        "từ chối.",
        "The limits “{other}” and “{limit}” both count “{award}” by parent; every council's sitting is refused.",
    ),
    "check-limit-parent-twice-fix": Sentence(
        "Hãy chỉ giữ một `per_parent` cho mỗi hình thức khen.",
        "Keep one `per_parent` for each award.",
    ),
    "check-limit-outdone": Sentence(
        "Giới hạn “{limit}” ({number}) không bao giờ ràng buộc “{award}”, vì “{other}” ({least}) thấp hơn hoặc bằng.",
        "The limit “{limit}” ({number}) never binds “{award}”, since “{other}” ({least}) is not greater.",
    ),
    "check-limit-outdone-fix": Sentence(
        "Hãy bỏ giới hạn cao hơn.",
        "Remove the greater limit.",
    ),
    "check-limit-leaders-unnamed": Sentence(
        "“{rule}” đếm các đơn vị dẫn đầu cụm, nhưng `[order]` không yêu cầu phân định thứ nhất: hai đơn vị bằng "
        "nhau thì cụm không có đơn vị dẫn đầu.",
        "“{rule}” counts the units that lead their clusters, but `[order]` does not have the first place named: "
        "of two that are equal none leads.",
    ),
    "check-limit-leaders-unnamed-fix": Sentence(
        "Hãy ghi 1 vào `name_places`.",
        "Write 1 in `name_places`.",
    ),
    # Headship
    "check-headship-too-many-offices": Sentence(
        "“{cluster}” có {units} đơn vị kể từ năm {season}, ít hơn {offices} chức vụ; không đơn vị nào giữ hai chức.",
        "“{cluster}” has {units} units from season {season} on, fewer than the {offices} offices; no unit holds two.",
    ),
    "check-headship-too-many-offices-fix": Sentence(
        "Hãy bớt chức cấp phó, hoặc sửa danh sách thành viên.",
        "Have fewer deputies, or correct the members.",
    ),
    "check-headship-bars-too-many": Sentence(
        "“{cluster}” có {units} đơn vị kể từ năm {season}; trừ cấp trưởng cũ thì không đủ đơn vị cho {offices} "
        "chức vụ.",
        "“{cluster}” has {units} units from season {season} on; without the outgoing head too few are left for "
        "{offices} offices.",
    ),
    "check-headship-bars-too-many-fix": Sentence(
        'Hãy cho cấp trưởng cũ làm cấp phó (`for = ["head"]`), hoặc bớt chức vụ, theo văn bản.',
        'Let the outgoing head be deputy (`for = ["head"]`), or have fewer offices, as the text has it.',
    ),
    "check-headship-recognised-within": Sentence(
        'Việc công nhận do chính cụm, khối (`recognised_by = "{who}"`): công nhận là của cấp trên.',
        'The cluster itself recognises what it chose (`recognised_by = "{who}"`): that is for a level above.',
    ),
    "check-headship-recognised-within-fix": Sentence(
        "Hãy ghi cấp công nhận theo văn bản, hoặc bỏ `recognised_by`.",
        "Write the level that the text names, or remove `recognised_by`.",
    ),
    "check-headship-seat-head": Sentence(
        "Một chức cấp phó có mã “head”, là mã của cấp trưởng: hai chức không phân biệt được.",
        "A deputy's seat has the id “head”, which is that of the head: nothing tells the two offices apart.",
    ),
    "check-headship-seat-head-fix": Sentence(
        'Hãy ghi `seat = "deputy"`, hoặc mã khác.',
        'Write `seat = "deputy"`, or another id.',
    ),
    "check-headship-seat-untyped": Sentence(
        "Chức “{seat}” không ghi loại đơn vị, trong khi chức cấp phó kia có ghi.",
        "The seat “{seat}” says no type of unit, though the other deputy's does.",
    ),
    "check-headship-seat-untyped-fix": Sentence(
        "Hãy ghi `type` cho chức này.",
        "Write the `type` of this seat.",
    ),
    "check-headship-type-gone": Sentence(
        "Từ năm {season}, “{cluster}” không còn đơn vị nào loại “{type}” để giữ: {offices}.",
        "From season {season} on “{cluster}” has no unit of the type “{type}” any more to hold: {offices}.",
    ),
    "check-headship-type-gone-fix": Sentence(
        "Hãy sửa danh sách thành viên, hoặc loại đơn vị của chức vụ.",
        "Correct the members, or the type of the office.",
    ),
    "check-headship-type-shared": Sentence(
        "“{cluster}” (năm {season}) chỉ có {units} thuộc loại “{type}”, không đủ cho: {offices}.",
        "“{cluster}” (season {season}) has only {units} of the type “{type}”, too few for: {offices}.",
    ),
    "check-headship-type-shared-fix": Sentence(
        "Hãy sửa loại đơn vị của một chức vụ.",
        "Correct the type of one of these offices.",
    ),
    "check-headship-bars-everyone": Sentence(
        "“{cluster}” (năm {season}) chỉ có “{unit}” thuộc loại “{type}” được làm cấp trưởng, và cấp trưởng cũ "
        "không được làm tiếp: sau năm đầu không còn ai ({offices}).",
        "In “{cluster}” (season {season}) only “{unit}” is of the type “{type}” that may be head, and the "
        "outgoing head may not follow itself: after one season nobody is left ({offices}).",
    ),
    "check-headship-bars-everyone-fix": Sentence(
        "Hãy bỏ điều cấm này, hoặc `type` của cấp trưởng.",
        "Remove the bar, or the head's `type`.",
    ),
    "check-headship-bar-idle": Sentence(
        "Điều cấm “{bar}” nói về cấp phó, nhưng không có cấp phó nào (`deputies = []`).",
        "The bar “{bar}” is for deputies, but there are none (`deputies = []`).",
    ),
    "check-headship-bar-idle-fix": Sentence(
        "Hãy bỏ điều cấm này, hoặc ghi các cấp phó.",
        "Remove the bar, or write the deputies.",
    ),
    "check-headship-bar-twice": Sentence(
        "Điều cấm “{bar}” chỉ lặp lại điều mà “{other}” đã cấm.",
        "The bar “{bar}” says nothing but what “{other}” says already.",
    ),
    "check-headship-bar-twice-fix": Sentence(
        "Hãy bỏ một trong hai, và ghi cả hai căn cứ vào điều còn lại.",
        "Remove one of them, and write both articles in the other.",
    ),
    "check-headship-nobody-moves-up": Sentence(
        "Cấp phó lên làm cấp trưởng, nhưng không có cấp phó nào (`deputies = []`).",
        "The deputy moves up to be head, but there is none (`deputies = []`).",
    ),
    "check-headship-nobody-moves-up-fix": Sentence(
        "Hãy ghi chức cấp phó, hoặc cách chọn khác ở `by`.",
        "Write the deputy's seat, or another way in `by`.",
    ),
    "check-headship-moves-up-type": Sentence(
        "Cấp phó lên làm cấp trưởng, nhưng cấp trưởng phải thuộc loại “{type}”, còn cấp phó thuộc loại “{types}”.",
        "The deputy moves up to be head, but the head is of the type “{type}” and the deputies of “{types}”.",
    ),
    "check-headship-moves-up-type-fix": Sentence(
        "Hãy ghi cùng một loại, hoặc bỏ `type` của cấp trưởng.",
        "Write the same type, or remove that of the head.",
    ),
    "check-headship-asks-nobody": Sentence(
        "Không nói ai chọn cấp trưởng năm sau: khi có hai đơn vị trở lên, câu hỏi không đặt cho ai cả.",
        "Nothing says who chooses next year's head: of two units or more, the question is put to nobody in particular.",
    ),
    "check-headship-asks-nobody-fix": Sentence(
        'Hãy ghi `asks`, hoặc khai báo `what = "headship.by"` trong `[[undefined]]` thay cho bảng này.',
        'Write `asks`, or declare `what = "headship.by"` in `[[undefined]]` in the place of this table.',
    ),
    "check-headship-rest-asks-nobody": Sentence(
        "{by}, nhưng không nói ai chọn cấp phó, hay chọn cấp trưởng khi không có ai kế tiếp: câu hỏi không đặt cho ai "
        "cả.",
        "{by}, and nothing says who chooses the deputies, or a head where nobody follows by itself: the question is "
        "put "
        "to nobody in particular.",
    ),
    "check-headship-rest-asks-nobody-fix": Sentence(
        "Hãy ghi `asks`.",
        "Write `asks`.",
    ),
    "check-headship-turn-declined": Sentence(
        "Chức cấp trưởng luân phiên, nhưng không có quy tắc nào khi một đơn vị từ chối lượt: năm thi đua có đơn "
        "vị từ chối sẽ bị từ chối.",
        "The office goes by turns, but no rule says where a unit goes that declines: a season in which one does "
        "is refused.",
    ),
    "check-headship-turn-declined-fix": Sentence(
        "Nếu văn bản quy định, hãy ghi `declined`.",
        "If the text says it, write `declined`.",
    ),
}
