from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.dwell_event import DwellEvent
from ...models.feeling_event import FeelingEvent
from ...models.pair_event import PairEvent
from ...models.problem import Problem
from ...models.rating_event import RatingEvent
from ...types import Response


def _get_kwargs(
    *,
    body: DwellEvent | FeelingEvent | PairEvent | RatingEvent,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/feedback",
    }

    if isinstance(body, PairEvent):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, RatingEvent):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, FeelingEvent):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Problem | None:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Any | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: DwellEvent | FeelingEvent | PairEvent | RatingEvent,
) -> Response[Any | Problem]:
    """Say

     Keep one thing that somebody says or does about pictures.

    Args:
        body (DwellEvent | FeelingEvent | PairEvent | RatingEvent):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: DwellEvent | FeelingEvent | PairEvent | RatingEvent,
) -> Any | Problem | None:
    """Say

     Keep one thing that somebody says or does about pictures.

    Args:
        body (DwellEvent | FeelingEvent | PairEvent | RatingEvent):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: DwellEvent | FeelingEvent | PairEvent | RatingEvent,
) -> Response[Any | Problem]:
    """Say

     Keep one thing that somebody says or does about pictures.

    Args:
        body (DwellEvent | FeelingEvent | PairEvent | RatingEvent):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: DwellEvent | FeelingEvent | PairEvent | RatingEvent,
) -> Any | Problem | None:
    """Say

     Keep one thing that somebody says or does about pictures.

    Args:
        body (DwellEvent | FeelingEvent | PairEvent | RatingEvent):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
