"""What Word and Excel files are packed in: looked at before anything of it is unpacked."""

import zipfile
from io import BytesIO

from graph.errors import UndecodableSource, UnsupportedSource

_MAX_UNPACKED = 200_000_000  # bytes of all parts together
_MAX_PART = 30_000_000  # bytes of one XML part
_MAX_RATIO = 200  # unpacked to packed; real documents stay below 60
_MAX_PARTS = 5_000


def refuse_bombs(data: bytes, name: str, suffix: str) -> None:
    """Look at the sizes that the archive declares.

    Raises:
        UndecodableSource: it is damaged or locked.
        UnsupportedSource: unpacked it is far larger than a document can be.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise UndecodableSource(f"{name} is damaged ({error}): save it as {suffix} again.") from error
    if any(part.flag_bits & 1 for part in parts):
        raise UndecodableSource(f"{name} is locked by a password: save it without one.")
    unpacked = sum(part.file_size for part in parts)
    largest = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
    if (
        len(parts) > _MAX_PARTS
        or unpacked > _MAX_UNPACKED
        or largest > _MAX_PART
        or unpacked > max(_MAX_RATIO * len(data), 10_000_000)
    ):
        raise UnsupportedSource(
            f"{name} would unpack to {unpacked:,} bytes in {len(parts)} parts, more than a document has: "
            f"copy its text into a new {suffix}."
        )
