"""The page that says what this house is."""

from fastapi import APIRouter, Response

from marketplace.dependency import PartsDep
from marketplace.web.page import PageDep

router = APIRouter(include_in_schema=False)


@router.get("/how")
def how(page: PageDep, parts: PartsDep) -> Response:
    """What Atelier is, for artists, collectors and those who doubt."""
    deployment = parts.deployment
    return page.show(
        "how.html",
        section="/how",
        contracts=deployment.contracts,
        chain_id=deployment.chain_id,
    )
