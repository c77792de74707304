"""Write an account's statement of a year: what it sold, bought, or was paid in royalties."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final, Literal
from urllib.parse import urlencode

from marketplace.api import answer, ask
from marketplace.api.answer import Found
from marketplace.api.reader import Reader
from marketplace.api.resource import MOST, Resource
from marketplace.api.resources.sales import ROYALTIES, SALES
from marketplace.api.shelf import Kept
from marketplace.errors import Unprocessable

Kind = Literal["sales", "purchases", "royalties"]
# By which filter, and when a row happened.
KINDS: Final[dict[str, tuple[Resource, str, str]]] = {
    "sales": (SALES, "seller", "sold_at"),
    "purchases": (SALES, "buyer", "sold_at"),
    "royalties": (ROYALTIES, "payee", "paid_at"),
}
FIRST_YEAR: Final = 2020
MOST_ROWS: Final = 20_000


class StatementLong(Unprocessable):
    """More rows than one file of ours has."""

    title = "Too much for one statement"


def statement(reader: Reader, kind: str, account: str, year: int) -> Kept:
    """The rows of that year by the chain's time, oldest first; amounts in the smallest unit."""
    resource, column, moment = KINDS[kind]
    begins, ends = (datetime(each, 1, 1, tzinfo=UTC).timestamp() for each in (year, year + 1))
    written = io.StringIO()
    names = [field.name for field in resource.every]
    writer = csv.DictWriter(written, names, lineterminator="\r\n")  # RFC 4180
    writer.writeheader()
    count, head = 0, None
    for found in _pages(reader, resource, {column: account, "sort": "oldest"}):
        rows = [row for row in found.rows if begins <= row[moment] < ends]
        for row in rows:
            at = datetime.fromtimestamp(row[moment], UTC).isoformat().replace("+00:00", "Z")
            writer.writerow({**row, moment: at})
        count, head = count + len(rows), found.head
        if count > MOST_ROWS:
            raise StatementLong(
                f"{year} has more than {MOST_ROWS} rows; read /api/v1/{resource.name} by pages."
            )
        if found.rows and found.rows[-1][moment] >= ends:
            break
    file = f'attachment; filename="{kind}-{year}-{account[:10]}.csv"'.encode()
    body = written.getvalue().encode()
    told = (b"content-disposition", file)
    return answer.sealed(body, b"text/csv; charset=utf-8; header=present", head, told)


def _pages(reader: Reader, resource: Resource, question: dict[str, str]) -> Iterator[Found]:
    """A list from its beginning to its end."""
    after: str | None = ""
    while after is not None:
        query = urlencode({**question, "limit": MOST, "cursor": after}).encode()
        found = answer.find(reader, resource, ask.asked(resource, query))
        yield found
        after = found.next
