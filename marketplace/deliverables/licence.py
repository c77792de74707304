"""Say in plain words what a collector may do with a work, and where the whole licence stands."""

from typing import Final

from marketplace.metadata import LICENCE

PAGE: Final = "https://creativecommons.org/licenses/by-nc/4.0/"

_TEXT: Final = """{title}
by {artist}

Licence: {licence}
Creative Commons Attribution-NonCommercial 4.0 International
In full: {page}legalcode

Anybody may copy, show and change this work, the owner of its token included, as long as
they name the artist, link to the licence, say what they changed, and do so without
commercial advantage. The artist keeps all other rights and may grant them separately.
Owning the token is owning the token: it can be kept, shown, given away and sold.

This is a summary. The licence itself is what holds.
"""


def text(title: str, artist: str) -> bytes:
    """The file that lies beside the work."""
    return _TEXT.format(
        title=title.strip() or "Untitled", artist=artist, licence=LICENCE, page=PAGE
    ).encode()
