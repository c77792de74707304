"""All that is served, in the order in which it is described."""

from typing import Final

from marketplace.api.resource import Resource
from marketplace.api.resources.curation import APPLICATIONS, ARTISTS, VOTES
from marketplace.api.resources.governance import EXHIBITIONS, MEMBERS, PROPOSALS
from marketplace.api.resources.happening import ACTIVITY
from marketplace.api.resources.market import AUCTIONS, BIDS, LISTINGS, OFFERS
from marketplace.api.resources.sales import ROYALTIES, SALES
from marketplace.api.resources.works import EDITIONS, HOLDERS, RECEIPTS, WORKS

EVERY: Final[tuple[Resource, ...]] = (
    WORKS,
    EDITIONS,
    RECEIPTS,
    HOLDERS,
    LISTINGS,
    OFFERS,
    AUCTIONS,
    BIDS,
    SALES,
    ROYALTIES,
    ACTIVITY,
    ARTISTS,
    APPLICATIONS,
    VOTES,
    MEMBERS,
    PROPOSALS,
    EXHIBITIONS,
)
