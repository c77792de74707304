"""Cut files and folders into the blocks that every IPFS implementation makes of them.

The profile is `unixfs-v1-2025` of IPIP-499; a Kubo node with that profile gives the same CIDs.
Blocks come children before parents, so the last one is the root.
"""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Final, NamedTuple, TypeAlias, Union

from marketplace.adapters.ipfs import dagpb
from marketplace.adapters.ipfs.cid import DAG_PB, Cid
from marketplace.adapters.ipfs.dagpb import Kind, Link, Node
from marketplace.adapters.ipfs.error import ContentTooLarge, NameInvalid


@dataclass(frozen=True, slots=True)
class Profile:
    """What decides which CID a file or folder gets."""

    chunk_size: int
    width: int  # links of one file node
    folder_size: int  # bytes of one folder block; beyond it the profile asks for a sharded folder


UNIXFS_V1_2025: Final = Profile(chunk_size=1 << 20, width=1024, folder_size=256 << 10)

FILE_LIMIT: Final = 4 << 30
NAME_LIMIT: Final = 255  # bytes, as on the disks that files come from and go to
DEPTH_LIMIT: Final = 64


class Block(NamedTuple):
    """Bytes under their name."""

    cid: Cid
    content: bytes | memoryview


class Part(NamedTuple):
    """A finished subtree: its root, the bytes of all its blocks, the bytes of its content."""

    cid: Cid
    total_size: int
    file_size: int


Content: TypeAlias = bytes | BinaryIO
Blocks: TypeAlias = Generator[Block, None, Part]
Tree: TypeAlias = dict[str, Union[Content, "Tree"]]


def cid_of(content: Content, profile: Profile = UNIXFS_V1_2025) -> Cid:
    """Name a file without storing it."""
    *_, root = (block.cid for block in file(content, profile))
    return root


def file(content: Content, profile: Profile = UNIXFS_V1_2025) -> Blocks:
    """Cut a file into raw leaves and, above more than one, a balanced tree."""
    level: list[Part] = []
    for chunk in _chunks(content, profile.chunk_size):
        cid = Cid.of(chunk)
        level.append(Part(cid, len(chunk), len(chunk)))
        if len(level) * profile.chunk_size > FILE_LIMIT:
            raise ContentTooLarge(f"the file has more than {FILE_LIMIT} bytes; split it")
        yield Block(cid, chunk)
    while len(level) > 1:
        groups = (level[at : at + profile.width] for at in range(0, len(level), profile.width))
        parents = []
        for group in groups:
            parents.append((yield from _file_node(group)))
        level = parents
    return level[0]


def folder(files: Mapping[str, Content], profile: Profile = UNIXFS_V1_2025) -> Blocks:
    """Cut files, each under its path, into the blocks of one folder."""
    return _folder(_tree(files), profile)


def joined(links: Sequence[Link], profile: Profile = UNIXFS_V1_2025) -> Block:
    """The block of a folder over what is stored already; names must be plain and differ."""
    ordered = tuple(sorted(links, key=lambda link: link.name.encode()))
    block = dagpb.encode(Node(Kind.FOLDER, ordered))
    if len(block) > profile.folder_size:
        raise ContentTooLarge(
            f"a folder of {len(links)} entries needs a block of {len(block)} bytes, "
            f"over {profile.folder_size}; group its files into folders"
        )
    return Block(Cid.of(block, DAG_PB), block)


def _folder(tree: Tree, profile: Profile) -> Blocks:
    links: list[Link] = []
    for name, entry in sorted(tree.items(), key=lambda item: item[0].encode()):
        inner = _folder(entry, profile) if isinstance(entry, dict) else file(entry, profile)
        part = yield from inner
        links.append(Link(part.cid, name, part.total_size))
    block = joined(links, profile)
    yield block
    return Part(block.cid, len(block.content) + sum(link.total_size for link in links), 0)


def _file_node(parts: Sequence[Part]) -> Blocks:
    links = tuple(Link(part.cid, "", part.total_size) for part in parts)
    sizes = tuple(part.file_size for part in parts)
    block = dagpb.encode(Node(Kind.FILE, links, sizes, file_size=sum(sizes)))
    total_size = len(block) + sum(part.total_size for part in parts)
    part = Part(Cid.of(block, DAG_PB), total_size, sum(sizes))
    yield Block(part.cid, block)
    return part


def _chunks(content: Content, size: int) -> Iterator[bytes | memoryview]:
    if not isinstance(content, bytes):
        chunk = content.read(size)
        yield chunk
        while chunk := content.read(size):
            yield chunk
    elif len(content) <= size:
        yield content
    else:
        view = memoryview(content)
        for at in range(0, len(view), size):
            yield view[at : at + size]


def _tree(files: Mapping[str, Content]) -> Tree:
    root: Tree = {}
    for path, content in files.items():
        *parents, name = _names(path)
        tree = root
        for parent in parents:
            inner = tree.setdefault(parent, {})
            if not isinstance(inner, dict):
                raise NameInvalid(f"{path!r} goes through {parent!r}, which is a file")
            tree = inner
        if name in tree:
            raise NameInvalid(f"{path!r} is both a file and a folder")
        tree[name] = content
    return root


def _names(path: str) -> list[str]:
    names = path.split("/")
    if len(names) > DEPTH_LIMIT:
        raise NameInvalid(f"{path[:80]!r} is {len(names)} folders deep, over {DEPTH_LIMIT}")
    for name in names:
        if name in ("", ".", "..") or "\0" in name:
            raise NameInvalid(f"{path[:80]!r} is not a relative path of plain names")
        try:
            size = len(name.encode())
        except UnicodeEncodeError as error:
            raise NameInvalid(f"{path[:80]!r} is not valid Unicode") from error
        if size > NAME_LIMIT:
            raise NameInvalid(f"the name {name[:80]!r}... has {size} bytes, over {NAME_LIMIT}")
    return names
