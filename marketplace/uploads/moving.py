"""Judge uploaded sound and video: copied stream by stream into a fresh file, without notes.

The file is read by ffmpeg as what its bytes are and as nothing else: no playlist is followed and no
address opened. One video and one sound stream are copied as they are; titles, places, chapters,
covers and subtitles stay behind. Its length is the sum of its packets, whatever its head says.
"""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from marketplace.uploads.kind import Kind, UploadRefused

MOST_EDGE: Final = 4096
MOST_SECONDS: Final = {"sound": 3600, "video": 900}
MOST_PACKETS: Final = 2_000_000
CODECS: Final[Mapping[str, frozenset[str]]] = {
    "mp3": frozenset({"mp3"}),
    "ipod": frozenset({"aac", "alac"}),
    "ogg": frozenset({"opus", "vorbis", "flac"}),
    "flac": frozenset({"flac"}),
    "wav": frozenset({"pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_f32le"}),
    "mp4": frozenset({"h264", "av1", "vp9", "aac", "mp3", "opus"}),
    "webm": frozenset({"vp8", "vp9", "av1", "opus", "vorbis"}),
}
# How each is read; formats of one family share a demuxer.
DEMUXERS: Final = {"ipod": "mp4"}
MENDS: Final = {
    "sound": "save it as FLAC, WAV, or MP3",
    "video": "save it as MP4 with H.264 and AAC (ffmpeg -i IN -c:v libx264 -pix_fmt yuv420p "
    "-c:a aac OUT.mp4)",
}
_STREAMS: Final = {"sound": ("-map", "0:a:0"), "video": ("-map", "0:V:0", "-map", "0:a:0?")}
_NOTELESS: Final = (
    *("-map_metadata", "-1", "-map_metadata:s:v", "-1", "-map_metadata:s:a", "-1"),
    *("-map_chapters", "-1", "-fflags", "+bitexact"),
)
_MUXING: Final[Mapping[str, tuple[str, ...]]] = {
    "mp3": ("-id3v2_version", "0", "-write_id3v1", "0"),
    "mp4": ("-movflags", "+faststart"),
    "ipod": ("-movflags", "+faststart"),
}


@dataclass(slots=True)
class Stream:
    """One stream as its packets are."""

    codec: str = ""
    kind: str = ""
    width: int = 0
    height: int = 0
    tick: float = 0.0  # seconds
    ends: int = 0  # the latest end of a packet, in ticks
    packets: int = 0

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.ends * self.tick


@dataclass(slots=True)
class _Streams:
    """What ffmpeg's `framecrc` says, line by line."""

    found: dict[int, Stream] = field(default_factory=dict)

    def hear(self, line: str) -> None:
        if line.startswith("#"):
            name, _, value = line[1:].partition(":")
            what, _, number = name.partition(" ")
            if number.isdigit():
                self._said(self.found.setdefault(int(number), Stream()), what, value.strip())
            return
        parts = line.split(",", 4)
        if len(parts) == 5 and (stream := self.found.get(int(parts[0]))):
            stream.packets += 1
            stream.ends = max(stream.ends, int(parts[2]) + int(parts[3]))

    @staticmethod
    def _said(stream: Stream, what: str, value: str) -> None:
        if what == "tb":
            above, _, below = value.partition("/")
            stream.tick = int(above) / max(1, int(below))
        elif what == "media_type":
            stream.kind = value
        elif what == "codec_id":
            stream.codec = value
        elif what == "dimensions":
            width, _, height = value.partition("x")
            stream.width, stream.height = int(width), int(height)


def judge(source: Path, target: Path, kind: Kind) -> Mapping[str, int]:
    """Write sound or video without its notes; its extent. Raises `UploadRefused`."""
    streams = _copied(source, target, kind)
    for stream in streams:
        _check(stream, kind)
    lead = streams[0]
    seconds = max(stream.seconds for stream in streams)
    most = MOST_SECONDS[kind.medium]
    if not lead.packets or seconds <= 0:
        raise UploadRefused(f"there is no {kind.medium} in it; {MENDS[kind.medium]}")
    if seconds > most:
        raise UploadRefused(
            f"it lasts {seconds:.0f} seconds, and a {kind.medium} may last {most}; cut it"
        )
    extent = {"width": lead.width, "height": lead.height} if kind.medium == "video" else {}
    return extent | {"duration_ms": max(1, round(seconds * 1000))}


