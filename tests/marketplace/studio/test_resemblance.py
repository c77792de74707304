"""resemblance of a work
nothing like it                 -> clear; a signed statement in the store says so; it can be minted
not compared yet                -> no voucher
another's minted work in it     -> no voucher without a reason; with one, anybody reads both
the artist's own, or a parent's -> told apart, and no hindrance
another's, not minted           -> nobody is told of it
asked by a stranger             -> 404 before the mint; open to all afterwards
a reason too short, too long, not asked for -> refused
a picture that cannot be compared           -> said so; no hindrance
another model                   -> imprints are taken again by a job
many pictures                   -> found through indexes
"""

import io
import json
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx
import pytest
from eth_account import Account
from eth_account.messages import encode_defunct
from PIL import Image, ImageDraw, ImageOps
from sqlalchemy import func, select, text

from generation.errors import RenderError
from generation.recipe import Recipe, canonical_json
from indexer.models import Block, Work
from indexer.primitives import ZERO_ADDRESS, Address, Hash32
from marketplace.adapters import imprinter
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.renderer import OnProgress, Rendering
from marketplace.db import unit
from marketplace.deliverables import picture
from marketplace.parts import Parts
from marketplace.resemblance import queries, search
from marketplace.resemblance.attester import sentence
from marketplace.resemblance.models import Imprint
from marketplace.resemblance.queries import Subject
from tests import fakes
from tests.conftest import Accounts
from tests.marketplace.conftest import Browser, Rows
from tests.marketplace.studio.conftest import Artist, WorkOff, kind

Index = Callable[[], None]

SIDE = 256
REASON = "Both are views of my own garden wall; I painted it before."
OTHER = Address("0x90F79bf6EB2c4f870365E785982E1f101E93b906")


