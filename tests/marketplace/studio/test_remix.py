"""remixing
a minted work                  -> its CID is in the recipe, its id in voucher and contract
by token id, by CID            -> the same
the parents' share             -> a tenth, or what the artist says within the contract's bounds
on a contact sheet             -> every sketch names it, and the chosen one's commission
not minted, not at hand        -> ParentMissing
no work, twice, not re-runnable-> ParentFaulty
a voucher with other parents   -> VoucherWrong
"""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from generation.recipe import compose
from marketplace import metadata
from marketplace.adapters.ipfs.cid import Cid
from marketplace.parts import Parts
from tests import fakes
from tests.conftest import Accounts
from tests.marketplace.conftest import Actor
from tests.marketplace.studio.conftest import Artist, WorkOff, kind

Index = Callable[[], None]


@pytest.fixture
def parent(artist: Artist, pinned: str, work_off: WorkOff, index: Index) -> dict[str, Any]:
    """A minted work's commission."""
    assert artist.mint(pinned).status_code == 202
    work_off()
    index()
    return artist.look(pinned)


def remix(artist: Artist, *parents: str, seed: int = 8) -> httpx.Response:
    """Commission a work made from these."""
    return artist.ask(seed=seed, parents=list(parents))


def test_a_remix_names_its_parent_everywhere(
    artist: Artist, parent: dict[str, Any], work_off: WorkOff, index: Index, act: Actor
) -> None:
    id_ = remix(artist, parent["token_id"]).json()["id"]
    work_off()
    split = artist.terms(id_).json()["typed_data"]["message"]["split"]
    assert split == {"parents": [parent["token_id"]], "parentsBps": 1000, "shares": []}
    assert artist.mint(id_).status_code == 202
    work_off()
    index()
    made = artist.look(id_)
    assert (made["state"], made["metadata"]["recipe"]["parents"]) == (
        "minted",
        [parent["metadata_cid"]],
    )
    assert act.read("Artwork", "parentsOf", int(made["token_id"])) == ((int(parent["token_id"]),),)


def test_cid_and_token_id_are_one(artist: Artist, parent: dict[str, Any]) -> None:
    by_id = remix(artist, parent["token_id"]).json()["recipe"]
    again = remix(artist, parent["metadata_cid"])
    assert (again.status_code, kind(again)) == (409, "already-commissioned")
    assert by_id["parents"] == [parent["metadata_cid"]]


def test_the_share_is_the_artists_to_choose(
    artist: Artist, parent: dict[str, Any], work_off: WorkOff
) -> None:
    id_ = remix(artist, parent["token_id"]).json()["id"]
    work_off()
    path = f"/api/v1/commissions/{id_}/voucher-terms"
    for bps, status in ((499, 422), (500, 200), (5000, 200), (5001, 422)):
        answer = artist.site.post(path, json={"royalty_bps": 0, "parents_bps": bps})
        assert answer.status_code == status, bps
    typed = artist.site.post(path, json={"royalty_bps": 0, "parents_bps": 5000}).json()
    message = typed["typed_data"]["message"]
    assert message["split"]["parentsBps"] == 5000
    for split in (
        {"parents": [], "parentsBps": 0, "shares": []},
        {"parents": ["1"], "parentsBps": 5000, "shares": []},
        message["split"] | {"parentsBps": 499},
    ):
        refused = artist.hand_in(id_, message | {"split": split}, "0x" + "11" * 65)
        assert (refused.status_code, kind(refused)) == (422, "voucher-wrong"), split
    signature = artist.sign(typed["typed_data"])
    assert artist.hand_in(id_, message, signature).status_code == 202


def test_a_sheet_of_remixes(artist: Artist, parent: dict[str, Any], work_off: WorkOff) -> None:
    wish = {"engine": "painter", "number": 2, "parents": [parent["token_id"]]}
    sheet = artist.site.post("/api/v1/sketches", json=wish).json()
    parents = [one["recipe"]["parents"] for one in sheet["sketches"]]
    assert parents == [[parent["metadata_cid"]]] * 2
    path = f"/api/v1/sketches/{sheet['id']}/1/commission"
    made = artist.site.post(path, json={"title": "Again"}).json()
    assert made["recipe"] == sheet["sketches"][1]["recipe"]


def test_what_is_no_minted_work_at_hand_is_missing(
    artist: Artist, pinned: str, parts: Parts, act: Actor, accounts: Accounts, index: Index
) -> None:
    elsewhere = Cid.of(b"metadata that nobody has here")
    act.send(accounts.artist.address, "Artwork", "mint", elsewhere.token, artist.account.address, 0)
    index()
    made = artist.look(pinned)
    for name in (made["token_id"], made["artefact_cid"], "1", str(elsewhere)):
        refused = remix(artist, name)
        assert (refused.status_code, kind(refused)) == (404, "parent-missing"), name


def test_what_cannot_be_remixed_is_refused(
    artist: Artist,
    parent: dict[str, Any],
    parts: Parts,
    act: Actor,
    accounts: Accounts,
    index: Index,
) -> None:
    token = parent["token_id"]
    old = minted(parts, act, accounts.artist.address, index, engine_version="0")
    for names in (("nothing",), (str(2**256),), (token, token), (old,)):
        refused = remix(artist, *names)
        assert (refused.status_code, kind(refused)) == (422, "parent-faulty"), names
    assert remix(artist, *[str(number) for number in range(9)]).status_code == 422


def minted(parts: Parts, act: Actor, artist: str, index: Index, **changed: Any) -> str:
    """A work that was minted with another recipe than any of ours."""
    recipe = compose("painter", {}, seed=3)
    made = fakes.render(recipe)
    content = metadata.compose(
        title="Old",
        description="",
        artist=artist,
        recipe=recipe,
        artefact=metadata.Artefact(
            cid=str(parts.store.add(made.png)),
            sha256=made.sha256,
            media_type=made.media_type,
            width=made.width,
            height=made.height,
            pixel_sha256=made.pixel_sha256,
        ),
        plan=made.plan_sha256,
    )
    content["recipe"] |= changed
    cid = parts.store.add_block(metadata.encode(content))
    act.send(artist, "Artwork", "mint", cid.token, artist, 0)
    index()
    return str(cid)
