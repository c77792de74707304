"""Find among all pictures those that a picture may be a copy of: one statement, six indexes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import delete, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from indexer.primitives import Address, Hash32, address
from marketplace.adapters import imprinter
from marketplace.resemblance.column import written
from marketplace.resemblance.models import Imprint, ImprintHash

EACH: Final = 16  # candidates of each kind: by light, by edges, by layout, by look

_KEEP: Final = text("""
    INSERT INTO imprint_hashes (picture, plane, view, hash)
    SELECT :picture, plane, view, hash::bit(64) FROM unnest(
        CAST(:planes AS smallint[]), CAST(:views AS smallint[]), CAST(:hashes AS bigint[])
    ) AS given (plane, view, hash)
""")


def _by_hash(kind: int, plane: int, is_whole: bool) -> str:
    """A picture that is seen as a whole is sought in all views; its views among whole pictures."""
    among = "" if is_whole else "AND view = 0"
    return f"""
        SELECT {kind} AS kind, near.picture, near.distance::float8 AS distance
        FROM sought CROSS JOIN LATERAL (
            SELECT picture, hash <~> sought.hash AS distance FROM imprint_hashes
            WHERE plane = {plane} {among} ORDER BY hash <~> sought.hash LIMIT :each
        ) near WHERE sought.plane = {plane} AND sought.is_whole = {is_whole}
    """  # noqa: S608 - of our own numbers


def _by_vector(kind: int, column: str, name: str, where: str) -> str:
    near = f"{column} <=> CAST(:{name} AS vector)"
    return f"""
        (SELECT {kind}, picture, {near} FROM imprints {where} ORDER BY {near} LIMIT :half)
    """  # noqa: S608 - of our own names


_NEAR: Final = " UNION ALL ".join(
    [
        *(_by_hash(plane, plane, is_whole) for plane in (0, 1) for is_whole in (True, False)),
        _by_vector(2, "layout", "layout", ""),
        _by_vector(2, "layout", "layout_mirrored", ""),
        _by_vector(3, "look", "look", "WHERE model = :model"),
        _by_vector(3, "look", "look_mirrored", "WHERE model = :model"),
    ]
)
# Pictures that anybody may see, and the artist's own: minted works, dossiers that somebody applied
# with. What others have in the making is nobody's to be told of.
SEARCH: Final = text(f"""
    WITH sought AS MATERIALIZED (
        SELECT plane, is_whole, hash::bit(64) AS hash FROM unnest(
            CAST(:planes AS smallint[]), CAST(:wholes AS boolean[]), CAST(:hashes AS bigint[])
        ) AS given (plane, is_whole, hash)
    ),
    near AS ({_NEAR}),
    shown AS (
        SELECT near.kind AS found_by, near.picture, min(near.distance) AS distance,
            showings.subject, showings.kind, showings.artist
        FROM near JOIN showings ON showings.picture = near.picture
        WHERE showings.subject <> :subject AND (
            showings.artist = :artist
            OR EXISTS (SELECT 1 FROM works WHERE works.work = showings.work)
            OR EXISTS (SELECT 1 FROM applications WHERE applications.dossier = showings.subject
                AND applications.artist = showings.artist)
        )
        GROUP BY near.kind, near.picture, showings.subject, showings.kind, showings.artist
    ),
    placed AS (
        SELECT *, dense_rank() OVER (PARTITION BY found_by ORDER BY distance, picture) AS place
        FROM shown
    )
    SELECT DISTINCT picture, encode(subject, 'hex'), placed.kind, encode(artist, 'hex'),
        edges, height
    FROM placed JOIN imprints USING (picture) WHERE place <= :each ORDER BY 1, 2
""")  # noqa: S608 - put together from the pieces above


@dataclass(frozen=True, slots=True)
class Candidate:
    """A picture that may be the original, and one place where it is shown."""

    picture: str
    subject: Hash32
    kind: str
    artist: Address
    edges: bytes
    height: int


def keep(session: Session, picture: str, taken: imprinter.Imprint) -> None:
    """Keep a picture's imprint in the place of an older one."""
    looks = taken.looks or (None, None)
    values = {
        "form": taken.form,
        "model": taken.model,
        "layout": taken.layouts[0],
        "layout_mirrored": taken.layouts[1],
        "look": looks[0],
        "look_mirrored": looks[1],
        "sought": b"".join(bits.to_bytes(8) for bits in taken.sought),
        "edges": taken.edges,
        "height": taken.height,
    }
    query = insert(Imprint).values(picture=picture, **values)
    session.execute(query.on_conflict_do_update(index_elements=["picture"], set_=values))
    session.execute(delete(ImprintHash).where(ImprintHash.picture == picture))
    planes = [plane for plane in range(imprinter.PLANES) for _ in range(imprinter.VIEWS)]
    session.execute(
        _KEEP,
        {
            "picture": picture,
            "planes": planes,
            "views": list(range(imprinter.VIEWS)) * imprinter.PLANES,
            "hashes": [_signed(bits) for bits in taken.hashes],
        },
    )


def candidates(
    session: Session, imprint: Imprint, subject: Hash32, artist: Address
) -> Sequence[Candidate]:
    """Shown pictures that this one may be a copy of, the subject's own ones left out."""
    rows = session.execute(SEARCH, asked(imprint, subject, artist)).all()
    return [
        Candidate(picture, Hash32("0x" + digest), kind, address("0x" + by), edges, height)
        for picture, digest, kind, by, edges, height in rows
    ]


def asked(imprint: Imprint, subject: Hash32, artist: Address) -> dict[str, object]:
    """The values that `SEARCH` is asked with."""
    hashes = [
        int.from_bytes(imprint.sought[at : at + 8]) for at in range(0, len(imprint.sought), 8)
    ]
    each = imprinter.TURNS * imprinter.VIEWS
    return {
        "planes": [at // each for at in range(len(hashes))],
        "wholes": [at % each < imprinter.TURNS for at in range(len(hashes))],
        "hashes": [_signed(bits) for bits in hashes],
        "layout": written(imprint.layout),
        "layout_mirrored": written(imprint.layout_mirrored),
        "look": imprint.look and written(imprint.look),
        "look_mirrored": imprint.look_mirrored and written(imprint.look_mirrored),
        "model": imprint.model,
        "subject": bytes.fromhex(subject[2:]),
        "artist": bytes.fromhex(artist[2:]),
        "each": EACH,
        "half": EACH // 2,
    }


def _signed(bits: int) -> int:
    """64 bits as the database's whole numbers have them."""
    return bits - 2**64 if bits >= 2**63 else bits
