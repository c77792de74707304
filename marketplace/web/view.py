"""Shape what pages show of works and applications, apart from how the stages keep it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

from indexer.primitives import ZERO_ADDRESS, Address
from marketplace.curation.models import DossierSample
from marketplace.curation.queries import ApplicationView
from marketplace.gallery.history import Happening
from marketplace.gallery.models import Listing
from marketplace.gallery.queries import Price, WorkFacts
from marketplace.uploads.kind import BY_TYPE
from marketplace.web import wording

SHOWN_TYPES: Final = frozenset({"image/png", "image/jpeg", "image/webp"})
MOVING_TYPES: Final = frozenset({"image/gif", "image/webp", "image/png"})
PLAYED: Final = {"audio": "sound", "video": "video", "model": "model"}
MARKS: Final = {"sound": "Sound", "video": "Video", "model": "3D", "moving": "Moving"}
LICENCES: Final = {"CC-BY-NC-4.0": "CC BY-NC 4.0", "CC-BY-4.0": "CC BY 4.0"}
HAPPENED: Final = {
    "minted": "Minted by",
    "listed": "Offered by",
    "cancelled": "Withdrawn by",
    "sold": "Sold by",
    "transferred": "Handed over by",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the store and the room it takes."""

    cid: str
    width: int
    height: int
    original: str = ""  # where this is but a smaller copy

    @property
    def full(self) -> str:
        """The CID of the picture in full size."""
        return self.original or self.cid

    @classmethod
    def of_artefact(cls, metadata: Mapping[str, Any] | None) -> Self | None:
        """The artefact that metadata names, or its smaller copy, if of a kind that pages show."""
        if not metadata:
            return None
        shown = metadata.get("preview") or metadata["artefact"]
        if shown.get("media_type") not in SHOWN_TYPES:
            return None
        artefact = metadata["artefact"]
        is_picture = artefact["media_type"].startswith("image/")
        original = artefact["cid"] if is_picture else ""
        return cls(shown["cid"], shown["width"], shown["height"], original)


@dataclass(frozen=True, slots=True)
class Player:
    """What there is to play beside the picture; a picture that moves is played in its place."""

    kind: str  # sound, video, model or moving
    cid: str
    media_type: str
    width: int | None
    height: int | None

    @classmethod
    def of_artefact(cls, metadata: Mapping[str, Any] | None) -> Self | None:
        """How the artefact that metadata names is played, if a still is not all of it."""
        if not metadata:
            return None
        artefact = metadata["artefact"]
        media_type = artefact["media_type"]
        kind = PLAYED.get(media_type.partition("/")[0])
        if artefact.get("frames") and media_type in MOVING_TYPES:
            kind = "moving"
        if kind is None:
            return None
        extent = artefact.get("width"), artefact.get("height")
        return cls(kind, artefact["cid"], media_type, *extent)

    @property
    def mark(self) -> str:
        """What a small picture of it is marked with."""
        return MARKS[self.kind]

    @property
    def suffix(self) -> str:
        """What a copy on a disk is called."""
        return BY_TYPE[self.media_type].suffix if self.media_type in BY_TYPE else "bin"


@dataclass(frozen=True, slots=True)
class WorkView:
    """A work on the wall."""

    cid: str
    token_id: str
    name: str
    description: str
    picture: Picture | None
    player: Player | None
    provenance: str | None
    is_sensitive: bool
    artist: Address
    owner: Address
    royalty_bps: int
    minted_at: int
    price: Price | None

    @classmethod
    def of(cls, facts: WorkFacts) -> Self:
        """What the gallery knows, in words."""
        metadata = facts.metadata or {}
        return cls(
            cid=facts.cid,
            token_id=str(facts.work),
            name=metadata.get("name", ""),
            description=metadata.get("description", ""),
            picture=Picture.of_artefact(facts.metadata),
            player=Player.of_artefact(facts.metadata),
            provenance=metadata.get("provenance", "rerunnable") if facts.metadata else None,
            is_sensitive=bool(metadata.get("sensitive", False)),
            artist=facts.artist,
            owner=facts.owner,
            royalty_bps=facts.royalty_bps,
            minted_at=facts.minted_at,
            price=facts.price,
        )


