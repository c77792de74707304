"""Every act that is measured, once each, in one play. Whoever receives a work holds one already,
unless the act's name says otherwise.
"""

from hashlib import sha256

from onchain import signed
from onchain.signed import work_id
from onchain.stage import (
    ARTIST,
    CANDIDATE,
    COLLECTOR,
    DAY,
    ETHER,
    HOUR,
    MEMBERS,
    PAYEES,
    STRANGER,
    ZERO,
    Stage,
)

REASON = "Clear voice, honest about its machine."
BOND = ETHER // 20
AGAINST, FOR = 0, 1
ROYALTY_BPS = 1_000
BATCH = 20
FEW_VOTES = 7  # the quorum of this many members, of an application and of a proposal


def curating(stage: Stage) -> None:
    """Apply, be voted on in each way, be admitted or rejected."""
    act, curation = stage.act, stage.of("Curation")
    act("curation.apply", ARTIST, curation.openApplication(sha256(b"dossier").digest()), BOND)
    act(None, CANDIDATE, curation.openApplication(sha256(b"other").digest()), BOND)
    act("curation.vote_first", MEMBERS[0], curation.vote(1, FOR, REASON))
    act("curation.vote", MEMBERS[1], curation.vote(1, FOR, REASON))
    digest = sha256(REASON.encode()).digest()
    act("curation.vote_digest", MEMBERS[2], curation.voteWithDigest(1, FOR, digest))
    one = signed.vote(stage, MEMBERS[0], 2, AGAINST)
    act("curation.vote_by_signature", STRANGER, curation.voteBySignature(one))
    batch = [signed.vote(stage, member, 2, AGAINST) for member in MEMBERS[1 : BATCH + 1]]
    used = act(None, STRANGER, curation.voteBySignatures(batch))
    stage.gas["curation.vote_batch_20_each"] = used // BATCH
    for member in MEMBERS[3:FEW_VOTES]:
        act(None, member, curation.vote(1, FOR, REASON))
    stage.pass_time(HOUR)
    act("curation.finalize", STRANGER, curation.finalize(1))
    act("curation.finalize_rejected", STRANGER, curation.finalize(2))


def minting(stage: Stage) -> None:
    """Mint alone, by the ten, with payees, by voucher."""
    act, artwork = stage.act, stage.of("Artwork")
    artist = stage.who(ARTIST)
    act("artwork.mint_first", ARTIST, artwork.mint(work_id(1), artist, ROYALTY_BPS))
    act("artwork.mint", ARTIST, artwork.mint(work_id(2), artist, ROYALTY_BPS))
    ten = [work_id(number) for number in range(10, 20)]
    act("artwork.mint_batch_10", ARTIST, artwork.mintBatch(ten, artist, ROYALTY_BPS))
    act(None, ARTIST, artwork.mint(work_id(3), stage.who(COLLECTOR), ROYALTY_BPS))
    gift, signature = signed.voucher(stage, work_id(4), price=0)
    call = artwork.mintWithVoucher(gift, signature, [])
    act("artwork.mint_voucher_free", COLLECTOR, call)
    paid, signature = signed.voucher(stage, work_id(5), price=ETHER)
    call = artwork.mintWithVoucher(paid, signature, [])
    act("artwork.mint_voucher_paid", COLLECTOR, call, ETHER)
    mint_shared(stage, "artwork.mint_split", work_id(6), PAYEES[:1], parent=work_id(1))
    mint_shared(stage, None, work_id(7), PAYEES, parent=work_id(1))


def mint_shared(
    stage: Stage, name: str | None, work: int, payees: tuple[int, ...], parent: int
) -> None:
    """Mint for the collector a work that has a parent, and payees with two hundredths each."""
    bps = 200
    split = ([parent], 1_000, [(stage.who(payee), bps) for payee in payees])
    agreed = signed.consents(stage, payees, bps, work)
    mint = stage.of("Artwork").mintSplit
    stage.act(name, ARTIST, mint(work, stage.who(COLLECTOR), ROYALTY_BPS, split, agreed))


def selling(stage: Stage) -> None:
    """Sell by listing and bundle: first and second hand, fee kept and fee pushed."""
    act, market = stage.act, stage.of("Market")
    for name, seller, buyer, work, moves in (
        ("market.buy_primary", ARTIST, COLLECTOR, work_id(1), 0),
        ("market.buy_first_token", COLLECTOR, STRANGER, work_id(3), 0),
        ("market.buy", COLLECTOR, STRANGER, work_id(4), 0),
        ("market.buy_split", COLLECTOR, STRANGER, work_id(6), 0),
    ):
        order = signed.listing(stage, seller, work, moves)
        act(name, buyer, market.buy(*order), ETHER)
    stage.decide(market.setFeesPushed(True))
    order = signed.listing(stage, STRANGER, work_id(4), 1)
    act("market.buy_all_paid", COLLECTOR, market.buy(*order), ETHER)
    stage.decide(market.setFeesPushed(False))
    five = [work_id(number) for number in range(20, 25)]
    mint = stage.of("Artwork").mintBatch(five, stage.who(COLLECTOR), ROYALTY_BPS)
    act(None, ARTIST, mint)
    order = signed.bundle(stage, COLLECTOR, five)
    act("market.buy_bundle_5", STRANGER, market.buyBundle(*order), ETHER)


