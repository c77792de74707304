"""Compose the web process: parts, routes, the guard at the door, one translator of errors."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

from fastapi import FastAPI

from marketplace import development, problem, status
from marketplace.api import describe
from marketplace.api import routes as api
from marketplace.api.reader import Reader
from marketplace.api.shelf import Counter, Shelf, hearing
from marketplace.config import Settings
from marketplace.curation.routes import router as curation
from marketplace.curation.upload import BODY_LIMIT as DOSSIER_LIMIT
from marketplace.gallery.gateway import router as gateway
from marketplace.gallery.offers.routes import router as offers
from marketplace.gallery.routes import router as gallery
from marketplace.guard import Guard
from marketplace.live.hub import Hub, running
from marketplace.live.routes import router as events
from marketplace.live.seal import Seal
from marketplace.live.webhook_routes import router as webhooks
from marketplace.parts import assembled
from marketplace.resemblance.routes import router as resemblances
from marketplace.sign_in.routes import router as sign_in
from marketplace.studio.hand_routes import BODY_LIMIT as PICTURE_LIMIT
from marketplace.studio.hand_routes import PATH as HAND
from marketplace.studio.hand_routes import router as hand
from marketplace.studio.muse_routes import router as muse
from marketplace.studio.prompt import router as prompt
from marketplace.studio.routes import router as studio
from marketplace.studio.sketch_routes import router as sketches
from marketplace.studio.upload_routes import BODY_LIMIT as UPLOAD_LIMIT
from marketplace.studio.upload_routes import PATH as UPLOADS
from marketplace.studio.upload_routes import router as uploads
from marketplace.studio.verification_routes import router as verifications
from marketplace.taste.members import router as members_taste
from marketplace.taste.routes import router as taste
from marketplace.uploads.judging import Desk
from marketplace.web.page import error_page
from marketplace.web.routes import router as web

BODY_LIMITS = {"/api/v1/dossiers": DOSSIER_LIMIT, HAND: PICTURE_LIMIT, UPLOADS: UPLOAD_LIMIT}


def create_app(settings: Settings) -> FastAPI:
    """The marketplace as one ASGI application; opens its parts when the server starts it."""
    shelf = Shelf()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with (
            assembled(settings, "atelier-web") as parts,
            closing(Desk()) as desk,
            closing(Reader(settings.database, "atelier-read")) as reader,
        ):
            app.state.parts, app.state.desk, app.state.reader = parts, desk, reader
            app.state.seal = Seal.ensure(settings.webhook_key_file)
            app.state.hub = hub = Hub(parts.units, settings.database)
            async with running(hub), hearing(settings.database, "atelier-ear", shelf):
                yield

    app = FastAPI(
        title="Atelier",
        summary="A marketplace for human-machine art that its own DAO curates",
        lifespan=lifespan,
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        generate_unique_id_function=describe.operation_id,
    )
    problem.install(app)
    describe.install(app)
    app.state.shelf = shelf
    app.state.error_page = error_page
    _include(app, settings)
    app.add_middleware(Counter, shelf=shelf)
    app.add_middleware(Guard, public_url=settings.public_url, body_limits=BODY_LIMITS)
    return app


def _include(app: FastAPI, settings: Settings) -> None:
    """Every stage's routes, from left to right in the way of the data."""
    app.include_router(status.router)
    if settings.development:
        app.include_router(development.router)
    app.include_router(sign_in)
    app.include_router(resemblances)
    app.include_router(curation)
    app.include_router(studio)
    app.include_router(sketches)
    app.include_router(uploads)
    app.include_router(muse)
    app.include_router(prompt)
    app.include_router(hand)
    app.include_router(verifications)
    app.include_router(gallery)
    app.include_router(offers)
    app.include_router(api.router())
    app.include_router(gateway)
    app.include_router(taste)
    app.include_router(members_taste)
    app.include_router(events)
    app.include_router(webhooks)
    app.include_router(web)
