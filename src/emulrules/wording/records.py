"""Sentences about records, what stands beside them, and their replay."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    # The bytes
    "record-not-utf8": Sentence(
        "Từ byte {offset}, tệp không phải văn bản UTF-8; hãy lấy lại bản gốc của tệp này.",
        "From byte {offset} on, the file is not UTF-8 text; take the original of this file again.",
    ),
    "record-not-json": Sentence(
        "Từ byte {offset}, tệp không phải JSON hoàn chỉnh; hãy lấy lại bản gốc của tệp này.",
        "From byte {offset} on, the file is not whole JSON; take the original of this file again.",
    ),
    "record-not-canonical": Sentence(
        "Từ byte {offset}, tệp không theo dạng viết chuẩn duy nhất của hồ sơ; hãy lấy lại bản gốc, chưa qua chỉnh sửa "
        "hay trình bày lại.",
        "From byte {offset} on, the file is not in the one canonical spelling; take the original again, neither edited "
        "nor reformatted.",
    ),
    "record-too-long": Sentence(
        "Hồ sơ dài quá {most} byte; hãy kiểm tra xem đây có đúng là hồ sơ quyết định không.",
        "The record is longer than {most} bytes; check whether it is a record at all.",
    ),
    "record-too-many": Sentence(
        "Hồ sơ chứa quá {most} giá trị; hãy kiểm tra xem đây có đúng là hồ sơ quyết định không.",
        "The record holds more than {most} values; check whether it is a record at all.",
    ),
    "record-too-deep": Sentence(
        "Hồ sơ lồng nhau quá {depth} cấp; hãy kiểm tra xem đây có đúng là hồ sơ quyết định không.",
        "The record is nested more than {depth} deep; check whether it is a record at all.",
    ),
    "record-type": Sentence(
        "Có giá trị kiểu “{type}”; hồ sơ chỉ chứa văn bản, số đếm, true, false và null, còn số đo viết thành văn bản.",
        "There is a value of the type “{type}”; a record holds text, counts, true, false, null; a measure is text.",
    ),
    "record-count": Sentence(
        "Có số đếm âm hoặc lớn hơn {greatest}; số đo phải viết thành văn bản.",
        "A count is negative or greater than {greatest}; a measure must be text.",
    ),
    "record-measure": Sentence(
        "Có số đo dài hàng nghìn chữ số; hãy kiểm tra điểm và kế hoạch đã nhập.",
        "A measure has thousands of digits; check the points and plans that were entered.",
    ),
    "record-not-nfc": Sentence(
        "Có văn bản chưa ở dạng Unicode NFC; hãy chuẩn hóa văn bản trước khi lập hồ sơ.",
        "A text is not in Unicode NFC; normalise it before the record is made.",
    ),
    "record-surrogate": Sentence(
        "Có văn bản chứa nửa ký tự Unicode đứng một mình; hãy gõ lại văn bản đó.",
        "A text holds half a Unicode character; type it again.",
    ),
    "record-key": Sentence(
        "Có khóa không viết bằng chữ ASCII; hãy dùng mã (như “so-y-te”) thay cho tên.",
        "A key is not written in ASCII; use the id (such as “so-y-te”) instead of the name.",
    ),
    # The record
    "record-no-object": Sentence(
        "Tệp không chứa một hồ sơ quyết định; hãy chọn tệp do “decide --record” ghi ra.",
        "The file holds no record; choose one that “decide --record” wrote.",
    ),
    "record-no-record": Sentence(
        "Tệp không ghi “format” là “{expected}”; hãy chọn tệp do “decide --record” ghi ra.",
        "The file does not say “{expected}” as its “format”; choose one that “decide --record” wrote.",
    ),
    "record-format-unknown": Sentence(
        "Hồ sơ theo định dạng “{got}”, phiên bản này chỉ đọc “{expected}”; hãy dùng phiên bản mới hơn.",
        "The record has the format “{got}”, this version reads only “{expected}”; use a newer version.",
    ),
    "record-semantics-unknown": Sentence(
        "Hồ sơ được quyết định theo ngữ nghĩa số {got}, phiên bản này chỉ biết số {expected}; hãy dùng phiên bản khác.",
        "The record was decided under semantics {got}, this version knows only {expected}; use another version.",
    ),
    "record-field-type": Sentence(
        "Một phần của hồ sơ không có kiểu phải có; hãy lấy lại bản gốc.",
        "A part of the record is not of the type that is due; take the original again.",
    ),
    "record-key-unknown": Sentence(
        "Hồ sơ có phần “{key}” không thuộc định dạng; hãy lấy lại bản gốc.",
        "The record has a part “{key}” that the format does not know; take the original again.",
    ),
    "record-key-missing": Sentence(
        "Hồ sơ thiếu phần “{key}”; hãy lấy lại bản gốc.",
        "The record lacks its part “{key}”; take the original again.",
    ),
    "record-inconsistent": Sentence(
        "Nội dung hồ sơ không khớp với nhau: có phần không suy ra được từ các bước; hãy lấy lại bản gốc.",
        "The record does not agree with itself: a part does not follow from its steps; take the original again.",
    ),
    "record-answer-order": Sentence(
        "Câu trả lời cho “{hook}” về “{subject}” không kết thúc bằng đúng một câu có hiệu lực; hãy lấy lại bản gốc.",
        "The answers to “{hook}” on “{subject}” do not end in exactly one that is in force; take the original again.",
    ),
    "record-step-number": Sentence(
        "Các bước không được đánh số liên tục: ở đây phải là bước {expected}; hãy lấy lại bản gốc.",
        "The steps are not numbered in order: this must be step {expected}; take the original again.",
    ),
    "record-step-output": Sentence(
        "Bước “{step}” không cho kết quả đúng dạng; hãy lấy lại bản gốc.",
        "A step “{step}” does not put out what such a step must; take the original again.",
    ),
    # Files beside one another
    "record-exists": Sentence(
        "Đã có một hồ sơ khác tên “{name}”; hồ sơ không bao giờ bị ghi đè, hãy chọn tên khác.",
        "Another record named “{name}” stands here already; records are never overwritten, choose another name.",
    ),
    "witness-exists": Sentence(
        "Đã có “{name}” thuộc về một hồ sơ khác; hãy chuyển tệp đó đi hoặc chọn tên khác.",
        "“{name}” stands here already and belongs to another record; move it away or choose another name.",
    ),
    "witness-no-witness": Sentence(
        "Tệp không ghi “format” là “{expected}”; hãy lấy lại bản gốc của tệp kèm hồ sơ.",
        "The file does not say “{expected}” as its “format”; take the original witness again.",
    ),
    "witness-without-record": Sentence(
        "Tệp kèm hồ sơ không nêu mã của hồ sơ nào; hãy lấy lại bản gốc của tệp đó.",
        "The witness names no record by its id; take the original witness again.",
    ),
    "file-exists": Sentence(
        "Đã có tệp “{name}”; tệp này không bị ghi đè, hãy chọn tên khác.",
        "A file “{name}” stands here already and is not overwritten; choose another name.",
    ),
    "file-unwritable": Sentence(
        "Không ghi được tệp ({reason}); hãy kiểm tra thư mục, quyền ghi và dung lượng đĩa.",
        "The file cannot be written ({reason}); check the folder, its permissions and the space on the disk.",
    ),
    # The chain of a folder
    "chain-empty": Sentence(
        "Thư mục không có hồ sơ nào (tệp .json); hãy chỉ đúng thư mục.",
        "The folder holds no record (a file .json); name the right folder.",
    ),
    "chain-missing": Sentence(
        "Hồ sơ này dựa vào hồ sơ {record} của năm {season}, mà thư mục không có; hãy tìm lại hồ sơ đó.",
        "The record builds on {record} of {season}, which is not in the folder; find that record again.",
    ),
    "chain-differs": Sentence(
        "Điều hồ sơ này ghi là lấy từ hồ sơ {record} của năm {season} không phải là điều hồ sơ đó nói.",
        "What the record says that it took from {record} of {season} is not what that one says.",
    ),
    "chain-former": Sentence(
        "Đúng {count} hồ sơ mà hồ sơ này dựa vào.", "Records that it builds on, all in order: {count}."
    ),
    "chain-broken": Sentence("Chuỗi hồ sơ bị đứt: {count} chỗ.", "The chain of records is broken: {count} faults."),
    # Verdicts
    "replay-verified": Sentence(
        "Hồ sơ {record} đúng dạng và nhất quán; chưa tính lại.",
        "The record {record} is in its form and agrees with itself; it was not decided again.",
    ),
    "replay-matches": Sentence(
        "Tính lại cho đúng hồ sơ {record}, khớp từng byte.",
        "Decided again, the record {record} comes out the same, byte for byte.",
    ),
    "replay-alone": Sentence(
        "Không có tệp kèm hồ sơ; hãy đối chiếu mã này với mã ghi trong biên bản.",
        "No witness stands beside it; compare this id with the one in the minutes.",
    ),
    "replay-other": Sentence(
        "Tính lại cho cùng kết quả nhưng hồ sơ khác: ở “{part}” hồ sơ ghi {recorded}, tính lại được {recomputed}.",
        "Decided again, the outcome is the same but the record is another: at “{part}” it says {recorded}, now"
        " {recomputed}.",
    ),
    "replay-other-step": Sentence(
        "Tính lại cho cùng kết quả nhưng hồ sơ khác: ở bước {n} ({step}; quy định: {rule}; đơn vị: {unit}), phần "
        "“{part}”, hồ sơ ghi {recorded}, tính lại được {recomputed}; bước này dựa vào {inputs}.",
        "Decided again, the outcome is the same but the record is another: at step {n} ({step}; rule: {rule}; unit: "
        "{unit}), in “{part}”, it says {recorded}, now {recomputed}; the step rests on {inputs}.",
    ),
    "replay-diverged": Sentence(
        "Tính lại cho kết quả khác: ở “{part}” hồ sơ ghi {recorded}, tính lại được {recomputed}.",
        "Decided again, the outcome differs: at “{part}” the record says {recorded}, now {recomputed}.",
    ),
    "replay-diverged-step": Sentence(
        "Tính lại cho kết quả khác từ bước {n} ({step}; quy định: {rule}; đơn vị: {unit}): ở phần “{part}”, hồ sơ ghi "
        "{recorded}, tính lại được {recomputed}; bước này dựa vào {inputs}.",
        "Decided again, the outcome differs from step {n} on ({step}; rule: {rule}; unit: {unit}): in “{part}” the "
        "record says {recorded}, now {recomputed}; the step rests on {inputs}.",
    ),
    "replay-refused": Sentence(
        "Không tính lại được từ những gì hồ sơ ghi ({fault}, {count} lỗi), nên quyết định trong hồ sơ không được xác "
        "nhận.",
        "What the record holds is refused when decided again ({fault}, faults: {count}), so its decision is not "
        "confirmed.",
    ),
    "replay-answer-missing": Sentence(
        "Hồ sơ không ghi câu trả lời cho “{hook}” về “{subject}”, mà việc tính lại cần đến.",
        "The record holds no answer to “{hook}” on “{subject}”, which deciding again asks for.",
    ),
    "replay-broken": Sentence(
        "Việc tính lại bị ngắt ({error}) vì các giá trị trong hồ sơ không thể đi cùng nhau.",
        "Deciding again broke off ({error}), since the values in the record cannot go together.",
    ),
    "replay-unsupported": Sentence(
        "Phiên bản này không đọc được hồ sơ, nên chưa kiểm tra gì; hãy dùng phiên bản đã lập hồ sơ hoặc mới hơn.",
        "This version cannot read the record, so nothing was checked; use the version that made it or a newer one.",
    ),
    "replay-invalid": Sentence(
        "Hồ sơ không hợp lệ từ byte {offset} (phần {part}); hãy lấy lại bản gốc.",
        "The record is invalid from byte {offset} on (part {part}); take the original again.",
    ),
    "replay-invalid-whole": Sentence(
        "Hồ sơ không hợp lệ từ byte {offset}; hãy lấy lại bản gốc.",
        "The record is invalid from byte {offset} on; take the original again.",
    ),
    "replay-witness-invalid": Sentence(
        "Hồ sơ đúng, nhưng tệp kèm hồ sơ không đọc được, nên không biết hồ sơ được lập từ đâu; hãy lấy lại bản gốc.",
        "The record is in order, but the witness beside it cannot be read, so that nothing tells what it was made from;"
        " take the original witness again.",
    ),
    "replay-witness-other": Sentence(
        "Tệp kèm nêu hồ sơ {named}, còn hồ sơ này là {record}: một trong hai tệp đã bị thay.",
        "The witness names the record {named}, but this one is {record}: one of the two files was replaced.",
    ),
}
