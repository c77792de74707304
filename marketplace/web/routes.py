"""Gather everything that a browser is shown."""

from fastapi import APIRouter

from marketplace.web import asset, house, picture, studio

router = APIRouter()
for part in (asset, picture, studio, house):
    router.include_router(part.router)
