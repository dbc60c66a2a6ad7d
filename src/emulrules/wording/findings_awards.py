"""Sentences of what `emulrules check` finds in quotas, awards, votes, limits, headship, sources and dated files.

Each code has two: what is wrong, with its witness, and under the same code ending in `-fix` the one thing to do.
"""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    # Quotas
    "check-quota-never": Sentence(
        "“{award}”: theo quy tắc về số lượng thì cụm từ 1 đến {most} đơn vị đều không được suất nào.",
        "“{award}”: by its quota no cluster of 1 to {most} units has any.",
    ),
    "check-quota-never-fix": Sentence(
        "Hãy ghi số lượng mà văn bản quy định, hoặc bỏ hình thức khen này.",
        "Write the number that the text gives, or remove the award.",
    ),
    "check-quota-none": Sentence(
        "“{award}”: không cụm nào của quy chế được suất nào, chẳng hạn “{cluster}” có {units} đơn vị; phải có ít"
        " nhất {least} đơn vị mới được một suất.",
        "“{award}”: none of the ruleset's clusters has any, such as “{cluster}” with {units} units; it takes at "
        "least {least} units to have one.",
    ),
    "check-quota-none-fix": Sentence(
        "Hãy sửa tỷ lệ, hoặc ghi `least = 1` nếu văn bản quy định mức tối thiểu.",
        "Correct the share, or write `least = 1` if the text says a minimum.",
    ),
    "check-quota-none-some": Sentence(
        "“{award}”: “{cluster}” có {units} đơn vị nên không được suất nào; phải có ít nhất {least} đơn vị mới "
        "được một suất.",
        "“{award}”: “{cluster}” has {units} units and so no award; it takes at least {least} units to have one.",
    ),
    "check-quota-none-some-fix": Sentence(
        "Nếu văn bản quy định mức tối thiểu, hãy ghi `least`.",
        "If the text says a minimum, write it as `least`.",
    ),
    "check-quota-above-members": Sentence(
        "“{award}”: “{cluster}” chỉ có {units} đơn vị mà được đến {number} suất.",
        "“{award}”: “{cluster}” has {units} units only, and a quota of {number}.",
    ),
    "check-quota-above-members-fix": Sentence(
        "Hãy sửa số lượng, hoặc ghi `rest = true` nếu mọi đơn vị đều được xét.",
        "Correct the number, or write `rest = true` if every unit may have it.",
    ),
    "check-quota-row-above": Sentence(
        "“{award}”: dòng này cho {number} suất trong khi cụm có nhiều nhất {units} đơn vị.",
        "“{award}”: this row gives {number} awards to clusters of at most {units} units.",
    ),
    "check-quota-row-above-fix": Sentence(
        "Hãy sửa `number` của dòng: số suất và số đơn vị có thể đã bị ghi lẫn.",
        "Correct the row's `number`: awards and units may have been mixed up.",
    ),
    "check-quota-above-share": Sentence(
        "“{award}”: cụm {units} đơn vị được {number} suất, trong khi giới hạn “{limit}” là không quá {at_most}.",
        "“{award}”: a cluster of {units} units has {number}, though the limit “{limit}” says not more than {at_most}.",
    ),
    "check-quota-above-share-fix": Sentence(
        "Hãy ghi `not_more_than` thay cho `share` và `rounding`: “không quá” thì không làm tròn lên.",
        "Write `not_more_than` in the place of `share` and `rounding`: what is not more than a share is never "
        "rounded up.",
    ),
    "check-quota-least-above": Sentence(
        "“{award}”: mức tối thiểu {least} vượt tỷ lệ {share} ở cụm có đến {units} đơn vị.",
        "“{award}”: at least {least} is more than {share} of clusters of up to {units} units.",
    ),
    "check-quota-least-above-fix": Sentence(
        "Nếu văn bản không quy định mức tối thiểu, hãy bỏ `least`.",
        "If the text says no minimum, remove `least`.",
    ),
    "check-quota-falls": Sentence(
        "“{award}”: cụm {units} đơn vị được {number} suất, cụm {fewer} đơn vị chỉ được {left}: một đơn vị rời "
        "đi, dù không được khen, làm những đơn vị khác mất hơn một suất.",
        "“{award}”: a cluster of {units} units has {number}, one of {fewer} only {left}: a unit that leaves, "
        "even without an award, costs the others more than one.",
    ),
    "check-quota-falls-fix": Sentence(
        "Hãy đối chiếu bảng với văn bản, và thêm dòng cho các số suất ở giữa nếu thiếu.",
        "Compare the table with the text, and add a row for the numbers between if one is missing.",
    ),
    "check-quota-table-sinks": Sentence(
        "“{award}”: từ {units} đơn vị chỉ được {more} suất, ít hơn {number} suất của cụm {fewer} đơn vị.",
        "“{award}”: from {units} units on there are {more} awards only, fewer than the {number} for {fewer} units.",
    ),
    "check-quota-table-sinks-fix": Sentence(
        "Hãy xếp lại các dòng: cụm đông hơn không được ít suất hơn.",
        "Put the rows right: a larger cluster has no fewer awards.",
    ),
    "check-quota-size-uncovered": Sentence(
        "“{award}”: không dòng nào của bảng ({rows}) có “{cluster}” với {units} đơn vị, kể từ năm {season}.",
        "“{award}”: no row of the table ({rows}) has “{cluster}” with its {units} units from season {season} on.",
    ),
    "check-quota-size-uncovered-fix": Sentence(
        "Hãy thêm dòng cho số đơn vị ấy, theo đúng văn bản.",
        "Add a row for that size, as the text has it.",
    ),
    "check-quota-together": Sentence(
        "“{award}” và các hình thức loại trừ nhau (mỗi đơn vị chỉ được một) cộng lại là {number} suất, mà "
        "“{cluster}” chỉ có {units} đơn vị: {awards}.",
        "“{award}” and those that it shuts out, of which no unit may have two, are {number} together, and "
        "“{cluster}” has {units} units only: {awards}.",
    ),
    "check-quota-together-fix": Sentence(
        "Hãy sửa một trong các số lượng, hoặc `excludes`.",
        "Correct one of the numbers, or `excludes`.",
    ),
    "check-quota-together-some": Sentence(
        "“{award}” và các hình thức loại trừ nhau cộng lại là {number} suất, mà “{cluster}” chỉ có {units} đơn "
        "vị ({awards}): sẽ có suất bỏ trống.",
        "“{award}” and those that it shuts out are {number} together, and “{cluster}” has {units} units only "
        "({awards}): some slots stay empty.",
    ),
    "check-quota-together-some-fix": Sentence(
        "Nếu văn bản không muốn như vậy, hãy ghi số lượng theo số đơn vị (`table`).",
        "If the text means otherwise, write the numbers by size (`table`).",
    ),
    # Prerequisites
    "check-award-requires-places": Sentence(
        "“{award}” chỉ dành cho hạng {places} mà đòi hỏi “{other}”, chỉ dành cho hạng {others}: không đơn vị nào được "
        "“{award}”.",
        "“{award}” goes to place {places} only and requires “{other}”, which goes to place {others} only: nobody can "
        "have “{award}”.",
    ),
    "check-award-requires-places-fix": Sentence(
        "Hãy sửa `places` của một trong hai, hoặc bỏ “{other}” khỏi `requires`.",
        "Correct `places` of one of them, or take “{other}” out of `requires`.",
    ),
    "check-award-requires-apart": Sentence(
        "“{award}” đòi hỏi cả “{one}” và “{other}”, nhưng không đơn vị nào được có cả hai.",
        "“{award}” requires both “{one}” and “{other}”, but no unit may have both.",
    ),
    "check-award-requires-apart-fix": Sentence(
        "Hãy bỏ một trong hai khỏi `requires`, hoặc bỏ việc loại trừ giữa chúng.",
        "Take one of them out of `requires`, or remove the exclusion between them.",
    ),
    "check-award-excludes-required": Sentence(
        "“{award}” loại trừ “{other}”, nhưng lại đòi hỏi “{via}”, mà ai được “{via}” thì đã có “{other}”.",
        "“{award}” excludes “{other}”, but requires “{via}”, and whoever has “{via}” has “{other}”.",
    ),
    "check-award-excludes-required-fix": Sentence(
        "Hãy bỏ “{other}” khỏi `excludes`, hoặc “{via}” khỏi `requires`.",
        "Take “{other}” out of `excludes`, or “{via}” out of `requires`.",
    ),
    "check-ground-never": Sentence(
        "Tiêu chuẩn “{ground}” của “{award}” không bao giờ đạt được: ai có thể được “{award}” thì không thể có "
        "“{other}”.",
        "The ground “{ground}” of “{award}” can never hold: whoever may have “{award}” cannot have “{other}”.",
    ),
    "check-ground-never-fix": Sentence(
        "Hãy bỏ tiêu chuẩn này, hoặc sửa `excludes`.",
        "Remove the ground, or correct `excludes`.",
    ),
    "check-award-requires-fewer": Sentence(
        "“{award}” có {number} suất cho cụm {units} đơn vị, nhưng chỉ {most} đơn vị có “{other}” mà nó đòi hỏi: "
        "luôn có suất bỏ trống.",
        "“{award}” has {number} slots in a cluster of {units} units, but only {most} have “{other}”, which it "
        "requires: some always stay empty.",
    ),
    "check-award-requires-fewer-fix": Sentence(
        "Hãy đối chiếu hai số lượng với văn bản.",
        "Compare both numbers with the text.",
    ),
    "check-award-before-itself": Sentence(
        "“{award}” chỉ dành cho đơn vị đã được chính “{award}” năm trước: đơn vị chưa từng được thì không bao "
        "giờ được.",
        "“{award}” is for those only who won “{award}” the season before: a unit that never had it can never have it.",
    ),
    "check-award-before-itself-fix": Sentence(
        "Hãy ghi trong `requires_before` hình thức khen mà văn bản nói đến.",
        "Name in `requires_before` the award that the text means.",
    ),
    "check-award-places-taken": Sentence(
        "“{award}” dành cho thứ hạng {places} và loại trừ “{other}”, nhưng “{other}” đã dành cho chính thứ hạng "
        "ấy: không đơn vị nào được “{award}”.",
        "“{award}” goes to place {places} and excludes “{other}”, which goes to the same place: nobody can have "
        "“{award}”.",
    ),
    "check-award-places-taken-fix": Sentence(
        "Hãy ghi các thứ hạng tiếp theo vào `places`, hoặc bỏ `excludes`.",
        "Write the places that follow in `places`, or remove `excludes`.",
    ),
    "check-award-rest-taken": Sentence(
        "“{award}” loại trừ “{other}”, nhưng “{other}” được xét trước và dành cho tất cả các đơn vị: không còn "
        "ai cho “{award}”.",
        "“{award}” excludes “{other}”, which is decided before it and goes to all: nobody is left for “{award}”.",
    ),
    "check-award-rest-taken-fix": Sentence(
        "Hãy ghi `excludes` ở “{other}” thay vì ở “{award}”, để “{award}” được xét trước.",
        "Write `excludes` on “{other}” and not on “{award}”, so that “{award}” is decided first.",
    ),
    "check-review-cycle": Sentence(
        "Hội đồng không thể bắt đầu xét: mỗi hình thức phải đợi hình thức kia ({reviews}).",
        "The council can begin with none of them: each is decided after the other ({reviews}).",
    ),
    "check-review-cycle-fix": Sentence(
        "Hãy bỏ một trong các `requires`, `excludes` ấy.",
        "Remove one of these `requires` or `excludes`.",
    ),
    # Choices
    "check-award-place-twice": Sentence(
        "“{award}”: bước “{step}” lại chọn thứ hạng {place}, đơn vị ấy đã được chọn ở bước “{other}”.",
        "“{award}”: the step “{step}” takes place {place}, whose unit the step “{other}” has taken already.",
    ),
    "check-award-place-twice-fix": Sentence(
        "Hãy bỏ thứ hạng này ở một trong hai bước.",
        "Remove the place from one of the two steps.",
    ),
    "check-award-places-too-few": Sentence(
        "“{award}” có {number} suất nhưng chỉ chọn theo {places} thứ hạng: suất còn lại luôn bỏ trống.",
        "“{award}” has {number} slots but goes to {places} places only: the others always stay empty.",
    ),
    "check-award-places-too-few-fix": Sentence(
        "Hãy thêm thứ hạng vào `places`, hoặc bỏ `quota`.",
        "Add the places to `places`, or remove `quota`.",
    ),
    "check-award-places-too-many": Sentence(
        "“{award}” ghi {places} thứ hạng nhưng chỉ có {number} suất: thứ hạng sau không bao giờ được xét.",
        "“{award}” names {places} places but has {number} slots: the last places never get one.",
    ),
    "check-award-places-too-many-fix": Sentence(
        "Hãy sửa số lượng, hoặc bỏ thứ hạng thừa; không có `quota` thì số lượng là số thứ hạng.",
        "Correct the number, or remove the places; without `quota` the places say how many.",
    ),
    "check-award-step-idle": Sentence(
        "“{award}”: bước “{step}” không bao giờ đến lượt, vì bước “{other}” chọn theo thứ hạng cho đến khi hết "
        "suất hoặc hết đơn vị.",
        "“{award}”: the step “{step}” never gets a turn, since “{other}” chooses by standing until no slot or no"
        " unit is left.",
    ),
    "check-award-step-idle-fix": Sentence(
        "Hãy đặt bước này lên trước, hoặc bỏ nó.",
        "Put the step first, or remove it.",
    ),
    "check-award-boundary-idle": Sentence(
        '“{award}”: `boundary = "{boundary}"` không có tác dụng, vì không bước nào chọn theo thứ hạng (`standing`).',
        '“{award}”: `boundary = "{boundary}"` does nothing, since no step chooses by standing.',
    ),
    "check-award-boundary-idle-fix": Sentence(
        'Hãy bỏ `boundary`, hoặc chọn `by = "standing"`.',
        'Remove `boundary`, or choose `by = "standing"`.',
    ),
    "check-award-parents-short": Sentence(
        "“{award}”: “{cluster}” có {number} suất, nhưng {parents} “{per}” của các đơn vị chỉ cho phép {most}: "
        "suất còn lại luôn bỏ trống.",
        "“{award}”: “{cluster}” has {number} slots, but the {parents} parents (“{per}”) of its units allow "
        "{most} only: the others always stay empty.",
    ),
    "check-award-parents-short-fix": Sentence(
        "Hãy sửa `number` trong `at_most`, hoặc số lượng.",
        "Correct `number` in `at_most`, or the quota.",
    ),
    "check-over-quota-idle": Sentence(
        "“{award}” dành cho tất cả các đơn vị đủ điều kiện, nên không bao giờ có quá số lượng: `over_quota` "
        "không có tác dụng.",
        "“{award}” goes to all that can have it, so that there are never too many: `over_quota` does nothing.",
    ),
    "check-over-quota-idle-fix": Sentence(
        "Hãy bỏ `over_quota`, hoặc ghi số lượng.",
        "Remove `over_quota`, or write a number.",
    ),
    "check-over-quota-after-decision": Sentence(
        "“{award}”: bước “{total}” đã quyết định ai được các suất còn lại, nên không bao giờ đến bước “{step}”.",
        "“{award}”: the step “{total}” says already who has the last slots, so that nobody comes to “{step}”.",
    ),
    "check-over-quota-after-decision-fix": Sentence(
        "Hãy đặt “{step}” trước “{total}”, hoặc bỏ bước này.",
        "Put “{step}” before “{total}”, or remove it.",
    ),
    "check-over-quota-open": Sentence(
        "“{award}”: sau bước “{step}” hai đơn vị vẫn có thể bằng phiếu ở suất cuối cùng; khi đó sẽ hỏi, và người"
        " quyết định không dựa vào quy tắc nào.",
        "“{award}”: after the step “{step}” two units may still be level at the last slot; that is asked then, "
        "and whoever settles it does so without a rule.",
    ),
    "check-over-quota-open-fix": Sentence(
        'Nếu văn bản nói ai quyết định, hãy thêm bước `by = "decision"`.',
        'If the text says who decides, add a step `by = "decision"`.',
    ),
    "check-over-quota-missing": Sentence(
        "“{award}”: không có quy tắc nào khi số đơn vị đủ phiếu nhiều hơn số suất; khi đó sẽ hỏi.",
        "“{award}”: no rule says what becomes of more units over the threshold than there are slots; that is "
        "asked then.",
    ),
    "check-over-quota-missing-fix": Sentence(
        "Nếu văn bản quy định, hãy ghi `over_quota`.",
        "If the text says it, write `over_quota`.",
    ),
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
        "Hãy bớt Cụm phó, hoặc sửa danh sách thành viên.",
        "Have fewer deputies, or correct the members.",
    ),
    "check-headship-bars-too-many": Sentence(
        "“{cluster}” có {units} đơn vị kể từ năm {season}; trừ Cụm trưởng cũ thì không đủ đơn vị cho {offices} "
        "chức vụ.",
        "“{cluster}” has {units} units from season {season} on; without the outgoing head too few are left for "
        "{offices} offices.",
    ),
    "check-headship-bars-too-many-fix": Sentence(
        'Hãy cho Cụm trưởng cũ làm Cụm phó (`for = ["head"]`), hoặc bớt chức vụ, theo văn bản.',
        'Let the outgoing head be deputy (`for = ["head"]`), or have fewer offices, as the text has it.',
    ),
    "check-headship-seat-untyped": Sentence(
        "Chức “{seat}” không ghi loại đơn vị, trong khi chức Cụm phó kia có ghi.",
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
        "“{cluster}” (năm {season}) chỉ có “{unit}” thuộc loại “{type}” được làm Cụm trưởng, và Cụm trưởng cũ "
        "không được làm tiếp: sau năm đầu không còn ai ({offices}).",
        "In “{cluster}” (season {season}) only “{unit}” is of the type “{type}” that may be head, and the "
        "outgoing head may not follow itself: after one season nobody is left ({offices}).",
    ),
    "check-headship-bars-everyone-fix": Sentence(
        "Hãy bỏ điều cấm này, hoặc `type` của Cụm trưởng.",
        "Remove the bar, or the head's `type`.",
    ),
    "check-headship-bar-idle": Sentence(
        "Điều cấm “{bar}” nói về Cụm phó, nhưng cụm không có Cụm phó (`deputies = []`).",
        "The bar “{bar}” is for deputies, but there are none (`deputies = []`).",
    ),
    "check-headship-bar-idle-fix": Sentence(
        "Hãy bỏ điều cấm này, hoặc ghi các Cụm phó.",
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
        "Cụm phó lên làm Cụm trưởng, nhưng cụm không có Cụm phó (`deputies = []`).",
        "The deputy moves up to be head, but there is none (`deputies = []`).",
    ),
    "check-headship-nobody-moves-up-fix": Sentence(
        "Hãy ghi chức Cụm phó, hoặc cách chọn khác ở `by`.",
        "Write the deputy's seat, or another way in `by`.",
    ),
    "check-headship-moves-up-type": Sentence(
        "Cụm phó lên làm Cụm trưởng, nhưng Cụm trưởng phải thuộc loại “{type}”, còn Cụm phó thuộc loại “{types}”.",
        "The deputy moves up to be head, but the head is of the type “{type}” and the deputies of “{types}”.",
    ),
    "check-headship-moves-up-type-fix": Sentence(
        "Hãy ghi cùng một loại, hoặc bỏ `type` của Cụm trưởng.",
        "Write the same type, or remove that of the head.",
    ),
    "check-headship-asks-nobody": Sentence(
        "Không nói ai chọn Cụm trưởng năm sau: khi có hai đơn vị trở lên, câu hỏi không đặt cho ai cả.",
        "Nothing says who chooses next year's head: of two units or more, the question is put to nobody in particular.",
    ),
    "check-headship-asks-nobody-fix": Sentence(
        'Hãy ghi `asks`, hoặc khai báo `what = "headship.by"` trong `[[undefined]]` thay cho bảng này.',
        'Write `asks`, or declare `what = "headship.by"` in `[[undefined]]` in the place of this table.',
    ),
    "check-headship-turn-declined": Sentence(
        "Chức Cụm trưởng luân phiên, nhưng không có quy tắc nào khi một đơn vị từ chối lượt: năm thi đua có đơn "
        "vị từ chối sẽ bị từ chối.",
        "The office goes by turns, but no rule says where a unit goes that declines: a season in which one does "
        "is refused.",
    ),
    "check-headship-turn-declined-fix": Sentence(
        "Nếu văn bản quy định, hãy ghi `declined`.",
        "If the text says it, write `declined`.",
    ),
    # Sources
    "check-source-unidentified": Sentence(
        "Nguồn “{source}” chỉ ghi “{document}”, không số hiệu, không ngày: không ai tìm lại được.",
        "The source “{source}” says “{document}” only, no number and no day: nobody could find it again.",
    ),
    "check-source-unidentified-fix": Sentence(
        "Hãy ghi `number` hoặc `issued`, ít nhất là tên đầy đủ của văn bản.",
        "Write `number` or `issued`, or at least the document's full title.",
    ),
    "check-source-undated": Sentence(
        "Nguồn “{source}” (“{document}”) không có số hiệu và ngày ban hành.",
        "The source “{source}” (“{document}”) has no number and no day.",
    ),
    "check-source-undated-fix": Sentence(
        "Nếu biết, hãy ghi `number` hoặc `issued`.",
        "If they are known, write `number` or `issued`.",
    ),
    "check-source-without-day": Sentence(
        "Nguồn “{source}” (số {number}) không có ngày ban hành.",
        "The source “{source}” (number {number}) has no day of issue.",
    ),
    "check-source-without-day-fix": Sentence(
        "Nếu biết, hãy ghi `issued`.",
        "If it is known, write `issued`.",
    ),
    "check-source-uncited": Sentence(
        "Không quy tắc nào căn cứ vào nguồn “{source}”.",
        "No rule rests on the source “{source}”.",
    ),
    "check-source-uncited-fix": Sentence(
        "Hãy ghi nó vào `basis` của quy tắc dựa vào nó, hoặc bỏ nguồn này.",
        "Name it in the `basis` of the rule that rests on it, or remove it.",
    ),
    "check-source-twice": Sentence(
        "Hai nguồn “{other}” và “{source}” được dẫn như nhau (“{cited}”), nên không phân biệt được.",
        "The sources “{other}” and “{source}” are cited alike (“{cited}”), so that nobody can tell them apart.",
    ),
    "check-source-twice-fix": Sentence(
        "Hãy bỏ một trong hai, hoặc sửa số hiệu.",
        "Remove one of them, or correct a number.",
    ),
    "check-source-after-seasons": Sentence(
        "Nguồn “{source}” ban hành ngày {issued}, sau khi năm cuối cùng ({last}) của quy chế đã kết thúc.",
        "The source “{source}” was issued on {issued}, after the last season ({last}) of the ruleset was over.",
    ),
    "check-source-after-seasons-fix": Sentence(
        "Hãy sửa ngày ban hành, hoặc các năm áp dụng.",
        "Correct the day, or the seasons.",
    ),
    "check-basis-no-article": Sentence(
        "“{rule}” dẫn cả nguồn “{source}” mà không nêu điều nào, trong khi quy tắc khác nêu rõ (“{article}”); số"
        " quy tắc như vậy: {n}.",
        "“{rule}” cites the whole of “{source}” and no article, though others name theirs (“{article}”); rules "
        "that do so: {n}.",
    ),
    "check-basis-no-article-fix": Sentence(
        "Nếu biết, hãy ghi điều, khoản sau mã nguồn trong `basis`.",
        "If it is known, write the article after the source in `basis`.",
    ),
    "check-source-summary-read": Sentence(
        "“{rule}” ghi đã đọc điều khoản, nhưng nguồn “{source}” chỉ được biết như sau: {seen}.",
        "“{rule}” says that the clause was read, but of the source “{source}” this only was seen: {seen}.",
    ),
    "check-source-summary-read-fix": Sentence(
        'Hãy ghi `trust = "reported"`, hoặc nói ở `seen` đã đọc điều nào.',
        'Write `trust = "reported"`, or say in `seen` which articles were read.',
    ),
    # Dated files
    "check-dated-order": Sentence(
        "Bản {day} của “{id}” có hiệu lực sau bản {other}, nhưng lại áp dụng cho những năm trước nó ({span}, "
        "trước đó {before}).",
        "The version {day} of “{id}” comes into force after {other}, but covers earlier seasons ({span}, the "
        "other {before}).",
    ),
    "check-dated-order-fix": Sentence(
        "Hãy sửa `in_force` hoặc `seasons` của một trong hai bản.",
        "Correct `in_force` or `seasons` of one of them.",
    ),
    "check-dated-endless": Sentence(
        "Bản {day} của “{id}” không ghi năm cuối, nhưng bản {later} đã thay nó ({span}).",
        "The version {day} of “{id}” has no last season, though {later} follows it ({span}).",
    ),
    "check-dated-endless-fix": Sentence(
        "Hãy ghi `last` trong `seasons`.",
        "Write `last` in `seasons`.",
    ),
    "check-dated-gap": Sentence(
        "Năm {season} không có bản nào của “{id}”: bản {other} là {before}, bản {day} là {span}.",
        "No version of “{id}” covers season {season}: {other} has {before}, {day} has {span}.",
    ),
    "check-dated-gap-fix": Sentence(
        "Hãy nối hai bản, hoặc thêm bản cho năm ấy.",
        "Make the two meet, or add the version of that season.",
    ),
    "check-dated-overlap": Sentence(
        "Năm {season} có hai bản của “{id}”: bản {other} là {before}, bản {day} là {span}.",
        "Season {season} has two versions of “{id}”: {other} has {before}, {day} has {span}.",
    ),
    "check-dated-overlap-fix": Sentence(
        "Hãy ghi `last` của bản trước là năm ngay trước bản sau.",
        "End the earlier one with the season before the later one begins.",
    ),
    "check-dated-two-laws": Sentence(
        "Năm {season} có hai bản của “{id}”, vì bản {day} ({span}) có hiệu lực trong năm ấy, sau bản {other} "
        "({before}): tệp năm thi đua phải ghi `in_force`.",
        "Season {season} has two versions of “{id}”, since {day} ({span}) came into force in it, after {other} "
        "({before}): the season file must write `in_force`.",
    ),
    "check-dated-two-laws-fix": Sentence(
        "Nếu văn bản nói năm ấy theo bản nào, hãy sửa `seasons`.",
        "If the text says which of them governs it, correct `seasons`.",
    ),
    "check-dated-late": Sentence(
        "Bản {day} của “{id}” có hiệu lực khi năm đầu tiên ({season}) đã kết thúc.",
        "The version {day} of “{id}” comes into force when its first season ({season}) is over.",
    ),
    "check-dated-late-fix": Sentence(
        "Hãy sửa `in_force`, hoặc `first` trong `seasons`.",
        "Correct `in_force`, or `first` in `seasons`.",
    ),
    "check-dated-base": Sentence(
        "Bản {day} của “{id}” mở rộng “{base}” bản {base_day}, chỉ áp dụng cho {span}, không có năm {season}.",
        "The version {day} of “{id}” extends “{base}” of {base_day}, which covers {span} and not season {season}.",
    ),
    "check-dated-base-fix": Sentence(
        "Hãy mở rộng bản của “{base}” áp dụng cho năm ấy.",
        "Extend the version of “{base}” that covers that season.",
    ),
    "check-dated-base-endless": Sentence(
        "Bản {day} của “{id}” không ghi năm cuối, nhưng “{base}” bản {base_day} mà nó mở rộng đã hết sau năm "
        "{last} ({span}).",
        "The version {day} of “{id}” has no last season, but “{base}” of {base_day}, which it extends, ends with"
        " {last} ({span}).",
    ),
    "check-dated-base-endless-fix": Sentence(
        "Hãy ghi `last` không muộn hơn năm ấy, và thêm bản mới mở rộng quy định sau đó.",
        "Write a `last` that is not later, and a new version that extends what follows.",
    ),
    "check-dated-base-ends": Sentence(
        "Bản {day} của “{id}” còn áp dụng cho năm {season}, khi “{base}” bản {base_day} mà nó mở rộng đã hết ({span}).",
        "The version {day} of “{id}” still covers season {season}, when “{base}” of {base_day}, which it "
        "extends, is over ({span}).",
    ),
    "check-dated-base-ends-fix": Sentence(
        "Nếu quy định ở trên đã thay đổi, hãy thêm bản mới mở rộng quy định mới.",
        "If the rules above have changed, add a version that extends the new ones.",
    ),
}
