"""The gallery's pages: the wall, one work, one's own works, one artist."""

from collections.abc import Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Query, Response
from fastapi import Path as InPath
from sqlalchemy.orm import Session

from indexer.primitives import Address, address
from marketplace import cursor
from marketplace.adapters.ipfs.cid import RAW, Cid
from marketplace.curation import queries as curation
from marketplace.curation.rules import AddressUnreadable
from marketplace.dependency import PartsDep, Unit
from marketplace.gallery import queries
from marketplace.gallery.error import WorkMissing
from marketplace.gallery.history import history
from marketplace.gallery.queries import PAGE, Filter, WorkFacts
from marketplace.governance import queries as governance
from marketplace.studio import queries as studio
from marketplace.taste import queries as taste
from marketplace.taste.schemas import FEELINGS
from marketplace.web import resemblance
from marketplace.web.page import PageDep
from marketplace.web.queries import Viewer
from marketplace.web.said import SaidView
from marketplace.web.view import Deal, EventView, ReceiptView, WorkView

SECTION: Final = "/"
SHOWN_BESIDE: Final = 12

After = Annotated[str | None, Query(alias="cursor", max_length=200)]
Somebody = Annotated[str, InPath(max_length=64)]

router = APIRouter(include_in_schema=False)


@router.get("/")
def wall(
    page: PageDep,
    unit: Unit,
    after: After = None,
    listed: bool = False,
    artist: str | None = None,
    owner: str | None = None,
) -> Response:
    """Works, newest first; the newest of all hangs large."""
    wanted = Filter(
        artist=_address(artist) if artist else None,
        owner=_address(owner) if owner else None,
        is_listed=listed or None,
    )
    works, following = _wall(unit, wanted, after)
    return page.show(
        "gallery.html",
        section=SECTION,
        works=works,
        next=following,
        wanted=wanted,
        is_front=wanted == Filter() and after is None,
    )


@router.get("/works/{cid}")
def work(cid: Somebody, page: PageDep, unit: Unit, parts: PartsDep) -> Response:
    """One work: picture, price, how it was made, where it has been."""
    facts = _work(unit, cid)
    viewer = page.viewer or Viewer(None)
    house = parts.deployment.contracts["AuctionHouse"]
    deals = [Deal.of(listing) for listing in queries.live_listings_of(unit, facts.work)]
    terms = queries.terms(unit, facts.work)
    open_deals = [deal for deal in deals if deal.is_open_to(viewer.address)]
    return page.show(
        "work.html",
        section=SECTION,
        work=WorkView.of(facts),
        deal=next(iter(open_deals or deals), None),
        is_owner=viewer.address == facts.owner,
        receipt=ReceiptView.of(facts.metadata) if facts.metadata else None,
        judged=studio.judged(unit, facts.work),
        parents=_shown(queries.parents(unit, facts)),
        remixes=_shown(queries.remixes(unit, facts, SHOWN_BESIDE)),
        history=[EventView.of(happening, house) for happening in history(unit, facts.work)],
        fee_bps=terms.fee_bps if terms else 0,
        contract=parts.deployment.contracts["Artwork"],
        is_in_auction=facts.owner == house,
        auction=queries.auction(unit, facts.work) if facts.owner == house else None,
        house=house,
        may_say=bool(viewer.address and taste.has_agreed(unit, viewer.address)),
        said=SaidView.of(unit, viewer.address, facts.work),
        feelings=FEELINGS,
        resemblance=resemblance.of_work(unit, facts.work),
    )


@router.get("/mine")
def mine(page: PageDep, unit: Unit, after: After = None) -> Response:
    """What the visitor owns, and may offer."""
    viewer = page.viewer.address if page.viewer else None
    works, following = _wall(unit, Filter(owner=viewer), after) if viewer else ([], None)
    return page.show("mine.html", section="/mine", works=works, next=following)


@router.get("/artists/{person}")
def artist(person: Somebody, page: PageDep, unit: Unit) -> Response:
    """Somebody's works, made and collected, and how they came to be here."""
    known = _address(person)
    made = queries.works(unit, Filter(artist=known), limit=SHOWN_BESIDE + 1)
    owned = queries.works(unit, Filter(owner=known), limit=SHOWN_BESIDE + 1)
    views = curation.applications(unit, page.now, artist=known, limit=1)
    latest = views[0] if views else None
    return page.show(
        "artist.html",
        person=known,
        role=_role(unit, known, bool(owned)),
        application=latest.ballot.application if latest else None,
        statement=latest.dossier.statement if latest and latest.dossier else "",
        made=_shown(made),
        has_more=len(made) > SHOWN_BESIDE,
        collected=_shown([facts for facts in owned if facts.artist != known]),
        has_more_collected=len(owned) > SHOWN_BESIDE,
    )


def _wall(session: Session, wanted: Filter, after: str | None) -> tuple[list[WorkView], str | None]:
    before = _place(after) if after else None
    found = queries.works(session, wanted, before, limit=PAGE + 1)
    following = cursor.write(*found[PAGE - 1].place) if len(found) > PAGE else None
    return [WorkView.of(facts) for facts in found[:PAGE]], following


def _place(after: str) -> queries.Place:
    block, log = cursor.read(after, int, int)
    return int(block), int(log)


def _shown(found: Sequence[WorkFacts]) -> list[WorkView]:
    return [WorkView.of(facts) for facts in found[:SHOWN_BESIDE]]


def _work(session: Session, cid: str) -> WorkFacts:
    known = Cid.parse(cid)
    facts = queries.work(session, known.token) if known.codec == RAW else None
    if facts is None:
        raise WorkMissing(f"No work {cid} is minted here, as far as the index has read.", work=cid)
    return facts


def _role(session: Session, person: Address, owns_works: bool) -> str:
    is_artist = curation.is_artist(session, person)
    is_member = governance.member(session, person) is not None
    roles = [
        word
        for word, is_so in (("artist", is_artist), ("member", is_member), ("collector", owns_works))
        if is_so
    ]
    return ", ".join(roles).capitalize() or "Visitor"


def _address(text: str) -> Address:
    try:
        return address(text)
    except ValueError as fault:
        raise AddressUnreadable(f"{fault}.") from fault
