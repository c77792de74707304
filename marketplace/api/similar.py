"""Find the works that look most like one, by what the near-duplicate gate keeps of pictures."""

from typing import Any, Final

from marketplace.api import answer, ask
from marketplace.api.answer import RowMissing, packed
from marketplace.api.reader import Reader
from marketplace.api.resources.works import WORKS
from marketplace.api.shelf import Kept

MOST: Final = 24
# A picture may be shown by several works, or by none that is minted.
NEAREST: Final = """
    SELECT EXISTS (SELECT FROM works w WHERE w.work = %(work)s::text::numeric), found.work,
        found.distance
    FROM (SELECT) one LEFT JOIN LATERAL (
        SELECT s.work::text AS work, min(near.distance) AS distance
        FROM (
            SELECT i.look, i.layout, i.model FROM showings m JOIN imprints i USING (picture)
            WHERE m.subject = %(subject)s::bytea ORDER BY m.position LIMIT 1
        ) mine CROSS JOIN LATERAL (
            (SELECT i.picture, i.look <=> mine.look AS distance FROM imprints i
            WHERE i.model = mine.model ORDER BY i.look <=> mine.look LIMIT %(among)s)
            UNION ALL
            (SELECT i.picture, i.layout <=> mine.layout FROM imprints i
            WHERE mine.look IS NULL ORDER BY i.layout <=> mine.layout LIMIT %(among)s)
        ) near
        JOIN showings s ON s.picture = near.picture
        JOIN works w ON w.work = s.work
        WHERE s.subject <> %(subject)s::bytea
        GROUP BY s.work ORDER BY 2, 1 LIMIT %(limit)s
    ) found ON true
"""


def similar(reader: Reader, work: str, limit: int) -> Kept:
    """The works whose pictures lie nearest, the nearest first, as lists show them.

    `distance` is the cosine's: 0 the same, 1 nothing in common. A work whose picture was not
    compared yet, or that has none, resembles nothing. 404 where there is no such work.
    """
    (token,) = ask.asked(WORKS, f"ids={work}".encode()).values["ids"]
    subject = int(token).to_bytes(32)
    asked = {"work": token, "subject": subject, "limit": limit, "among": 4 * limit + 4}
    near = reader.rows(NEAREST, asked)
    if not near[0][0]:
        raise RowMissing(f"The index has no work {work[:80]}; it may not have come that far.")
    distances = {found: distance for _, found, distance in near if found is not None}
    if not distances:
        return packed({"works": []}, None)
    question = ask.asked(WORKS, b"limit=100&ids=" + b",".join(map(_name, distances)))
    shown = answer.find(reader, WORKS, question)
    rows = [{**row, "distance": round(distances[row["token_id"]], 4)} for row in shown.rows]
    return packed({"works": sorted(rows, key=_nearest)}, shown.head)


def _name(token: str) -> bytes:
    speak: Any = WORKS.key.kind.speak
    name: str = speak(token)
    return name.encode()


def _nearest(row: dict[str, Any]) -> tuple[float, str]:
    return row["distance"], row["work"]
