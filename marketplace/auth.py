"""Know who is asking, by the session cookie."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Request

from indexer.primitives import Address
from marketplace import db
from marketplace.dependency import PartsDep
from marketplace.errors import SignInMissing
from marketplace.sign_in import queries

SESSION_COOKIE = "atelier_session"


def _maybe_signed(request: Request, parts: PartsDep) -> Address | None:
    token = request.cookies.get(SESSION_COOKIE)
    if not token:
        return None
    # A transaction of its own: who waits for an upload or a stream holds no connection.
    with db.unit(parts.units) as session:
        return queries.who(session, token, datetime.now(UTC))


MaybeSigned = Annotated[Address | None, Depends(_maybe_signed)]


def _signed(person: MaybeSigned) -> Address:
    if person is None:
        raise SignInMissing("Nobody is signed in here, or the session has ended. Sign in first.")
    return person


Signed = Annotated[Address, Depends(_signed)]
