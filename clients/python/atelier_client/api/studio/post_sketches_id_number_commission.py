from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.choice_request import ChoiceRequest
from ...models.commission_answer import CommissionAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: UUID,
    number: int,
    *,
    body: ChoiceRequest,
    idempotency_key: None | str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sketches/{id}/{number}/commission".format(
            id=quote(str(id), safe=""),
            number=quote(str(number), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CommissionAnswer | Problem | None:
    if response.status_code == 201:
        response_201 = CommissionAnswer.from_dict(response.json())

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
) -> Response[CommissionAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: UUID,
    number: int,
    *,
    client: AuthenticatedClient | Client,
    body: ChoiceRequest,
    idempotency_key: None | str | Unset = UNSET,
) -> Response[CommissionAnswer | Problem]:
    """Choose

     Commission the work of this very recipe, seed and all, in its full size.

    Args:
        id (UUID):
        number (int):
        idempotency_key (None | str | Unset):
        body (ChoiceRequest): What a chosen sketch is called as a commission.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CommissionAnswer | Problem]
    """

    kwargs = _get_kwargs(
        id=id,
        number=number,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: UUID,
    number: int,
    *,
    client: AuthenticatedClient | Client,
    body: ChoiceRequest,
    idempotency_key: None | str | Unset = UNSET,
) -> CommissionAnswer | Problem | None:
    """Choose

     Commission the work of this very recipe, seed and all, in its full size.

    Args:
        id (UUID):
        number (int):
        idempotency_key (None | str | Unset):
        body (ChoiceRequest): What a chosen sketch is called as a commission.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CommissionAnswer | Problem
    """

    return sync_detailed(
        id=id,
        number=number,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    id: UUID,
    number: int,
    *,
    client: AuthenticatedClient | Client,
    body: ChoiceRequest,
    idempotency_key: None | str | Unset = UNSET,
) -> Response[CommissionAnswer | Problem]:
    """Choose

     Commission the work of this very recipe, seed and all, in its full size.

    Args:
        id (UUID):
        number (int):
        idempotency_key (None | str | Unset):
        body (ChoiceRequest): What a chosen sketch is called as a commission.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CommissionAnswer | Problem]
    """

    kwargs = _get_kwargs(
        id=id,
        number=number,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: UUID,
    number: int,
    *,
    client: AuthenticatedClient | Client,
    body: ChoiceRequest,
    idempotency_key: None | str | Unset = UNSET,
) -> CommissionAnswer | Problem | None:
    """Choose

     Commission the work of this very recipe, seed and all, in its full size.

    Args:
        id (UUID):
        number (int):
        idempotency_key (None | str | Unset):
        body (ChoiceRequest): What a chosen sketch is called as a commission.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CommissionAnswer | Problem
    """

    return (
        await asyncio_detailed(
            id=id,
            number=number,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
