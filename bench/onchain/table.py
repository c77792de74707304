"""Our figures beside our targets, and beside what the same act costs elsewhere."""

# Others' figures and our targets were measured in one campaign: Anvil, Cancun, each protocol's own
# optimizer settings; seller, royalty and fee paid, the recipient holding a work already.
TARGETS = {
    "market.buy": 92_000,
    "market.buy_all_paid": 100_000,
    "market.take_offer": 120_000,
    "artwork.mint": 85_000,
    "artwork.mint_batch_10": 480_000,
    "artwork.mint_voucher_paid": 102_000,
    "auction.create": 110_000,
    "auction.first_bid": 60_000,
    "auction.outbid": 50_000,
    "auction.settle": 100_000,
    "curation.vote": 50_000,
    "curation.vote_batch_20_each": 25_000,
}
OTHERS = {
    "market.buy": (("Seaport 1.6, basic order", 121_907), ("Foundation 2.3, buyV2", 113_654)),
    "market.buy_all_paid": (
        ("Seaport 1.6, basic order", 121_907),
        ("Zora v3 Asks", 153_773),
        ("SuperRare Bazaar", 253_555),
    ),
    "market.buy_first_token": (("Seaport 1.6, basic order", 139_007),),
    "market.buy_primary": (("Foundation 2.3, buyV2", 113_654),),
    "market.take_offer": (("Seaport 1.6, WETH", 134_950), ("Foundation", 139_363)),
    "artwork.mint": (
        ("OpenZeppelin, 66-character URI", 150_864),
        ("Manifold", 152_689),
        ("Foundation", 153_901),
    ),
    "artwork.mint_batch_10": (("ten mints of OpenZeppelin, no URI", 284_107),),
    "artwork.mint_voucher_paid": (("Foundation drop", 118_916), ("Rarible", 418_812)),
    "auction.create": (("Zora core", 101_805), ("Foundation", 179_746)),
    "auction.first_bid": (("Zora core", 94_491), ("Foundation", 89_618)),
    "auction.outbid": (("Zora core", 51_850), ("Foundation", 58_894)),
    "auction.settle": (("Zora core", 129_912), ("Foundation", 119_964)),
    "curation.vote_first": (("OpenZeppelin Governor", 83_278),),
    "curation.vote": (("OpenZeppelin Governor", 66_178), ("Nouns V4", 90_879)),
    "curation.vote_by_signature": (("OpenZeppelin Governor", 97_777),),
    "curation.vote_batch_20_each": (("OpenZeppelin Governor", 97_777),),
    "governor.propose": (("OpenZeppelin Governor", 68_706), ("Nouns V4", 441_997)),
    "governor.vote_first": (("OpenZeppelin Governor", 83_278), ("Nouns V4", 125_079)),
    "governor.vote": (("OpenZeppelin Governor", 66_178), ("Nouns V4", 90_879)),
    "governor.queue": (("OpenZeppelin Governor", 147_063), ("Nouns V4", 151_762)),
    "governor.execute": (("OpenZeppelin Governor", 94_010), ("Nouns V4", 136_765)),
}
SIZE_LIMIT = 24_576


def missed(gas: dict[str, int]) -> list[str]:
    """The acts that cost more than they should."""
    return [name for name, target in TARGETS.items() if gas[name] > target]


def oversized(sizes: dict[str, int]) -> list[str]:
    """The contracts that no chain would take."""
    return [name for name, size in sizes.items() if size > SIZE_LIMIT]


def print_gas(gas: dict[str, int]) -> None:
    """One line an act."""
    print(f"{'':<30}{'gas':>11}  {'target':>8}        elsewhere")
    for name, used in gas.items():
        target = TARGETS.get(name)
        goal = f"{target:>8,}  {'met ' if used <= target else 'MISS'}" if target else " " * 14
        others = OTHERS.get(name, ())
        beside = "; ".join(f"{cost:,} {who} ({used / cost:.0%})" for who, cost in others)
        print(f"{name:<30}{used:>11,}  {goal}  {beside}".rstrip())


def print_sizes(sizes: dict[str, int]) -> None:
    """One line a contract."""
    print(f"\n{'contract':<30}{'bytes':>11}  {'limit':>8}")
    for name, size in sizes.items():
        room = "fits" if size <= SIZE_LIMIT else "MISS"
        print(f"{name:<30}{size:>11,}  {SIZE_LIMIT:>8,}  {room}")
