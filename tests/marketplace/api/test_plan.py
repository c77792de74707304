"""every list, by every filter, in every order    -> read by an index, never through a whole table
a filter that nothing fits                     -> finds that out without looking at what there is
the gallery                                    -> reads no more works than it shows
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest

from marketplace.api import ask
from marketplace.api.resource import BLOCKS, PAGE, Resource
from marketplace.api.resources import EVERY
from marketplace.api.statement import written
from tests.marketplace.api.conftest import Market

SMALL = {"chains"}  # it has one row
MOST_PASSED = 70  # the plan of a table of sixty members may well go through it
NOTHING = {"application": "999999"}


def questions(resource: Resource) -> Iterator[dict[str, str]]:
    """Every filter by itself, every order by itself, and a batch by ids."""
    always = {}
    if resource.needs_one_of:
        needed = next(one for one in resource.filters if one.name in resource.needs_one_of)
        always = {needed.name: needed.shown}
    yield always
    for one in resource.filters:
        for choice in one.choices or [one.shown]:
            yield (
                {one.name: choice}
                if one.name in resource.needs_one_of
                else {
                    **always,
                    one.name: choice,
                }
            )
    for sort in resource.sorts:
        yield {**always, "sort": sort.name, **({"q": "flowers"} if sort.requires else {})}
    yield {"ids": str(resource.key.kind.example), **always}


@pytest.mark.parametrize("resource", EVERY, ids=lambda one: one.name)
def test_every_question_has_an_index(market: Market, resource: Resource) -> None:
    with market.connect() as connection:
        connection.execute("SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan")
        for question in questions(resource):
            read = scanned(plan(connection, resource, question))
            assert read <= SMALL, (question, read)


@pytest.mark.parametrize("resource", EVERY, ids=lambda one: one.name)
def test_what_fits_nothing_is_found_out_at_once(market: Market, resource: Resource) -> None:
    with market.connect() as connection:
        connection.execute("SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan")
        for one in resource.filters:
            if one.kind is None or one in BLOCKS:
                continue
            tree = plan(connection, resource, {one.name: NOTHING.get(one.name, one.shown)}, True)
            passed = sum(node.get("Rows Removed by Filter", 0) for node in every_node(tree))
            assert passed < MOST_PASSED, (one.name, passed)


def test_the_gallery_reads_no_more_works_than_it_shows(market: Market) -> None:
    (works,) = [one for one in EVERY if one.name == "works"]
    with market.connect() as connection:
        connection.execute("SET plan_cache_mode = force_generic_plan; SET random_page_cost = 1.1")
        for question in ({}, {"sort": "oldest"}, {"to_block": "50"}, {"artist": market.artist}):
            assert works_read(plan(connection, works, question, True)) <= 2 * PAGE, question
        every = plan(connection, works, {"q": "clouds", "sort": "best"}, True)
        assert works_read(every) > 2 * PAGE


def plan(
    connection: Any, resource: Resource, question: dict[str, str], really: bool = False
) -> dict[str, Any]:
    """How the database would answer, or did."""
    asked = ask.asked(resource, urlencode(question).encode())
    words = f"EXPLAIN (FORMAT JSON, ANALYZE {really}) "
    found = connection.execute(words + written(resource, asked.shape), asked.values).fetchone()
    tree: dict[str, Any] = found[0][0]["Plan"]
    return tree


def every_node(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A plan's nodes."""
    yield node
    for child in node.get("Plans", ()):
        yield from every_node(child)


def works_read(tree: dict[str, Any]) -> int:
    """How many rows of works were looked at, once for the page and once for a price."""
    return sum(
        round(node["Actual Rows"] * node["Actual Loops"])
        for node in every_node(tree)
        if node.get("Relation Name") == "works"
    )


def scanned(node: dict[str, Any]) -> set[str]:
    """Tables that are gone through from end to end."""
    return {
        one["Relation Name"] for one in every_node(node) if one["Node Type"].endswith("Seq Scan")
    }


def test_a_question_without_an_index_would_be_seen(market: Market) -> None:
    with market.connect() as connection:
        connection.execute("SET enable_seqscan = off")
        found = connection.execute(
            "EXPLAIN (FORMAT JSON) SELECT * FROM works WHERE royalty_bps = 1"
        ).fetchone()
    assert found
    assert scanned(found[0][0]["Plan"]) == {"works"}
