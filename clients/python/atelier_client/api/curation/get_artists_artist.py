from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.artist_answer import ArtistAnswer
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    artist: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/artists/{artist}".format(
            artist=quote(str(artist), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ArtistAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = ArtistAnswer.from_dict(response.json())

        return response_200

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ArtistAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    artist: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[ArtistAnswer | Problem]:
    """Read Artist

     Whether somebody is an artist here, and their applications.

    Args:
        artist (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ArtistAnswer | Problem]
    """

    kwargs = _get_kwargs(
        artist=artist,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    artist: str,
    *,
    client: AuthenticatedClient | Client,
) -> ArtistAnswer | Problem | None:
    """Read Artist

     Whether somebody is an artist here, and their applications.

    Args:
        artist (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ArtistAnswer | Problem
    """

    return sync_detailed(
        artist=artist,
        client=client,
    ).parsed


async def asyncio_detailed(
    artist: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[ArtistAnswer | Problem]:
    """Read Artist

     Whether somebody is an artist here, and their applications.

    Args:
        artist (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ArtistAnswer | Problem]
    """

    kwargs = _get_kwargs(
        artist=artist,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    artist: str,
    *,
    client: AuthenticatedClient | Client,
) -> ArtistAnswer | Problem | None:
    """Read Artist

     Whether somebody is an artist here, and their applications.

    Args:
        artist (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ArtistAnswer | Problem
    """

    return (
        await asyncio_detailed(
            artist=artist,
            client=client,
        )
    ).parsed
