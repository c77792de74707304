from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.editions_page import EditionsPage
from ...models.list_editions_sort import ListEditionsSort
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    artist: str | Unset = UNSET,
    from_block: int | Unset = UNSET,
    to_block: int | Unset = UNSET,
    sort: ListEditionsSort | Unset = ListEditionsSort.NEWEST,
    fields: str | Unset = UNSET,
    ids: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["artist"] = artist

    params["from_block"] = from_block

    params["to_block"] = to_block

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
        "url": "/api/v1/editions",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | EditionsPage | Problem | None:
    if response.status_code == 200:
        response_200 = EditionsPage.from_dict(response.json())

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
) -> Response[Any | EditionsPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    artist: str | Unset = UNSET,
    from_block: int | Unset = UNSET,
    to_block: int | Unset = UNSET,
    sort: ListEditionsSort | Unset = ListEditionsSort.NEWEST,
    fields: str | Unset = UNSET,
    ids: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[Any | EditionsPage | Problem]:
    """Works in copies, with their terms and how many there are.

    Args:
        artist (str | Unset): With the checksum of EIP-55.
        from_block (int | Unset):
        to_block (int | Unset):
        sort (ListEditionsSort | Unset):  Default: ListEditionsSort.NEWEST.
        fields (str | Unset):
        ids (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | EditionsPage | Problem]
    """

    kwargs = _get_kwargs(
        artist=artist,
        from_block=from_block,
        to_block=to_block,
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
    artist: str | Unset = UNSET,
    from_block: int | Unset = UNSET,
    to_block: int | Unset = UNSET,
    sort: ListEditionsSort | Unset = ListEditionsSort.NEWEST,
    fields: str | Unset = UNSET,
    ids: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Any | EditionsPage | Problem | None:
    """Works in copies, with their terms and how many there are.

    Args:
        artist (str | Unset): With the checksum of EIP-55.
        from_block (int | Unset):
        to_block (int | Unset):
        sort (ListEditionsSort | Unset):  Default: ListEditionsSort.NEWEST.
        fields (str | Unset):
        ids (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | EditionsPage | Problem
    """

    return sync_detailed(
        client=client,
        artist=artist,
        from_block=from_block,
        to_block=to_block,
        sort=sort,
        fields=fields,
        ids=ids,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    artist: str | Unset = UNSET,
    from_block: int | Unset = UNSET,
    to_block: int | Unset = UNSET,
    sort: ListEditionsSort | Unset = ListEditionsSort.NEWEST,
    fields: str | Unset = UNSET,
    ids: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[Any | EditionsPage | Problem]:
    """Works in copies, with their terms and how many there are.

    Args:
        artist (str | Unset): With the checksum of EIP-55.
        from_block (int | Unset):
        to_block (int | Unset):
        sort (ListEditionsSort | Unset):  Default: ListEditionsSort.NEWEST.
        fields (str | Unset):
        ids (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | EditionsPage | Problem]
    """

    kwargs = _get_kwargs(
        artist=artist,
        from_block=from_block,
        to_block=to_block,
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
    artist: str | Unset = UNSET,
    from_block: int | Unset = UNSET,
    to_block: int | Unset = UNSET,
    sort: ListEditionsSort | Unset = ListEditionsSort.NEWEST,
    fields: str | Unset = UNSET,
    ids: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Any | EditionsPage | Problem | None:
    """Works in copies, with their terms and how many there are.

    Args:
        artist (str | Unset): With the checksum of EIP-55.
        from_block (int | Unset):
        to_block (int | Unset):
        sort (ListEditionsSort | Unset):  Default: ListEditionsSort.NEWEST.
        fields (str | Unset):
        ids (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | EditionsPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            artist=artist,
            from_block=from_block,
            to_block=to_block,
            sort=sort,
            fields=fields,
            ids=ids,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
