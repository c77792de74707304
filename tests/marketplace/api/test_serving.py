"""what is served
a list                     -> its tag, how far the index is, and that anybody may keep and ask again
asked again with the tag   -> 304, nothing sent
asked again                -> from the shelf; anew as soon as a block, a listing, or a card says so
whoever just wrote         -> reads it
nobody hears               -> nothing is kept
the guide                  -> every line of it works, and no resource is left out
its description            -> holds: every example is answered, as the schema says
"""

import re
import time
from collections.abc import Callable
from typing import Any

import pytest

from marketplace.api.resources import EVERY
from marketplace.api.shelf import Kept, Shelf
from marketplace.runtime.checkout import ROOT
from tests.marketplace.conftest import Browser, Rows

PATH = "/api/v1/members"
GUIDE = ROOT / "docs" / "guide" / "integrators.md"


def test_an_answer_has_a_tag_and_says_how_far_the_index_is(
    browser: Browser, index: Callable[[], None], rows: Rows
) -> None:
    client = browser()
    first = client.get(PATH)
    ((head,),) = rows("SELECT head_number FROM chains")
    assert first.headers["last-block"] == str(head)
    assert first.headers["cache-control"] == "public, no-cache"
    again = client.get(PATH, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(PATH, headers={"If-None-Match": '"other"'})
    assert (other.status_code, other.content) == (200, first.content)


def test_a_change_is_read_at_once(browser: Browser, index: Callable[[], None], rows: Rows) -> None:
    client = browser()
    ((head,),) = rows("SELECT head_number FROM chains")
    for step in range(1, 20):
        rows("UPDATE chains SET head_number = head_number + 1")
        deadline = time.monotonic() + 10
        while client.get(PATH).headers["last-block"] != str(head + step):
            assert time.monotonic() < deadline


def test_the_shelf_gives_again_what_did_not_change() -> None:
    shelf = Shelf(most_bytes=250)
    kept = Kept(b'"tag"', [], b"x" * 100)
    shelf.put(("/a", b""), kept, shelf.edition)
    assert shelf.get(("/a", b"")) is None  # nobody hears of changes yet
    shelf.renew(hears=True)
    before = shelf.edition
    shelf.put(("/a", b""), kept, before)
    shelf.put(("/b", b""), kept, before)
    assert shelf.get(("/a", b"")) is kept
    shelf.put(("/c", b""), kept, before)
    assert shelf.get(("/b", b"")) is None  # the least used made room
    shelf.renew()
    shelf.put(("/a", b""), kept, before)  # asked before the change
    assert [shelf.get((path, b"")) for path in ("/a", "/c")] == [None, None]


def test_every_example_of_the_description_is_answered_as_it_says(
    browser: Browser, index: Callable[[], None]
) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    client = browser()
    described = client.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    sent = 0
    for path, methods in described["paths"].items():
        told = methods.get("get", {})
        if "resources" not in told.get("tags", ()):
            continue
        for asked in examples(told):
            answer = client.get(filled(path, told), params=asked)
            schema = told["responses"][str(answer.status_code)]["content"]
            (media_type,) = schema
            assert answer.headers["content-type"].startswith(media_type), (path, answer.text)
            sent += 1
            if media_type == "text/csv":
                continue
            whole = {**schema[media_type]["schema"], "components": described["components"]}
            jsonschema.Draft202012Validator(whole).validate(answer.json())
    assert sent > 100


def test_every_line_of_the_guide_works(browser: Browser, index: Callable[[], None]) -> None:
    lines = re.findall(r"^curl '(?:http://localhost:8000)(\S+)'$", GUIDE.read_text(), re.MULTILINE)
    assert len(lines) >= 10
    client = browser()
    for line in lines:
        answer = client.get(line)
        assert answer.status_code == 200, (line, answer.text)


def test_the_guide_names_every_resource() -> None:
    told = GUIDE.read_text()
    for resource in EVERY:
        assert f"`{resource.name}`" in told
        for one in resource.filters:
            assert f"`{one.name}`" in told, (resource.name, one.name)


def examples(told: dict[str, Any]) -> list[dict[str, Any]]:
    """What an operation takes, each parameter by itself beside those without which nothing goes."""
    given = [one for one in told.get("parameters", ()) if one["in"] == "query"]
    said = {one["name"]: example(one) for one in given if example(one) is not None}
    needed = {one["name"] for one in given if one.get("required")}
    if told["operationId"] == "list_holders":
        needed = {"work"}
    always = {name: said[name] for name in needed}
    return [always, *({**always, name: value} for name, value in said.items())]


def example(one: dict[str, Any]) -> Any:
    """What a parameter may be."""
    schema = one["schema"]
    listed = schema.get("examples") or schema.get("enum") or [schema.get("default")]
    return one.get("example", listed[0])


def filled(path: str, told: dict[str, Any]) -> str:
    """The path with its example."""
    for one in told.get("parameters", ()):
        if one["in"] == "path":
            path = path.replace("{" + one["name"] + "}", str(example(one)))
    return path
