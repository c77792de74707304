from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.get_statements_kind_csv_kind import GetStatementsKindCsvKind
from ...models.problem import Problem
from ...types import UNSET, Response


def _get_kwargs(
    kind: GetStatementsKindCsvKind,
    *,
    account: str,
    year: int,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["account"] = account

    params["year"] = year

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/statements/{kind}.csv".format(
            kind=quote(str(kind), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Problem | str | None:
    if response.status_code == 200:
        response_200 = response.text
        return response_200

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Any | Problem | str]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    kind: GetStatementsKindCsvKind,
    *,
    client: AuthenticatedClient | Client,
    account: str,
    year: int,
) -> Response[Any | Problem | str]:
    """Read Statement

     A year of an account, as CSV: what it sold, bought, or was paid as royalties.

    Args:
        kind (GetStatementsKindCsvKind):
        account (str):
        year (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | str]
    """

    kwargs = _get_kwargs(
        kind=kind,
        account=account,
        year=year,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    kind: GetStatementsKindCsvKind,
    *,
    client: AuthenticatedClient | Client,
    account: str,
    year: int,
) -> Any | Problem | str | None:
    """Read Statement

     A year of an account, as CSV: what it sold, bought, or was paid as royalties.

    Args:
        kind (GetStatementsKindCsvKind):
        account (str):
        year (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | str
    """

    return sync_detailed(
        kind=kind,
        client=client,
        account=account,
        year=year,
    ).parsed


async def asyncio_detailed(
    kind: GetStatementsKindCsvKind,
    *,
    client: AuthenticatedClient | Client,
    account: str,
    year: int,
) -> Response[Any | Problem | str]:
    """Read Statement

     A year of an account, as CSV: what it sold, bought, or was paid as royalties.

    Args:
        kind (GetStatementsKindCsvKind):
        account (str):
        year (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | str]
    """

    kwargs = _get_kwargs(
        kind=kind,
        account=account,
        year=year,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    kind: GetStatementsKindCsvKind,
    *,
    client: AuthenticatedClient | Client,
    account: str,
    year: int,
) -> Any | Problem | str | None:
    """Read Statement

     A year of an account, as CSV: what it sold, bought, or was paid as royalties.

    Args:
        kind (GetStatementsKindCsvKind):
        account (str):
        year (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | str
    """

    return (
        await asyncio_detailed(
            kind=kind,
            client=client,
            account=account,
            year=year,
        )
    ).parsed