def frame(source: Path, kind: Kind, seconds: float) -> bytes:
    """What a video shows at a time, as PNG, turned as it is meant; raises `UploadRefused`."""
    found = _ran(
        *_reading(source, kind, "-ss", f"{seconds:.3f}"),
        *("-map", "0:V:0", "-frames:v", "1", "-c:v", "png", "-f", "image2pipe", "pipe:1"),
        kind=kind,
    )
    if not found:
        raise UploadRefused(f"its pictures do not decode; {MENDS['video']}")
    return found


def loudness(source: Path, kind: Kind, rate: int) -> bytes:
    """The whole sound, decoded: one channel, 16 bits (little-endian), `rate` samples a second."""
    found = _ran(
        *_reading(source, kind),
        *("-map", "0:a:0", "-ac", "1", "-ar", str(rate), "-f", "s16le", "pipe:1"),
        kind=kind,
    )
    if not found:
        raise UploadRefused(f"its sound does not decode; {MENDS['sound']}")
    return found


def _check(stream: Stream, kind: Kind) -> None:
    if stream.codec not in CODECS[kind.form]:
        raise UploadRefused(
            f"its {stream.kind} is {stream.codec or 'unknown'}, which not every browser plays; "
            f"{MENDS[kind.medium]}"
        )
    if max(stream.width, stream.height) > MOST_EDGE:
        raise UploadRefused(
            f"it is {stream.width} x {stream.height} pixels, at most {MOST_EDGE} on an edge are "
            "taken; make it smaller"
        )


def _copied(source: Path, target: Path, kind: Kind) -> list[Stream]:
    """Copy the streams, and hear of every packet on the way."""
    streams = _STREAMS[kind.medium]
    command = _command(
        *_reading(source, kind),
        *(*streams, "-c", "copy", *_NOTELESS, *_MUXING.get(kind.form, ())),
        *("-f", kind.form, "-y", f"file:{target}"),
        *(*streams, "-c", "copy", "-f", "framecrc", "pipe:1"),
    )
    heard = _Streams()
    with subprocess.Popen(  # noqa: S603 - our own ffmpeg
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace"
    ) as process:
        assert process.stdout is not None  # noqa: S101 - a pipe was asked for
        for line in _bounded(process.stdout):
            heard.hear(line)
        _, said = process.communicate()
    if process.returncode or not heard.found:
        raise _unreadable(kind, said)
    return [heard.found[number] for number in sorted(heard.found)]


def _bounded(lines: Iterator[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number > MOST_PACKETS:
            raise UploadRefused(f"it is cut into more than {MOST_PACKETS} packets; save it again")
        yield line


def _ran(*arguments: str, kind: Kind) -> bytes:
    done = subprocess.run(_command(*arguments), capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        raise _unreadable(kind, done.stderr.decode(errors="replace"))
    return done.stdout


def _reading(source: Path, kind: Kind, *before: str) -> tuple[str, ...]:
    demuxer = DEMUXERS.get(kind.form, kind.form)
    return ("-f", demuxer, *before, "-i", f"file:{source}")


def _command(*arguments: str) -> Sequence[str]:
    from imageio_ffmpeg import get_ffmpeg_exe

    quiet = ("-hide_banner", "-nostdin", "-v", "error", "-xerror", "-threads", "1")
    return (get_ffmpeg_exe(), *quiet, "-protocol_whitelist", "file,pipe", *arguments)


def _unreadable(kind: Kind, said: str) -> UploadRefused:
    first = next((line for line in said.splitlines() if line.strip()), "no reason given")
    told = first.rpartition("] ")[2].replace("file:", "")
    name = told.rsplit("/", 1)[-1] if "/" in told else told
    return UploadRefused(
        f"it does not read as {kind.suffix.upper()} ({name[:120]}); {MENDS[kind.medium]}"
    )
