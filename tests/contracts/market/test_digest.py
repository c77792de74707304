"""listingDigest, bundleDigest, editionListingDigest, offerDigest
any struct, with arrays of any length -> the digest an independent library computes
"""

import pytest
from brownie.test import given
from eth_account.messages import _hash_eip191_message
from hypothesis import HealthCheck, settings
from hypothesis.strategies import binary, fixed_dictionaries, integers, lists, tuples
from orders import DIGESTS, domain_of, encode, fields

EXAMPLES = 15


def values(type_):
    """Any value of a type."""
    if type_ == "address":
        return binary(min_size=20, max_size=20).map(lambda raw: f"0x{raw.hex()}")
    if type_ == "Item[]":
        return lists(tuples(values("uint256"), values("uint40")), max_size=5)
    return integers(0, 2 ** int(type_.removeprefix("uint")) - 1)


@pytest.mark.parametrize("kind", DIGESTS)
def test_as_an_independent_library_computes_it(market, kind):
    digest_of, domain = getattr(market, DIGESTS[kind]), domain_of(market)
    orders = fixed_dictionaries({one["name"]: values(one["type"]) for one in fields(kind)})

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=HealthCheck.all())
    @given(order=orders)
    def compare(order):
        expected = _hash_eip191_message(encode(kind, order, domain))
        assert bytes(digest_of(tuple(order.values()))) == expected

    compare()
