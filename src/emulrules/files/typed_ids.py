"""Records looked for by an id that somebody typed from paper, or by the beginning of one."""

from emulrules.errors import Fault, FileError
from emulrules.files.archive import Archive, Filed
from emulrules.model.record_id import grouped, near, typed

__all__ = ["find_typed"]


def find_typed(archive: Archive, text: str) -> Filed:
    """The one record whose id is `text`, or begins with it.

    Raises `FileError` where it is no id, where no record has it (naming one for which it may be a slip), or several.
    """
    digits = typed(text)
    filed = archive.all()
    found = [each for each in filed if each.id.startswith(digits)]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(each.path.name for each in found)
        raise FileError(Fault("id-ambiguous", ("id",), {"count": len(found), "names": names}))
    for each in filed:
        if (group := near(digits, each.id)) is not None:
            data = {"group": group, "name": each.path.name, "id": grouped(each.id)}
            raise FileError(Fault("id-mistyped", ("id",), data))
    raise FileError(Fault("id-unknown", ("id",), {"count": len(filed)}))
