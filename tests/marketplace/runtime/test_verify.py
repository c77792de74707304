"""atelier verify
a minted work               -> every link holds, by token id (decimal, hex) and by CID alike
a work in a folder          -> the same, by the folder's CID; its image through the folder
a work that nobody minted   -> not settled
no chain to ask             -> not settled
another artist than minted it, another picture, pixels, plan or image -> not what it says
a collection's copies       -> found among the editions
a gateway that lies         -> ReceiptBroken, whichever block it lies about
a broken name               -> NoSuchWork, saying what to give
a work nobody has           -> NoSuchWork
metadata that is none, a recipe nobody can render -> ReceiptBroken
gateway or node away, no contract there -> said, with what to do
the command                 -> words or JSON; exits 0, 3 or 1
"""

import io
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image
from typer.testing import CliRunner

from generation.recipe import Recipe, compose
from indexer.abi import Deployment
from marketplace import metadata
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.embedded import EmbeddedBlocks
from marketplace.adapters.ipfs.store import UnixfsStore
from marketplace.adapters.renderer import Rendering, render
from marketplace.cli import app
from marketplace.config import Settings
from marketplace.deliverables.folder import Folder, Piece, assemble
from marketplace.metadata import Artefact
from marketplace.runtime.chain import Chain, free_port
from marketplace.runtime.error import Unreachable
from marketplace.runtime.token import Book, NoContract, book
from marketplace.runtime.verify import NoSuchWork, ReceiptBroken, Verified, verify
from tests.conftest import Accounts
from tests.generation import loom
from tests.marketplace.conftest import Actor

ZERO = f"0x{'0' * 40}"
Publish = Callable[..., Cid]


@pytest.fixture
def chain(admitted_state: Path) -> Iterator[Chain]:
    """A chain of the test's own on which the artist is admitted."""
    chain = Chain(free_port(), start_from=admitted_state)
    chain.start()
    yield chain
    chain.stop()


@pytest.fixture(scope="module", autouse=True)
def weaver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Another package's engine, which is done in a moment."""
    home = loom.install(tmp_path_factory.mktemp("site"))
    with loom.at_hand(home):
        yield


@pytest.fixture(scope="module")
def recipe(weaver: None) -> Recipe:
    return compose("weaver", {"size": 128}, seed=7)


@pytest.fixture(scope="module")
def rendering(recipe: Recipe) -> Rendering:
    return render(recipe)


@pytest.fixture
def store(settings: Settings) -> UnixfsStore:
    return UnixfsStore(EmbeddedBlocks(settings.data / "ipfs"))


@pytest.fixture
def tokens(settings: Settings, deployment: Deployment) -> Book:
    """The real node and the real contracts on it."""
    found = book(settings.rpc, None, settings.deployment)
    assert found is not None
    return found


@pytest.fixture
def publish(
    store: UnixfsStore, recipe: Recipe, rendering: Rendering, accounts: Accounts
) -> Publish:
    """Pin a work as the studio does, with this picture."""

    def pinned(
        png: bytes | None = None, folder: bool = False, made_by: Recipe = recipe, **other: Any
    ) -> Cid:
        found = rendering if made_by is recipe else render(made_by)
        content = png or found.png
        stated = {
            "cid": str(store.add(content)),
            "sha256": Cid.of(content).digest.hex(),
            "media_type": found.media_type,
            "width": found.width,
            "height": found.height,
            "pixel_sha256": found.pixel_sha256,
        }
        made = metadata.compose(
            title="Seven",
            description="",
            artist=accounts.artist.address,
            recipe=made_by,
            artefact=Artefact(**{**stated, **other.pop("artefact", {})}),
            plan=found.plan_sha256,
        )
        encoded = metadata.encode({**made, **other})
        if folder:
            return store.add_folder({"metadata.json": encoded, "master.png": content})
        return store.add_block(encoded)

    return pinned


@pytest.fixture
def mint(act: Actor, accounts: Accounts) -> Callable[[Cid], Cid]:
    """Mint a pinned work by its artist's own hand."""

    def minted(work: Cid) -> Cid:
        artist = accounts.artist.address
        act.send(artist, "Artwork", "mint", work.token, artist, 700)
        return work

    return minted


def links(verdict: Verified) -> dict[str, bool | None]:
    return {finding.what: finding.holds for finding in verdict.findings}


