"""Have uploads judged in a process apart, and say in an upload's words how that can end."""

from pathlib import Path
from typing import Final

from generation.errors import RenderError
from marketplace.adapters.easel import Easel, Limits, OutOfMemory, RendererDied, TooSlow
from marketplace.uploads.desk import Judged
from marketplace.uploads.kind import UploadRefused

MODULE: Final = "marketplace.uploads.child"
CPU_SECONDS: Final = 60  # half an hour of FLAC takes four
SECONDS: Final = 150.0  # on the clock of a busy machine
MEMORY_MIB: Final = 4096


class Desk:
    """Where uploads are judged; a process is started when the first one comes."""

    def __init__(self, memory_mib: int = MEMORY_MIB, seconds: float = SECONDS) -> None:
        limits = Limits(memory_mib=memory_mib, seconds=seconds, cpu_seconds=CPU_SECONDS)
        self._easel = Easel(limits, MODULE)
        self._limits = limits

    def judge(
        self, source: Path, poster: Path | None, target: Path
    ) -> tuple[Judged, dict[str, bytes]]:
        """What `uploads.desk.judge` says; raises `UploadRefused`, `RendererDied`, `EaselFault`."""
        question = {
            "source": str(source),
            "poster": None if poster is None else str(poster),
            "target": str(target),
        }
        try:
            found, files, _ = self._easel.ask(question, self._limits.seconds)
        except TooSlow as slow:
            raise UploadRefused(
                f"reading it takes longer than {self._limits.seconds:g} seconds; make it smaller"
            ) from slow
        except OutOfMemory as full:
            raise UploadRefused(
                f"reading it takes more than {self._limits.memory_mib} MiB of memory; "
                "make it smaller"
            ) from full
        except RendererDied as died:
            raise UploadRefused(
                "reading it ended in a crash; save the work again in another format"
            ) from died
        except RenderError as refused:
            raise UploadRefused(str(refused)) from refused
        return Judged(**found), files

    def close(self) -> None:
        """End the processes."""
        self._easel.close()
