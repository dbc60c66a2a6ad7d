"""What is said about files that people write: their text, seasons, sheets of scores, and where they stand."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    # Files as such.
    "file-missing": Sentence(
        "Không có tệp này; hãy kiểm tra đường dẫn.",
        "There is no such file; check the path.",
    ),
    "folder-missing": Sentence(
        "Không có thư mục này; hãy kiểm tra đường dẫn.",
        "There is no such folder; check the path.",
    ),
    "folder-exists": Sentence(
        "Đã có “{name}”; không ghi đè lên, hãy chọn tên hoặc thư mục khác.",
        "“{name}” stands here already and is not overwritten; choose another name or folder.",
    ),
    "name-without-id": Sentence(
        "Không lập được mã từ tên “{name}”; hãy đặt tên có chữ cái hoặc chữ số.",
        "The name “{name}” gives no id; choose one with letters or digits.",
    ),
    "name-reserved": Sentence(
        "Mã “{id}” đã dành riêng cho emulrules; hãy chọn tên khác.",
        "The id “{id}” is kept for emulrules itself; choose another name.",
    ),
    "file-is-folder": Sentence(
        "Đây là thư mục, không phải tệp; hãy ghi đường dẫn đến tệp.",
        "This is a folder, not a file; give the path of the file.",
    ),
    "file-not-regular": Sentence(
        "Đây không phải tệp thông thường; hãy ghi đường dẫn đến một tệp văn bản.",
        "This is no ordinary file; give the path of a text file.",
    ),
    "file-unreadable": Sentence(
        "Không đọc được ({reason}); hãy kiểm tra quyền truy cập.",
        "It cannot be read ({reason}); check the permissions.",
    ),
    "file-suffix": Sentence(
        "Tên tệp phải kết thúc bằng “{due}”; hãy chọn đúng tệp.",
        "The name of the file must end in “{due}”; choose the right file.",
    ),
    "file-too-large": Sentence(
        "Tệp lớn hơn {most} byte; hãy kiểm tra xem có nhầm tệp không.",
        "The file is larger than {most} bytes; check whether it is the right one.",
    ),
    "file-empty": Sentence(
        "Tệp trống; hãy chọn tệp đã có nội dung.",
        "The file is empty; choose the one that has been filled in.",
    ),
    "file-office": Sentence(
        "Đây là tệp của Word, Excel, PDF hoặc trang web, không phải văn bản thuần; hãy chép nội dung sang tệp văn bản "
        "(Notepad), hoặc lưu bảng điểm dạng CSV UTF-8.",
        "This is a file of a word processor, a spreadsheet or a browser, no plain text; copy what it says into a text "
        "file, or save the sheet as CSV in UTF-8.",
    ),
    "file-utf-16": Sentence(
        "Tệp không ở dạng văn bản UTF-8 (có thể là UTF-16); hãy lưu lại với mã hóa UTF-8.",
        "The file is no UTF-8 text (it may be UTF-16); save it again as UTF-8.",
    ),
    "file-not-utf-8": Sentence(
        "Dòng này có chữ không theo mã UTF-8 (có thể là TCVN3 hoặc VNI); hãy chuyển sang Unicode và lưu dạng UTF-8.",
        "This line is not in UTF-8 (it may be in TCVN3 or VNI); convert the file to Unicode and save it as UTF-8.",
    ),
    "more-faults": Sentence(
        "Còn {count} lỗi khác; hãy sửa các lỗi trên trước.",
        "There are {count} more faults; mend those above first.",
    ),
    # The text of a TOML file.
    "line-not-read": Sentence(
        "Không hiểu dòng “{text}”; hãy ghi khóa = giá trị, hoặc [tên bảng], và # trước lời ghi chú.",
        "The line “{text}” is not understood; write key = value or [name of a table], and # before a remark.",
    ),
    "line-goes-on": Sentence(
        "Sau giá trị còn chữ thừa; hãy xóa phần thừa hoặc kiểm tra dấu ngoặc kép.",
        "Something follows the value; remove it, or check the quotes.",
    ),
    "mark-missing": Sentence(
        "Thiếu dấu “{mark}” ở đây; hãy bổ sung.",
        "The mark “{mark}” is missing here; add it.",
    ),
    "mark-semicolon": Sentence(
        "Không dùng dấu chấm phẩy ở đây; hãy ngăn cách bằng dấu phẩy trong {{ … }}, ở cuối dòng thì xóa dấu này.",
        "There is no semicolon here; put a comma between the parts of {{ … }}, and nothing at the end of a line.",
    ),
    "array-header": Sentence(
        "Mỗi mục của “{name}” bắt đầu bằng hai dấu ngoặc vuông; hãy sửa [{name}] thành [[{name}]].",
        "Each entry of “{name}” begins with two brackets; write [[{name}]] in place of [{name}].",
    ),
    "header-unquoted": Sentence(
        "Tên bảng [{text}] có dấu cách hoặc chữ có dấu; hãy ghi mã, ví dụ [{write}], hoặc (chỉ với tên đơn vị trong "
        "tệp năm "
        "thi đua) đặt tên trong dấu ngoặc kép.",
        "The name of the table [{text}] has spaces or diacritics; write the id, such as [{write}], or (for the name of "
        "a "
        "unit in a season alone) put it in quotes.",
    ),
    "header-open": Sentence(
        "Tên bảng chưa được đóng bằng dấu ]; hãy bổ sung.",
        "The name of the table is not closed with ]; add it.",
    ),
    "quote-open": Sentence(
        "Chuỗi chữ chưa được đóng bằng dấu {quote}; hãy bổ sung dấu ở cuối chuỗi.",
        "The text is not closed with {quote}; add it at the end of the text.",
    ),
    "quote-curly": Sentence(
        'Dấu ngoặc cong không dùng được ở đây; hãy dùng dấu ngoặc thẳng và ghi "{text}".',
        'Curly quotes cannot be used here; use straight ones and write "{text}".',
    ),
    "value-missing": Sentence(
        "Sau dấu = chưa có giá trị; hãy ghi giá trị hoặc xóa dòng này.",
        "Nothing follows the = here; write a value, or remove the line.",
    ),
    "value-unquoted": Sentence(
        'Giá trị này phải đặt trong dấu ngoặc kép; hãy ghi "{text}".',
        'This value must stand in quotes; write "{text}".',
    ),
    "key-unquoted": Sentence(
        'Tên có dấu hoặc dấu cách phải đặt trong dấu ngoặc kép; hãy ghi "{text}".',
        'A name with diacritics or spaces must stand in quotes; write "{text}".',
    ),
    "key-colon": Sentence(
        "Sau tên khóa phải là dấu =, không phải dấu hai chấm; hãy ghi {write}.",
        "An = follows a key, and no colon; write {write}.",
    ),
    "key-missing": Sentence(
        "Thiếu tên khóa ở đây; hãy ghi khóa = giá trị.",
        "A key is missing here; write key = value.",
    ),
    "key-twice": Sentence(
        "Khóa “{key}” được ghi hai lần, chỉ khác cách gõ dấu; hãy bỏ một lần.",
        "The key “{key}” is written twice, typed in two ways; remove one.",
    ),
    "key-twice-at": Sentence(
        "“{key}” đã được ghi ở dòng {first}; hãy bỏ một trong hai.",
        "“{key}” is already written in line {first}; remove one of the two.",
    ),
    "key-conflict": Sentence(
        "Khóa hoặc bảng ở dòng này đã được ghi trước đó; hãy gộp lại làm một.",
        "The key or table of this line is already written above; put them together.",
    ),
    "escape-unknown": Sentence(
        "Dấu \\ trong chuỗi chữ không đúng cách viết; hãy bỏ dấu \\ hoặc ghi \\\\.",
        "The \\ in this text means nothing; remove it, or write \\\\.",
    ),
    "date-unknown": Sentence(
        "“{text}” không phải một ngày; hãy ghi năm-tháng-ngày không có ngoặc kép, ví dụ 2023-01-10.",
        "“{text}” is no day; write year-month-day without quotes, such as 2023-01-10.",
    ),
    "too-deep": Sentence(
        "Các bảng, danh sách hoặc khóa lồng nhau quá {most} cấp; hãy viết đơn giản hơn.",
        "Tables, lists or keys are nested more than {most} deep; write them more simply.",
    ),
    "too-many-keys": Sentence(
        "Tệp có hơn {most} khóa và mục; hãy kiểm tra xem có nhầm tệp không.",
        "The file has more than {most} keys and entries; check whether it is the right one.",
    ),
    "too-many-entries": Sentence(
        "Danh sách hoặc bảng này có {got} mục, nhiều hơn mức tối đa {most}; hãy kiểm tra lại.",
        "This list or table has {got} entries, more than the most, {most}; check it.",
    ),
    "too-many-rounds": Sentence(
        "Số lượt bỏ phiếu {got} nhiều hơn mức tối đa {most}; hãy kiểm tra lại.",
        "There are {got} rounds of voting, more than the most, {most}; check them.",
    ),
    "too-many-cells": Sentence(
        "Bảng điểm có {got} ô, nhiều hơn mức tối đa {most}; hãy kiểm tra lại.",
        "The scores have {got} cells, more than the most, {most}; check them.",
    ),
    "too-many-units": Sentence(
        "Có hơn {most} đơn vị ở đây; hãy kiểm tra lại.",
        "There are more than {most} units here; check it.",
    ),
    # Letters.
    "character-forbidden": Sentence(
        "Có ký tự ẩn hoặc ký tự điều khiển ({character}); hãy gõ lại chữ này.",
        "There is an invisible or control character ({character}); type this text again.",
    ),
    "character-not-plain": Sentence(
        "Ký tự “{letter}” ({character}) không phải chữ số, dấu cách hay dấu thường; hãy gõ lại bằng bàn phím.",
        "“{letter}” ({character}) is no plain digit, space or sign; type it again on the keyboard.",
    ),
    "letter-alike": Sentence(
        "Chữ “{letter}” ({character}) chỉ trông giống chữ “{near}”; hãy gõ lại bằng bộ gõ tiếng Việt.",
        "The letter “{letter}” ({character}) only looks like “{near}”; type it again as a Vietnamese letter.",
    ),
    "letter-foreign": Sentence(
        "Chữ “{letter}” ({character}) không phải chữ tiếng Việt; hãy gõ lại bằng bộ gõ tiếng Việt.",
        "The letter “{letter}” ({character}) is not Vietnamese; type it again as a Vietnamese letter.",
    ),
    "text-too-long": Sentence(
        "Chữ ở đây dài {size} ký tự, quá mức tối đa {most}; hãy rút gọn.",
        "This text has {size} characters, more than the most, {most}; shorten it.",
    ),
    "cell-empty": Sentence(
        "Chưa ghi điểm hoặc số liệu của “{unit}” ở tiêu chí “{criterion}”; hãy bổ sung, chỉ ghi 0 khi đúng là 0, và "
        'chỉ ghi "n/a" nếu quy chế cho phép không áp dụng tiêu chí này.',
        "The score or figure of “{unit}” for “{criterion}” is not filled in; write it, 0 only where it is 0, and "
        '"n/a" only if the ruleset lets the criterion not apply.',
    ),
    "cell-empty-ratio": Sentence(
        "Chưa ghi đủ số liệu của “{unit}” ở tiêu chí “{criterion}”; hãy ghi {{ actual = …, plan = … }}, và chỉ ghi "
        '"n/a" nếu quy chế cho phép không áp dụng tiêu chí này.',
        "The figures of “{unit}” for “{criterion}” are not filled in; write {{ actual = …, plan = … }}, and "
        '"n/a" only if the ruleset lets the criterion not apply.',
    ),
    "cell-empty-net": Sentence(
        "Chưa ghi đủ số liệu của “{unit}” ở tiêu chí “{criterion}”; hãy ghi {{ plus = …, minus = … }}, không có thì "
        "ghi 0.",
        "The figures of “{unit}” for “{criterion}” are not filled in; write {{ plus = …, minus = … }}, with 0 where "
        "there is none.",
    ),
    "cell-empty-held": Sentence(
        "Chưa ghi hình thức khen thưởng mà “{unit}” đã có ở tiêu chí “{criterion}”; hãy ghi mã trong ngoặc vuông, chưa "
        "có thì ghi [].",
        "The awards that “{unit}” holds already are not filled in for “{criterion}”; write their ids in square "
        "brackets, [] where it holds none.",
    ),
    "text-empty": Sentence(
        "Chỗ này để trống; hãy ghi nội dung, hoặc xóa hẳn khóa hay mục này nếu không cần.",
        "Nothing is written here; write something, or remove the key or entry if it is not needed.",
    ),
    "text-empty-needed": Sentence(
        "Khóa “{key}” bắt buộc phải có nội dung; hãy ghi nội dung vào đây.",
        "The key “{key}” must not be empty; write what is due.",
    ),
    "not-filled-in": Sentence(
        "Chỗ này chưa được điền; hãy thay dấu ba chấm bằng nội dung cần ghi, như mã đơn vị, mã nguồn, số hoặc ngày.",
        "This is not filled in; put what is due in place of the dots, such as the id of a unit or source, a number or "
        "a day.",
    ),
    "text-edges": Sentence(
        "Có dấu cách thừa ở đầu hoặc cuối; hãy ghi “{text}”.",
        "There are spaces before or after it; write “{text}”.",
    ),
    "id-malformed": Sentence(
        "Mã “{id}” phải gồm chữ thường không dấu, chữ số và dấu nối; hãy ghi ví dụ “{near}”.",
        "The id “{id}” must be of small letters a-z, digits and hyphens; write for instance “{near}”.",
    ),
    "id-twice": Sentence(
        "Mã “{id}” đã dùng ở trên; hãy đặt mã khác.",
        "The id “{id}” is already used above; choose another.",
    ),
    "id-by-case": Sentence(
        "Mã “{id}” chỉ khác mã “{other}” ở chữ hoa, chữ thường; hãy đặt mã khác.",
        "The id “{id}” differs from “{other}” by case only; choose another.",
    ),
    # What stands where something else is due.
    "format-missing": Sentence(
        'Tệp chưa ghi định dạng; hãy thêm dòng đầu format = "{due}".',
        'The file does not say its format; add the first line format = "{due}".',
    ),
    "format-other": Sentence(
        'Tệp ghi định dạng {got}, ở đây cần "{due}"; hãy chọn đúng tệp.',
        'The file says format {got}, and here "{due}" is due; choose the right file.',
    ),
    "unknown-key": Sentence(
        "Không có khóa “{key}” ở đây; hãy ghi một trong: {known}.",
        "There is no key “{key}” here; write one of {known}.",
    ),
    "unknown-key-near": Sentence(
        "Không có khóa “{key}” ở đây; có phải “{near}” không? (được dùng: {known})",
        "There is no key “{key}” here; did you mean “{near}”? (the keys are {known})",
    ),
    "key-of-top": Sentence(
        "Khóa “{key}” phải đứng ở đầu tệp, trước bảng [ … ] đầu tiên; hãy chuyển lên đó.",
        "The key “{key}” belongs at the top of the file, before the first table [ … ]; move it there.",
    ),
    "missing-key": Sentence(
        "Thiếu khóa “{key}”; hãy bổ sung.",
        "The key “{key}” is missing; add it.",
    ),
    "not-one-of": Sentence(
        "Giá trị {got} không được dùng ở đây; hãy ghi một trong: {known}.",
        "The value {got} is not possible here; write one of {known}.",
    ),
    "not-one-of-near": Sentence(
        "Giá trị {got} không được dùng ở đây; có phải “{near}” không? (được dùng: {known})",
        "The value {got} is not possible here; did you mean “{near}”? (possible: {known})",
    ),
    "not-text": Sentence(
        "Chỗ này phải là chữ trong dấu ngoặc kép, không phải {got}; hãy thêm ngoặc kép hoặc sửa giá trị.",
        "A text in quotes is due here, not {got}; add the quotes, or correct the value.",
    ),
    "not-a-count": Sentence(
        "Chỗ này phải là số nguyên, không phải {got}; hãy chỉ dùng chữ số, ví dụ 12.",
        "A whole number is due here, not {got}; write digits alone, for instance 12.",
    ),
    "count-too-large": Sentence(
        "Số {got} quá lớn; hãy ghi số không quá {most}.",
        "The number {got} is too large; write one that is at most {most}.",
    ),
    "not-a-number": Sentence(
        'Chỗ này phải là một số, không phải {got}; hãy ghi ví dụ 12, "9.5", "80%" hoặc "2/3".',
        'A number is due here, not {got}; write for instance 12, "9.5", "80%" or "2/3".',
    ),
    "not-a-cell": Sentence(
        'Điểm ghi là {text}; hãy ghi một số, "n/a" (không áp dụng), "pass" (đạt), "fail" (không đạt), '
        "{{ actual, plan }}, {{ plus, minus }} hoặc danh sách hình thức khen thưởng [ … ].",
        'The score says {text}; write a number, "n/a" (not applicable), "pass", "fail", {{ actual, plan }}, '
        "{{ plus, minus }} or a list of awards [ … ].",
    ),
    "not-a-cell-mark": Sentence(
        'Kết quả ghi là {text}; hãy ghi "{write}".',
        'The result says {text}; write "{write}".',
    ),
    "not-true-or-false": Sentence(
        "Chỗ này phải là true hoặc false không có ngoặc kép, không phải {got}; hãy ghi true (có) hoặc false (không).",
        "true or false without quotes is due here, not {got}; write true (yes) or false (no).",
    ),
    "not-a-date": Sentence(
        "Chỗ này phải là một ngày không có ngoặc kép, không phải {got}; hãy ghi ví dụ {write}.",
        "A day without quotes is due here, not {got}; write for instance {write}.",
    ),
    "date-with-time": Sentence(
        "Chỗ này chỉ ghi ngày, không ghi giờ; hãy ghi {day}.",
        "Only a day is due here, without a time; write {day}.",
    ),
    "not-a-list": Sentence(
        "Chỗ này phải là danh sách trong ngoặc vuông, không phải {got}; hãy ghi {write}.",
        "A list in square brackets is due here, not {got}; write {write}.",
    ),
    "not-a-table": Sentence(
        "Chỗ này phải là một bảng gồm các khóa, không phải {got}; hãy ghi {write} hoặc một bảng [ … ].",
        "A table of keys is due here, not {got}; write {write} or a table [ … ].",
    ),
    "list-size": Sentence(
        "Danh sách này có {got} mục, phải có đúng {due}; hãy sửa lại.",
        "This list has {got} entries and must have {due}; correct it.",
    ),
    "list-empty": Sentence(
        "Danh sách này để trống; hãy ghi ít nhất một mục.",
        "This list is empty; write at least one entry.",
    ),
    "named-twice": Sentence(
        "“{name}” được ghi hai lần trong danh sách; hãy bỏ một lần.",
        "“{name}” stands twice in the list; remove one.",
    ),
    # Numbers.
    "number-comma": Sentence(
        'Số thập phân dùng dấu chấm, không dùng dấu phẩy ({text}), và đặt trong ngoặc kép; hãy ghi "{write}".',
        'Decimals take a point, not a comma ({text}), and stand in quotes; write "{write}".',
    ),
    "number-unquoted": Sentence(
        'Số có phần thập phân phải đặt trong dấu ngoặc kép; hãy ghi "{text}".',
        'A number with decimals must stand in quotes; write "{text}".',
    ),
    "number-notation": Sentence(
        "Số {text} không theo cách viết thông thường; hãy chỉ dùng chữ số 0-9, ví dụ 12 hoặc 1000.",
        "The number {text} is not written plainly; use the digits 0-9 alone, such as 12 or 1000.",
    ),
    "number-malformed": Sentence(
        '{text} không phải số viết đúng; hãy ghi ví dụ 12, "9.5", "80%" hoặc "2/3", không có dấu cách '
        "hay dấu ngăn hàng nghìn.",
        '{text} is no number as it is written here; write for instance 12, "9.5", "80%" or "2/3", without spaces.',
    ),
    "number-thousands": Sentence(
        "“{text}” có thể là {whole} (dấu chấm ngăn hàng nghìn) hoặc là số thập phân; hãy ghi {whole}, "
        'hoặc "{write}" nếu là số thập phân.',
        "“{text}” may be {whole}, with a point after the thousands, or a decimal; write {whole}, "
        'or "{write}" for the decimal.',
    ),
    "number-too-long": Sentence(
        "Số {text} dài quá 60 chữ số; hãy kiểm tra lại.",
        "The number {text} has more than 60 digits; check it.",
    ),
    "number-zero-divisor": Sentence(
        "Phân số {text} có mẫu số bằng 0; hãy sửa lại.",
        "The fraction {text} divides by 0; correct it.",
    ),
    "number-below": Sentence(
        "Số {got} nhỏ hơn mức tối thiểu {least}; hãy sửa lại.",
        "The number {got} is below the least, {least}; correct it.",
    ),
    # Seasons.
    "season-id": Sentence(
        'Năm thi đua ghi là {got}; hãy ghi một năm như "2021", hoặc năm học như "2018-2019".',
        'The season says {got}; write a year such as "2021", or a school year such as "2018-2019".',
    ),
    "act-key-alone": Sentence(
        "“{key}” chỉ có nghĩa khi có votes; hãy bổ sung votes hoặc bỏ khóa này.",
        "“{key}” means something only beside votes; add votes, or remove the key.",
    ),
    "women-exceed-staff": Sentence(
        "Số nữ ({women}) lớn hơn tổng số người ({staff}); hãy kiểm tra lại.",
        "There are more women ({women}) than staff ({staff}); check the figures.",
    ),
    "record-id": Sentence(
        "{got} không phải mã hồ sơ quyết định (64 chữ số thập lục phân); hãy chép lại mã.",
        "{got} is no id of a record (64 hexadecimal digits); copy it again.",
    ),
    "former-later": Sentence(
        "Năm {former} không phải năm trước của năm {season}; hãy chỉ nêu hồ sơ của những năm trước.",
        "The season {former} is not earlier than {season}; name records of earlier seasons only.",
    ),
    "former-missing": Sentence(
        "Không thấy hồ sơ {record} của năm {season}; hãy đặt tệp hồ sơ cạnh tệp này, hoặc chỉ thư mục bằng --records.",
        "The record {record} of {season} is not found; put its file beside this one, or name its folder by --records.",
    ),
    "former-altered": Sentence(
        "Hồ sơ năm {season} ở đây ({file}) có mã {other}, không phải {record}; hãy lấy lại bản gốc hoặc sửa mã.",
        "The record of {season} that is here ({file}) has the id {other}, not {record}; take the original again, or"
        " correct the id.",
    ),
    "former-no-record": Sentence(
        "Tệp {file} có mã này nhưng không phải hồ sơ đọc được ({fault}); hãy lấy lại hồ sơ và mã.",
        "The file {file} has this id but is no record that can be read ({fault}); take the record and its id again.",
    ),
    "former-of-season": Sentence(
        "Mã này là của hồ sơ năm {other}, không phải năm {season}; hãy ghi đúng năm.",
        "This is the id of the record of {other}, not of {season}; write the right season.",
    ),
    "former-of-cluster": Sentence(
        "Mã này là của hồ sơ cụm, khối “{other}”, không phải “{cluster}”; hãy nêu đúng hồ sơ.",
        "This is the id of a record of the cluster “{other}”, not of “{cluster}”; name the right record.",
    ),
    "sheet-elsewhere": Sentence(
        "Bảng điểm “{name}” phải nằm cùng thư mục với tệp năm thi đua; hãy chỉ ghi tên tệp.",
        "The sheet “{name}” must lie beside the season's file; write its name alone.",
    ),
    "sheet-header": Sentence(
        "Dòng đầu của bảng điểm phải là tiêu đề cột, bắt đầu bằng “unit”, không phải “{got}”; hãy sửa dòng này, hoặc "
        "xóa nếu đó không phải tiêu đề cột.",
        "The first row of the sheet names its columns and begins with “unit”, not “{got}”; correct it, or remove it "
        "if it names no columns.",
    ),
    "sheet-tabs": Sentence(
        "Các ô của bảng điểm đang ngăn cách bằng tab; hãy lưu lại, dùng dấu phẩy hoặc dấu chấm phẩy.",
        "The cells of the sheet are separated by tabs; save it with commas or semicolons.",
    ),
    "sheet-sum": Sentence(
        "Dòng “{name}” là dòng cộng, không phải một đơn vị; hãy xóa dòng này.",
        "The row “{name}” is a sum, and no unit; remove it.",
    ),
    "sheet-unit-missing": Sentence(
        "Dòng này chưa ghi đơn vị ở cột đầu; hãy bổ sung, hoặc xóa dòng.",
        "This row names no unit in its first column; add it, or remove the row.",
    ),
    "sheet-row-missing": Sentence(
        "Bảng điểm chưa có dòng của {unit}; hãy thêm một dòng cho đơn vị này.",
        "The sheet has no row of {unit}; add one for the unit.",
    ),
    "sheet-row-empty": Sentence(
        "Dòng của “{unit}” chưa có số liệu nào; hãy ghi số liệu, hoặc xóa dòng này nếu không chấm điểm đơn vị đó.",
        "The row of “{unit}” is empty; fill it in, or remove it if the unit is not scored.",
    ),
    "sheet-column": Sentence(
        "Cột “{column}” không đúng; hãy ghi mã tiêu chí, có thể kèm @ và mã bước chấm, rồi .actual hoặc .plan.",
        "The column “{column}” is not right; write the id of a criterion, with @ and a stage, then .actual or .plan, "
        "where these are due.",
    ),
    "sheet-column-twice": Sentence(
        "Cột “{column}” có hai lần trong bảng điểm; hãy bỏ một cột.",
        "The column “{column}” stands twice in the sheet; remove one.",
    ),
    "sheet-plan-alone": Sentence(
        "Tiêu chí “{criterion}” có cột .plan nhưng thiếu cột .actual; hãy bổ sung.",
        "Criterion “{criterion}” has a column .plan and none .actual; add it.",
    ),
    "sheet-row": Sentence(
        "Dòng này có {got} ô, phải có {due} ô như dòng tiêu đề; hãy kiểm tra dấu phân cách và dấu phẩy thập phân.",
        "This row has {got} cells and must have {due}, as the header; check separators and decimal commas.",
    ),
    "sheet-quotes": Sentence(
        "Dấu ngoặc kép trong bảng điểm chưa đóng hoặc đặt sai chỗ; hãy sửa lại dòng này.",
        "A quote in the sheet is not closed, or misplaced; correct this row.",
    ),
}
