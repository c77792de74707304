from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.typed_data_answer import TypedDataAnswer
from ...models.voucher_terms_request import VoucherTermsRequest
from ...types import Response


def _get_kwargs(
    id: UUID,
    *,
    body: VoucherTermsRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/commissions/{id}/voucher-terms".format(
            id=quote(str(id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | TypedDataAnswer | None:
    if response.status_code == 200:
        response_200 = TypedDataAnswer.from_dict(response.json())

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
) -> Response[Problem | TypedDataAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: VoucherTermsRequest,
) -> Response[Problem | TypedDataAnswer]:
    """Offer Voucher

     The voucher for the artist's wallet to sign.

    Args:
        id (UUID):
        body (VoucherTermsRequest): What the artist chooses; the parents of a remix get a tenth if
            nothing is said.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TypedDataAnswer]
    """

    kwargs = _get_kwargs(
        id=id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: VoucherTermsRequest,
) -> Problem | TypedDataAnswer | None:
    """Offer Voucher

     The voucher for the artist's wallet to sign.

    Args:
        id (UUID):
        body (VoucherTermsRequest): What the artist chooses; the parents of a remix get a tenth if
            nothing is said.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TypedDataAnswer
    """

    return sync_detailed(
        id=id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: VoucherTermsRequest,
) -> Response[Problem | TypedDataAnswer]:
    """Offer Voucher

     The voucher for the artist's wallet to sign.

    Args:
        id (UUID):
        body (VoucherTermsRequest): What the artist chooses; the parents of a remix get a tenth if
            nothing is said.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TypedDataAnswer]
    """

    kwargs = _get_kwargs(
        id=id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: VoucherTermsRequest,
) -> Problem | TypedDataAnswer | None:
    """Offer Voucher

     The voucher for the artist's wallet to sign.

    Args:
        id (UUID):
        body (VoucherTermsRequest): What the artist chooses; the parents of a remix get a tenth if
            nothing is said.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TypedDataAnswer
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            body=body,
        )
    ).parsed
