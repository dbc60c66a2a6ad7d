"""Sentences of what `emulrules check` finds in sources, citations and dated files.

Each code has two: what is wrong, with its witness, and under the same code ending in `-fix` the one thing to do.
"""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
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
    "check-source-after-in-force": Sentence(
        "Nguồn “{source}” ban hành ngày {issued}, sau ngày {day} là ngày quy chế bắt đầu có hiệu lực.",
        "The source “{source}” was issued on {issued}, after {day}, when the ruleset came into force.",
    ),
    "check-source-after-in-force-fix": Sentence(
        "Hãy đối chiếu hai ngày với văn bản; văn bản áp dụng cho thời gian trước đó thì để nguyên.",
        "Compare both days with the text; one that applies to what was before stays as it is.",
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
    "check-basis-no-number": Sentence(
        "“{rule}” dẫn “{text}” mà thiếu số của điều, khoản: không ai tìm được điều ấy.",
        "“{rule}” cites “{text}”, where the number of the article is missing: nobody could find it.",
    ),
    "check-basis-no-number-fix": Sentence(
        "Hãy ghi số của điều, khoản; nếu chưa biết thì chỉ ghi mã nguồn.",
        "Write the number of the article; as long as it is not known, the source alone.",
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
    "check-ties-dropped": Sentence(
        "[[ties]] ở đây thay cả chuỗi của “{base}”, nên các bước này không còn được dùng: {steps}.",
        "[[ties]] here is the whole chain in the place of that of “{base}”, so that these steps are in force no more: "
        "{steps}.",
    ),
    "check-ties-dropped-fix": Sentence(
        "Nếu các bước ấy vẫn áp dụng, hãy thêm mỗi bước bằng `id` và `inherit = true`.",
        "If they still apply, add each by its `id` and `inherit = true`.",
    ),
    "check-headship-bars-dropped": Sentence(
        "[headship] ở đây thay cả bảng của “{base}”, nên các điều cấm này không còn được dùng: {bars}.",
        "[headship] here is in the place of that of “{base}”, so that these bars are in force no more: {bars}.",
    ),
    "check-headship-bars-dropped-fix": Sentence(
        "Nếu các điều cấm ấy vẫn áp dụng, hãy chép lại vào `bars`.",
        "If they still apply, write them in `bars` again.",
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