def test_a_minted_work_holds_however_it_is_named(
    served: str, publish: Publish, mint: Callable[[Cid], Cid], tokens: Book, accounts: Accounts
) -> None:
    work = mint(publish())
    names = (str(work), f"ipfs://{work}/", str(work.token), f"0x{work.token:064X}")
    first, *others = (verify(name, served, tokens) for name in names)
    assert others == [first] * 3
    assert (first.level, first.holds, first.exit_code) == ("A", True, 0)
    assert links(first) == dict.fromkeys(
        ("token", "artist", "metadata", "artefact", "image", "recipe", "made again"), True
    )
    assert accounts.artist.address.lower() in first.findings[0].seen.lower()


def test_a_painting_holds(
    served: str, publish: Publish, mint: Callable[[Cid], Cid], tokens: Book
) -> None:
    work = mint(publish(made_by=compose("painter", {"size": 512}, seed=7)))
    found = verify(str(work.token), served, tokens)
    assert (found.level, found.exit_code) == ("A", 0)


def test_a_works_folder_leads_to_it(
    served: str, publish: Publish, mint: Callable[[Cid], Cid], tokens: Book
) -> None:
    folder = publish(folder=True)
    work = mint(publish())
    found = verify(str(folder), served, tokens)
    assert (found.metadata_cid, found.exit_code) == (str(work), 0)


@pytest.fixture
def laid_out(recipe: Recipe, rendering: Rendering, accounts: Accounts) -> Folder:
    """A work with all that the studio lays beside it."""
    piece = Piece("Seven", "", accounts.artist.address, recipe)
    return assemble(piece, rendering)


def test_a_whole_folder_holds(
    served: str, store: UnixfsStore, laid_out: Folder, mint: Callable[[Cid], Cid], tokens: Book
) -> None:
    root = store.add_folder(laid_out.files)
    work = mint(store.add_block(metadata.encode(laid_out.content)))
    found = verify(str(root), served, tokens)
    assert (found.metadata_cid, found.exit_code) == (str(work), 0)
    assert links(found)["image"] is True


@pytest.mark.parametrize("name", ["preview.webp", "label.json"])
def test_another_file_of_the_folder_is_not_the_artefact(
    served: str, store: UnixfsStore, laid_out: Folder, name: str
) -> None:
    store.add_folder(laid_out.files)
    image = f"ipfs://{laid_out.content['folder']}/{name}"
    work = store.add_block(metadata.encode(laid_out.content | {"image": image}))
    assert links(verify(str(work), served))["image"] is False


def test_a_work_that_nobody_minted_is_not_settled(
    served: str, publish: Publish, tokens: Book
) -> None:
    found = verify(str(publish()), served, tokens)
    assert (found.exit_code, links(found)["token"]) == (3, None)
    assert "not minted at 0x" in found.says


def test_without_a_chain_the_token_is_not_settled(served: str, publish: Publish) -> None:
    found = verify(str(publish()), served)
    assert (found.level, found.exit_code) == ("A", 3)
    assert "name a node with --rpc" in found.says


def test_another_creator_than_the_artist_is_told(
    served: str,
    publish: Publish,
    mint: Callable[[Cid], Cid],
    tokens: Book,
    accounts: Accounts,
) -> None:
    work = mint(publish(creator=accounts.stranger.address))
    found = verify(str(work), served, tokens)
    assert (found.exit_code, links(found)["artist"]) == (1, False)


FALSE: tuple[tuple[dict[str, Any], str], ...] = (
    ({"recipe_digest": f"0x{'0' * 64}"}, "recipe"),
    ({"image": f"ipfs://{Cid.of(b'another')}"}, "image"),
    ({"artefact": {"sha256": "00" * 32}}, "artefact"),
    ({"artefact": {"pixel_sha256": "00" * 32}}, "made again"),
    ({"artefact": {"width": 129}}, "made again"),
    ({"plan_sha256": "00" * 32}, "made again"),
)


def test_a_false_statement_is_found(served: str, publish: Publish) -> None:
    for changes, link in FALSE:
        found = verify(str(publish(**changes)), served)
        assert [what for what, holds in links(found).items() if holds is False] == [link]
        assert found.exit_code == 1


def test_another_picture_fails(served: str, publish: Publish, rendering: Rendering) -> None:
    found = verify(str(publish(_mirrored(rendering.png))), served)
    assert (found.level, found.holds) == ("fail", False)
    assert "another picture" in found.reason


def test_copies_are_found_among_the_editions(
    served: str, publish: Publish, act: Actor, accounts: Accounts, tokens: Book
) -> None:
    work = publish()
    with act.chain as chain:
        now = chain.head().timestamp
    terms = (ZERO, 0, 10, now, now + 86_400, now, 3, b"\0" * 32)
    split: tuple[object, ...] = ([], 0, [])
    act.send(accounts.artist.address, "Editions", "open", work.token, 700, 1000, terms, split, [])
    found = verify(str(work), served, tokens)
    assert found.exit_code == 0
    assert found.findings[0].seen.startswith("in Editions 0x")


