"""Two works, commissions or sketches beside each other, and in words how their recipes differ."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Query, Response
from sqlalchemy.orm import Session

from indexer.primitives import Address
from marketplace.adapters.ipfs.cid import RAW, Cid
from marketplace.adapters.renderer import EDGE as SKETCH_EDGE
from marketplace.dependency import Unit
from marketplace.errors import Malformed, Missing, SignInMissing
from marketplace.gallery import queries as gallery
from marketplace.studio import glimpse
from marketplace.studio import queries as studio
from marketplace.studio.watch import picture_url
from marketplace.web import wording
from marketplace.web.page import PageDep
from marketplace.web.view import Picture, WorkView

SIDE: Final = 1600  # the longest edge of what is compared, in pixels
WIDTHS: Final = (480, 960, 1600)

Name = Annotated[str, Query(max_length=200)]

router = APIRouter(include_in_schema=False)


class NothingToCompare(Missing):
    """One of the two is not there, or not the visitor's to see."""

    title = "Nothing to compare"


class NameUnreadable(Malformed):
    """What should be compared is named in no way that we know."""

    title = "Not a name of something to compare"


@dataclass(frozen=True, slots=True)
class Side:
    """One of two: its name, where it lives, its recipe and its picture."""

    title: str
    kind: str
    url: str
    recipe: Mapping[str, Any]
    shown: Mapping[str, Any] | None
    is_sensitive: bool = False


@router.get("/compare")
def compare(page: PageDep, unit: Unit, left: Name, right: Name) -> Response:
    """Two of `work/CID`, `commission/ID`, `sketch/SHEET/NUMBER`; the latter two one's own."""
    viewer = page.viewer.address if page.viewer else None
    one, other = (_side(unit, name, viewer) for name in (left, right))
    differences, same = wording.differences(one.recipe, other.recipe)
    return page.show(
        "compare.html",
        section=None,
        one=one,
        other=other,
        differences=differences,
        same=same,
        swapped=f"/compare?left={right}&right={left}",
    )


def _side(unit: Session, name: str, viewer: Address | None) -> Side:
    kind, _, rest = name.partition("/")
    find = _FINDERS.get(kind)
    if find is None:
        raise NameUnreadable(
            f"{name[:80]!r} names nothing to compare; write work/CID, commission/ID or "
            "sketch/SHEET/NUMBER."
        )
    return find(unit, rest, viewer)


def _work(unit: Session, name: str, _: Address | None) -> Side:
    cid = Cid.parse(name)
    facts = gallery.work(unit, cid.token) if cid.codec == RAW else None
    if facts is None:
        raise NothingToCompare(f"No work {name[:80]} is minted here.", work=name)
    view = WorkView.of(facts)
    return Side(
        title=view.name or "Untitled",
        kind="Work",
        url=f"/works/{view.cid}",
        recipe=_recipe((facts.metadata or {}).get("recipe")),
        shown=_picture(view.picture, view.name or "Untitled"),
        is_sensitive=view.is_sensitive,
    )


def _commission(unit: Session, name: str, viewer: Address | None) -> Side:
    found = studio.own(unit, _id(name), _somebody(viewer))
    if found is None:
        raise NothingToCompare(f"You have no commission {name[:80]}.", commission=name)
    row, _ = found
    return Side(
        title=row.title,
        kind="Commission",
        url=f"/studio/{row.id}",
        recipe=_recipe(row.recipe),
        shown=_picture(Picture.of_artefact(row.content), row.title),
    )


def _sketch(unit: Session, name: str, viewer: Address | None) -> Side:
    sheet, _, number = name.partition("/")
    at = int(number) if number.isdecimal() and len(number) < 4 else -1
    found = studio.sketch(unit, _id(sheet), at, _somebody(viewer))
    if found is None or found.recipe is None:
        raise NothingToCompare(f"You have no sketch {name[:80]}, or not any more.", sketch=name)
    look = glimpse.preview(unit, found.id)
    url = picture_url(found.sheet, found.number, look.sha256 if look else None)
    title = f"Sketch {found.number + 1}"
    shown = {
        "src": url,
        "srcset": "",
        "width": SKETCH_EDGE,
        "height": SKETCH_EDGE,
        "alt": title,
        "title": title,
        "says": "",
    }
    return Side(title, "Sketch", "/studio", found.recipe, shown if url else None)


def _picture(picture: Picture | None, title: str) -> Mapping[str, Any] | None:
    if picture is None:
        return None
    path = f"/pictures/{picture.cid}"
    return {
        "src": f"{path}/960.webp",
        "srcset": ", ".join(f"{path}/{width}.webp {width}w" for width in WIDTHS),
        "width": picture.width,
        "height": picture.height,
        "alt": title,
        "title": title,
        "says": "",
    }


def _recipe(recipe: object) -> Mapping[str, Any]:
    return recipe if isinstance(recipe, Mapping) else {}


def _somebody(viewer: Address | None) -> Address:
    if viewer is None:
        raise SignInMissing("Sketches and commissions are their artist's; sign in to see yours.")
    return viewer


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as fault:
        raise NameUnreadable(f"{text[:80]!r} is no id of a sheet or a commission.") from fault


_FINDERS: Final[Mapping[str, Callable[[Session, str, Address | None], Side]]] = {
    "work": _work,
    "commission": _commission,
    "sketch": _sketch,
}
