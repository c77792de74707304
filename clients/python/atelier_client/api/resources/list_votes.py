from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.list_votes_sort import ListVotesSort
from ...models.problem import Problem
from ...models.votes_page import VotesPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    application: int | Unset = UNSET,
    proposal: str | Unset = UNSET,
    member: str | Unset = UNSET,
    from_block: int | Unset = UNSET,
    to_block: int | Unset = UNSET,
    sort: ListVotesSort | Unset = ListVotesSort.NEWEST,
    fields: str | Unset = UNSET,
    ids: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["application"] = application

    params["proposal"] = proposal

    params["member"] = member

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
        "url": "/api/v1/votes",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Problem | VotesPage | None:
    if response.status_code == 200:
        response_200 = VotesPage.from_dict(response.json())

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
) -> Response[Any | Problem | VotesPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    application: int | Unset = UNSET,
    proposal: str | Unset = UNSET,
    member: str | Unset = UNSET,
    from_block: int | Unset = UNSET,
    to_block: int | Unset = UNSET,
    sort: ListVotesSort | Unset = ListVotesSort.NEWEST,
    fields: str | Unset = UNSET,
    ids: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[Any | Problem | VotesPage]:
    """Members' votes: on applications with their reasons, and on the DAO's proposals.

    Args:
        application (int | Unset):
        proposal (str | Unset): In the currency's smallest unit (of ether: wei), in decimal.
        member (str | Unset): With the checksum of EIP-55.
        from_block (int | Unset):
        to_block (int | Unset):
        sort (ListVotesSort | Unset):  Default: ListVotesSort.NEWEST.
        fields (str | Unset):
        ids (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | VotesPage]
    """

    kwargs = _get_kwargs(
        application=application,
        proposal=proposal,
        member=member,
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
    application: int | Unset = UNSET,
    proposal: str | Unset = UNSET,
    member: str | Unset = UNSET,
    from_block: int | Unset = UNSET,
    to_block: int | Unset = UNSET,
    sort: ListVotesSort | Unset = ListVotesSort.NEWEST,
    fields: str | Unset = UNSET,
    ids: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Any | Problem | VotesPage | None:
    """Members' votes: on applications with their reasons, and on the DAO's proposals.

    Args:
        application (int | Unset):
        proposal (str | Unset): In the currency's smallest unit (of ether: wei), in decimal.
        member (str | Unset): With the checksum of EIP-55.
        from_block (int | Unset):
        to_block (int | Unset):
        sort (ListVotesSort | Unset):  Default: ListVotesSort.NEWEST.
        fields (str | Unset):
        ids (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | VotesPage
    """

    return sync_detailed(
        client=client,
        application=application,
        proposal=proposal,
        member=member,
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
    application: int | Unset = UNSET,
    proposal: str | Unset = UNSET,
    member: str | Unset = UNSET,
    from_block: int | Unset = UNSET,
    to_block: int | Unset = UNSET,
    sort: ListVotesSort | Unset = ListVotesSort.NEWEST,
    fields: str | Unset = UNSET,
    ids: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[Any | Problem | VotesPage]:
    """Members' votes: on applications with their reasons, and on the DAO's proposals.

    Args:
        application (int | Unset):
        proposal (str | Unset): In the currency's smallest unit (of ether: wei), in decimal.
        member (str | Unset): With the checksum of EIP-55.
        from_block (int | Unset):
        to_block (int | Unset):
        sort (ListVotesSort | Unset):  Default: ListVotesSort.NEWEST.
        fields (str | Unset):
        ids (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | VotesPage]
    """

    kwargs = _get_kwargs(
        application=application,
        proposal=proposal,
        member=member,
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
    application: int | Unset = UNSET,
    proposal: str | Unset = UNSET,
    member: str | Unset = UNSET,
    from_block: int | Unset = UNSET,
    to_block: int | Unset = UNSET,
    sort: ListVotesSort | Unset = ListVotesSort.NEWEST,
    fields: str | Unset = UNSET,
    ids: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Any | Problem | VotesPage | None:
    """Members' votes: on applications with their reasons, and on the DAO's proposals.

    Args:
        application (int | Unset):
        proposal (str | Unset): In the currency's smallest unit (of ether: wei), in decimal.
        member (str | Unset): With the checksum of EIP-55.
        from_block (int | Unset):
        to_block (int | Unset):
        sort (ListVotesSort | Unset):  Default: ListVotesSort.NEWEST.
        fields (str | Unset):
        ids (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | VotesPage
    """

    return (
        await asyncio_detailed(
            client=client,
            application=application,
            proposal=proposal,
            member=member,
            from_block=from_block,
            to_block=to_block,
            sort=sort,
            fields=fields,
            ids=ids,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
