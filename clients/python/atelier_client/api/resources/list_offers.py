from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.list_offers_live import ListOffersLive
from ...models.list_offers_scope import ListOffersScope
from ...models.list_offers_sort import ListOffersSort
from ...models.offers_page import OffersPage
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    live: ListOffersLive | Unset = ListOffersLive.TRUE,
    work: str | Unset = UNSET,
    artist: str | Unset = UNSET,
    bidder: str | Unset = UNSET,
    currency: str | Unset = UNSET,
    scope: ListOffersScope | Unset = UNSET,
    sort: ListOffersSort | Unset = ListOffersSort.NEWEST,
    fields: str | Unset = UNSET,
    ids: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_live: str | Unset = UNSET
    if not isinstance(live, Unset):
        json_live = live.value

    params["live"] = json_live

    params["work"] = work

    params["artist"] = artist

    params["bidder"] = bidder

    params["currency"] = currency

    json_scope: str | Unset = UNSET
    if not isinstance(scope, Unset):
        json_scope = scope.value

    params["scope"] = json_scope

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort.value

    params["sort"] = json_sort

    params["fields"] = fields

    params["ids"] = ids

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/offers",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | OffersPage | Problem | None:
    if response.status_code == 200:
        response_200 = OffersPage.from_dict(response.json())

        return response_200

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

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
) -> Response[Any | OffersPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    live: ListOffersLive | Unset = ListOffersLive.TRUE,
    work: str | Unset = UNSET,
    artist: str | Unset = UNSET,
    bidder: str | Unset = UNSET,
    currency: str | Unset = UNSET,
    scope: ListOffersScope | Unset = UNSET,
    sort: ListOffersSort | Unset = ListOffersSort.NEWEST,
    fields: str | Unset = UNSET,
    ids: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[Any | OffersPage | Problem]:
    """What bidders signed, by default only what the contract would honour now.

    Args:
        live (ListOffersLive | Unset):  Default: ListOffersLive.TRUE.
        work (str | Unset): A work's name: the CID of its metadata.
        artist (str | Unset): With the checksum of EIP-55.
        bidder (str | Unset): With the checksum of EIP-55.
        currency (str | Unset): With the checksum of EIP-55.
        scope (ListOffersScope | Unset):
        sort (ListOffersSort | Unset):  Default: ListOffersSort.NEWEST.
        fields (str | Unset):
        ids (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | OffersPage | Problem]
    """

    kwargs = _get_kwargs(
        live=live,
        work=work,
        artist=artist,
        bidder=bidder,
        currency=currency,
        scope=scope,
        sort=sort,
        fields=fields,
        ids=ids,
        limit=limit,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    live: ListOffersLive | Unset = ListOffersLive.TRUE,
    work: str | Unset = UNSET,
    artist: str | Unset = UNSET,
    bidder: str | Unset = UNSET,
    currency: str | Unset = UNSET,
    scope: ListOffersScope | Unset = UNSET,
    sort: ListOffersSort | Unset = ListOffersSort.NEWEST,
    fields: str | Unset = UNSET,
    ids: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Any | OffersPage | Problem | None:
    """What bidders signed, by default only what the contract would honour now.

    Args:
        live (ListOffersLive | Unset):  Default: ListOffersLive.TRUE.
        work (str | Unset): A work's name: the CID of its metadata.
        artist (str | Unset): With the checksum of EIP-55.
        bidder (str | Unset): With the checksum of EIP-55.
        currency (str | Unset): With the checksum of EIP-55.
        scope (ListOffersScope | Unset):
        sort (ListOffersSort | Unset):  Default: ListOffersSort.NEWEST.
        fields (str | Unset):
        ids (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | OffersPage | Problem
    """

    return sync_detailed(
        client=client,
        live=live,
        work=work,
        artist=artist,
        bidder=bidder,
        currency=currency,
        scope=scope,
        sort=sort,
        fields=fields,
        ids=ids,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    live: ListOffersLive | Unset = ListOffersLive.TRUE,
    work: str | Unset = UNSET,
    artist: str | Unset = UNSET,
    bidder: str | Unset = UNSET,
    currency: str | Unset = UNSET,
    scope: ListOffersScope | Unset = UNSET,
    sort: ListOffersSort | Unset = ListOffersSort.NEWEST,
    fields: str | Unset = UNSET,
    ids: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[Any | OffersPage | Problem]:
    """What bidders signed, by default only what the contract would honour now.

    Args:
        live (ListOffersLive | Unset):  Default: ListOffersLive.TRUE.
        work (str | Unset): A work's name: the CID of its metadata.
        artist (str | Unset): With the checksum of EIP-55.
        bidder (str | Unset): With the checksum of EIP-55.
        currency (str | Unset): With the checksum of EIP-55.
        scope (ListOffersScope | Unset):
        sort (ListOffersSort | Unset):  Default: ListOffersSort.NEWEST.
        fields (str | Unset):
        ids (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | OffersPage | Problem]
    """

    kwargs = _get_kwargs(
        live=live,
        work=work,
        artist=artist,
        bidder=bidder,
        currency=currency,
        scope=scope,
        sort=sort,
        fields=fields,
        ids=ids,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    live: ListOffersLive | Unset = ListOffersLive.TRUE,
    work: str | Unset = UNSET,
    artist: str | Unset = UNSET,
    bidder: str | Unset = UNSET,
    currency: str | Unset = UNSET,
    scope: ListOffersScope | Unset = UNSET,
    sort: ListOffersSort | Unset = ListOffersSort.NEWEST,
    fields: str | Unset = UNSET,
    ids: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Any | OffersPage | Problem | None:
    """What bidders signed, by default only what the contract would honour now.

    Args:
        live (ListOffersLive | Unset):  Default: ListOffersLive.TRUE.
        work (str | Unset): A work's name: the CID of its metadata.
        artist (str | Unset): With the checksum of EIP-55.
        bidder (str | Unset): With the checksum of EIP-55.
        currency (str | Unset): With the checksum of EIP-55.
        scope (ListOffersScope | Unset):
        sort (ListOffersSort | Unset):  Default: ListOffersSort.NEWEST.
        fields (str | Unset):
        ids (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | OffersPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            live=live,
            work=work,
            artist=artist,
            bidder=bidder,
            currency=currency,
            scope=scope,
            sort=sort,
            fields=fields,
            ids=ids,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
