"""Hand out the small pictures of what is in the making, each only as often as it changes."""

from typing import Annotated

from fastapi import Header, Response

from marketplace.studio.error import PreviewMissing
from marketplace.studio.models import Preview

IfNoneMatch = Annotated[str | None, Header(alias="If-None-Match", max_length=200)]


def answer(preview: Preview | None, known: str | None) -> Response:
    """The picture, or word that the browser has it; it is the artist's alone."""
    if preview is None:
        raise PreviewMissing("there is no look at it yet, or it is finished.")
    tag = f'"{preview.sha256}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if known == tag:
        return Response(status_code=304, headers=headers)
    return Response(preview.content, media_type=preview.media_type, headers=headers)