def offering(stage: Stage) -> None:
    """Take a signed offer in wrapped ether, which all who are paid hold some of."""
    act, market = stage.act, stage.of("Market")
    wrapped = stage.deploy("WrappedEther", STRANGER)
    stage.decide(stage.of("Currencies").setCurrency(wrapped.address, True))
    for person in (ARTIST, COLLECTOR, STRANGER):
        act(None, person, wrapped.functions.deposit(), 10 * ETHER)
    act(None, ARTIST, wrapped.functions.transfer(stage.contracts["Market"].address, 1))
    approve = wrapped.functions.approve(stage.contracts["Market"].address, 2**256 - 1)
    act(None, COLLECTOR, approve)
    for nonce, name in enumerate(("market.take_offer_first", "market.take_offer")):
        work = work_id(20 + nonce)
        taken, signature = signed.offer(stage, COLLECTOR, work, wrapped.address, nonce)
        act(name, STRANGER, market.takeOffer(taken, signature, work, 0))


def tidying(stage: Stage) -> None:
    """Cancel and sweep."""
    act, market = stage.act, stage.of("Market")
    order, _ = signed.listing(stage, COLLECTOR, work_id(4), 2)
    act("market.cancel", COLLECTOR, market.cancel(order))
    act("market.cancel_all", COLLECTOR, market.cancelAll())
    act("market.sweep", STRANGER, market.sweep(ZERO))
    act("artwork.cancel_vouchers", ARTIST, stage.of("Artwork").cancelVouchers())


def sharing(stage: Stage) -> None:
    """Share income among payee, parent and artist; and among all the payees there can be."""
    act, royalties = stage.act, stage.of("Royalties")
    act("royalties.share", STRANGER, royalties.share(work_id(6), ZERO))
    act("royalties.credit", STRANGER, royalties.credit(work_id(7)), ETHER)
    act("royalties.share_32", STRANGER, royalties.share(work_id(7), ZERO))


def auctioning(stage: Stage) -> None:
    """Auction a collector's work, while the house holds another."""
    act, house = stage.act, stage.of("AuctionHouse")
    two = [work_id(number) for number in range(30, 32)]
    mint = stage.of("Artwork").mintBatch(two, stage.who(COLLECTOR), ROYALTY_BPS)
    act(None, ARTIST, mint)
    terms = (ETHER, DAY, HOUR // 4, HOUR, 500)
    act(None, COLLECTOR, house.create(two[0], terms))
    act("auction.create", COLLECTOR, house.create(two[1], terms))
    act("auction.cancel", COLLECTOR, house.cancel(two[0]))
    act(None, COLLECTOR, house.create(two[0], terms))
    act("auction.first_bid", STRANGER, house.bid(two[1], 1), ETHER)
    act("auction.outbid", ARTIST, house.bid(two[1], 1), 2 * ETHER)
    stage.pass_time(DAY - HOUR // 8)
    act("auction.outbid_extending", STRANGER, house.bid(two[1], 1), 3 * ETHER)
    stage.pass_time(HOUR)
    act("auction.settle", ARTIST, house.settle(two[1]))


def copying(stage: Stage) -> None:
    """Open an edition and mint copies of it."""
    act, editions = stage.act, stage.of("Editions")
    edition, without_end = work_id(40), 2**48 - 1
    terms = (ZERO, ETHER, 0, stage.now(), without_end, 0, 0, bytes(32))
    opening = editions.open(edition, ROYALTY_BPS, signed.FEE_BPS, terms, ([], 0, []), [])
    act("editions.open", ARTIST, opening)
    for name, copies in (("mint_first", 1), ("mint", 1), ("mint_10", 10)):
        price = copies * ETHER
        mint = editions.mint(edition, copies, stage.who(COLLECTOR), price, 0, [])
        act(f"editions.{name}", COLLECTOR, mint, price)


def exhibiting(stage: Stage) -> None:
    """Nominate as many works as a round takes, vote on them, rank them."""
    act, exhibitions = stage.act, stage.of("Exhibitions")
    works = [work_id(number) for number in range(100, 164)]
    for start in (0, 32):
        batch = works[start : start + 32]
        mint = stage.of("Artwork").mintBatch(batch, stage.who(ARTIST), ROYALTY_BPS)
        act(None, ARTIST, mint)
    brief = sha256(b"brief").digest()
    stage.decide(exhibitions.openExhibition((brief, HOUR, HOUR, 16, 16)))
    for position, work in enumerate(works):
        name = "exhibitions.nominate" if position == 1 else None
        act(name, MEMBERS[position // 4], exhibitions.nominate(1, work))
    stage.pass_time(HOUR)
    every = 2**64 - 1
    act(None, MEMBERS[0], exhibitions.vote(1, every))
    act("exhibitions.vote_64", MEMBERS[1], exhibitions.vote(1, every))
    stage.pass_time(HOUR)
    act("exhibitions.finalize_64", STRANGER, exhibitions.finalize(1))


def governing(stage: Stage) -> None:
    """Propose, vote, queue, execute."""
    act, governor = stage.act, stage.of("AtelierGovernor")
    market = stage.contracts["Market"]
    description = f"Three per cent#proposer={stage.who(MEMBERS[0]).lower()}"
    calls = [market.encode_abi("setFees", [300, 300])]
    targets = ([market.address], [0], calls)
    action = (*targets, stage.web3.keccak(text=description))
    act("governor.propose", MEMBERS[0], governor.propose(*targets, description))
    proposal = governor.hashProposal(*action).call()
    stage.pass_time(2 * 60)
    names = {0: "governor.vote_first", 1: "governor.vote"}
    for turn, member in enumerate(MEMBERS[:FEW_VOTES]):
        act(names.get(turn), member, governor.castVote(proposal, FOR))
    stage.pass_time(2 * HOUR)
    act("governor.queue", STRANGER, governor.queue(*action))
    stage.pass_time(2 * DAY + 1)
    act("governor.execute", STRANGER, governor.execute(*action))


AFTER_CURATING = (
    minting,
    selling,
    offering,
    sharing,
    auctioning,
    copying,
    tidying,
    exhibiting,
    governing,
)
