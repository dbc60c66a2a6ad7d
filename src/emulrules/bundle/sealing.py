"""Sealing: files become one zip that Python runs, of which the same files give the same bytes on every machine.

Names are sorted, dates and permissions are fixed. Nothing is compressed: versions of zlib give other bytes for the same
text, and a Python without zlib could not open it.
"""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

from emulrules.files.canonical import digest

__all__ = ["SUMS", "sealed"]

SUMS: Final = "SHA256SUMS"
"""The file that holds the digest of every other one, as `sha256sum` writes and checks them."""

_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can name."""

_UNIX: Final = 3
_READABLE: Final = 0o100644 << 16


def sealed(files: Mapping[str, bytes]) -> bytes:
    """The zip of `files`, by their names in it, and of their digests."""
    lines = "".join(f"{digest(data)}  {name}\n" for name, data in sorted(files.items()))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted({**files, SUMS: lines.encode()}.items()):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            archive.writestr(entry, data)
    return stream.getvalue()
