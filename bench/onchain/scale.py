"""The same three acts at one work, at a hundred, at ten thousand: their gas must be the same."""

from hashlib import sha256

from onchain import signed
from onchain.acts import BOND, FOR, REASON, ROYALTY_BPS, mint_shared
from onchain.signed import work_id
from onchain.stage import (
    APPLICANTS,
    ARTIST,
    COLLECTOR,
    ETHER,
    MEMBERS,
    PAYEES,
    STRANGER,
    ZERO,
    Stage,
)

SIZES = (1, 100, 10_000)
ACTS = ("market.buy", "royalties.share", "curation.vote")
BATCH = 50
SCALE_WORKS = 1_000_000  # numbers that no other act uses
# Signatures and digests differ in how many of their bytes are zero, which calldata charges less.
TOLERANCE = 0.005


def scaling(stage: Stage) -> None:
    """Mint more and more works, and act the same at each size."""
    there = 0
    for turn, size in enumerate(SIZES):
        _fill(stage, there, size)
        there = size
        _buy(stage, f"market.buy@{size}", 10 * turn)
        _share(stage, f"royalties.share@{size}", 10 * turn)
        _vote(stage, f"curation.vote@{size}", APPLICANTS[turn])


def uneven(gas: dict[str, int]) -> list[str]:
    """The acts whose gas depends on how many works there are."""
    found = []
    for act in ACTS:
        figures = [gas[f"{act}@{size}"] for size in SIZES]
        if max(figures) - min(figures) > TOLERANCE * min(figures):
            found.append(act)
    return found


def _fill(stage: Stage, start: int, end: int) -> None:
    """Mint works until there are so many, besides the few that an act needs."""
    mint, artist = stage.of("Artwork").mintBatch, stage.who(ARTIST)
    for first in range(start, end, BATCH):
        numbers = range(first, min(first + BATCH, end))
        works = [work_id(SCALE_WORKS + number) for number in numbers]
        stage.act(None, ARTIST, mint(works, artist, ROYALTY_BPS))


def _buy(stage: Stage, name: str, first: int) -> None:
    """A resale; seller and buyer keep another work."""
    artwork, market = stage.of("Artwork"), stage.of("Market")
    works = [work_id(first + offset) for offset in range(3)]
    stage.act(None, ARTIST, artwork.mintBatch(works[:2], stage.who(COLLECTOR), ROYALTY_BPS))
    stage.act(None, ARTIST, artwork.mint(works[2], stage.who(STRANGER), ROYALTY_BPS))
    order = signed.listing(stage, COLLECTOR, works[0], 0)
    stage.act(name, STRANGER, market.buy(*order), ETHER)


def _share(stage: Stage, name: str, first: int) -> None:
    """Income of a new work with a payee and a parent."""
    work, royalties = work_id(first + 5), stage.of("Royalties")
    mint_shared(stage, None, work, PAYEES[:1], parent=work_id(first))
    stage.act(None, STRANGER, royalties.credit(work), ETHER)
    stage.act(name, STRANGER, royalties.share(work, ZERO))


def _vote(stage: Stage, name: str, applicant: int) -> None:
    """The second vote on a new application."""
    curation = stage.of("Curation")
    dossier = sha256(name.encode()).digest()
    stage.act(None, applicant, curation.openApplication(dossier), BOND)
    application = curation.applicationCount().call()
    stage.act(None, MEMBERS[0], curation.vote(application, FOR, REASON))
    stage.act(name, MEMBERS[1], curation.vote(application, FOR, REASON))
