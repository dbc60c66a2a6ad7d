"""Sentences of what `emulrules check` finds in quotas, awards and how they are chosen.

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
    "check-quota-unanswered": Sentence(
        "“{award}” không ghi số lượng, và chính sách “{policy}” cũng không cho: năm nào còn đơn vị để xét cũng bị từ "
        "chối.",
        "“{award}” says no number, and the policy “{policy}” gives none: a season with units that may have it is "
        "refused.",
    ),
    "check-quota-unanswered-fix": Sentence(
        "Hãy ghi `quota`, hoặc cho chính sách trả lời `award_quota` cho hình thức khen này.",
        "Write `quota`, or have the plugin answer `award_quota` for this award.",
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
        "Hãy bỏ `over_quota`, hoặc ghi đúng số lượng của văn bản.",
        "Remove `over_quota`, or write the number that the text gives.",
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
}
