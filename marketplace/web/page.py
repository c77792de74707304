"""Make a page: what all of them know, the templates, and their way to the browser."""

import gzip
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, Request, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from marketplace.auth import MaybeSigned
from marketplace.dependency import PartsDep, Unit
from marketplace.problem import Problem
from marketplace.web import amount, asset, identity, moment, wording
from marketplace.web.identicon import identicon
from marketplace.web.queries import Viewer, viewer

TEMPLATES = Path(__file__).parent / "templates"
SMALLEST_COMPRESSED = 1024


@dataclass(frozen=True, slots=True)
class Page:
    """What every page knows: who asks for it, whether money is play money, what time it is."""

    request: Request
    viewer: Viewer | None
    is_development: bool
    now: int

    def show(self, template: str, *, status: int = 200, **values: Any) -> Response:
        """Fill a template in."""
        text = (
            environment()
            .get_template(template)
            .render(
                viewer=self.viewer,
                development=self.is_development,
                identities=identity.DEMO,
                name_of=lambda address: identity.name_of(address, self.is_development),
                now=self.now,
                **{"section": None, **values},
            )
        )
        return _answer(self.request, text, status)


def _page(request: Request, parts: PartsDep, unit: Unit, person: MaybeSigned) -> Page:
    now, who = viewer(unit, person)
    return Page(request, who, parts.settings.development, now)


PageDep = Annotated[Page, Depends(_page, scope="function")]


def error_page(request: Request, problem: Problem) -> Response:
    """A failure, told on a page; it asks nothing of parts that may be what failed."""
    page = Page(request, None, False, 0)
    return page.show("error.html", status=problem.status, problem=problem)


@cache
def environment() -> Environment:
    """All templates; what they insert is escaped, and a name they miss is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        asset=asset.address_of, identicon=identicon, provenances=wording.PROVENANCES
    )
    made.filters.update(
        ether=amount.ether,
        money=amount.money,
        percent=amount.percent,
        day=moment.day,
        hour=moment.hour,
        until=moment.until,
        ago=moment.ago,
        span=moment.span,
        short=identity.short,
    )
    return made


def _answer(request: Request, text: str, status: int) -> Response:
    """Pages hold no secret, so compressing them gives nothing away; they are never stored."""
    headers = {"Cache-Control": "private, no-cache", "Vary": "Accept-Encoding, Cookie"}
    content = text.encode()
    accepts_gzip = "gzip" in request.headers.get("accept-encoding", "")
    if accepts_gzip and len(content) >= SMALLEST_COMPRESSED:
        content = gzip.compress(content, 6)
        headers["Content-Encoding"] = "gzip"
    return Response(content, status, headers, "text/html; charset=utf-8")
