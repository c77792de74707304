"""Gather everything that a browser is shown."""

from fastapi import APIRouter

from marketplace.web import asset, curation, gallery, house, picture, studio

router = APIRouter()
for part in (asset, picture, gallery, curation, studio, house):
    router.include_router(part.router)
