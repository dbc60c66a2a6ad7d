"""Sentences about councils above clusters: their files, what they review, and their decisions."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    # The council's file
    "unknown-council": Sentence(
        "Quy chế “{ruleset}” không có hội đồng “{name}”; hãy ghi đúng mã ở [councils] của quy chế.",
        "The ruleset “{ruleset}” has no council “{name}”; write an id that stands under its [councils].",
    ),
    "unknown-council-near": Sentence(
        "Quy chế “{ruleset}” không có hội đồng “{name}”; có phải “{near}” không?",
        "The ruleset “{ruleset}” has no council “{name}”; did you mean “{near}”?",
    ),
    "cited-elsewhere": Sentence(
        "“{name}” không phải tên một tệp nằm cạnh tệp này; hãy để hồ sơ cạnh tệp của hội đồng và chỉ ghi tên tệp.",
        "“{name}” is no name of a file beside this one; put the record beside the council's file and write its name "
        "alone.",
    ),
    "cited-without-file": Sentence(
        "Chưa ghi hồ sơ {record} nằm ở tệp nào; hãy thêm `file` vào mục này.",
        "It is not said in which file the record {record} stands; add `file` to this entry.",
    ),
    "cited-differs": Sentence(
        "Tệp “{name}” là hồ sơ {record}, không phải hồ sơ {cited} đã được dẫn; quyết định của cụm đã đổi hoặc dẫn "
        "nhầm: hãy đối chiếu với cụm rồi sửa mã hoặc lấy lại tệp.",
        "“{name}” holds the record {record}, not {cited}, which is cited: the cluster's decision has changed, or the "
        "citation is wrong. Ask the cluster, then correct the id or take the file again.",
    ),
    # What is reviewed
    "review-not-given": Sentence(
        "Hồ sơ {record} được dẫn nhưng không được đưa ra; hãy đưa hồ sơ này vào hoặc bỏ mục dẫn.",
        "The record {record} is cited and not given; give it, or remove the citation.",
    ),
    "review-not-cited": Sentence(
        "Hồ sơ {record} của “{cluster}” được đưa ra nhưng không được dẫn ở [[decisions]]; hãy dẫn mã của hồ sơ.",
        "The record {record} of “{cluster}” is given and not cited under [[decisions]]; cite its id.",
    ),
    "review-other-season": Sentence(
        "Hồ sơ {record} là của năm thi đua {season}, còn hội đồng xét năm {expected}; hãy lấy đúng hồ sơ.",
        "The record {record} is of the season {season}, and the council reviews {expected}; take the right record.",
    ),
    "review-of-review": Sentence(
        "Hồ sơ {record} là quyết định của một hội đồng, không phải của một cụm; hãy bỏ hồ sơ này.",
        "The record {record} is a council's decision, not a cluster's; take it out.",
    ),
    "review-pending": Sentence(
        "Quyết định của “{cluster}” (hồ sơ {record}) còn để ngỏ {questions}; hãy để cụm quyết định xong đã.",
        "The decision of “{cluster}” (record {record}) leaves {questions} open; let the cluster settle that first.",
    ),
    "review-cluster-twice": Sentence(
        "“{cluster}” có hai hồ sơ, {other} và {record}; hãy chỉ giữ hồ sơ có hiệu lực.",
        "“{cluster}” has two records, {other} and {record}; keep the one that is in force.",
    ),
    "review-unit-twice": Sentence(
        "“{unit}” có ở cả “{other}” và “{cluster}”; mỗi đơn vị chỉ thuộc một cụm: hãy kiểm tra hồ sơ của hai cụm.",
        "“{unit}” stands in both “{other}” and “{cluster}”; a unit has one cluster: check the records of both.",
    ),
    "review-without-parent": Sentence(
        "Hạn mức tính theo “{per}”, nhưng hồ sơ của cụm không nói {unit} thuộc “{per}” nào; hãy bổ sung vào quy chế "
        "của cụm.",
        "The limit counts by “{per}”, and the cluster's record does not say which “{per}” {unit} belongs to; add it to "
        "the cluster's ruleset.",
    ),
    "review-leader-differs": Sentence(
        "Theo hồ sơ, đơn vị dẫn đầu “{cluster}” là {leader}, nhưng ở đây ghi {got}; hãy ghi đúng một đơn vị dẫn đầu.",
        "By the record, {leader} leads “{cluster}”, and here it is {got}; name the one unit that leads.",
    ),
    "limit-asked-twice": Sentence(
        "Số lượng “{award}” đã được hỏi ở giới hạn “{other}”; hãy giữ một giới hạn được phân bổ hằng năm.",
        "The number of “{award}” is asked for by the limit “{other}” already; keep one that is allotted each year.",
    ),
    "limit-parent-twice": Sentence(
        "“{award}” có hơn một hạn mức theo đơn vị cấp trên: {limits}; hãy giữ một hạn mức.",
        "“{award}” has more than one limit by parent: {limits}; keep one.",
    ),
    "review-by-standing": Sentence(
        "Hội đồng không chọn theo “{by}” được, vì thứ bậc của các cụm khác nhau không so với nhau; hãy dùng ballot, "
        "meeting hoặc decision.",
        "A council cannot choose by “{by}”, since places of different clusters are not compared; use ballot, meeting "
        "or decision.",
    ),
    "choice-not-proposed": Sentence(
        "{unit} không được đề nghị “{award}” nên không chọn được ở “{question}”; hãy chọn đơn vị được đề nghị.",
        "{unit} is not proposed for “{award}” and cannot be chosen in “{question}”; choose one that is.",
    ),
    # The decision as text
    "council-head": Sentence("{council}: xét đề nghị năm thi đua {season}", "{council}: review of the season {season}"),
    "council-reviewed": Sentence("CÁC QUYẾT ĐỊNH ĐÃ XÉT ({n})", "DECISIONS REVIEWED ({n})"),
    "council-record": Sentence("{cluster}: hồ sơ {record}", "{cluster}: record {record}"),
    "council-award": Sentence("{award}: {n} trong {of} đề nghị", "{award}: {n} of {of} proposals"),
    "council-award-most": Sentence(
        "{award}: {n} trong {of} đề nghị, nhiều nhất {most}", "{award}: {n} of {of} proposals, at most {most}"
    ),
    "council-none": Sentence("Không có đề nghị nào.", "Nothing was proposed."),
    "council-granted": Sentence("được tặng", "granted"),
    "council-raised": Sentence("trình cấp trên", "raised to the level above"),
    "council-held": Sentence("tạm hoãn", "held"),
    "council-uncounted": Sentence("ngoài hạn mức", "outside the limit"),
    "council-cut": Sentence("không được tặng", "cut"),
    "council-open": Sentence("chưa quyết định", "open"),
    "council-why-limit": Sentence("đã đủ hạn mức", "the limit is reached"),
    "council-why-parent": Sentence("đơn vị cấp trên đã đủ số", "its parent has its number"),
    "council-why-votes": Sentence("không đủ phiếu", "too few votes"),
    "council-why-not-chosen": Sentence("Hội đồng không chọn", "the council did not choose it"),
    "council-why-requires": Sentence("thiếu hình thức phải có trước", "it lacks the award that is required"),
    "council-why-excludes": Sentence("đã có hình thức khác", "it has another award"),
}
