"""identicon
same address, any case  -> the same sign
another address         -> another sign
any text                -> nothing of the text itself ends in the picture
"""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as some

from marketplace.web.identicon import identicon

ARTIST = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC"


def test_an_address_has_one_sign() -> None:
    assert identicon(ARTIST) == identicon(ARTIST.lower())


def test_addresses_differ() -> None:
    signs = {identicon(f"0x{number:040x}") for number in range(200)}
    assert len(signs) == 200


@given(some.text())
def test_the_picture_holds_nothing_but_shapes(text: str) -> None:
    root = ElementTree.fromstring(identicon(text))  # noqa: S314 - our own output
    assert {element.tag for element in root.iter()} == {"svg", "rect", "ellipse"}
    assert not any(element.text for element in root.iter())
