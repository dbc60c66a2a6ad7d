"""What is said about units over time: successions, dated lists of members, and units that there are no more."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    # A unit that is named after others have succeeded it.
    "unit-renamed": Sentence(
        "“{name}” đã đổi tên từ {on}; hãy ghi đơn vị kế tục: {heirs}.",
        "“{name}” was renamed on {on}; name its successor: {heirs}.",
    ),
    "unit-merged": Sentence(
        "“{name}” đã sáp nhập từ {on}; hãy ghi đơn vị kế tục: {heirs}.",
        "“{name}” was merged on {on}; name its successor: {heirs}.",
    ),
    "unit-split": Sentence(
        "“{name}” đã chia tách từ {on}; hãy ghi đơn vị kế tục: {heirs}.",
        "“{name}” was split on {on}; name one of its successors: {heirs}.",
    ),
    # One succession, one dated list.
    "succession-renamed": Sentence(
        "“{id}” là đổi tên nên from và to mỗi bên phải có đúng một đơn vị, khác nhau; hãy sửa lại.",
        "“{id}” renames, so that from and to have one unit each, and not the same; correct it.",
    ),
    "succession-merged": Sentence(
        "“{id}” là sáp nhập nên to phải có đúng một đơn vị và from phải có đơn vị không còn nữa; hãy sửa lại.",
        "“{id}” merges, so that to has one unit, and from some unit that is no more; correct it.",
    ),
    "succession-split": Sentence(
        "“{id}” là chia tách nên from phải có đúng một đơn vị và to phải có từ hai đơn vị; hãy sửa lại.",
        "“{id}” splits, so that from has one unit, and to at least two; correct it.",
    ),
    "carries-several": Sentence(
        "“{id}” có nhiều đơn vị nên “{what}” không tự chuyển được; hãy bỏ khỏi carries, khi cần sẽ được hỏi.",
        "“{id}” has several units, so that “{what}” cannot pass by itself; take it out of carries, it is then asked.",
    ),
    "succession-season": Sentence(
        "Không văn bản nào nói năm học kết thúc ngày nào nên “{id}” chưa rõ thuộc năm nào; hãy ghi ví dụ season = "
        "“{season}”.",
        "No text says on which day a school year ends, so that “{id}” may be of two; write for instance season = "
        "“{season}”.",
    ),
    "succession-twice-from": Sentence(
        "{unit} đã không còn theo “{other}” nên không thể không còn lần nữa theo “{id}”; hãy bỏ một nơi.",
        "{unit} is no more by “{other}” and cannot go again by “{id}”; take it out of one of them.",
    ),
    "succession-twice-to": Sentence(
        "{unit} được thành lập ở cả “{other}” và “{id}”; hãy ghi {unit} cả ở from nếu đã có từ trước.",
        "{unit} is formed by both “{other}” and “{id}”; if it was there before, name it in from, too.",
    ),
    "succession-again": Sentence(
        "{unit} đã không còn nên không thể được thành lập lại ở “{id}”; hãy dùng mã khác cho đơn vị mới.",
        "{unit} is no more and cannot be formed again by “{id}”; give the new unit another id.",
    ),
    "succession-same-day": Sentence(
        "“{other}” và “{id}” cùng ngày và cùng có {unit} nên không biết việc nào trước; hãy gộp làm một.",
        "“{other}” and “{id}” are of one day and share {unit}, so that none is the first; make them one.",
    ),
    "succession-cluster": Sentence(
        "“{id}” gồm đơn vị của nhiều cụm, khối ({known}) nên phải nói đơn vị mới thuộc đâu; hãy thêm cluster.",
        "“{id}” has units of several clusters ({known}) and must say to which the new ones belong; add cluster.",
    ),
    "member-not-yet": Sentence(
        "{unit} đến {on} mới được thành lập nên chưa thể có trong danh sách này; hãy ghi đơn vị trước đó: {before}.",
        "{unit} is formed on {on} only and cannot be listed here; name those before it: {before}.",
    ),
    "rosters-same-day": Sentence(
        "“{other}” và “{id}” là hai danh sách cùng ngày của một cụm, khối; hãy giữ lại một.",
        "“{other}” and “{id}” are two lists of one cluster and day; keep one of them.",
    ),
    "unit-without-seat": Sentence(
        "{unit} chưa ghi thuộc {per} nào, mà chức vụ được giữ theo {per}; hãy thêm within.{per}.",
        "{unit} does not say its {per}, and seats belong to it; add within.{per}.",
    ),
    # Those that a season brings.
    "succession-key": Sentence(
        "“{key}” chỉ quy chế mới nói được, tệp năm thi đua thì không; hãy bỏ khóa này.",
        "Only a ruleset can say “{key}”, not a season; remove the key.",
    ),
    "succession-later": Sentence(
        "Việc này xảy ra ngày {on}, sau năm thi đua {season}; hãy bỏ khỏi tệp của năm này.",
        "This happened on {on}, after the season {season}; take it out of this season's file.",
    ),
    "succession-known": Sentence(
        "Quy chế đã có “{id}”; hãy bỏ khỏi tệp năm thi đua.",
        "The ruleset has “{id}” already; take it out of the season.",
    ),
    "succession-of-nobody": Sentence(
        "“{id}” không có đơn vị nào đang là thành viên của “{cluster}”; hãy kiểm tra from.",
        "“{id}” names no unit that is a member of “{cluster}” by then; check from.",
    ),
}