@dataclass(frozen=True, slots=True)
class Deal:
    """A live listing as one visitor sees it."""

    digest: str
    currency: Address
    price: int
    expires_at: int
    buyer: Address | None

    @classmethod
    def of(cls, listing: Listing) -> Self:
        """Nobody in particular is nobody."""
        buyer = None if listing.buyer == ZERO_ADDRESS else listing.buyer
        return cls(listing.digest, listing.currency, listing.price, listing.expires_at, buyer)

    def is_open_to(self, person: Address | None) -> bool:
        """Whether this visitor may buy by it."""
        return self.buyer in (None, person)


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """How a work was made, in words and digests."""

    provenance: str
    engine: str | None  # none where it was not made here
    medium: str
    licence: str
    is_generated: bool
    choices: wording.Words
    prompt: str
    seed: str
    artefact_cid: str
    artefact_sha256: str
    folder: str | None
    recipe_digest: str | None

    @classmethod
    def of(cls, metadata: Mapping[str, Any]) -> Self:
        """What the metadata says; its recipe may be anybody's."""
        artefact, recipe = metadata["artefact"], metadata.get("recipe") or {}
        licence = metadata.get("licence", "")
        return cls(
            provenance=metadata.get("provenance", "rerunnable"),
            engine=wording.engine(recipe) if recipe else None,
            medium=wording.medium(artefact),
            licence=LICENCES.get(licence, licence),
            is_generated=metadata.get("ai_generated", True),
            choices=wording.choices(recipe),
            prompt=str(recipe.get("prompt", "")),
            seed=str(recipe.get("seed", "")),
            artefact_cid=artefact["cid"],
            artefact_sha256=artefact["sha256"],
            folder=metadata.get("folder"),
            recipe_digest=metadata.get("recipe_digest"),
        )


@dataclass(frozen=True, slots=True)
class EventView:
    """One line of a work's provenance."""

    says: str
    actor: Address
    receiver: Address | None
    currency: Address | None
    price: int | None
    at: int
    transaction_hash: str | None

    @classmethod
    def of(cls, happening: Happening, house: Address | None = None) -> Self:
        """Who did it; who has the work afterwards, where that is somebody else.

        The house of auctions is nobody's hand: a work goes into an auction, and comes out of one.
        """
        if happening.kind == "transferred" and house is not None:
            if happening.counterpart == house:
                return cls._of(happening, "Put into auction by", happening.actor, None)
            if happening.actor == house and happening.counterpart:
                return cls._of(happening, "Out of the auction to", happening.counterpart, None)
        moved = happening.kind in ("minted", "sold", "transferred")
        receiver = happening.counterpart if moved else None
        receiver = None if receiver == happening.actor else receiver
        return cls._of(happening, HAPPENED[happening.kind], happening.actor, receiver)

    @classmethod
    def _of(cls, happening: Happening, says: str, actor: Address, receiver: Address | None) -> Self:
        return cls(
            says=says,
            actor=actor,
            receiver=receiver,
            currency=happening.currency,
            price=happening.price or None,
            at=happening.at,
            transaction_hash=happening.transaction_hash,
        )


@dataclass(frozen=True, slots=True)
class SampleView:
    """A sample work of an applicant."""

    title: str
    picture: Picture
    original: str

    @classmethod
    def of(cls, sample: DossierSample) -> Self:
        """The size that pages show stands for the whole."""
        picture = Picture(sample.display_cid, sample.width, sample.height)
        return cls(sample.title, picture, sample.original_cid)


@dataclass(frozen=True, slots=True)
class ApplicationCard:
    """An application as members read it."""

    number: int
    artist: Address
    state: str
    round: int
    cooldown_ends_at: int
    votes_for: int
    votes_against: int
    abstentions: int
    quorum: int
    bond_wei: int
    opened_at: int
    closes_at: int
    dossier: str
    dossier_cid: str | None
    is_sealed: bool
    statement: str
    links: tuple[str, ...]
    samples: tuple[SampleView, ...]

    @classmethod
    def of(cls, view: ApplicationView, now: int) -> Self:
        """Index and dossier together; without a dossier only what the chain says."""
        ballot, dossier = view.ballot, view.dossier
        return cls(
            number=ballot.application,
            artist=ballot.artist,
            state=ballot.state(now),
            round=ballot.round,
            cooldown_ends_at=ballot.cooldown_ends_at,
            votes_for=ballot.votes_for,
            votes_against=ballot.votes_against,
            abstentions=ballot.abstentions,
            quorum=ballot.quorum,
            bond_wei=ballot.bond_wei,
            opened_at=view.opened_at,
            closes_at=ballot.closes_at,
            dossier=ballot.dossier,
            dossier_cid=dossier.cid if dossier else None,
            is_sealed=dossier is not None and dossier.is_sealed,
            statement=dossier.statement if dossier else "",
            links=tuple(dossier.links) if dossier else (),
            samples=tuple(map(SampleView.of, dossier.samples)) if dossier else (),
        )
