"""Sentences on codes: what kind each is, who mends it, and what the sentence of some does not say."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final = {
    "code-refusal": Sentence("Từ chối", "Refusal"),
    "code-finding": Sentence("Phát hiện khi kiểm tra quy chế (emulrules check)", "Finding (emulrules check)"),
    "code-warning": Sentence("Cảnh báo trong quyết định", "Warning of a decision"),
    "code-who": Sentence("{kind}. Người xử lý: {who}.", "{kind}. For: {who}."),
    "code-who-file": Sentence("người lập hoặc giữ tệp được nêu", "whoever wrote or keeps the file that is named"),
    "code-who-season": Sentence("cán bộ lập tệp năm thi đua", "the official who keeps the season"),
    "code-who-ruleset": Sentence("cán bộ pháp chế soạn quy chế", "the legal officer who writes the ruleset"),
    "code-who-plugin": Sentence("người lập trình chính sách", "the programmer who writes the plugin"),
    "code-who-council": Sentence("thư ký Hội đồng lập tệp phiên họp", "the secretary who keeps the council's sitting"),
    "code-who-record": Sentence("người lưu và kiểm lại hồ sơ", "the auditor who holds the record"),
    "code-who-reader": Sentence("người đọc quyết định", "whoever reads the decision"),
    "code-fix": Sentence("Cách xử lý: {fix}", "What to do: {fix}"),
    "code-note": Sentence("Thêm: {note}", "Besides: {note}"),
    "code-unknown": Sentence(
        "Không có mã “{name}”; các mã gần giống: {near}.", "There is no code “{name}”; the nearest ones: {near}."
    ),
    "code-unknown-alone": Sentence(
        "Không có mã “{name}”; xem danh sách mã bằng `emulrules explain-code --all`.",
        "There is no code “{name}”; `emulrules explain-code --all` lists them.",
    ),
    # What some sentences do not say.
    "note-our-fault": Sentence(
        "Không phải lỗi của tệp. Chạy lại với `--debug` và gửi kết quả cho người bảo trì.",
        "Nothing is wrong with the files. Run it again with `--debug` and send what it prints to the maintainers.",
    ),
    "note-line-not-read": Sentence(
        "Thường do thiếu dấu ngoặc kép, thiếu dấu = hoặc dán nhầm dòng từ văn bản khác; sửa xong các lỗi phía trên "
        "trước.",
        "Mostly a missing quote or =, or a line pasted from another document; mend what stands above it first.",
    ),
    "note-cell-missing": Sentence(
        "Ô trống không bao giờ được hiểu là 0, vì 0 là một điểm số. Nếu tiêu chí không áp dụng cho đơn vị, ghi "
        '"n/a" khi quy chế cho phép.',
        "An empty cell is never read as 0, since 0 is a score. Where the criterion does not apply to the unit, "
        'write "n/a" if the ruleset allows it.',
    ),
    "note-cell-out-of-range": Sentence(
        "Số liệu của ô đúng, nhưng các số trong tiêu chí (each, bands) cho kết quả vượt giới hạn của chính tiêu "
        "chí đó.",
        "The cell may be right: the criterion's own figures (each, bands) give more or less than it allows.",
    ),
    "note-act-not-asked": Sentence(
        "Một quyết định chỉ được ghi khi có câu hỏi; chạy `emulrules decide` không có mục này để xem câu hỏi nào "
        "đang mở.",
        "An act answers a question: run `emulrules decide` without it to see which questions are open.",
    ),
    "note-act-among": Sentence(
        "Điểm hoặc điều kiện đã đổi sau cuộc họp làm cho tập hợp phải bỏ phiếu khác đi; khi đó phải bỏ phiếu lại, "
        "không sửa among cho khớp.",
        "Scores or gates that changed after the meeting change whom it had to vote on; then the vote is to be held "
        "again, and not its `among` adapted.",
    ),
    "note-condition-unmet": Sentence(
        "Cuộc họp không đủ số thành viên thì mọi quyết định của nó đều không có giá trị; phải họp lại.",
        "Without a quorum nothing that the meeting decided stands; it has to be held again.",
    ),
    "note-undefined-needed": Sentence(
        'Tiêu chí method = "policy" chỉ có điểm do chính sách (mã riêng) cho; trả lời Undefined hoặc DEFER là '
        "không cho điểm. Nếu năm đó chưa có điểm nào thì thứ hạng được hỏi thay.",
        'A criterion with method = "policy" has no points but those that a plugin gives; Undefined and DEFER give '
        "none. Of a season without any score the places are asked instead.",
    ),
    "note-two-laws": Sentence(
        "Ghi `in_force` của phiên bản được áp dụng trong tệp năm thi đua, kèm căn cứ chuyển tiếp.",
        "Write `in_force` of the version that applies into the season; the transition rule says which.",
    ),
    "note-replay-diverged": Sentence(
        "Hồ sơ có thể đã bị sửa, hoặc phiên bản chương trình tính khác; so dấu của hồ sơ với mã ghi trong biên bản.",
        "Either the record was altered or versions decide differently; compare the record's id with that in the "
        "minutes.",
    ),
    "note-plugin-unsteady": Sentence(
        "Một chính sách phải trả lời như nhau cho cùng câu hỏi: không dùng đồng hồ, số ngẫu nhiên hay biến toàn cục.",
        "A plugin must answer the same question alike: no clock, no random numbers, no state that is kept.",
    ),
    "note-reported-rule": Sentence(
        "Quyết định vẫn có giá trị tính toán, nhưng cần đọc văn bản gốc trước khi trình.",
        "What was computed stands, but the text itself is to be read before it is submitted.",
    ),
    "note-assumed-rule": Sentence(
        "Chỉ dùng cho thử nghiệm; không trình kết quả dựa trên quy định giả định.",
        "For trials only: nothing that rests on an assumed rule is to be submitted.",
    ),
    "note-undefined": Sentence(
        "Điều quy chế để ngỏ không được tự đặt ra; nếu cần, xin ý kiến người có thẩm quyền và ghi lại.",
        "What the ruleset leaves open is not made up; where it matters, those entitled are asked, and their answer "
        "is kept.",
    ),
}
