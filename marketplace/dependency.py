"""Name what a route may ask for, so that its signature reads like a list of its needs."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.orm import Session

from marketplace import db
from marketplace.adapters.chain import Chain
from marketplace.config import Settings
from marketplace.parts import Parts
from marketplace.ports import Store


def parts(request: Request) -> Parts:
    """What the composition root assembled."""
    assembled: Parts = request.app.state.parts
    return assembled


PartsDep = Annotated[Parts, Depends(parts)]


def _settings(parts: PartsDep) -> Settings:
    return parts.settings


def _store(parts: PartsDep) -> Store:
    return parts.store


def _chain(parts: PartsDep) -> Chain:
    return parts.chain


def _unit(parts: PartsDep) -> Iterator[Session]:
    with db.unit(parts.units) as session:
        yield session


SettingsDep = Annotated[Settings, Depends(_settings)]
StoreDep = Annotated[Store, Depends(_store)]
ChainDep = Annotated[Chain, Depends(_chain)]

# Scope "function": the commit comes before the answer, so nobody is told of what was not kept.
Unit = Annotated[Session, Depends(_unit, scope="function")]
