"""Sentences about a policy that is asked again."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    "rerun-matches": Sentence(
        "Hỏi lại chính sách “{policy}” {asked} câu, {times} lần trong hoàn cảnh khác nhau: mọi câu trả lời đúng như đã"
        " ghi; tính lại cho đúng hồ sơ {record}, khớp từng byte.",
        "Asked again {asked} questions in {times} different surroundings, the policy “{policy}” answers all as"
        " recorded; decided again, the record {record} comes out the same, byte for byte.",
    ),
    "rerun-matches-version": Sentence(
        "Hỏi lại chính sách “{policy}” {asked} câu, {times} lần trong hoàn cảnh khác nhau: mọi câu trả lời đúng như đã"
        " ghi, tuy phiên bản khác: khi lập hồ sơ là {then}, nay là {now}; tính lại cho đúng hồ sơ {record}, khớp từng"
        " byte.",
        "Asked again {asked} questions in {times} different surroundings, the policy “{policy}” answers all as"
        " recorded, though its version is another: {then} then, {now} now; decided again, the record {record} comes out"
        " the same, byte for byte.",
    ),
    "rerun-differs": Sentence(
        "Hồ sơ {record} tính lại vẫn khớp, nhưng chính sách “{policy}” nay trả lời khác cho “{hook}” về “{subject}” "
        "(đơn vị: {unit}): hồ sơ ghi {before}, nay là {now}.",
        "The record {record} recomputes, but the policy “{policy}” now answers “{hook}” on “{subject}” otherwise (unit:"
        " {unit}): the record says {before}, now {now}.",
    ),
    "rerun-unsteady": Sentence(
        "Hồ sơ {record} tính lại vẫn khớp, nhưng chính sách “{policy}” không trả lời nhất quán: cho “{hook}” về"
        " “{subject}” (đơn vị: {unit}) có lần là {before}, có lần là {now}; câu trả lời không được phụ thuộc hạt băm,"
        " ngôn ngữ, múi giờ, biến môi trường hay thứ tự dòng.",
        "The record {record} recomputes, but the policy “{policy}” is not steady: to “{hook}” on “{subject}” (unit:"
        " {unit}) it answers {before} at one time and {now} at another; no answer may turn on the hash seed, locale,"
        " time zone, environment or order of rows.",
    ),
    "rerun-hangs": Sentence(
        "Hồ sơ {record} tính lại vẫn khớp, nhưng chính sách “{policy}” không trả lời “{hook}” về “{subject}” trong thời"
        " hạn.",
        "The record {record} recomputes, but the policy “{policy}” does not answer “{hook}” on “{subject}” in time.",
    ),
    "rerun-prints": Sentence(
        "Hồ sơ {record} tính lại vẫn khớp, nhưng chính sách “{policy}” in ra khi được hỏi: {printed}",
        "The record {record} recomputes, but the policy “{policy}” prints while it is asked: {printed}",
    ),
    "rerun-dies": Sentence(
        "Hồ sơ {record} tính lại vẫn khớp, nhưng chính sách “{policy}” làm dừng tiến trình (trạng thái {status}) ở"
        " “{hook}” về “{subject}”: {printed}",
        "The record {record} recomputes, but the policy “{policy}” ends the process (status {status}) at “{hook}” on"
        " “{subject}”: {printed}",
    ),
    "rerun-refused": Sentence(
        "Hồ sơ {record} tính lại vẫn khớp, nhưng câu trả lời nay của chính sách “{policy}” cho “{hook}” về “{subject}”"
        " bị từ chối ({fault}).",
        "The record {record} recomputes, but what the policy “{policy}” now does when asked “{hook}” on “{subject}” is"
        " refused ({fault}).",
    ),
    "rerun-unavailable": Sentence(
        "Hồ sơ {record} tính lại khớp từng byte, nhưng không hỏi lại được chính sách “{policy}” ({fault}).",
        "The record {record} recomputes byte for byte, but the policy “{policy}” cannot be asked again ({fault}).",
    ),
    "rerun-no-process": Sentence(
        "Hồ sơ {record} tính lại khớp từng byte, nhưng không mở được tiến trình để hỏi lại chính sách “{policy}”"
        " ({reason}).",
        "The record {record} recomputes byte for byte, but no process can be started to ask the policy “{policy}” again"
        " ({reason}).",
    ),
    "rerun-changed": Sentence(
        "Hồ sơ {record} tính lại vẫn khớp và chính sách “{policy}” trả lời như đã ghi, nhưng mã nguồn trên đĩa không"
        " còn như khi lập hồ sơ: khi đó {then}, nay {now}.",
        "The record {record} recomputes and the policy “{policy}” answers as recorded, but its files on disk are not"
        " those that made the record: {then} then, {now} now.",
    ),
    "plugin-changed": Sentence(
        "Mã nguồn của chính sách trên đĩa không còn như khi lập hồ sơ: khi đó {then}, nay {now}.",
        "The files of the policy on disk are not those that made the record: {then} then, {now} now.",
    ),
}
