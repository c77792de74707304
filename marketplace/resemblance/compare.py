"""Compare a subject's pictures with all that are shown, and sign what was found; in the worker."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from generation.recipe import canonical_json
from marketplace.adapters import imprinter
from marketplace.adapters.imprinter import TakeImprint
from marketplace.adapters.ipfs.cid import Cid
from marketplace.db import Units, unit
from marketplace.ports import Store
from marketplace.resemblance import queries, rules, search
from marketplace.resemblance.attester import Attester
from marketplace.resemblance.models import Check, Imprint
from marketplace.resemblance.rules import Relation, State
from marketplace.resemblance.search import Candidate

FORMAT: Final = 1
MOST_FOUND: Final = 8  # that are told of one picture
_FIRST: Final = (Relation.OTHER, Relation.PARENT, Relation.OWN)


@dataclass(frozen=True, slots=True)
class Bench:
    """What comparing works with."""

    units: Units
    store: Store
    imprint: TakeImprint
    attester: Attester


def compare(bench: Bench, id_: UUID) -> None:
    """asked -> checked: imprints are kept, and the statement of what was found is signed."""
    with unit(bench.units) as session:
        check = session.get(Check, id_)
        if check is None or check.state != State.ASKED:
            return
    for picture in check.pictures:
        _take(bench, picture)
    with unit(bench.units) as session:
        for position, picture in enumerate(check.pictures):
            queries.show(session, picture, position, check.subject, check)
    found = [
        one for position in range(len(check.pictures)) for one in _found(bench, check, position)
    ]
    now = datetime.now(UTC)
    with unit(bench.units) as session:
        statement = _statement(check, found, queries.compared(session), now)
    cid = str(bench.store.add_block(canonical_json(statement)))
    with unit(bench.units) as session:
        row = queries.locked(session, id_)
        if row is None or row.state != State.ASKED:
            return
        row.state, row.found, row.failure = State.CHECKED, found, None
        row.statement_cid, row.signature = cid, bench.attester.sign(cid)
        row.attester, row.checked_at = bench.attester.address, now


def renew(bench: Bench, id_: UUID) -> None:
    """Take the imprints of a subject's pictures again, where today's would be another."""
    with unit(bench.units) as session:
        check = session.get(Check, id_)
    for picture in check.pictures if check else ():
        _take(bench, picture)


def _take(bench: Bench, picture: str) -> None:
    """Have a picture's imprint; its file is read and decoded once."""
    with unit(bench.units) as session:
        kept = queries.imprint(session, picture)
    if kept and (kept.form, kept.model) == (imprinter.FORM, imprinter.model()):
        return
    taken = bench.imprint(bench.store.read(Cid.parse(picture)))
    with unit(bench.units) as session:
        search.keep(session, picture, taken)


def _found(bench: Bench, check: Check, position: int) -> Iterator[dict[str, Any]]:
    """What one picture resembles: somebody else's first, the nearest first."""
    with unit(bench.units) as session:
        own = queries.imprint(session, check.pictures[position])
        assert own is not None  # noqa: S101 - it was taken before
        near = search.candidates(session, own, check.subject, check.artist)
    alike: list[dict[str, Any]] = [
        {
            "picture": position,
            "other": {
                "kind": one.kind,
                "subject": one.subject,
                "artist": one.artist,
                "picture": one.picture,
            },
            "relation": rules.relation(check.artist, one.artist, one.subject, check.parents).value,
            "permille": fit.permille,
            "words": list(fit.words),
        }
        for one, fit in _fits(own, near)
    ]
    alike.sort(key=lambda one: (_FIRST.index(Relation(one["relation"])), -one["permille"]))
    yield from alike[:MOST_FOUND]


def _fits(own: Imprint, near: Sequence[Candidate]) -> Iterator[tuple[Candidate, imprinter.Fit]]:
    """The candidates that the picture lies over; a picture shown twice is laid once."""
    laid = imprinter.layer(own.edges, own.height)
    fits: dict[str, imprinter.Fit] = {}
    for one in near:
        if one.picture == own.picture:
            fits[one.picture] = imprinter.Fit(1000)
        elif one.picture not in fits:
            fits[one.picture] = imprinter.compare(laid, imprinter.layer(one.edges, one.height))
        if fits[one.picture].permille >= imprinter.ALIKE:
            yield one, fits[one.picture]


def _statement(
    check: Check, found: list[dict[str, Any]], compared: int, now: datetime
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "kind": check.kind,
        "subject": check.subject,
        "artist": check.artist,
        "pictures": [f"ipfs://{picture}" for picture in check.pictures],
        "compared_with": compared,
        "alike_from_permille": imprinter.ALIKE,
        "imprint": {"form": imprinter.FORM, "model": imprinter.model() or ""},
        "found": found,
        "checked_at": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
