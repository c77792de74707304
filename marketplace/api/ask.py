"""Read what a request asks of a resource; whatever it does not know, it says, and refuses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NoReturn
from urllib.parse import parse_qsl

from fastapi.exceptions import RequestValidationError

from marketplace import cursor
from marketplace.api.resource import MOST, PAGE, Filter, Key, Resource, Sort
from marketplace.api.statement import Shape
from marketplace.cursor import CursorUnreadable

OURS: Final = ("sort", "fields", "limit", "cursor", "ids")
WIDTHS: Final = {"hash": 32, "address": 20}  # in bytes
LONGEST: Final = 8_192  # characters of a query: a hundred CIDs fit


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: the statement's shape, and the values that go into it."""

    shape: Shape
    values: dict[str, Any]
    sort: Sort
    limit: int
    is_varied: bool = False  # whether the database should see the values before it plans


def asked(resource: Resource, query: bytes) -> Asked:
    """The question that a query string asks; 422 with every fault by its parameter."""
    given = _pairs(query)
    limit = _limit(given.get("limit"))
    filters = dict(_filters(resource, given))
    sort = _sort(resource, given.get("sort"))
    if sort.requires and sort.requires not in filters:
        sort = resource.sorts[0]  # nothing is better than anything else
    if resource.needs_one_of and not filters.keys() & set(resource.needs_one_of) - {"ids"}:
        _refuse(resource.needs_one_of[0], f"say one of {', '.join(resource.needs_one_of)}", None)
    values: dict[str, Any] = {name: value for name, (_, value) in filters.items()}
    if "ids" in given:
        values["ids"] = _ids(resource, given["ids"])
    if after := given.get("cursor"):
        values |= _place(resource, sort, after)
    shape = Shape(
        filters=tuple((name, choice) for name, (choice, _) in filters.items()),
        sort=sort.name,
        fields=_fields(resource, given.get("fields")),
        limit=limit + 1,  # the one more says whether there is a next page
        goes_on=bool(after),
        is_batch="ids" in given,
    )
    varied = any(one.is_varied for one in resource.filters if one.name in filters)
    return Asked(shape, values, sort, limit, varied)


def of_one(resource: Resource, id_: str, query: bytes) -> Asked:
    """The question for one row, whatever the filters hold back by themselves."""
    given = _pairs(query)
    if unknown := given.keys() - {"fields"}:
        _refuse(min(unknown), "is no parameter here", given[min(unknown)])
    fields = _fields(resource, given.get("fields"))
    sort = resource.sorts[0]
    shape = Shape((), sort.name, fields, 1, goes_on=False, is_batch=True)
    return Asked(shape, {"ids": [_id(resource, id_)]}, sort, 1)


def next_page(resource: Resource, sort: Sort, keys: tuple[Any, ...]) -> str:
    """The cursor of what comes after the row with these keys."""
    said = [_kept(key, value) for key, value in zip(sort.keys, keys, strict=True)]
    return cursor.write(resource.sorts.index(sort), *said)


def _pairs(query: bytes) -> Mapping[str, str]:
    if len(query) > LONGEST:
        _refuse("query", f"has more than {LONGEST} characters", None)
    try:
        pairs = parse_qsl(
            query.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=40
        )
    except ValueError:
        _refuse("query", "is not a readable query", query.decode("ascii", "replace")[:80])
    given = dict(pairs)
    if len(given) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        _refuse(twice, "is given twice", given[twice])
    return given


def _filters(resource: Resource, given: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, Any]]]:
    known = {one.name for one in resource.filters}
    if unknown := given.keys() - known - set(OURS):
        _refuse(min(unknown), f"is no parameter of {resource.name}", given[min(unknown)])
    for one in resource.filters:
        said = given.get(one.name, None if "ids" in given else one.default)
        if said is not None:
            yield one.name, _value(one, said)


def _value(one: Filter, said: str) -> tuple[str, Any]:
    if one.choices:
        if said not in one.choices:
            _refuse(one.name, f"is one of {', '.join(one.choices)}", said)
        return said, None
    if one.kind is None or one.kind.read is None:
        raise TypeError(f"the filter {one.name} has no kind that reads")
    try:
        return "", one.kind.read(said)
    except ValueError as fault:
        _refuse(one.name, str(fault), said)


def _limit(said: str | None) -> int:
    if said is None:
        return PAGE
    if not said.isascii() or not said.isdigit() or not 1 <= int(said[:9]) <= MOST:
        _refuse("limit", f"is a whole number from 1 to {MOST}", said)
    return int(said)


def _sort(resource: Resource, said: str | None) -> Sort:
    if said is None:
        return resource.sorts[0]
    for one in resource.sorts:
        if one.name == said:
            return one
    _refuse("sort", f"is one of {', '.join(one.name for one in resource.sorts)}", said)


def _fields(resource: Resource, said: str | None) -> tuple[str, ...]:
    every = tuple(one.name for one in resource.every)
    if said is None:
        return every
    wanted = set(said.split(","))
    if unknown := wanted - set(every):
        _refuse("fields", f"are some of {', '.join(every)}", min(unknown))
    return tuple(name for name in every if name in wanted or name == resource.key.name)


def _ids(resource: Resource, said: str) -> list[Any]:
    ids = said.split(",")
    if len(ids) > MOST:
        _refuse("ids", f"are at most {MOST}", f"{len(ids)} ids")
    return [_id(resource, one) for one in ids]


def _id(resource: Resource, said: str) -> Any:
    read = resource.key.kind.read
    if read is None:
        raise TypeError(f"the key of {resource.name} has no kind that reads")
    try:
        return read(said)
    except ValueError as fault:
        _refuse("ids", str(fault), said)


def _place(resource: Resource, sort: Sort, after: str) -> dict[str, Any]:
    """The keys of the row after which the page begins; a cursor belongs to one order."""
    kinds = [int if key.kind in ("number", "moment") else str for key in sort.keys]
    which, *keys = cursor.read(after, int, *kinds)
    if which != resource.sorts.index(sort):
        raise CursorUnreadable(
            f"{after[:40]!r} belongs to another order than {sort.name}; begin without one.",
            cursor=after[:80],
        )
    pairs = enumerate(zip(sort.keys, keys, strict=True))
    return {f"k{place}": _given(key, said) for place, (key, said) in pairs}


def _kept(key: Key, value: Any) -> int | str:
    """A key as a cursor keeps it: whatever is no plain number as 32 bytes."""
    if key.kind == "wide":
        return f"0x{int(value):064x}"
    if key.kind in WIDTHS:
        return f"0x{value.hex():>064}"
    return int(value)


def _given(key: Key, said: int | str) -> Any:
    if key.kind == "wide":
        return str(int(str(said), 16))
    if key.kind in WIDTHS:
        return bytes.fromhex(str(said)[-2 * WIDTHS[key.kind] :])
    return said


def _refuse(name: str, message: str, value: object) -> NoReturn:
    raise RequestValidationError([{"loc": ("query", name), "msg": message, "input": value}])
