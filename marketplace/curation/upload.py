"""Read an upload while it streams in, and stop at the first byte that is too much."""

import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import Annotated

from fastapi import Depends, Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.concurrency import run_in_threadpool

from marketplace.auth import Signed
from marketplace.curation.picture import FILE_LIMIT, MIB
from marketplace.errors import Malformed, TooLarge, Unavailable, Unprocessable

SAMPLE_LIMIT = 12
FIELD_LIMIT = 64 * 1024
FIELD_COUNT = 64
MEMORY_LIMIT = MIB  # of one file; the rest of it waits on the disk
UPLOADS_AT_ONCE = 16  # each may take its whole limit of that disk
BODY_LIMIT = SAMPLE_LIMIT * FILE_LIMIT + MIB
FIELDS = ("statement", "links", "titles")
FILES = "samples"

_TEXTS = {"type": "array", "items": {"type": "string"}}
# The form as the API's description tells it; the framework cannot see it, we read it ourselves.
FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["statement", "samples"],
                    "properties": {
                        "statement": {"type": "string"},
                        "links": _TEXTS,
                        "titles": _TEXTS,
                        "samples": {
                            "type": "array",
                            "maxItems": SAMPLE_LIMIT,
                            "items": {"type": "string", "format": "binary"},
                        },
                    },
                }
            }
        },
    }
}


class UploadUnreadable(Malformed):
    """The body is not a form with files."""

    title = "This upload cannot be read"


class SampleTooLarge(TooLarge):
    """One picture is larger than we take."""

    title = "A picture is too large"


class TooManySamples(Unprocessable):
    """More pictures than a dossier holds."""

    title = "Too many pictures"


class FieldUnknown(Unprocessable):
    """A dossier has no such field."""

    title = "This field is unknown"


class UploadsBusy(Unavailable):
    """Too many uploads stream in already."""

    title = "Too many uploads at once"


class DiskFull(Unavailable):
    """What streams in finds no room."""

    status, title = 507, "There is no room for this upload"


_streaming = threading.BoundedSemaphore(UPLOADS_AT_ONCE)


@dataclass(slots=True)
class Upload:
    """What came in: texts by field, files in their order."""

    texts: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in FIELDS})
    files: list["SpooledTemporaryFile[bytes]"] = field(default_factory=list)

    def close(self) -> None:
        for file in self.files:
            file.close()


async def _upload(request: Request, _person: Signed) -> AsyncIterator[Upload]:
    """Who is not signed in cannot make us read a single byte of a body."""
    upload = Upload()
    try:
        await _fill(upload, request)
        yield upload
    finally:
        upload.close()


async def _fill(upload: Upload, request: Request) -> None:
    reader = _reader(upload, request)
    if not _streaming.acquire(blocking=False):
        raise UploadsBusy("Other uploads are under way; send yours again shortly.", retry_after=15)
    try:
        async for chunk in request.stream():
            await run_in_threadpool(reader.parser.write, chunk)
    except FormParserError as fault:
        raise UploadUnreadable(f"The form is broken: {fault}.") from fault
    except OSError as fault:
        raise DiskFull(f"The upload could not be set down: {fault.strerror}.") from fault
    finally:
        _streaming.release()
    if not reader.has_ended:
        raise UploadUnreadable("The form ends in the middle; send it again.")


UploadDep = Annotated[Upload, Depends(_upload)]


class _Reader:
    """Fills an upload, part by part, and holds every part to its bound."""

    def __init__(self, upload: Upload, boundary: bytes) -> None:
        self._upload = upload
        self._header = b""
        self._value = b""
        self._name = ""
        self._text = bytearray()
        self._file: SpooledTemporaryFile[bytes] | None = None
        self._size = 0
        self._count = 0
        self.has_ended = False
        self.parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._begin,
                "on_header_field": self._header_field,
                "on_header_value": self._header_value,
                "on_header_end": self._header_end,
                "on_headers_finished": self._headers_finished,
                "on_part_data": self._data,
                "on_part_end": self._part_end,
                "on_end": self._end,
            },
        )

    def _begin(self) -> None:
        self._name, self._file, self._size = "", None, 0
        self._text.clear()

    def _header_field(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_end(self) -> None:
        if self._header.lower() == b"content-disposition":
            _, options = parse_options_header(self._value)
            self._name = options.get(b"name", b"").decode("utf-8", "replace")
        self._header = self._value = b""

    def _headers_finished(self) -> None:
        self._count += 1
        if self._name == FILES:
            if len(self._upload.files) == SAMPLE_LIMIT:
                raise TooManySamples(f"A dossier holds at most {SAMPLE_LIMIT} pictures.")
            self._file = SpooledTemporaryFile(MEMORY_LIMIT)  # noqa: SIM115 - the upload closes it
            self._upload.files.append(self._file)
        elif self._name not in FIELDS or self._count > FIELD_COUNT:
            raise FieldUnknown(
                f"{self._name[:80]!r} is no field of a dossier, or one too many; it has "
                f"{', '.join(FIELDS)} and {FILES}."
            )

    def _data(self, data: bytes, start: int, end: int) -> None:
        self._size += end - start
        if self._file is None:
            if self._size > FIELD_LIMIT:
                raise UploadUnreadable(f"{self._name}: more than {FIELD_LIMIT} bytes of text.")
            self._text += data[start:end]
            return
        if self._size > FILE_LIMIT:
            raise SampleTooLarge(
                f"Picture {len(self._upload.files)} has more than {FILE_LIMIT // MIB} MiB; make it "
                "smaller and hand in the dossier again.",
                sample=len(self._upload.files),
                limit=FILE_LIMIT,
            )
        self._file.write(data[start:end])

    def _part_end(self) -> None:
        if self._file is not None:
            self._file.seek(0)
            return
        try:
            self._upload.texts[self._name].append(self._text.decode())
        except UnicodeDecodeError as fault:
            raise UploadUnreadable(f"{self._name}: this is not UTF-8 text.") from fault

    def _end(self) -> None:
        self.has_ended = True


def _reader(upload: Upload, request: Request) -> _Reader:
    try:
        return _Reader(upload, _boundary(request))
    except FormParserError as fault:
        raise UploadUnreadable(f"The form's boundary is broken: {fault}.") from fault


def _boundary(request: Request) -> bytes:
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    boundary = options.get(b"boundary")
    if kind != b"multipart/form-data" or not boundary:
        raise UploadUnreadable("Send a form with files (multipart/form-data).")
    return boundary
