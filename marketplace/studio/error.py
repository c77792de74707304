"""What the studio refuses.

AtelierError
├── Refused         NotAdmitted
├── Malformed       FileMissing
├── Missing         CommissionMissing, ParentMissing, PreviewMissing, SheetMissing,
│                   VerificationMissing
├── Conflict        AlreadyCommissioned, AlreadySubmitted, KeyReused, NotReady, AlreadyMinted
├── Unprocessable   FileRefused, ParentFaulty, PictureUnreadable, RecipeFaulty, VariationFaulty,
│                   WordRefused, VoucherWrong, VoucherForged
├── TooMany         QuotaReached, VerificationsMany
└── Unavailable     HandBusy, IndexBehind, ProgressBusy, UploadsBusy
"""

from marketplace.errors import (
    Conflict,
    Malformed,
    Missing,
    Refused,
    TooMany,
    Unavailable,
    Unprocessable,
)


class NotAdmitted(Refused):
    """Only artists whom the members admitted may commission works."""

    title = "Not an admitted artist"


class CommissionMissing(Missing):
    """No such commission of this artist."""

    title = "No such commission"


class PreviewMissing(Missing):
    """There is no picture of what is in the making."""

    title = "No preview"


class SheetMissing(Missing):
    """No such contact sheet of this artist, or its days are over."""

    title = "No such sheet"


class VerificationMissing(Missing):
    """Nobody has minted such a work, or nobody has had it made again here."""

    title = "Nothing was verified"


class ParentMissing(Missing):
    """A parent is not minted, or its metadata is not at hand."""

    title = "No such parent"


class AlreadyCommissioned(Conflict):
    """This very recipe was commissioned before."""

    title = "Already commissioned"


class AlreadySubmitted(Conflict):
    """This very file was submitted before."""

    title = "Already submitted"


class FileMissing(Malformed):
    """The form holds no file, or one that it has no place for."""

    title = "No work in this form"


class FileRefused(Unprocessable):
    """The file cannot become a work here."""

    title = "This file cannot be taken"


class KeyReused(Conflict):
    """An Idempotency-Key came back with another request."""

    title = "Idempotency key used for something else"


class NotReady(Conflict):
    """The commission is not in the state that this step needs."""

    title = "Not in the right state"


class AlreadyMinted(Conflict):
    """The work exists on chain."""

    title = "Already minted"


class RecipeFaulty(Unprocessable):
    """At least one field of the recipe is unknown or out of range."""

    title = "The recipe has faults"


class ParentFaulty(Unprocessable):
    """What is named as a parent cannot be one."""

    title = "Not a parent to remix"


class PictureUnreadable(Unprocessable):
    """A file is no picture whose colours and hand can be read."""

    title = "Not a picture that we read"


class VariationFaulty(Unprocessable):
    """What should vary cannot, or not in so many ways."""

    title = "This cannot be varied so"


class WordRefused(Unprocessable):
    """The order says a word that the members do not want."""

    title = "A word is not wanted here"


class VoucherWrong(Unprocessable):
    """A field of the voucher is not what was offered."""

    title = "The voucher is not the one offered"


class VoucherForged(Unprocessable):
    """The signature is not the artist's."""

    title = "The signature does not fit"


class QuotaReached(TooMany):
    """The artist has as many commissions in the studio as it takes at once."""

    title = "The studio is busy with your commissions"


class VerificationsMany(TooMany):
    """More works are made again than there is room for, or somebody asks for too many."""

    title = "Too many verifications"


class ProgressBusy(Unavailable):
    """Too many people watch at once."""

    title = "Too many watchers"


class IndexBehind(Unavailable):
    """The index has not read what is needed here."""

    title = "The index is not there yet"


class HandBusy(Unavailable):
    """As many pictures are being read as there is room for."""

    title = "Others' pictures are being read"


class UploadsBusy(Unavailable):
    """Too many uploads at once."""

    title = "Too many uploads at once"
