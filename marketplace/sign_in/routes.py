"""Sign in, say who is signed in, sign out."""

import secrets
from datetime import UTC, datetime

from fastapi import APIRouter, Request, Response

from marketplace import db
from marketplace.auth import SESSION_COOKIE, Signed
from marketplace.dependency import PartsDep, Unit
from marketplace.parts import Parts
from marketplace.sign_in import message, queries, rules
from marketplace.sign_in.schemas import NonceAnswer, SessionAnswer, SignInRequest
from marketplace.signature import is_signed_by, parse, text_digest

SIGN_IN_COOKIE = "atelier_sign_in"
SIGN_IN_PATH = "/api/v1/sign-in"

router = APIRouter(prefix="/api/v1", tags=["sign-in"])


@router.post("/sign-in/nonce")
def give_nonce(request: Request, response: Response, parts: PartsDep, unit: Unit) -> NonceAnswer:
    """Give a nonce to this browser, with all that the message to sign must say."""
    now = datetime.now(UTC).replace(microsecond=0)
    cookie = request.cookies.get(SIGN_IN_COOKIE) or secrets.token_urlsafe(32)
    given = queries.give_nonce(unit, cookie, now)
    _set_cookie(response, parts, SIGN_IN_COOKIE, cookie, SIGN_IN_PATH, rules.NONCE_LIFE.seconds)
    terms = _terms(parts)
    return NonceAnswer(
        nonce=given.nonce,
        domain=terms.domain,
        uri=parts.settings.public_url,
        chain_id=terms.chain_id,
        statement=rules.STATEMENT,
        version=rules.VERSION,
        issued_at=now,
        expires_at=given.expires_at,
    )


@router.post("/sign-in")
def sign_in(
    request: Request, response: Response, content: SignInRequest, parts: PartsDep
) -> SessionAnswer:
    """Open a session for whoever signed the message; any session before it ends."""
    said = message.parse(content.message)
    now = datetime.now(UTC)
    rules.check(said, _terms(parts), now)
    digest = text_digest(content.message)
    if not is_signed_by(parts.chain, said.address, digest, parse(content.signature)):
        raise rules.SignatureWrong(
            f"The signature is not that of {said.address}. Choose this account in the wallet, or "
            "sign in with the account that is chosen there.",
            address=said.address,
        )
    with db.unit(parts.units) as unit:
        queries.use_nonce(unit, said.nonce, request.cookies.get(SIGN_IN_COOKIE, ""), now)
        if before := request.cookies.get(SESSION_COOKIE):
            queries.close_session(unit, before)
        token = queries.open_session(unit, said.address, now)
    life = int(rules.SESSION_LIFE.total_seconds())
    _set_cookie(response, parts, SESSION_COOKIE, token, "/", life)
    response.delete_cookie(SIGN_IN_COOKIE, path=SIGN_IN_PATH)
    return SessionAnswer(address=said.address)


@router.get("/session")
def read_session(response: Response, person: Signed) -> SessionAnswer:
    """Who is signed in; 401 where nobody is."""
    response.headers["Cache-Control"] = "no-store"
    return SessionAnswer(address=person)


@router.delete("/session", status_code=204)
def sign_out(request: Request, response: Response, unit: Unit) -> None:
    """End the session here and on the server; without one there is nothing to do."""
    if token := request.cookies.get(SESSION_COOKIE):
        queries.close_session(unit, token)
    response.delete_cookie(SESSION_COOKIE, path="/")


def _terms(parts: Parts) -> rules.Terms:
    return rules.Terms(parts.settings.public_url, parts.deployment.chain_id)


def _set_cookie(
    response: Response, parts: Parts, name: str, value: str, path: str, seconds: int
) -> None:
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        path=path,
        httponly=True,
        samesite="lax",
        secure=parts.settings.public_url.startswith("https://"),
    )
