from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.seal_request import SealRequest
from ...models.sealed_answer import SealedAnswer
from ...types import Response


def _get_kwargs(
    digest: str,
    *,
    body: SealRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/dossiers/{digest}/seal".format(
            digest=quote(str(digest), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | SealedAnswer | None:
    if response.status_code == 201:
        response_201 = SealedAnswer.from_dict(response.json())

        return response_201

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | SealedAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    digest: str,
    *,
    client: AuthenticatedClient | Client,
    body: SealRequest,
) -> Response[Problem | SealedAnswer]:
    """Seal Dossier

     Put what comparing the pictures found, and the artist's answer, into the dossier.

    Only this prepares an application, so none goes past the comparison.

    Args:
        digest (str):
        body (SealRequest): Why an artist goes on although a picture resembles another's; else
            nothing.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SealedAnswer]
    """

    kwargs = _get_kwargs(
        digest=digest,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    digest: str,
    *,
    client: AuthenticatedClient | Client,
    body: SealRequest,
) -> Problem | SealedAnswer | None:
    """Seal Dossier

     Put what comparing the pictures found, and the artist's answer, into the dossier.

    Only this prepares an application, so none goes past the comparison.

    Args:
        digest (str):
        body (SealRequest): Why an artist goes on although a picture resembles another's; else
            nothing.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SealedAnswer
    """

    return sync_detailed(
        digest=digest,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    digest: str,
    *,
    client: AuthenticatedClient | Client,
    body: SealRequest,
) -> Response[Problem | SealedAnswer]:
    """Seal Dossier

     Put what comparing the pictures found, and the artist's answer, into the dossier.

    Only this prepares an application, so none goes past the comparison.

    Args:
        digest (str):
        body (SealRequest): Why an artist goes on although a picture resembles another's; else
            nothing.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SealedAnswer]
    """

    kwargs = _get_kwargs(
        digest=digest,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    digest: str,
    *,
    client: AuthenticatedClient | Client,
    body: SealRequest,
) -> Problem | SealedAnswer | None:
    """Seal Dossier

     Put what comparing the pictures found, and the artist's answer, into the dossier.

    Only this prepares an application, so none goes past the comparison.

    Args:
        digest (str):
        body (SealRequest): Why an artist goes on although a picture resembles another's; else
            nothing.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SealedAnswer
    """

    return (
        await asyncio_detailed(
            digest=digest,
            client=client,
            body=body,
        )
    ).parsed
