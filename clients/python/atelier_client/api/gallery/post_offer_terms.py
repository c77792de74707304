from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.offer_terms_answer import OfferTermsAnswer
from ...models.offer_terms_request import OfferTermsRequest
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    *,
    body: OfferTermsRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/offer-terms",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> OfferTermsAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = OfferTermsAnswer.from_dict(response.json())

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
) -> Response[OfferTermsAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: OfferTermsRequest,
) -> Response[OfferTermsAnswer | Problem]:
    """Make Offer

     The offer for the bidder's wallet to sign.

    Args:
        body (OfferTermsRequest): What a bidder chooses: no work is any work, no artist anybody's,
            no copies a unique work.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OfferTermsAnswer | Problem]
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
    body: OfferTermsRequest,
) -> OfferTermsAnswer | Problem | None:
    """Make Offer

     The offer for the bidder's wallet to sign.

    Args:
        body (OfferTermsRequest): What a bidder chooses: no work is any work, no artist anybody's,
            no copies a unique work.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OfferTermsAnswer | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: OfferTermsRequest,
) -> Response[OfferTermsAnswer | Problem]:
    """Make Offer

     The offer for the bidder's wallet to sign.

    Args:
        body (OfferTermsRequest): What a bidder chooses: no work is any work, no artist anybody's,
            no copies a unique work.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OfferTermsAnswer | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: OfferTermsRequest,
) -> OfferTermsAnswer | Problem | None:
    """Make Offer

     The offer for the bidder's wallet to sign.

    Args:
        body (OfferTermsRequest): What a bidder chooses: no work is any work, no artist anybody's,
            no copies a unique work.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OfferTermsAnswer | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
