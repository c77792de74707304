"""Serve every resource: a list, and one row; one statement each, kept until something changes."""

from collections.abc import Awaitable, Callable
from functools import cache
from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Query, Request
from pydantic import AfterValidator
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from indexer.primitives import Address, address
from marketplace.api import account, answer, describe, similar
from marketplace.api.kind import ADDRESS, WORK
from marketplace.api.reader import Reader
from marketplace.api.resource import Resource
from marketplace.api.resources import EVERY
from marketplace.api.shelf import Kept, Shelf, give
from marketplace.api.whole import Statistics, statistics

LOWER: Final = {"pattern": ADDRESS.asked}
CID: Final = "^bafkrei[a-h][a-z2-7]{50}[aeimquy4]$"
Account = Annotated[
    Address,
    AfterValidator(address),
    Query(alias="account", examples=[ADDRESS.example.lower()], json_schema_extra=LOWER),
]
Endpoint = Callable[..., Awaitable[Response]]


class Given(Response):
    """An answer that is bytes already."""

    def __init__(self, kept: Kept) -> None:
        super().__init__()
        self._kept = kept

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await give(self._kept, scope, send)


async def answered(request: Request, make: Callable[[Reader], Kept]) -> Response:
    """Make an answer beside the event loop, and keep it for whoever asks the same."""
    shelf: Shelf = request.app.state.shelf
    edition = shelf.edition
    kept = await run_in_threadpool(make, request.app.state.reader)
    shelf.put((request.scope["path"], request.scope["query_string"]), kept, edition)
    return Given(kept)


@cache
def router() -> APIRouter:
    """The routes of all resources; made once."""
    made = APIRouter(prefix="/api/v1", tags=["resources"])
    for resource in EVERY:
        _add(made, resource)
    _add_more(made)
    return made


def _add_more(made: APIRouter) -> None:
    """What is no list of rows."""
    said: dict[str, Any] = {"response_class": Response, "methods": ["GET"]}
    told = describe.responses(Statistics)
    told.pop(422)
    made.add_api_route("/statistics", read_statistics, responses=told, **said)
    made.add_api_route("/works/{cid}/similar", list_similar, responses=describe.similar(), **said)
    made.add_api_route("/statements/{kind}.csv", read_statement, responses=describe.csv(), **said)


async def read_statistics(request: Request) -> Response:
    """The whole market, counted."""
    return await answered(request, statistics)


async def list_similar(
    request: Request,
    cid: Annotated[str, Path(pattern=CID, examples=[WORK.example])],
    limit: Annotated[int, Query(ge=1, le=similar.MOST)] = 12,
) -> Response:
    """The works that look most like this one, the nearest first."""
    return await answered(request, lambda reader: similar.similar(reader, cid, limit))


async def read_statement(
    request: Request,
    kind: account.Kind,
    account_: Account,
    year: Annotated[int, Query(ge=account.FIRST_YEAR, le=2200, examples=[2026])],
) -> Response:
    """A year of an account, as CSV: what it sold, bought, or was paid as royalties."""
    return await answered(request, lambda reader: account.statement(reader, kind, account_, year))


def _add(made: APIRouter, resource: Resource) -> None:
    row = describe.row_of(resource)
    said: dict[str, Any] = {"response_class": Response, "methods": ["GET"]}
    made.add_api_route(
        f"/{resource.name}",
        _list(resource),
        name=f"list_{resource.name}",
        operation_id=f"list_{resource.name}",
        summary=resource.title,
        responses=describe.responses(describe.page_of(resource, row), 400),
        openapi_extra={"parameters": describe.parameters(resource)},
        **said,
    )
    if resource.has_read:
        made.add_api_route(
            f"/{resource.name}/{{id}}",
            _read(resource),
            name=f"read_{resource.one}",
            operation_id=f"read_{resource.one}",
            summary=f"One {resource.one}.",
            responses=describe.responses(row, 404),
            openapi_extra={"parameters": describe.parameters_of_one(resource)},
            **said,
        )


def _list(resource: Resource) -> Endpoint:
    async def list_rows(request: Request) -> Response:
        query: bytes = request.scope["query_string"]
        return await answered(request, lambda reader: answer.page(reader, resource, query))

    return list_rows


def _read(resource: Resource) -> Endpoint:
    async def read_row(request: Request) -> Response:
        query: bytes = request.scope["query_string"]
        id_ = str(request.path_params["id"])
        return await answered(request, lambda reader: answer.one(reader, resource, id_, query))

    return read_row
