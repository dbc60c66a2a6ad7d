"""Sentences about ledgers: their files, what they take and refuse, and what a check of one finds."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    # The file
    "ledger-none": Sentence(
        "Tệp không phải sổ hồ sơ; hãy chọn tệp do “ledger init” tạo ra.",
        "The file is no ledger; choose one that “ledger init” made.",
    ),
    "ledger-version": Sentence(
        "Sổ theo dạng số {got}, phiên bản này chỉ đọc dạng số {expected}; hãy dùng phiên bản đã lập sổ hoặc mới hơn.",
        "The ledger has the form {got}, this version reads only {expected}; use the version that made it or a "
        "newer one.",
    ),
    "ledger-setting": Sentence(
        "Sổ có “{setting}” là {got}, phải là {expected}: có chương trình khác đã sửa sổ hoặc đĩa này không giữ "
        "được sổ; "
        "hãy lấy lại bản sao tốt.",
        "The ledger has {got} as its “{setting}”, which must be {expected}: another program changed it, or this disk "
        "cannot keep it; take a good copy again.",
    ),
    "ledger-form": Sentence(
        "Bảng hoặc ràng buộc của sổ đã bị sửa, nên sổ không còn bảo đảm điều gì; hãy lấy lại bản sao tốt.",
        "The tables or triggers of the ledger were changed, so that it vouches for nothing; take a good copy again.",
    ),
    "ledger-damaged": Sentence(
        "Tệp sổ bị hỏng ({detail}); hãy lấy lại bản sao tốt.",
        "The ledger's file is damaged ({detail}); take a good copy again.",
    ),
    "ledger-unfinished": Sentence(
        "Lần ghi gần nhất bị ngắt giữa chừng, sổ chưa trở lại trạng thái trước đó; hãy chạy lại “ledger append” "
        "với hồ sơ "
        "ấy: những gì đã báo là ghi rồi vẫn còn.",
        "The last append was broken off and is not undone yet; run “ledger append” with that record again: "
        "whatever was "
        "said to be recorded is still there.",
    ),
    "ledger-busy": Sentence(
        "Sổ đang do chương trình khác giữ đã {seconds} giây; hãy thử lại sau.",
        "Another program has held the ledger for {seconds} seconds; try again later.",
    ),
    "ledger-unwritable": Sentence(
        "Không ghi được sổ ({reason}); hãy kiểm tra quyền ghi và dung lượng đĩa rồi ghi lại: hồ sơ đã có trong sổ thì "
        "không bị ghi lần nữa.",
        "The ledger cannot be written ({reason}); check permissions and the space on the disk and append again: a "
        "record "
        "that is in it already changes nothing.",
    ),
    "ledger-sqlite": Sentence(
        "Python này dùng SQLite {got}, sổ cần từ {least} trở lên; hãy dùng bản Python mới hơn.",
        "This Python has SQLite {got}, a ledger needs {least} or newer; use a newer Python.",
    ),
    # Entries
    "ledger-row": Sentence(
        "Dòng {n} phải là dòng {expected}: có dòng bị mất hoặc bị thêm.",
        "Row {n} must be row {expected}: a row was lost or put in.",
    ),
    "ledger-before": Sentence(
        "Dòng {n} ghi dòng trước của “{cluster}” là {got}, phải là {expected}.",
        "Row {n} says that the row before of “{cluster}” is {got}; it must be {expected}.",
    ),
    "ledger-twice": Sentence(
        "Dòng {n} là hồ sơ {record} đã có ở dòng trước.", "Row {n} is the record {record}, which stands above already."
    ),
    "ledger-digest": Sentence(
        "Dòng {n} không khớp với mã chuỗi của nó: dòng này hoặc các dòng trước đã bị sửa.",
        "Row {n} does not agree with its digest: it or what is before it was changed.",
    ),
    "ledger-bytes": Sentence(
        "Nội dung hồ sơ ở dòng {n} không phải của hồ sơ {record}: nội dung đã bị sửa.",
        "What stands in row {n} is not the record {record}: its bytes were changed.",
    ),
    "ledger-other-season": Sentence(
        "Dòng {n} ghi cụm, khối hoặc năm khác với hồ sơ trong đó.",
        "Row {n} names another cluster or season than the record in it.",
    ),
    "ledger-record": Sentence(
        "Hồ sơ {record} ở dòng {n} không đạt ({verdict}).",
        "The record {record} in row {n} does not stand ({verdict}).",
    ),
    # What is refused
    "ledger-season-taken": Sentence(
        "Năm {season} của “{cluster}” đã có hồ sơ {record}; nếu đây là bản sửa, hãy nêu hồ sơ ấy bằng “--supersedes”.",
        "The season {season} of “{cluster}” has the record {record} already; if this one corrects it, name that "
        "one with "
        "“--supersedes”.",
    ),
    "ledger-supersedes-none": Sentence(
        "Sổ chưa có hồ sơ nào của năm {season} ở “{cluster}” để thay thế {named}; hãy bỏ “--supersedes”.",
        "The ledger has no record of the season {season} of “{cluster}”, so that {named} cannot be superseded; "
        "leave out "
        "“--supersedes”.",
    ),
    "ledger-supersedes-other": Sentence(
        "Hồ sơ đang có hiệu lực của năm {season} ở “{cluster}” là {record}, không phải {named}; chỉ thay thế được "
        "hồ sơ "
        "đang có hiệu lực.",
        "The record in force of the season {season} of “{cluster}” is {record}, not {named}; only the one in "
        "force can be "
        "superseded.",
    ),
    "ledger-former-missing": Sentence(
        "Hồ sơ dựa vào hồ sơ {record} của năm {season}, mà sổ chưa có; hãy ghi hồ sơ ấy trước, hoặc dùng “--start” nếu "
        "sổ bắt đầu sau năm đó.",
        "The record builds on {record} of {season}, which the ledger does not have; append that one first, or use "
        "“--start” if the ledger starts after it.",
    ),
    "ledger-former-other": Sentence(
        "Hồ sơ dựa vào hồ sơ {record} của năm {season}, mà sổ lại có hồ sơ {other} của năm đó; hãy quyết định lại năm "
        "này theo hồ sơ trong sổ.",
        "The record builds on {record} of {season}, but the ledger has {other} of that season; decide this season "
        "again "
        "from the one in the ledger.",
    ),
    "ledger-former-superseded": Sentence(
        "Lưu ý: hồ sơ dựa vào hồ sơ {record} của năm {season}, đã được {other} thay thế.",
        "Note: the record builds on {record} of {season}, which {other} has superseded.",
    ),
    "ledger-not-kept": Sentence(
        "Đã ghi nhưng đọc lại thì dòng {n} không đúng như đã ghi; hãy kiểm tra đĩa và chạy “ledger verify”.",
        "It was written, but read back, row {n} is not what was written; check the disk and run “ledger verify”.",
    ),
    "ledger-id": Sentence(
        "Mã chỉ có {got} trên {due} chữ số; ở đây phải gõ đủ, vì chỉ mã đủ mới chỉ đúng một hồ sơ hay đầu sổ.",
        "The id has only {got} of {due} digits; type all of it, since only the whole tells which one is meant.",
    ),
    # Files
    "ledger-file-missing": Sentence(
        "Thư mục không có tệp của hồ sơ {record} (dòng {n}, năm {season}).",
        "The folder has no file of the record {record} (row {n}, season {season}).",
    ),
    "ledger-file-differs": Sentence(
        "Lập lại từ tệp này, dòng {n} khác với dòng trong sổ.",
        "Rebuilt from this file, row {n} is not the one in the ledger.",
    ),
    "ledger-file-more": Sentence(
        "Tệp “{name}” không phải hồ sơ nào trong sổ.", "The file “{name}” is no record of the ledger."
    ),
    "ledger-head-unknown": Sentence(
        "Mã đầu sổ {head} không nằm trên chuỗi: sổ này bị cắt bớt, bị viết lại, hoặc là sổ khác.",
        "The head {head} does not lie on the chain: this ledger was cut, rewritten, or is another one.",
    ),
    # Verdicts
    "ledger-verified": Sentence(
        "{count} hồ sơ đúng dạng, chuỗi liền; chưa tính lại.",
        "Records: {count}, all in their form, the chain is whole; nothing was decided again.",
    ),
    "ledger-matches": Sentence(
        "{count} hồ sơ tính lại đều khớp từng byte, chuỗi liền.",
        "Records: {count}, all the same when decided again, the chain is whole.",
    ),
    "ledger-bad-file": Sentence("Sổ không kiểm tra được như một sổ.", "The file does not stand as a ledger."),
    "ledger-bad-chain": Sentence(
        "Chuỗi của sổ bị đứt: {faults} lỗi.", "The ledger's chain is broken: {faults} faults."
    ),
    "ledger-bad-head": Sentence(
        "Sổ không tiếp nối mã đầu sổ đã cho: {faults} lỗi.",
        "The ledger does not continue the head that was given: {faults} faults.",
    ),
    "ledger-bad-records": Sentence(
        "Có hồ sơ trong sổ không đạt: {faults} lỗi.", "Records in the ledger do not stand: {faults} faults."
    ),
    "ledger-bad-files": Sentence(
        "Sổ và các tệp hồ sơ khác nhau: {faults} chỗ.", "The ledger and the files differ: {faults} faults."
    ),
    # What was done
    "told-ledger-made": Sentence("Đã lập sổ trống.", "An empty ledger was made."),
    "told-ledger-recorded": Sentence(
        "Đã ghi vào dòng {n} và đọc lại đúng.", "Recorded in row {n}, and read back from the file."
    ),
    "told-ledger-known": Sentence(
        "Hồ sơ đã có ở dòng {n}; sổ không thay đổi.", "The record stands in row {n} already; nothing was changed."
    ),
    "told-ledger-record-id": Sentence("Mã hồ sơ: {record}", "Record: {record}"),
    "told-ledger-head": Sentence("Mã đầu sổ: {head}", "Head: {head}"),
    "told-ledger-count": Sentence("Số hồ sơ: {count}", "Records: {count}"),
}
