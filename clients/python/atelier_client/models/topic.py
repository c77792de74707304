from enum import StrEnum


class Topic(StrEnum):
    APPLICATIONS = "applications"
    ARTISTS = "artists"
    AUCTIONS = "auctions"
    BIDS = "bids"
    EXHIBITIONS = "exhibitions"
    LISTINGS = "listings"
    MEMBERS = "members"
    OFFERS = "offers"
    OTHER = "other"
    PAYMENTS = "payments"
    PROPOSALS = "proposals"
    ROYALTIES = "royalties"
    SALES = "sales"
    TERMS = "terms"
    TRANSFERS = "transfers"
    VOTES = "votes"
    WORKS = "works"

    def __str__(self) -> str:
        return str(self.value)
