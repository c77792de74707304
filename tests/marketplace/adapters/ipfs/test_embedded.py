"""embedded
another byte on the disk      -> BlockCorrupt with CID and place; adding again mends it
no room                       -> StoreFull, no half block, and what was there stays
killed while writing          -> every block that has a name is whole
several processes, one store  -> every block is whole, nothing is left aside
left aside long ago           -> swept at the next start
"""

import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.embedded import EmbeddedBlocks
from marketplace.adapters.ipfs.error import BlockCorrupt, BlockMissing, StoreError, StoreFull
from marketplace.adapters.ipfs.store import UnixfsStore
from marketplace.adapters.ipfs.unixfs import Block, cid_of

MIB = 1 << 20
WRITER = """
import random, sys
from pathlib import Path
from marketplace.adapters.ipfs.embedded import EmbeddedBlocks
from marketplace.adapters.ipfs.store import UnixfsStore
store = UnixfsStore(EmbeddedBlocks(Path(sys.argv[1])))
dice = random.Random(sys.argv[2])
print("ready", flush=True)
for _ in range(int(sys.argv[3])):
    store.add(dice.randbytes(3 << 20))
    store.add(dice.randbytes(1000))
"""

Place = Callable[[Cid], Path]


@pytest.fixture
def store(tmp_path: Path) -> UnixfsStore:
    return UnixfsStore(EmbeddedBlocks(tmp_path))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return lambda cid: tmp_path / "blocks" / cid.digest.hex()[:2] / cid.digest.hex()


def blocks_of(folder: Path) -> list[Path]:
    return [path for path in (folder / "blocks").rglob("*") if path.is_file()]


def assert_all_whole(folder: Path) -> None:
    for path in blocks_of(folder):
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name


def start_writer(folder: Path, seed: int, rounds: int) -> subprocess.Popen[str]:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(seed), str(rounds)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    return writer


@pytest.fixture
def small_files() -> Iterator[None]:
    """No file may grow beyond 4 KiB: to a program the same as a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_damage_is_noticed_with_cid_and_place(store: UnixfsStore, place: Place) -> None:
    cid = store.add(b"as it was")
    place(cid).write_bytes(b"as it is")
    with pytest.raises(BlockCorrupt, match=f"{cid}.*{cid.digest.hex()}"):
        store.block(cid)


@pytest.mark.parametrize("damage", [b"", b"as it", b"as it is!"])
def test_adding_again_mends_damage(store: UnixfsStore, place: Place, damage: bytes) -> None:
    cid = store.add(b"as it was")
    place(cid).write_bytes(damage)
    store.add(b"as it was")
    assert store.read(cid) == b"as it was"


def test_a_missing_part_of_a_file_is_named(store: UnixfsStore, place: Place) -> None:
    content = random.Random(1).randbytes(3 * MIB)
    cid = store.add(content)
    part = Cid.of(content[MIB : 2 * MIB])
    place(part).unlink()
    with pytest.raises(BlockMissing, match=str(part)):
        store.read(cid)


@pytest.mark.usefixtures("small_files")
def test_a_full_disk_is_said_and_leaves_no_half_block(store: UnixfsStore, tmp_path: Path) -> None:
    kept = store.add(b"fits")
    with pytest.raises(StoreFull, match="no room"):
        store.add(random.Random(1).randbytes(10_000))
    assert [path.name for path in blocks_of(tmp_path)] == [kept.digest.hex()]
    assert list((tmp_path / "aside").iterdir()) == []
    assert store.read(kept) == b"fits"


@pytest.mark.usefixtures("small_files")
def test_a_full_disk_keeps_the_root_of_a_large_file_out(store: UnixfsStore) -> None:
    content = b"".join(bytes([n]) * MIB for n in range(40))
    with pytest.raises(StoreFull):
        store.add(content)
    assert not store.has(cid_of(content))


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 4 MiB of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)], check=True)
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def may_mount() -> bool:
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        return False
    command = ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


@pytest.mark.skipif(not may_mount(), reason="only root may mount a small disk")
def test_a_disk_that_fills_up_serves_what_it_has(tiny_disk: Path) -> None:
    store = UnixfsStore(EmbeddedBlocks(tiny_disk))
    kept = store.add(random.Random(1).randbytes(2 * MIB))
    with pytest.raises(StoreFull):
        store.add(random.Random(2).randbytes(3 * MIB))
    assert len(store.read(kept)) == 2 * MIB
    assert_all_whole(tiny_disk)


def test_a_kill_while_writing_leaves_whole_blocks(tmp_path: Path) -> None:
    for seed in range(5):
        before = len(blocks_of(tmp_path))
        writer = start_writer(tmp_path, seed, 10_000)
        while len(blocks_of(tmp_path)) < before + 10:
            assert writer.poll() is None
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        assert_all_whole(tmp_path)


def test_many_processes_may_write_the_same_and_other_content(tmp_path: Path) -> None:
    writers = [start_writer(tmp_path, seed, 5) for seed in (1, 1, 1, 2)]
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    assert_all_whole(tmp_path)
    assert list((tmp_path / "aside").iterdir()) == []


def test_what_was_left_aside_long_ago_is_swept(tmp_path: Path) -> None:
    EmbeddedBlocks(tmp_path)
    old, new = tmp_path / "aside" / "old", tmp_path / "aside" / "new"
    for path in (old, new):
        path.write_bytes(b"half a bl")
    os.utime(old, (0, time.time() - 7200))
    EmbeddedBlocks(tmp_path)
    assert (old.exists(), new.exists()) == (False, True)


def test_a_store_sees_what_another_wrote(tmp_path: Path) -> None:
    cid = UnixfsStore(EmbeddedBlocks(tmp_path)).add(b"shared")
    assert UnixfsStore(EmbeddedBlocks(tmp_path)).read(cid) == b"shared"


def test_a_folder_that_cannot_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError, match="Not a directory"):
        EmbeddedBlocks(tmp_path / "file")


def test_nothing_is_not_stored(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nothing to store"):
        EmbeddedBlocks(tmp_path).put([])


def test_a_root_without_its_blocks_gets_no_name(tmp_path: Path) -> None:
    root = Block(Cid.of(b"root"), b"root")

    def broken() -> Iterator[Block]:
        yield Block(Cid.of(b"child"), b"child")
        yield root
        raise ConnectionResetError("the upload broke off")

    blocks = EmbeddedBlocks(tmp_path)
    with pytest.raises(ConnectionResetError):
        blocks.put(broken())
    assert not blocks.has(root.cid)
