from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.get_works_cid_similar_response_200 import GetWorksCidSimilarResponse200
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    cid: str,
    *,
    limit: int | Unset = 12,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/works/{cid}/similar".format(
            cid=quote(str(cid), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | GetWorksCidSimilarResponse200 | Problem | None:
    if response.status_code == 200:
        response_200 = GetWorksCidSimilarResponse200.from_dict(response.json())

        return response_200

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[Any | GetWorksCidSimilarResponse200 | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    cid: str,
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = 12,
) -> Response[Any | GetWorksCidSimilarResponse200 | Problem]:
    """List Similar

     The works that look most like this one, the nearest first.

    Args:
        cid (str):
        limit (int | Unset):  Default: 12.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | GetWorksCidSimilarResponse200 | Problem]
    """

    kwargs = _get_kwargs(
        cid=cid,
        limit=limit,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    cid: str,
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = 12,
) -> Any | GetWorksCidSimilarResponse200 | Problem | None:
    """List Similar

     The works that look most like this one, the nearest first.

    Args:
        cid (str):
        limit (int | Unset):  Default: 12.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | GetWorksCidSimilarResponse200 | Problem
    """

    return sync_detailed(
        cid=cid,
        client=client,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    cid: str,
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = 12,
) -> Response[Any | GetWorksCidSimilarResponse200 | Problem]:
    """List Similar

     The works that look most like this one, the nearest first.

    Args:
        cid (str):
        limit (int | Unset):  Default: 12.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | GetWorksCidSimilarResponse200 | Problem]
    """

    kwargs = _get_kwargs(
        cid=cid,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    cid: str,
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = 12,
) -> Any | GetWorksCidSimilarResponse200 | Problem | None:
    """List Similar

     The works that look most like this one, the nearest first.

    Args:
        cid (str):
        limit (int | Unset):  Default: 12.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | GetWorksCidSimilarResponse200 | Problem
    """

    return (
        await asyncio_detailed(
            cid=cid,
            client=client,
            limit=limit,
        )
    ).parsed
