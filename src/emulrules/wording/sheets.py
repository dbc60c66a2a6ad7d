"""What is said about score sheets: point tables, stages of scoring, and the table that a cluster signed itself."""

from typing import Final

from emulrules.wording import Sentence

__all__ = ["SENTENCES"]

SENTENCES: Final[dict[str, Sentence]] = {
    # The point tables of a ruleset.
    "scale-sum-in-table": Sentence(
        "Bảng điểm “{table}” là {points} điểm, nhưng các tiêu chí cộng lại được {sum}; hãy sửa points hoặc các "
        "tiêu chí của bảng này.",
        "The table “{table}” has {points} points, and its criteria add up to {sum}; correct points or its criteria.",
    ),
    "children-sum-in-table": Sentence(
        "Điểm tối đa của “{id}” là {max}, nhưng trong bảng điểm “{table}” các tiêu chí con cộng lại được {sum}; hãy "
        "sửa các tiêu chí con của bảng này hoặc ghi cap = true.",
        "The maximum of “{id}” is {max}, and in the table “{table}” those below it add up to {sum}; correct those of "
        "this table, or write cap = true.",
    ),
    "leaf-without-method-in-table": Sentence(
        "Trong bảng điểm “{table}”, tiêu chí “{id}” không có tiêu chí con và chưa có cách tính điểm; hãy thêm tiêu "
        "chí con cho bảng này, hoặc ghi rõ table của “{id}”.",
        "In the table “{table}”, criterion “{id}” has nothing below it and does not say how it is scored; add a "
        "criterion of this table below it, or name the table of “{id}”.",
    ),
    "cluster-without-table": Sentence(
        "Quy chế có nhiều bảng điểm nhưng cụm, khối “{cluster}” chưa ghi dùng bảng nào; hãy thêm table.",
        "The ruleset has several point tables, and the cluster “{cluster}” does not say which is its own; add table.",
    ),
    "table-not-listed": Sentence(
        "Quy chế không có bảng điểm “{name}”; hãy khai báo [tables.{name}] hoặc sửa tên.",
        "The ruleset has no point table “{name}”; declare [tables.{name}], or correct the name.",
    ),
    "table-not-listed-near": Sentence(
        "Quy chế không có bảng điểm “{name}”; có phải “{near}” không?",
        "The ruleset has no point table “{name}”; did you mean “{near}”?",
    ),
    "table-of-parent": Sentence(
        "Tiêu chí “{id}” thuộc bảng điểm “{table}” nhưng tiêu chí cha “{parent}” thuộc bảng “{other}”; hãy ghi cùng "
        "một bảng.",
        "Criterion “{id}” belongs to the table “{table}”, and its parent “{parent}” to “{other}”; name one table.",
    ),
    "too-many-tables": Sentence(
        "Quy chế có quá {most} bảng điểm; hãy kiểm tra xem có nhầm không.",
        "The ruleset has more than {most} point tables; check whether that is meant.",
    ),
    "frame-with-children": Sentence(
        "Dưới khung “{frame}” là bảng điểm riêng của cụm, khối, ghi ở năm thi đua, nên quy chế không thêm tiêu chí "
        "“{id}” vào đó; hãy bỏ frame hoặc bỏ parent.",
        "Below the frame “{frame}” stands the cluster's own table, in the season, so the ruleset adds no “{id}” "
        "there; remove frame, or parent.",
    ),
    # The stages of a ruleset.
    "stage-reserved": Sentence(
        "Không đặt mã bước chấm là “{id}”, vì ô số liệu dùng từ này cho việc khác; hãy đặt mã khác.",
        "A stage cannot be called “{id}”, which cells use for something else; choose another id.",
    ),
    "stage-not-listed": Sentence(
        "Quy chế không có bước chấm “{name}”; hãy khai báo ở [[stages]] hoặc sửa tên.",
        "The ruleset has no stage “{name}”; declare it in [[stages]], or correct the name.",
    ),
    "stage-not-listed-near": Sentence(
        "Quy chế không có bước chấm “{name}”; có phải “{near}” không?",
        "The ruleset has no stage “{name}”; did you mean “{near}”?",
    ),
    "imposer-not-scoring": Sentence(
        "Bước “{stage}” được trừ điểm ở “{id}” nhưng không có trong stages của tiêu chí này; hãy thêm vào stages, "
        "hoặc bỏ ở imposed_by.",
        "The stage “{stage}” may impose “{id}” and is none of the stages that score it; add it to stages, or remove "
        "it.",
    ),
    "scoring-without-stages": Sentence(
        "Có [scoring] nhưng quy chế không có bước chấm nào; hãy khai báo [[stages]] hoặc bỏ [scoring].",
        "There is [scoring], and the ruleset has no stages; declare [[stages]], or remove [scoring].",
    ),
    "agreed-without-meeting": Sentence(
        'take = "agreed" lấy điểm của bước do hội nghị chấm nên phải có đúng một bước by = "meeting" (hiện có: '
        "{stages}); hãy sửa [[stages]].",
        'take = "agreed" takes the points of the stage by the meeting, so exactly one must say by = "meeting" (there '
        "is: {stages}); correct [[stages]].",
    ),
    "stages-without-meeting": Sentence(
        'Điểm được lấy theo hội nghị (take = "agreed") nhưng “{id}” chấm ở nhiều bước mà không có bước của hội nghị; '
        "hãy thêm bước đó.",
        'Points are as the meeting agrees (take = "agreed"), and “{id}” has several stages without that of the '
        "meeting; add it.",
    ),
    # A season scored in stages.
    "unknown-stage": Sentence(
        "Quy chế không có bước chấm “{name}” mà tiêu chí “{criterion}” ghi; hãy dùng mã bước ở [[stages]] của quy chế.",
        "The ruleset has no stage “{name}”, which “{criterion}” has a cell of; use the id of one in its [[stages]].",
    ),
    "unknown-stage-near": Sentence(
        "Quy chế không có bước chấm “{name}” mà tiêu chí “{criterion}” ghi; có phải “{near}” không?",
        "The ruleset has no stage “{name}”, which “{criterion}” has a cell of; did you mean “{near}”?",
    ),
    "cell-without-stage": Sentence(
        "Điểm của {unit} ở tiêu chí “{criterion}” không ghi bước chấm trong khi đơn vị khác có ghi ({stages}); hãy ghi "
        "điểm từng bước.",
        "The score of {unit} for “{criterion}” names no stage, and others do ({stages}); write a score a stage.",
    ),
    "cell-stage-missing": Sentence(
        "Thiếu điểm bước “{stage}” của {unit} ở tiêu chí “{criterion}”, trong khi đơn vị khác có; hãy bổ sung, hoặc bỏ "
        "bước này ở mọi đơn vị.",
        "There is no score of {unit} for “{criterion}” in the stage “{stage}”, and others have one; add it, or remove "
        "the stage from all units.",
    ),
    "cell-stages-differ": Sentence(
        "Tiêu chí “{criterion}” không áp dụng cho {unit} ở bước {stages} nhưng được chấm ở bước khác; hãy thống nhất "
        "các bước.",
        "“{criterion}” does not apply to {unit} in the stages {stages} and is scored in another; let all stages agree.",
    ),
    "stage-not-of-criterion": Sentence(
        "Tiêu chí “{criterion}” không chấm ở bước “{stage}” (của {unit}); các bước được chấm: {known}.",
        "“{criterion}” is not scored in the stage “{stage}” (of {unit}); its stages are {known}.",
    ),
    "stage-may-not-impose": Sentence(
        "Bước “{stage}” không có quyền trừ điểm “{criterion}” của {unit}; chỉ được trừ ở bước: {known}.",
        "The stage “{stage}” may not impose “{criterion}” on {unit}; only these may: {known}.",
    ),
    "stage-meeting-missing": Sentence(
        "Điểm được lấy theo hội nghị nhưng tiêu chí “{criterion}” chưa có điểm của bước “{stage}”; hãy ghi điểm hội "
        "nghị thống nhất.",
        "Points are as the meeting agrees, and “{criterion}” has none of the stage “{stage}”; write those agreed.",
    ),
    "scoring-needed": Sentence(
        "Tiêu chí “{criterion}” có điểm của nhiều bước ({stages}) nhưng quy chế không nói điểm bước nào được tính; hãy "
        "thêm [scoring].",
        "“{criterion}” has points of several stages ({stages}), and the ruleset does not say which count; add "
        "[scoring].",
    ),
    "scoring-undefined": Sentence(
        "Quy chế để ngỏ điểm bước nào được tính (“{says}”), mà tiêu chí “{criterion}” có điểm của nhiều bước "
        "({stages}); hãy chỉ ghi điểm một bước, hoặc bổ sung [scoring].",
        "The ruleset leaves open which points count (“{says}”), and “{criterion}” has those of several stages "
        "({stages}); write those of one stage, or add [scoring].",
    ),
    "sheet-column-stages": Sentence(
        "Tiêu chí “{criterion}” có cột ghi bước chấm (@) và cột không ghi; hãy ghi bước ở mọi cột của tiêu chí này.",
        "Criterion “{criterion}” has columns with a stage (@) and without one; name a stage in all of them.",
    ),
    # The table that a cluster signed itself.
    "signed-key": Sentence(
        "Tiêu chí của bảng điểm riêng không dùng “{key}”; hãy bỏ khóa này.",
        "A criterion of the cluster's own table has no use for “{key}”; remove the key.",
    ),
    "signed-id-taken": Sentence(
        "Mã tiêu chí “{id}” đã có trong quy chế “{ruleset}”; hãy đặt mã khác cho tiêu chí của bảng điểm riêng.",
        "The ruleset “{ruleset}” has a criterion “{id}” already; give that of the cluster's own table another id.",
    ),
    "signed-without-frame": Sentence(
        "Quy chế không để cụm, khối tự đặt cả bảng điểm nên “{id}” phải nằm dưới một khung; hãy ghi parent (khung có: "
        "{frames}).",
        "The ruleset does not leave the whole table to the cluster, so “{id}” must stand below a frame; write parent "
        "(there is: {frames}).",
    ),
    "signed-below-no-frame": Sentence(
        "“{parent}” không phải khung dành cho bảng điểm riêng nên không thêm “{id}” vào đó được; khung có: {frames}.",
        "“{parent}” is no frame for a table of the cluster's own, so “{id}” cannot stand below it; frames: {frames}.",
    ),
    "signed-parent-unknown": Sentence(
        "Không có khung hay tiêu chí “{name}” để làm cấp trên; hãy sửa parent.",
        "There is no frame or own criterion “{name}” to stand below; correct parent.",
    ),
    "signed-parent-unknown-near": Sentence(
        "Không có khung hay tiêu chí “{name}” để làm cấp trên; có phải “{near}” không?",
        "There is no frame or own criterion “{name}” to stand below; did you mean “{near}”?",
    ),
    "signed-sum": Sentence(
        "Bảng điểm riêng dưới khung “{frame}” cộng lại được {sum}, mà khung là {max} điểm; hãy sửa max của các tiêu "
        "chí.",
        "The cluster's own table below the frame “{frame}” adds up to {sum}, and the frame is {max} points; correct "
        "the maxima.",
    ),
    "signed-without-max": Sentence(
        "Một tiêu chí của bảng điểm riêng dưới khung “{frame}” không có điểm tối đa nên không cộng được; hãy thêm max.",
        "A criterion of the own table below the frame “{frame}” has no maximum, so that they do not add up; add max.",
    ),
    "signed-total": Sentence(
        "Bảng điểm riêng cộng lại được {sum}, mà thang điểm của quy chế là {points}; hãy sửa max của các tiêu chí.",
        "The cluster's own table adds up to {sum}, and the scale of the ruleset is {points}; correct the maxima.",
    ),
    "signed-missing": Sentence(
        "Quy chế “{ruleset}” để cụm, khối tự đặt bảng điểm; hãy ghi bảng đã ký thành [[criteria]] trước khi ghi điểm.",
        "The ruleset “{ruleset}” leaves the table to the cluster; write what it signed as [[criteria]] before scores.",
    ),
    "frame-empty": Sentence(
        "Khung “{frame}” ({max} điểm) chưa có bảng điểm riêng của cụm, khối; hãy ghi các tiêu chí đã ký thành "
        "[[criteria]].",
        "The frame “{frame}” ({max} points) lacks the cluster's own table; write the criteria that it signed as "
        "[[criteria]].",
    ),
    "criterion-of-other-table": Sentence(
        "Tiêu chí “{criterion}” không thuộc bảng điểm của cụm, khối này ({table}); hãy bỏ phần điểm này.",
        "Criterion “{criterion}” is not of this cluster's point table ({table}); take out its scores.",
    ),
}