@pytest.mark.parametrize(
    "name", ["bafy", "-1", str(1 << 256), "0x" + "f" * 65, "0xnone", f"0x{'1' * 40}", "9" * 99]
)
def test_a_broken_name_says_what_to_give(name: str) -> None:
    with pytest.raises(NoSuchWork, match="give the token id"):
        verify(name, "http://localhost:1")


def test_a_work_nobody_has_is_told(served: str) -> None:
    with pytest.raises(NoSuchWork, match="has no bafkrei"):
        verify("1", served)


def test_a_folder_without_metadata_is_told(served: str, store: UnixfsStore) -> None:
    folder = store.add_folder({"other.json": b"{}"})
    with pytest.raises(NoSuchWork, match=r"has no metadata\.json"):
        verify(str(folder), served)


def test_what_is_no_work_is_told(served: str, store: UnixfsStore) -> None:
    with pytest.raises(ReceiptBroken, match="is no work of ours: name"):
        verify(str(store.add_block(b'{"image": "ipfs://x"}')), served)


def test_a_recipe_that_nobody_can_render_is_told(
    served: str, publish: Publish, recipe: Recipe
) -> None:
    newer = {**recipe.as_dict(), "engine_version": "99"}
    with pytest.raises(ReceiptBroken, match="no engine 'weaver 99' here"):
        verify(str(publish(recipe=newer)), served)


def test_a_gateway_that_lies_is_found_out(served: str, publish: Publish) -> None:
    folder = publish(folder=True)
    for turn in range(3):  # folder, metadata, artefact
        lying, refused = _lying(served, turn), pytest.raises(ReceiptBroken, match="other bytes")
        with lying as gateway, refused:
            verify(str(folder), gateway)


def test_a_gateway_that_does_not_answer_is_told() -> None:
    with pytest.raises(Unreachable, match="atelier up"):
        verify("1", f"http://127.0.0.1:{free_port()}")


def test_a_node_that_does_not_answer_is_told(served: str, publish: Publish, tokens: Book) -> None:
    away = Book(f"http://127.0.0.1:{free_port()}", tokens.contracts)
    with pytest.raises(Unreachable, match="--rpc"):
        verify(str(publish()), served, away)


def test_an_address_without_a_contract_is_told(
    served: str, publish: Publish, settings: Settings, tokens: Book, accounts: Accounts
) -> None:
    elsewhere = book(settings.rpc, accounts.stranger.address, settings.deployment)
    with pytest.raises(NoContract, match="there is no contract at"):
        verify(str(publish()), served, elsewhere)
    with pytest.raises(NoContract, match="is no address"):
        book(settings.rpc, "0x12", settings.deployment)


def test_the_command_speaks_words_and_json(
    served: str,
    publish: Publish,
    mint: Callable[[Cid], Cid],
    tokens: Book,
    settings: Settings,
) -> None:
    work = mint(publish())
    options = ["--site", served, "--rpc", settings.rpc, "--contract", tokens.contracts["Artwork"]]
    told = CliRunner().invoke(app, ["verify", str(work.token), *options])
    assert told.exit_code == 0, told.output
    assert told.stdout.splitlines()[0] == str(work)
    assert "✓ made again: level A" in told.stdout
    spoken = CliRunner().invoke(app, ["verify", str(work), *options, "--json"])
    assert json.loads(spoken.stdout)["findings"][0]["holds"] is True
    alone = CliRunner().invoke(app, ["verify", str(publish(name="Eight")), *options])
    assert alone.exit_code == 3
    forged = CliRunner().invoke(app, ["verify", str(publish(plan_sha256="00" * 32)), *options])
    assert forged.exit_code == 1


@contextmanager
def _lying(site: str, turn: int) -> Iterator[str]:
    """A gateway that passes everything on, but for one bit of its answer number `turn`."""
    answers: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = httpx.get(site + self.path, headers={"Accept": self.headers["Accept"]})
            body = bytearray(found.content)
            if len(answers) == turn:
                body[len(body) // 2] ^= 1
            answers.append(bytes(body))
            self.send_response(found.status_code)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _mirrored(png: bytes) -> bytes:
    target = io.BytesIO()
    Image.open(io.BytesIO(png)).transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(target, "PNG")
    return target.getvalue()
