"""First act: an artist applies, the members vote with reasons, anybody decides after the period."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from marketplace.journey import piece as pieces
from marketplace.journey.making import compared
from marketplace.journey.person import Person, Sent
from marketplace.journey.piece import Piece
from marketplace.journey.record import Record
from marketplace.journey.stage import Stage, until

SECONDS = 60.0


def apply(artist: Person, piece: Piece, pictures: Sequence[bytes], record: Record) -> int:
    """Upload a dossier, put its digest on chain with the bond; the application's number."""
    dossier = record.done(
        "dossier",
        f"the artist's dossier is pinned, with {len(pictures)} sample works",
        lambda: _upload(artist, piece, pictures),
        lambda made: {"cid": made["cid"]},
    )
    record.sent(
        "apply",
        "the artist applies: dossier digest and bond go on chain",
        lambda: artist.send(dossier["transaction"]),
    )
    return until(
        "the application in the index", lambda: _application(artist, dossier["digest"]), SECONDS
    )


def decide(
    members: Sequence[Person], application: int, stage: Stage, record: Record
) -> dict[str, Any]:
    """Let every member vote, let the voting period pass, decide, and return the application."""
    path = f"/api/v1/applications/{application}"
    for number, (member, reason) in enumerate(zip(members, pieces.REASONS, strict=True), start=1):
        ballot = {"support": "for", "reason": reason}
        record.sent(
            f"vote_{number}",
            f"member {number} votes for: {reason}",
            partial(_act, member, f"{path}/vote", ballot),
        )
    record.done(
        "voting_period",
        "the voting period passes on the development chain",
        lambda: _wait(stage, path, members[0]),
    )
    record.sent(
        "finalize",
        "the application is decided: the artist is admitted, the bond comes back",
        lambda: _act(members[0], f"{path}/finalize"),
    )
    return until(
        "the decision in the index", lambda: _reached(members[0], path, "admitted"), SECONDS
    )


def _act(person: Person, path: str, content: dict[str, str] | None = None) -> Sent:
    return person.send(person.ask("POST", path, json=content))


def _upload(artist: Person, piece: Piece, pictures: Sequence[bytes]) -> dict[str, Any]:
    files = [
        ("samples", (f"study-{number}.png", picture, "image/png"))
        for number, picture in enumerate(pictures, start=1)
    ]
    form = {
        "statement": pieces.STATEMENT,
        "links": list(pieces.LINKS),
        "titles": [study.title for study in piece.studies],
    }
    made = artist.ask("POST", "/api/v1/dossiers", data=form, files=files)
    compared(artist, made["digest"])
    return dict(artist.ask("POST", f"/api/v1/dossiers/{made['digest']}/seal", json={}))


def _application(artist: Person, dossier: str) -> int | None:
    for found in artist.ask("GET", "/api/v1/applications?state=open")["applications"]:
        if found["dossier"] == dossier:
            return int(found["application"])
    return None


def _wait(stage: Stage, path: str, member: Person) -> None:
    closes_at = int(member.ask("GET", path)["closes_at"])
    stage.skip(max(0, closes_at - stage.chain.head().timestamp) + 1)
    until("the index to see the period end", lambda: _reached(member, path, "closed"), SECONDS)


def _reached(member: Person, path: str, state: str) -> dict[str, Any] | None:
    found = dict(member.ask("GET", path))
    return found if found["state"] == state else None
