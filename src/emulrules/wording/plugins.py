"""Sentences about plugins: for the programmer who writes one, and the official who installs one."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    # Finding the policy that a ruleset names.
    "plugin-missing": Sentence(
        "Quy chế chọn chính sách “{plugin}” nhưng chưa có gói cài đặt nào cung cấp, hiện chỉ có: {known};"
        " hãy cài gói cung cấp “{plugin}” hoặc sửa mục “policy” của quy chế.",
        "The ruleset names the policy “{plugin}”, which no installed distribution brings, only: {known};"
        " install the one that does, or mend “policy” in the ruleset.",
    ),
    "plugin-missing-near": Sentence(
        "Quy chế chọn chính sách “{plugin}” nhưng chưa có gói cài đặt nào cung cấp, gần giống nhất là “{near}”"
        " (hiện có: {known}); hãy sửa mục “policy” của quy chế hoặc cài gói cung cấp “{plugin}”.",
        "The ruleset names the policy “{plugin}”, which no installed distribution brings, the nearest is “{near}”"
        " (there are: {known}); mend “policy” in the ruleset, or install the distribution that brings “{plugin}”.",
    ),
    "plugin-claimed-twice": Sentence(
        "Nhiều gói cài đặt cùng nhận tên chính sách “{plugin}”: {claimants}; hãy gỡ bớt, chỉ giữ lại một gói.",
        "Several distributions claim the policy “{plugin}”: {claimants}; uninstall all but one.",
    ),
    "plugin-import": Sentence(
        "Không nạp được chính sách “{plugin}” của gói “{distribution}” ({error}); hãy sửa hoặc cài lại gói này.",
        "The plugin “{plugin}” of the distribution “{distribution}” cannot be imported ({error});"
        " mend or reinstall the distribution.",
    ),
    # Admitting the plugin.
    "plugin-no-hooks": Sentence(
        "Chính sách “{plugin}” trỏ tới {class}, không phải lớp kế thừa emulrules.Hooks;"
        " hãy khai báo một lớp kế thừa Hooks.",
        "The plugin “{plugin}” points to {class}, which is no class that subclasses emulrules.Hooks;"
        " declare one that does.",
    ),
    "plugin-name": Sentence(
        "Chính sách tự xưng tên {got} nhưng quy chế và điểm khai báo gọi là “{plugin}”; hãy đặt name = “{plugin}”.",
        "The plugin calls itself {got}, but the ruleset and the entry point call it “{plugin}”;"
        " set name to “{plugin}”.",
    ),
    "plugin-name-reserved": Sentence(
        "Tên “{plugin}” dành riêng cho chính sách có sẵn; hãy đặt tên khác cho chính sách này và ghi tên ấy trong quy "
        "chế.",
        "The name “{plugin}” belongs to the policy that is built in;"
        " give the plugin another one, in the ruleset as well.",
    ),
    "plugin-authority": Sentence(
        "Chính sách “{plugin}” thuộc cơ quan {got} nhưng quy chế do “{expected}” ban hành;"
        " hãy dùng chính sách của đúng cơ quan đó.",
        "The plugin “{plugin}” is of the authority {got}, but the ruleset is of “{expected}”;"
        " use a plugin of that authority.",
    ),
    "plugin-constructor": Sentence(
        "Không tạo được chính sách “{plugin}” khi gọi lớp không kèm đối số ({error}); hãy sửa hàm khởi tạo.",
        "The plugin “{plugin}” cannot be made by calling its class without arguments ({error}); mend its constructor.",
    ),
    "plugin-unknown-method": Sentence(
        "Chính sách “{plugin}” có phương thức công khai “{hook}” không phải là điểm móc;"
        " hãy thêm dấu gạch dưới vào đầu tên nếu là việc nội bộ.",
        "The plugin “{plugin}” has a public method “{hook}” that is no hook;"
        " begin its name with an underscore if it is private.",
    ),
    "plugin-unknown-method-near": Sentence(
        "Chính sách “{plugin}” có phương thức công khai “{hook}” không phải là điểm móc, gần giống nhất là “{near}”;"
        " hãy sửa tên, hoặc thêm dấu gạch dưới vào đầu tên nếu là việc nội bộ.",
        "The plugin “{plugin}” has a public method “{hook}” that is no hook, the nearest is “{near}”;"
        " mend the name, or begin it with an underscore if it is private.",
    ),
    "plugin-unknown-hook": Sentence(
        "Chính sách “{plugin}” đánh dấu “{hook}” bằng hookimpl nhưng không có điểm móc nào tên như vậy; hãy bỏ dấu "
        "này.",
        "The plugin “{plugin}” marks “{hook}” with hookimpl, but no hook is called so; take the mark off.",
    ),
    "plugin-unknown-hook-near": Sentence(
        "Chính sách “{plugin}” đánh dấu “{hook}” bằng hookimpl nhưng không có điểm móc nào tên như vậy,"
        " gần giống nhất là “{near}”; hãy sửa tên hoặc bỏ dấu này.",
        "The plugin “{plugin}” marks “{hook}” with hookimpl, but no hook is called so, the nearest is “{near}”;"
        " mend the name or take the mark off.",
    ),
    "plugin-unmarked": Sentence(
        "Chính sách “{plugin}” định nghĩa điểm móc “{hook}” nhưng không đánh dấu; hãy đặt @hookimpl trên phương thức.",
        "The plugin “{plugin}” defines the hook “{hook}” without marking it; put @hookimpl above the method.",
    ),
    "plugin-no-method": Sentence(
        "Trong chính sách “{plugin}”, điểm móc “{hook}” không phải phương thức thông thường;"
        " hãy viết bằng def trong lớp, tham số đầu là self.",
        "In the plugin “{plugin}” the hook “{hook}” is no ordinary method;"
        " write it with def in the class, with self as its first argument.",
    ),
    "plugin-generator": Sentence(
        "Trong chính sách “{plugin}”, điểm móc “{hook}” là hàm sinh (có yield); hãy trả câu trả lời bằng return.",
        "In the plugin “{plugin}” the hook “{hook}” is a generator; give its answer with return, not yield.",
    ),
    "plugin-coroutine": Sentence(
        "Trong chính sách “{plugin}”, điểm móc “{hook}” là hàm bất đồng bộ; hãy bỏ từ khóa async.",
        "In the plugin “{plugin}” the hook “{hook}” is a coroutine; take the keyword async off.",
    ),
    "plugin-arguments": Sentence(
        "Trong chính sách “{plugin}”, điểm móc “{hook}” có tham số không đúng ({wrong});"
        " hãy chỉ dùng self và các tham số sau, không kèm giá trị mặc định: {expected}.",
        "In the plugin “{plugin}” the hook “{hook}” has wrong arguments ({wrong});"
        " take self and only these, none with a default: {expected}.",
    ),
    "plugin-tryfirst": Sentence(
        "Chính sách “{plugin}” đòi được hỏi trước (tryfirst) ở “{hook}”; hãy bỏ tùy chọn này, vì chỉ một bên được hỏi.",
        "The plugin “{plugin}” wants to be asked first (tryfirst) in “{hook}”;"
        " take the option off, since one alone is asked.",
    ),
    "plugin-trylast": Sentence(
        "Chính sách “{plugin}” đòi được hỏi sau (trylast) ở “{hook}”; hãy bỏ tùy chọn này, vì chỉ một bên được hỏi.",
        "The plugin “{plugin}” wants to be asked last (trylast) in “{hook}”;"
        " take the option off, since one alone is asked.",
    ),
    "plugin-wrapper": Sentence(
        "Chính sách “{plugin}” bọc câu trả lời của bên khác (wrapper) ở “{hook}”;"
        " hãy bỏ tùy chọn này và tự trả lời, hoặc trả DEFER.",
        "The plugin “{plugin}” wraps another's answer (wrapper) in “{hook}”;"
        " take the option off and answer, or return DEFER.",
    ),
    "plugin-hookwrapper": Sentence(
        "Chính sách “{plugin}” bọc câu trả lời của bên khác (hookwrapper) ở “{hook}”;"
        " hãy bỏ tùy chọn này và tự trả lời, hoặc trả DEFER.",
        "The plugin “{plugin}” wraps another's answer (hookwrapper) in “{hook}”;"
        " take the option off and answer, or return DEFER.",
    ),
    "plugin-specname": Sentence(
        "Chính sách “{plugin}” cho phương thức “{hook}” mang tên điểm móc khác (specname);"
        " hãy đặt tên phương thức đúng bằng tên điểm móc.",
        "The plugin “{plugin}” lets the method “{hook}” go by the name of another hook (specname);"
        " name the method as the hook.",
    ),
    "plugin-optionalhook": Sentence(
        "Chính sách “{plugin}” đánh dấu “{hook}” là không bắt buộc (optionalhook), khiến lỗi sai tên bị bỏ qua;"
        " hãy bỏ tùy chọn này.",
        "The plugin “{plugin}” marks “{hook}” as optional (optionalhook), which would hide a misspelt name;"
        " take the option off.",
    ),
    # Asking it.
    "plugin-raises": Sentence(
        "Chính sách “{plugin}” báo lỗi khi được hỏi {hook} ({error}); hãy sửa chính sách.",
        "The plugin “{plugin}” raises when it is asked {hook} ({error}); mend the plugin.",
    ),
    "plugin-mutates": Sentence(
        "Chính sách “{plugin}” tìm cách thay đổi dữ liệu được đưa cho {hook}; dữ liệu đó chỉ được đọc,"
        " hãy lập giá trị mới.",
        "The plugin “{plugin}” tries to change what {hook} is given, which is only to be read;"
        " make new values instead.",
    ),
    "plugin-unsteady": Sentence(
        "Chính sách “{plugin}” trả lời {hook} hai lần khác nhau với cùng dữ liệu; câu trả lời chỉ được phụ thuộc vào"
        " dữ liệu được đưa, không phụ thuộc giờ giấc, ngẫu nhiên hay lần hỏi trước.",
        "The plugin “{plugin}” answers {hook} differently when asked twice; let the answer depend on what it is given,"
        " not on time, chance or an earlier call.",
    ),
    # Checking what it answers.
    "plugin-no-answer": Sentence(
        "“{plugin}” không trả lời {hook}; hãy trả một giá trị, Undefined nếu không văn bản nào quy định,"
        " hoặc DEFER để chính sách có sẵn trả lời thay.",
        "“{plugin}” gives no answer to {hook}; return a value, Undefined where no text defines it,"
        " or, from a plugin, DEFER to leave it to the standard policy.",
    ),
    "plugin-answer-kind": Sentence(
        "“{plugin}” trả lời {hook} bằng kiểu {got}; phải là đúng kiểu {expected}, Undefined hoặc DEFER.",
        "“{plugin}” answers {hook} with a {got}; it must be exactly a {expected}, Undefined or DEFER.",
    ),
    "plugin-value-kind": Sentence(
        "“{plugin}” trả lời {hook} với “{where}” thuộc kiểu {got}; phải là đúng kiểu {expected}.",
        "“{plugin}” answers {hook} with a {got} at “{where}”; it must be exactly a {expected}.",
    ),
    "plugin-value-text": Sentence(
        "“{plugin}” trả lời {hook} với chữ tại “{where}” trống, quá dài, có ký tự ẩn hoặc không ở dạng NFC;"
        " hãy dùng chữ thường in được, tối đa 1000 ký tự.",
        "“{plugin}” answers {hook} with text at “{where}” that is empty, too long, not in the form NFC or with hidden"
        " characters; use printable text of at most 1,000 characters.",
    ),
    "plugin-value-id": Sentence(
        "“{plugin}” trả lời {hook} với mã “{got}” tại “{where}”; mã chỉ gồm chữ thường không dấu, chữ số và dấu nối.",
        "“{plugin}” answers {hook} with the id “{got}” at “{where}”; an id is of small letters a-z, digits and hyphens"
        " only.",
    ),
    "plugin-value-long": Sentence(
        "“{plugin}” trả lời {hook} với số quá lớn hoặc quá dài tại “{where}”; hãy dùng số gọn hơn.",
        "“{plugin}” answers {hook} with a number too great or too long at “{where}”; use a shorter one.",
    ),
    "plugin-value-negative": Sentence(
        "“{plugin}” trả lời {hook} với số âm tại “{where}”; số này phải từ 0 trở lên.",
        "“{plugin}” answers {hook} with a negative number at “{where}”; it must be 0 or more.",
    ),
    "plugin-value-choice": Sentence(
        "“{plugin}” trả lời {hook} với giá trị lạ tại “{where}”; phải là một trong: {known}.",
        "“{plugin}” answers {hook} with an unknown value at “{where}”; it must be one of: {known}.",
    ),
    "plugin-value-path": Sentence(
        "“{plugin}” trả lời {hook} với đường dẫn quy định tại “{where}” không thuộc phần đang hỏi;"
        " phải nằm trong: {expected}.",
        "“{plugin}” answers {hook} with a rule's path at “{where}” that is not of what was asked;"
        " it must lie in: {expected}.",
    ),
    "plugin-bars-dropped": Sentence(
        "“{plugin}” trả lời {hook} mà bỏ qua các trường hợp không được giữ chức của quy chế: {names}; hãy nêu lại đủ.",
        "“{plugin}” answers {hook} without the bars that the ruleset states: {names}; name them too.",
    ),
    "plugin-deputies-differ": Sentence(
        "“{plugin}” trả lời {hook} với các chức phó khác với quy chế; hãy trả lời đúng như [headship] deputies.",
        "“{plugin}” answers {hook} with other deputies than the ruleset states; answer as [headship] deputies says.",
    ),
    "plugin-types-dropped": Sentence(
        "“{plugin}” trả lời {hook} mà bỏ qua loại đơn vị quy chế đòi hỏi cho chức vụ: {names}; hãy nêu trong eligible.",
        "“{plugin}” answers {hook} without the types of units that the ruleset asks for: {names}; state eligible.",
    ),
    "plugin-turns-useless": Sentence(
        "“{plugin}” trả lời {hook} có thứ tự luân phiên nhưng method không phải turn; hãy bỏ queue, declined, elected.",
        "“{plugin}” answers {hook} with turns although its method is not turn; leave out queue, declined and elected.",
    ),
    "plugin-rule-no-basis": Sentence(
        "“{plugin}” trả lời {hook} với quy định tại “{where}” không có căn cứ; hãy nêu số hiệu văn bản và điều khoản.",
        "“{plugin}” answers {hook} with a rule at “{where}” that has no legal basis; name the document and article.",
    ),
    "plugin-value-twice": Sentence(
        "“{plugin}” trả lời {hook} với “{name}” xuất hiện hai lần tại “{where}”; hãy chỉ nêu một lần.",
        "“{plugin}” answers {hook} with “{name}” twice at “{where}”; name it once.",
    ),
    "plugin-value-unsorted": Sentence(
        "“{plugin}” trả lời {hook} với danh sách tại “{where}” chưa sắp thứ tự; hãy sắp bằng sorted().",
        "“{plugin}” answers {hook} with a list at “{where}” that is out of order; sort it with sorted().",
    ),
    "plugin-names-lacking": Sentence(
        "“{plugin}” trả lời {hook} thiếu tại “{where}”: {names}; hãy nêu đủ tất cả.",
        "“{plugin}” answers {hook} without naming all at “{where}”, missing: {names}; name every one.",
    ),
    "plugin-names-foreign": Sentence(
        "“{plugin}” trả lời {hook} với tên không thuộc phạm vi hỏi tại “{where}”: {names}; chỉ được nêu: {known}.",
        "“{plugin}” answers {hook} with names that were not asked about at “{where}”: {names}; name only: {known}.",
    ),
    "plugin-points-bounds": Sentence(
        "“{plugin}” trả lời {hook} với {got} điểm tại “{where}”, ngoài mức từ {least} đến {most} của tiêu chí; hãy giữ"
        " trong mức đó.",
        "“{plugin}” answers {hook} with {got} points at “{where}”, outside {least} to {most}, the bounds of the"
        " criterion; keep within.",
    ),
    "plugin-points-not-applicable": Sentence(
        "“{plugin}” trả lời {hook} là không áp dụng tại “{where}” nhưng tiêu chí không nói xử lý thế nào;"
        " hãy cho điểm, hoặc bổ sung not_applicable trong quy chế.",
        "“{plugin}” answers {hook} with not applicable at “{where}”, but the criterion does not say what that means;"
        " give points, or add not_applicable in the ruleset.",
    ),
    "plugin-key-asked": Sentence(
        "“{plugin}” trả lời {hook} với giá trị tại “{where}” dù bước này phải hỏi người; hãy bỏ values, lacks và then.",
        "“{plugin}” answers {hook} with values at “{where}”, a step that is asked of people;"
        " leave values, lacks and then out.",
    ),
    "plugin-key-lacks": Sentence(
        "“{plugin}” trả lời {hook} vừa cho giá trị vừa báo thiếu số liệu tại “{where}”; hãy chỉ báo thiếu khi"
        " không có giá trị.",
        "“{plugin}” answers {hook} with facts that lack at “{where}”, where there is a value;"
        " name them only where there is none.",
    ),
    "plugin-key-lacks-before": Sentence(
        "“{plugin}” trả lời {hook} với khóa còn thiếu số liệu tại “{where}”, đứng trước khóa “{other}” vốn tùy thuộc"
        " những đơn vị nào còn bằng nhau; hãy xếp khóa “{other}” trước.",
        "“{plugin}” answers {hook} with figures that lack at “{where}”, before the key “{other}” that turns on who is"
        " tied; put “{other}” first.",
    ),
    "plugin-quota-parts": Sentence(
        "“{plugin}” trả lời {hook} mà không nói đủ cách tính: share cần base và đúng một trong rounding, bound; bound, "
        "least (không lớn hơn most), most chỉ đi với share; rest thì không có số hay cách tính nào khác.",
        "“{plugin}” answers {hook} without saying all that it is made of: a share needs base and one of rounding and "
        "bound; bound, least (not above most) and most go with a share only; rest with no number and none of these.",
    ),
    "plugin-quota-share": Sentence(
        "“{plugin}” trả lời {hook} với tỷ lệ tại “{where}” không nằm trong khoảng trên 0 đến 1; hãy sửa lại.",
        "“{plugin}” answers {hook} with a share at “{where}” that is not above 0 and at most 1; correct it.",
    ),
    "plugin-quota-differs": Sentence(
        "“{plugin}” trả lời {hook} với số lượng {got}, trong khi tính theo tỷ lệ đã nêu là {due}; hãy sửa cho khớp.",
        "“{plugin}” answers {hook} with {got}, while the share that it says gives {due}; correct one of the two.",
    ),
    "plugin-deputies": Sentence(
        "“{plugin}” trả lời {hook} với quá nhiều cấp phó; tối đa {most}.",
        "“{plugin}” answers {hook} with too many deputies; at most {most}.",
    ),
}
