"""Encode frames as MP4 or WebM, and decode a film into its frames again.

A static ffmpeg works as a child process: it gets raw pixels on its standard input, no environment,
no network. One thread and its exact code paths, so the same frames make the same file on one
build of it; what names a film everywhere are its frames (`frames_sha256`), not its bytes.
"""

from __future__ import annotations

import hashlib
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO

from generation.engine import Raster
from generation.errors import FilmError

FPS = (1, 120)
MOST_SIDE = 4096
MOST_FRAMES = 14_400
MOST_FILM_BYTES = 1 << 30
_EXACT = ("-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1", "-threads", "1")
_COLOURS = (
    "scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd+full_chroma_int+bitexact,"
    "format=yuv420p,"
    "setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=tv"
)


@dataclass(frozen=True, slots=True)
class Container:
    """A kind of film file and how ffmpeg is asked for it."""

    name: str
    media_type: str
    suffix: str
    arguments: tuple[str, ...]


MP4 = Container(
    "mp4",
    "video/mp4",
    ".mp4",
    (
        *("-c:v", "libx264", "-preset", "medium", "-crf", "17"),
        *(
            "-x264-params",
            "cpu-independent=1:threads=1:sliced-threads=0",
            "-movflags",
            "+faststart",
        ),
    ),
)
WEBM = Container(
    "webm",
    "video/webm",
    ".webm",
    (
        *("-c:v", "libvpx-vp9", "-b:v", "0", "-crf", "26", "-deadline", "good", "-cpu-used", "3"),
        *("-row-mt", "0", "-tile-columns", "0"),
    ),
)
CONTAINERS = (MP4, WEBM)


@dataclass(frozen=True, slots=True)
class Film:
    """A finished film file and what it shows."""

    content: bytes
    media_type: str
    width: int
    height: int
    fps: int
    frames: int
    sha256: str
    frames_sha256: str  # of the frames' own digests in order, before compression


def encode(
    frames: Iterable[Raster],
    container: Container = MP4,
    fps: int = 24,
    on_frame: Callable[[int], None] | None = None,
) -> Film:
    """Encode frames of one size; they are asked for one by one, and none is kept.

    `on_frame` hears how many are in and may raise to stop the work. Raises `FilmError` for frames
    that make no film and with ffmpeg's own words where it fails.
    """
    if not FPS[0] <= fps <= FPS[1]:
        raise FilmError(f"{fps} frames a second are none from {FPS[0]} to {FPS[1]}")
    source = iter(frames)
    first = next(source, None)
    if first is None:
        raise FilmError("a film needs at least one frame")
    _check_size(first)
    digests, count = hashlib.sha256(), 0
    with tempfile.TemporaryDirectory(prefix="film-") as folder:
        target = Path(folder, f"film{container.suffix}")
        with _ffmpeg(_writing(first, container, fps, target), stdin=subprocess.PIPE) as pipe:
            for frame in chain([first], source):
                _check_like(frame, first, count)
                digests.update(bytes.fromhex(frame.sha256))
                pipe.write(frame.rgb)
                count += 1
                if on_frame:
                    on_frame(count)
        content = target.read_bytes()
    return Film(
        content=content,
        media_type=container.media_type,
        width=first.width,
        height=first.height,
        fps=fps,
        frames=count,
        sha256=hashlib.sha256(content).hexdigest(),
        frames_sha256=digests.hexdigest(),
    )


def decode(content: bytes, container: Container, width: int, height: int) -> Iterator[Raster]:
    """The frames of a film, scaled to this size, as its players show them."""
    if len(content) > MOST_FILM_BYTES:
        raise FilmError(f"a film of {len(content)} bytes is larger than {MOST_FILM_BYTES}")
    with tempfile.TemporaryDirectory(prefix="film-") as folder:
        source = Path(folder, f"film{container.suffix}")
        source.write_bytes(content)
        with _ffmpeg(_reading(source, container, width, height), stdout=subprocess.PIPE) as pipe:
            size = width * height * 3
            while rgb := pipe.read(size):
                if len(rgb) < size:
                    raise FilmError(f"the film ends within a frame, {len(rgb)} of {size} bytes in")
                yield Raster(width, height, rgb)


def container_of(path: Path) -> Container:
    """The container that a file's name asks for; raises `FilmError`."""
    for container in CONTAINERS:
        if path.suffix.lower() == container.suffix:
            return container
    known = ", ".join(container.suffix for container in CONTAINERS)
    raise FilmError(f"{path.name} names no film that can be made here; end it in {known}")


def _writing(first: Raster, container: Container, fps: int, target: Path) -> list[str]:
    size = f"{first.width}x{first.height}"
    source = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", size, "-r", str(fps), "-i", "pipe:0"]
    coding = ["-vf", _COLOURS, *_EXACT, "-g", str(2 * fps), *container.arguments]
    return [*source, "-an", *coding, str(target)]


def _reading(source: Path, container: Container, width: int, height: int) -> list[str]:
    reading = ["-protocol_whitelist", "file,pipe", "-f", _demuxer(container), "-i", str(source)]
    scaling = f"scale={width}:{height}:in_color_matrix=bt709:flags=bicubic+accurate_rnd+bitexact"
    raw = ["-vf", scaling, "-f", "rawvideo", "-pix_fmt", "rgb24", "-fps_mode", "passthrough"]
    return [*reading, *raw, "-frames:v", str(MOST_FRAMES), "pipe:1"]


def _demuxer(container: Container) -> str:
    return {"mp4": "mov", "webm": "matroska"}[container.name]


def _check_size(frame: Raster) -> None:
    for name, side in (("width", frame.width), ("height", frame.height)):
        if side % 2 or not 16 <= side <= MOST_SIDE:
            raise FilmError(f"a frame's {name} of {side} px is no even number to {MOST_SIDE}")


def _check_like(frame: Raster, first: Raster, count: int) -> None:
    if (frame.width, frame.height) != (first.width, first.height):
        raise FilmError(
            f"frame {count} is {frame.width} x {frame.height} px, "
            f"the first is {first.width} x {first.height}"
        )
    if count >= MOST_FRAMES:
        raise FilmError(f"a film of more than {MOST_FRAMES} frames is too long; ask fewer")


@contextmanager
def _ffmpeg(
    arguments: list[str], stdin: int = subprocess.DEVNULL, stdout: int = subprocess.DEVNULL
) -> Iterator[IO[bytes]]:
    """Run it with one open end; whatever happens in between, it does not outlive the block."""
    command = [_program(), "-hide_banner", "-loglevel", "error", "-nostdin", "-y", *arguments]
    with tempfile.TemporaryFile() as told:
        child = subprocess.Popen(  # noqa: S603 - our own arguments, no shell
            command, stdin=stdin, stdout=stdout, stderr=told, env={}
        )
        pipe = child.stdin or child.stdout
        assert pipe is not None  # noqa: S101 - one of the two is asked for
        try:
            try:
                yield pipe
                pipe.close()  # the end of its input
            except BrokenPipeError:  # it died first, and says why
                pass
            if child.wait():
                told.seek(0)
                said = told.read(2000).decode(errors="replace").strip()
                raise FilmError(f"ffmpeg failed with {child.returncode}: {said or 'in silence'}")
        finally:
            child.kill()
            child.wait()
            with suppress(BrokenPipeError):
                pipe.close()


def _program() -> str:
    import imageio_ffmpeg

    try:
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError as cause:
        raise FilmError(f"no ffmpeg is here: {cause}") from cause
