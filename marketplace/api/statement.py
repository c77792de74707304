"""Write a resource's one statement, in as many forms as there are ways to ask; each is kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from marketplace.api.resource import Branch, Field, Filter, Resource, Sort

# How a key is handed over, and what it is compared with.
_PARAM: Final = {
    "number": "%(k{0})s::bigint",
    "wide": "%(k{0})s::text::numeric",
    "hash": "%(k{0})s::bytea",
    "address": "%(k{0})s::bytea",
    "moment": "to_timestamp(%(k{0})s::bigint / 1000000) "
    "+ (%(k{0})s::bigint %% 1000000) * interval '1 microsecond'",
}
_SPOKEN: Final = {"moment": "(extract(epoch FROM {0}) * 1000000)::bigint"}
_ALIAS: Final = re.compile(r"\b([a-z_]+)\.")


@dataclass(frozen=True, slots=True)
class Shape:
    """All of a question that changes the statement's text; values come as parameters."""

    filters: tuple[tuple[str, str], ...]  # with what was chosen, where that is a choice
    sort: str
    fields: tuple[str, ...]
    limit: int
    goes_on: bool
    is_batch: bool


@lru_cache(maxsize=1024)
def written(resource: Resource, shape: Shape) -> str:
    """The statement: the chain's head beside each row, and alone where there is none.

    One row of `c` on the outer side of the join keeps the order of what stands inside.
    """
    sort = next(one for one in resource.sorts if one.name == shape.sort)
    shown = [one for one in resource.every if one.name in shape.fields]
    parts = [
        _branch(resource, branch, shape, sort, shown)
        for branch in resource.branches
        if _applies(resource, branch, shape)
    ]
    if not parts:  # filters that no branch has together: there is no such row
        bare = replace(shape, filters=(), goes_on=False, is_batch=False)
        none = _branch(resource, resource.branches[0], bare, sort, shown)
        parts = [f"SELECT * FROM ({none}) u WHERE false"]  # noqa: S608 - our own words
    inner = parts[0]
    if len(parts) > 1:
        order = _order(sort, [f"k{place}" for place in range(len(sort.keys))])
        union = " UNION ALL ".join(f"({part})" for part in parts)
        inner = f"SELECT * FROM ({union}) u ORDER BY {order} LIMIT {shape.limit}"  # noqa: S608
    names = [f"k{place}" for place in range(len(sort.keys))] + [f'"{one.name}"' for one in shown]
    for place, key in enumerate(sort.keys):
        if key.kind in _SPOKEN:
            names[place] = _SPOKEN[key.kind].format(names[place])
    return (
        f"SELECT c.head_number, {', '.join(names)} FROM chains c "  # noqa: S608 - our own words
        f"LEFT JOIN LATERAL ({inner}) r ON true"
    )


def parameter(one: Filter) -> str:
    """The place of a filter's value in the statement."""
    cast = one.kind.param if one.kind else "text"
    # Numbers wider than a machine's come as text, so that a statement has one type for each.
    return f"%({one.name})s::{'text::' if cast == 'numeric' else ''}{cast}"


def _branch(
    resource: Resource, branch: Branch, shape: Shape, sort: Sort, shown: list[Field]
) -> str:
    """The page's rows first, then what is shown of them: no row is joined that nobody sees."""
    columns = branch.columns
    keys = [columns[key.column] for key in sort.keys]
    given = [f"{column} AS k{place}" for place, column in enumerate(keys)]
    given += [f'{_spoken(branch, one)} AS "{one.name}"' for one in shown]
    conditions = [branch.where] if branch.where else []
    conditions += [
        _condition(one, branch, choice)
        for name, choice in shape.filters
        for one in resource.filters
        if one.name == name
    ]
    if shape.is_batch:
        conditions.append(_batch(resource, columns))
    if shape.goes_on:
        conditions.append(_after(sort, keys))
    where = " AND ".join(f"({condition})" for condition in conditions)
    order = _order(sort, keys)
    alias = branch.table.split()[-1]
    page = (
        f"SELECT {alias}.* FROM {branch.table} {_joins(branch, f'{where} {order}')} "  # noqa: S608
        f"{f'WHERE {where} ' if where else ''}ORDER BY {order} LIMIT {shape.limit}"
    )
    given_order = _order(sort, [f"k{place}" for place in range(len(keys))])
    return (
        f"SELECT {', '.join(given)} FROM ({page}) {alias} "  # noqa: S608 - our own words
        f"{_joins(branch, ' '.join(given))} ORDER BY {given_order}"
    )


def _spoken(branch: Branch, one: Field) -> str:
    column = branch.columns.get(one.name)
    if column is None:
        return f"NULL::{one.kind.made}"
    return one.kind.sql.format(column)


def _condition(one: Filter, branch: Branch, choice: str) -> str:
    said = branch.filters.get(one.name) or (one.choices[choice] if one.choices else one.sql)
    said = said or "{" + (one.column or one.name) + "} = {param}"
    return _filled(said, branch.columns, parameter(one))


def _batch(resource: Resource, columns: Mapping[str, str]) -> str:
    if resource.ids:
        return _filled(resource.ids, columns, "%(ids)s")
    cast = resource.key.kind.param
    param = f"%(ids)s::{'text[]::' if cast == 'numeric' else ''}{cast}[]"
    return f"{columns[resource.key.name]} = ANY({param})"


def _filled(said: str, columns: Mapping[str, str], param: str) -> str:
    for name in sorted(columns, key=len, reverse=True):
        said = said.replace("{" + name + "}", columns[name])
    return said.replace("{param}", param)


def _after(sort: Sort, keys: list[str]) -> str:
    params = [_PARAM[key.kind].format(place) for place, key in enumerate(sort.keys)]
    sign = "<" if sort.is_descending else ">"
    return f"({', '.join(keys)}) {sign} ({', '.join(params)})"


def _order(sort: Sort, keys: list[str]) -> str:
    direction = "DESC" if sort.is_descending else "ASC"
    return ", ".join(f"{key} {direction}" for key in keys)


def _applies(resource: Resource, branch: Branch, shape: Shape) -> bool:
    """A branch that lacks what a filter asks about has no row to give."""
    for name, choice in shape.filters:
        one = next(each for each in resource.filters if each.name == name)
        said = branch.filters.get(name) or one.choices.get(choice) or one.sql
        said = said or "{" + (one.column or name) + "}"
        wanted = set(re.findall(r"{(\w+)}", said)) - {"param"}
        if not wanted <= set(branch.columns):
            return False
    return True


def _joins(branch: Branch, text: str) -> str:
    """The joins that the text needs, and those that these need, in their order."""
    needed: set[str] = set()
    wanted = set(_ALIAS.findall(text))
    while fresh := (wanted & set(branch.joins)) - needed:
        needed |= fresh
        wanted |= {name for one in fresh for name in _ALIAS.findall(branch.joins[one])}
    return " ".join(join for name, join in branch.joins.items() if name in needed)
