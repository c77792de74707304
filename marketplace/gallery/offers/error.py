"""What is refused of offers.

AtelierError
├── Refused         NotBidder
├── Missing         OfferMissing
├── Conflict        OfferDead, OwnOffer, OfferUnfunded, NonceTaken, OffersTooMany
└── Unprocessable   OfferWrong, OfferForged, OfferElsewhere
"""

from marketplace.errors import Conflict, Missing, Refused, Unprocessable


class NotBidder(Refused):
    """Only the bidder of an offer hands it in and cancels it."""

    title = "Not yours"


class OfferMissing(Missing):
    """Nobody handed in such an offer."""

    title = "No such offer"


class OfferDead(Conflict):
    """The contract would no longer honour the offer."""

    title = "The offer is over"


class OwnOffer(Conflict):
    """Nobody sells to themself."""

    title = "This is your own"


class OfferUnfunded(Conflict):
    """The bidder's tokens, or what the market may take of them, are less than the price."""

    title = "The offer is not covered"


class NonceTaken(Conflict):
    """Another offer of the bidder names this nonce, or the bidder spent it."""

    title = "The nonce is taken"


class OffersTooMany(Conflict):
    """The bidder has as many live offers as anybody may have."""

    title = "Too many offers"


class OfferWrong(Unprocessable):
    """A field of the offer is not what an offer of this moment has to say."""

    title = "The offer cannot be"


class OfferForged(Unprocessable):
    """The signature is not the bidder's."""

    title = "The signature does not fit"


class OfferElsewhere(Unprocessable):
    """The offer is for another work, another artist's, or one that has to be named."""

    title = "The offer is for something else"
