from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.commission_answer import CommissionAnswer
from ...models.problem import Problem
from ...models.signed_voucher_request import SignedVoucherRequest
from ...types import Response


def _get_kwargs(
    id: UUID,
    *,
    body: SignedVoucherRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/commissions/{id}/voucher".format(
            id=quote(str(id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CommissionAnswer | Problem | None:
    if response.status_code == 202:
        response_202 = CommissionAnswer.from_dict(response.json())

        return response_202

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
    *,
    client: AuthenticatedClient | Client,
    body: SignedVoucherRequest,
) -> Response[CommissionAnswer | Problem]:
    """Take Voucher

     Take the signed voucher; the relayer brings it to the chain.

    Args:
        id (UUID):
        body (SignedVoucherRequest): The voucher that was offered, and the wallet's signature of
            it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CommissionAnswer | Problem]
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
    body: SignedVoucherRequest,
) -> CommissionAnswer | Problem | None:
    """Take Voucher

     Take the signed voucher; the relayer brings it to the chain.

    Args:
        id (UUID):
        body (SignedVoucherRequest): The voucher that was offered, and the wallet's signature of
            it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CommissionAnswer | Problem
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
    body: SignedVoucherRequest,
) -> Response[CommissionAnswer | Problem]:
    """Take Voucher

     Take the signed voucher; the relayer brings it to the chain.

    Args:
        id (UUID):
        body (SignedVoucherRequest): The voucher that was offered, and the wallet's signature of
            it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CommissionAnswer | Problem]
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
    body: SignedVoucherRequest,
) -> CommissionAnswer | Problem | None:
    """Take Voucher

     Take the signed voucher; the relayer brings it to the chain.

    Args:
        id (UUID):
        body (SignedVoucherRequest): The voucher that was offered, and the wallet's signature of
            it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CommissionAnswer | Problem
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            body=body,
        )
    ).parsed
