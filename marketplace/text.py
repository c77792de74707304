"""Take people's text as they mean it, and refuse characters that deceive the eye."""

import unicodedata
from typing import Final

_ALLOWED_CONTROLS: Final = frozenset("\n\t")
_DECEIVING: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Joiners are part of ordinary words in several scripts, and of many emoji.
_JOINERS: Final = frozenset("\u200c\u200d")


def plain(text: str) -> str:
    """Composed characters, plain line ends, no blank edges; ValueError names what may not be."""
    known = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).strip()
    for character in known:
        if character in _ALLOWED_CONTROLS or character in _JOINERS:
            continue
        if unicodedata.category(character) in _DECEIVING:
            raise ValueError(f"the character U+{ord(character):04X} cannot be shown; leave it out")
    return known


def line(text: str) -> str:
    """Like `plain`, on one line."""
    known = plain(text)
    if "\n" in known or "\t" in known:
        raise ValueError("write it on one line, without tabs")
    return known
