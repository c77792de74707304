from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.topic import Topic
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    topic: list[Topic] | Unset = UNSET,
    cursor: None | str | Unset = UNSET,
    last_event_id: None | str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(last_event_id, Unset):
        headers["Last-Event-ID"] = last_event_id

    params: dict[str, Any] = {}

    json_topic: list[str] | Unset = UNSET
    if not isinstance(topic, Unset):
        json_topic = []
        for topic_item_data in topic:
            topic_item = topic_item_data.value
            json_topic.append(topic_item)

    params["topic"] = json_topic

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/events",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | str | None:
    if response.status_code == 200:
        response_200 = response.text
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
) -> Response[Problem | str]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    topic: list[Topic] | Unset = UNSET,
    cursor: None | str | Unset = UNSET,
    last_event_id: None | str | Unset = UNSET,
) -> Response[Problem | str]:
    """Listen

     Hear of events as they happen, from a cursor on or from now on (server-sent events).

    Args:
        topic (list[Topic] | Unset): None: all of them.
        cursor (None | str | Unset): An event's id: what was told after it. 0: everything from the
            beginning.
        last_event_id (None | str | Unset): What a browser that comes back sends by itself; goes
            before the cursor.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        topic=topic,
        cursor=cursor,
        last_event_id=last_event_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    topic: list[Topic] | Unset = UNSET,
    cursor: None | str | Unset = UNSET,
    last_event_id: None | str | Unset = UNSET,
) -> Problem | str | None:
    """Listen

     Hear of events as they happen, from a cursor on or from now on (server-sent events).

    Args:
        topic (list[Topic] | Unset): None: all of them.
        cursor (None | str | Unset): An event's id: what was told after it. 0: everything from the
            beginning.
        last_event_id (None | str | Unset): What a browser that comes back sends by itself; goes
            before the cursor.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        client=client,
        topic=topic,
        cursor=cursor,
        last_event_id=last_event_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    topic: list[Topic] | Unset = UNSET,
    cursor: None | str | Unset = UNSET,
    last_event_id: None | str | Unset = UNSET,
) -> Response[Problem | str]:
    """Listen

     Hear of events as they happen, from a cursor on or from now on (server-sent events).

    Args:
        topic (list[Topic] | Unset): None: all of them.
        cursor (None | str | Unset): An event's id: what was told after it. 0: everything from the
            beginning.
        last_event_id (None | str | Unset): What a browser that comes back sends by itself; goes
            before the cursor.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        topic=topic,
        cursor=cursor,
        last_event_id=last_event_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    topic: list[Topic] | Unset = UNSET,
    cursor: None | str | Unset = UNSET,
    last_event_id: None | str | Unset = UNSET,
) -> Problem | str | None:
    """Listen

     Hear of events as they happen, from a cursor on or from now on (server-sent events).

    Args:
        topic (list[Topic] | Unset): None: all of them.
        cursor (None | str | Unset): An event's id: what was told after it. 0: everything from the
            beginning.
        last_event_id (None | str | Unset): What a browser that comes back sends by itself; goes
            before the cursor.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            client=client,
            topic=topic,
            cursor=cursor,
            last_event_id=last_event_id,
        )
    ).parsed