def drawn(seed: int) -> Image.Image:
    """A picture like no other of another seed."""
    dice = random.Random(seed)
    made = Image.new("RGB", (SIDE, SIDE), tuple(dice.choices(range(80, 200), k=3)))
    draw = ImageDraw.Draw(made)
    for _ in range(50):
        x, y, r = dice.randrange(SIDE), dice.randrange(SIDE), dice.randrange(6, 40)
        colour = tuple(dice.choices(range(256), k=3))
        if dice.random() < 0.5:
            draw.ellipse((x - r, y - r // 2, x + r, y + r // 2), colour)
        else:
            draw.line((x, y, x + dice.randrange(-60, 60), y + r), colour, dice.randrange(2, 8))
    return made


def written(made: Image.Image) -> bytes:
    file = io.BytesIO()
    made.save(file, "PNG")
    return file.getvalue()


def painter(made: Image.Image) -> Callable[..., Rendering]:
    """Renders whatever is asked as this picture."""

    def render(recipe: Recipe, on_progress: OnProgress | None = None) -> Rendering:
        content = written(made)
        plain = fakes.render(recipe, on_progress)
        files = {**plain.files, **picture.companions(content)}
        return replace(plain, png=content, width=made.width, height=made.height, files=files)

    return render


def exhibit(parts: Parts, made: Image.Image, work: int, *, is_minted: bool) -> None:
    """Another artist's work with this picture."""
    cid = str(parts.store.add(written(made)))
    with unit(parts.units) as session:
        queries.ask(session, Subject.of_work(work, OTHER, cid))
    if is_minted:
        with unit(parts.units) as session:
            session.add(
                Work(
                    block_number=session.scalar(select(func.max(Block.number))),
                    log_index=900 + work,
                    transaction_hash=Hash32("0x" + "11" * 32),
                    work=work,
                    artist=OTHER,
                    recipient=OTHER,
                    payer=OTHER,
                    royalty_bps=0,
                    currency=ZERO_ADDRESS,
                    price=0,
                    fee=0,
                )
            )


def resemblance(site: httpx.Client, token: str) -> httpx.Response:
    return site.get(f"/api/v1/resemblances/0x{int(token):064x}")


def made(artist: Artist, work_off: WorkOff, image: Image.Image, **order: Any) -> dict[str, Any]:
    """A pinned work of the artist's with this picture, as it is then."""
    asked = artist.ask(**order)
    assert asked.status_code == 201, asked.text
    work_off(render=painter(image))
    return artist.look(asked.json()["id"])


def test_a_work_like_no_other_is_clear_and_a_signed_statement_says_so(
    artist: Artist, work_off: WorkOff, parts: Parts
) -> None:
    work = made(artist, work_off, drawn(1))
    found = resemblance(artist.site, work["token_id"]).json()
    assert (found["verdict"], found["found"]) == ("clear", [])
    content = parts.store.block(Cid.parse(found["statement"]))
    said = json.loads(content)
    assert canonical_json(said) == content
    assert (said["subject"], said["artist"]) == (found["subject"], artist.account.address)
    signable = encode_defunct(text=sentence(found["statement"]))
    signer = Account.recover_message(signable, signature=found["signature"])
    assert signer == found["attester"]
    assert artist.terms(work["id"]).status_code == 200


def test_no_voucher_before_the_pictures_are_compared(
    artist: Artist, work_off: WorkOff, rows: Rows
) -> None:
    work = made(artist, work_off, drawn(1))
    rows("UPDATE resemblance_checks SET state = 'asked'")
    refused = artist.terms(work["id"])
    assert (refused.status_code, kind(refused)) == (409, "still-comparing")


@pytest.fixture
def exhibited(parts: Parts, work_off: WorkOff) -> Image.Image:
    """A picture that another artist has minted."""
    exhibit(parts, drawn(1), 77, is_minted=True)
    work_off()
    return drawn(1)


@pytest.fixture
def alike(artist: Artist, work_off: WorkOff, exhibited: Image.Image) -> dict[str, Any]:
    """The artist's work with a cropped and mirrored copy of it."""
    return made(artist, work_off, ImageOps.mirror(exhibited.crop((20, 10, 230, 235))))


def test_what_resembles_anothers_work_wants_a_reason_that_anybody_reads(
    artist: Artist, alike: dict[str, Any], work_off: WorkOff, browser: Browser, index: Index
) -> None:
    refused = artist.terms(alike["id"])
    assert (refused.status_code, kind(refused)) == (409, "reason-missing")
    assert "It resembles another" in artist.site.get(f"/studio/{alike['id']}").text
    path = f"/api/v1/resemblances/0x{int(alike['token_id']):064x}"
    answered = artist.site.post(f"{path}/reason", json={"reason": REASON})
    assert answered.json()["verdict"] == "alike"
    assert "Sign the voucher" in artist.site.get(f"/studio/{alike['id']}").text
    assert artist.mint(alike["id"]).status_code == 202
    work_off()
    index()
    (found,) = resemblance(browser(), alike["token_id"]).raise_for_status().json()["found"]
    assert found["words"] == ["mirrored", "cropped"]
    assert (found["other"]["artist"], found["relation"]) == (OTHER, "other")
    assert resemblance(browser(), alike["token_id"]).json()["reason"] == REASON


def test_a_stranger_neither_reads_nor_answers_what_is_not_minted(
    alike: dict[str, Any], browser: Browser, accounts: Accounts
) -> None:
    for site in (browser(), browser(accounts.stranger)):
        assert resemblance(site, alike["token_id"]).status_code == 404
    path = f"/api/v1/resemblances/0x{int(alike['token_id']):064x}/reason"
    assert browser().post(path, json={"reason": REASON}).status_code == 401
    answer = browser(accounts.stranger).post(path, json={"reason": REASON})
    assert (answer.status_code, kind(answer)) == (404, "check-missing")


@pytest.mark.parametrize("reason", ["", "mine", "x" * 1001, "a\u202e" * 30])
def test_a_reason_has_bounds(artist: Artist, alike: dict[str, Any], reason: str) -> None:
    path = f"/api/v1/resemblances/0x{int(alike['token_id']):064x}/reason"
    assert artist.site.post(path, json={"reason": reason}).status_code == 422


def test_who_resembles_nobody_else_has_nothing_to_answer(artist: Artist, work_off: WorkOff) -> None:
    first = made(artist, work_off, drawn(1))
    again = made(artist, work_off, drawn(1).crop((5, 5, 250, 250)), seed=8)
    found = resemblance(artist.site, again["token_id"]).json()
    assert (found["verdict"], found["found"][0]["relation"]) == ("kin", "own")
    assert found["found"][0]["other"]["subject"] == f"0x{int(first['token_id']):064x}"
    path = f"/api/v1/resemblances/{found['subject']}/reason"
    refused = artist.site.post(path, json={"reason": REASON})
    assert (refused.status_code, kind(refused)) == (409, "nothing-to-answer")
    assert artist.terms(again["id"]).status_code == 200


def test_a_parent_is_told_apart(
    parts: Parts, exhibited: Image.Image, work_off: WorkOff, accounts: Accounts
) -> None:
    cid = str(parts.store.add(written(exhibited)))
    subject = Subject.of_work(5, Address(accounts.artist.address), cid, parents=[77])
    with unit(parts.units) as session:
        queries.ask(session, subject)
    work_off()
    with unit(parts.units) as session:
        found = queries.check(session, subject.digest)
        assert found is not None
        assert [one["relation"] for one in found.found] == ["parent"]


def test_what_others_have_not_minted_is_nobodys_to_be_told_of(
    artist: Artist, work_off: WorkOff, parts: Parts
) -> None:
    exhibit(parts, drawn(1), 77, is_minted=False)
    work_off()
    work = made(artist, work_off, drawn(1))
    assert resemblance(artist.site, work["token_id"]).json()["verdict"] == "clear"


def test_a_picture_that_cannot_be_compared_hinders_nobody(
    artist: Artist, work_off: WorkOff
) -> None:
    def refuse(content: bytes) -> imprinter.Imprint:
        raise RenderError("the picture cannot be decoded")

    asked = artist.ask()
    work_off(imprint=refuse)
    work = artist.look(asked.json()["id"])
    found = resemblance(artist.site, work["token_id"]).json()
    assert (found["verdict"], found["failure"]) == ("unknown", "the picture cannot be decoded")
    assert artist.terms(work["id"]).status_code == 200


def test_another_model_has_imprints_taken_again(
    artist: Artist, work_off: WorkOff, parts: Parts, rows: Rows
) -> None:
    made(artist, work_off, drawn(1))
    rows("UPDATE imprints SET model = 'older'")
    with unit(parts.units) as session:
        assert queries.renew(session, imprinter.FORM, imprinter.model()) == 1
        assert queries.renew(session, imprinter.FORM, imprinter.model()) == 0
    work_off()
    assert rows("SELECT model FROM imprints") == [(imprinter.model(),)]


def test_pictures_are_found_through_indexes(parts: Parts) -> None:
    taken = imprinter.take(written(drawn(1)))
    dice = random.Random(1)
    with unit(parts.units) as session:
        for number in range(120):
            other = replace(
                taken,
                hashes=tuple(dice.getrandbits(64) for _ in taken.hashes),
                layouts=(tuple(dice.gauss() for _ in range(128)),) * 2,
                looks=(tuple(dice.gauss() for _ in range(128)),) * 2,
            )
            search.keep(session, f"picture {number}", other)
        search.keep(session, "own", taken)
        session.execute(text("ANALYZE imprints, imprint_hashes"))
        own = session.get(Imprint, "own")
        assert own is not None
        values = search.asked(own, Hash32("0x" + "00" * 32), OTHER)
        plan = session.execute(text(f"EXPLAIN {search.SEARCH.text}"), values).scalars().all()
    told = "\n".join(plan)
    for name in ("light", "light_whole", "edge", "edge_whole"):
        assert f"using ix_imprint_hashes_{name} " in told
    assert "Seq Scan on imprint_hashes" not in told
