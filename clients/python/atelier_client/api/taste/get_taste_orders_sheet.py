from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.order_answer import OrderAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    sheet: UUID,
    *,
    strength: int | Unset = 0,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["strength"] = strength

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/taste/orders/{sheet}".format(
            sheet=quote(str(sheet), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> OrderAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = OrderAnswer.from_dict(response.json())

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
) -> Response[OrderAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    sheet: UUID,
    *,
    client: AuthenticatedClient | Client,
    strength: int | Unset = 0,
) -> Response[OrderAnswer | Problem]:
    """Order

     The drawn sketches of one's own sheet by one's own taste, as strongly as one likes.

    Args:
        sheet (UUID):
        strength (int | Unset):  Default: 0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrderAnswer | Problem]
    """

    kwargs = _get_kwargs(
        sheet=sheet,
        strength=strength,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    sheet: UUID,
    *,
    client: AuthenticatedClient | Client,
    strength: int | Unset = 0,
) -> OrderAnswer | Problem | None:
    """Order

     The drawn sketches of one's own sheet by one's own taste, as strongly as one likes.

    Args:
        sheet (UUID):
        strength (int | Unset):  Default: 0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrderAnswer | Problem
    """

    return sync_detailed(
        sheet=sheet,
        client=client,
        strength=strength,
    ).parsed


async def asyncio_detailed(
    sheet: UUID,
    *,
    client: AuthenticatedClient | Client,
    strength: int | Unset = 0,
) -> Response[OrderAnswer | Problem]:
    """Order

     The drawn sketches of one's own sheet by one's own taste, as strongly as one likes.

    Args:
        sheet (UUID):
        strength (int | Unset):  Default: 0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrderAnswer | Problem]
    """

    kwargs = _get_kwargs(
        sheet=sheet,
        strength=strength,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    sheet: UUID,
    *,
    client: AuthenticatedClient | Client,
    strength: int | Unset = 0,
) -> OrderAnswer | Problem | None:
    """Order

     The drawn sketches of one's own sheet by one's own taste, as strongly as one likes.

    Args:
        sheet (UUID):
        strength (int | Unset):  Default: 0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrderAnswer | Problem
    """

    return (
        await asyncio_detailed(
            sheet=sheet,
            client=client,
            strength=strength,
        )
    ).parsed
