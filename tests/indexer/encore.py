"""What the gas bench's play leaves out, done after it: each event that it never has.

Imported where `bench` is on the path, as the play itself is.
"""

from hashlib import sha256

from onchain import signed
from onchain.acts import BOND, ROYALTY_BPS
from onchain.signed import work_id
from onchain.stage import (
    APPLICANTS,
    ARTIST,
    CANDIDATE,
    COLLECTOR,
    ETHER,
    MEMBERS,
    PAYEES,
    STRANGER,
    ZERO,
    Stage,
)

REFUSING = "0x5f5ffd"  # revert, whoever calls
EDITION = work_id(40)


def encore(stage: Stage) -> None:
    """Everything once; the artist's end comes last."""
    fees = stage.of("Market").setFees(signed.FEE_BPS, signed.FEE_BPS)
    stage.decide(fees)  # the play ended with a vote on others
    applying(stage)
    copying(stage)
    refusing(stage)
    recanting(stage)
    leaving(stage)


def applying(stage: Stage) -> None:
    """Appeal; apply with other members' word."""
    act, curation = stage.act, stage.of("Curation")
    act(None, CANDIDATE, curation.appeal(2, sha256(b"statement").digest()), BOND)
    artist, dossier = APPLICANTS[0], sha256(b"endorsed").digest()
    needed = curation.parameters().call()[-1]
    words = [signed.endorsement(stage, one, artist, dossier) for one in MEMBERS[:needed]]
    act(None, artist, curation.openEndorsedApplication(dossier, words))


def copying(stage: Stage) -> None:
    """Sell copies at second hand, and end the edition."""
    act, editions, market = stage.act, stage.of("Editions"), stage.of("Market")
    mint = editions.mint(EDITION, 2, stage.who(STRANGER), 2 * ETHER, 0, [])
    act(None, STRANGER, mint, 2 * ETHER)
    listing, signature = signed.edition_listing(stage, STRANGER, EDITION, 2)
    act(None, COLLECTOR, market.buyEdition(listing, signature, 1), ETHER)
    act(None, ARTIST, editions.freeze(EDITION))


def refusing(stage: Stage) -> None:
    """Twice the artist's account takes no royalty; once it fetches what waits."""
    market, artist = stage.of("Market"), stage.who(ARTIST)
    for number in (200, 201):
        mint = stage.of("Artwork").mint(work_id(number), stage.who(STRANGER), ROYALTY_BPS)
        stage.act(None, ARTIST, mint)
        order = signed.listing(stage, STRANGER, work_id(number), 0)
        stage.rpc("anvil_setCode", artist, REFUSING)
        stage.act(None, COLLECTOR, market.buy(*order), ETHER)
        stage.rpc("anvil_setCode", artist, "0x")
        if number == 200:
            stage.act(None, ARTIST, market.withdraw(ZERO))


def recanting(stage: Stage) -> None:
    """Take back trust, consents, an offer; pause the market and go on."""
    act, market = stage.act, stage.of("Market")
    act(None, COLLECTOR, stage.of("Artwork").setMarketTrust(False))
    act(None, PAYEES[0], stage.of("Royalties").withdrawConsents())
    act(None, COLLECTOR, market.cancelOffer(99))
    for is_paused in (True, False):
        stage.decide(market.setPaused(is_paused))


def leaving(stage: Stage) -> None:
    """A member goes, another is sent away, an admission ends."""
    membership = stage.of("Membership")
    stage.act(None, MEMBERS[-1], membership.leave())
    stage.decide(membership.remove(stage.who(MEMBERS[-2]), "copied"))
    stage.decide(stage.of("Curation").revoke(stage.who(ARTIST), sha256(b"reason").digest()))
