"""The pages of curation: apply, read applications, vote, and see who the members are."""

from typing import Annotated, Final, Literal

from fastapi import APIRouter, Query, Response
from fastapi import Path as InPath

from marketplace import cursor
from marketplace.curation import queries
from marketplace.curation.rules import ApplicationMissing
from marketplace.dependency import Unit
from marketplace.governance import queries as governance
from marketplace.web import resemblance
from marketplace.web.page import PageDep
from marketplace.web.view import ApplicationCard

SECTION: Final = "/applications"
PAGE: Final = 12
MOST_MEMBERS: Final = 100

Tab = Literal["open", "admitted", "rejected"]
After = Annotated[str | None, Query(alias="cursor", max_length=200)]

router = APIRouter(include_in_schema=False)


@router.get("/apply")
def apply(page: PageDep, unit: Unit) -> Response:
    """Hand in a dossier."""
    return page.show("apply.html", section=SECTION, bond_wei=queries.bond_wei(unit))


@router.get("/applications")
def applications(page: PageDep, unit: Unit, state: Tab = "open", after: After = None) -> Response:
    """Who applied; what can still be decided comes first."""
    before = int(cursor.read(after, int)[0]) if after else None
    found = queries.applications(unit, page.now, state, before=before, limit=PAGE + 1)
    following = cursor.write(found[PAGE - 1].ballot.application) if len(found) > PAGE else None
    is_first = state == "open" and after is None
    ended = queries.applications(unit, page.now, "closed", limit=PAGE) if is_first else []
    return page.show(
        "applications.html",
        section=SECTION,
        state=state,
        applications=[ApplicationCard.of(view, page.now) for view in found[:PAGE]],
        ended=[ApplicationCard.of(view, page.now) for view in ended],
        next=following,
    )


@router.get("/applications/{number}")
def application(
    number: Annotated[int, InPath(ge=1, lt=2**63)], page: PageDep, unit: Unit
) -> Response:
    """One application: works, words, votes, and what the visitor can do about it."""
    found = queries.application(unit, number)
    if found is None:
        raise ApplicationMissing(f"There is no application {number} here.", application=number)
    person = page.viewer.address if page.viewer else None
    votes = queries.votes(unit, number)
    voter = queries.voter(unit, found.ballot, person) if person else None
    return page.show(
        "application.html",
        section=SECTION,
        application=ApplicationCard.of(found, page.now),
        votes=votes,
        own_vote=next((vote.support for vote in votes if vote.member == person), None),
        may_vote=bool(voter and voter.weight and not voter.has_voted),
        may_appeal=person is not None and found.ballot.may_be_appealed(person, page.now),
        bond_wei=queries.bond_wei(unit) or 0,
        resemblance=resemblance.of_dossier(unit, found.ballot.dossier, found.ballot.artist),
    )


@router.get("/members")
def members(page: PageDep, unit: Unit, after: After = None) -> Response:
    """Who decides."""
    last = int(cursor.read(after, int)[0]) if after else 0
    found = governance.members(unit, after=last, limit=MOST_MEMBERS + 1)
    shown = found[:MOST_MEMBERS]
    following = cursor.write(shown[-1].member) if len(found) > MOST_MEMBERS else None
    return page.show("members.html", section="/members", members=shown, next=following)
