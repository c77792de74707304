"""Name people: by who they are on the embedded chain, else by the ends of their address."""

from collections.abc import Mapping

# Accounts of the embedded chain, from its well-known mnemonic; everybody has their keys.
DEMO: Mapping[str, str] = {
    "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC": "The artist",
    "0x90F79bf6EB2c4f870365E785982E1f101E93b906": "First member",
    "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65": "Second member",
    "0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc": "Third member",
    "0x976EA74026E726554dB657fA54763abd0C3a0aa9": "The collector",
    "0x14dC79964da2C08b23698B3D3cc7Ca32193d9955": "A stranger",
}


def short(text: str) -> str:
    """A long hexadecimal name by its ends: 0x3C44…93BC."""
    return f"{text[:6]}…{text[-4:]}" if len(text) > 14 else text


def name_of(address: str, is_development: bool) -> str:
    """What a page calls somebody."""
    return (DEMO.get(address) if is_development else None) or short(address)
