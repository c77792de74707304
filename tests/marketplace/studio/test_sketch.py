"""sketching
every variant             -> a recipe of its own that differs in that one thing alone, drawn small
several, with +           -> each differs in one of them, by turns
by seed, from a seed      -> the first is that very seed
what cannot be varied so  -> VariationFaulty, RecipeFaulty; nothing is kept
unwanted words            -> WordRefused
same key, again           -> the same sheet; for something else -> KeyReused
watched                   -> each look as it comes, the end; who knows the end stays away
one chosen                -> a commission of that very recipe
discarded                 -> gone, with jobs and pictures; still counted in the day
its days are over         -> gone
too many                  -> QuotaReached
the renderer gives up     -> that sketch failed, the others are drawn
for a GPU nobody serves   -> the CPU draws it in the end
somebody else's           -> SheetMissing
"""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from generation.errors import RecipeRefused, RenderError
from generation.recipe import Recipe, parse
from marketplace.adapters.renderer import OnProgress, Preview
from marketplace.db import unit
from marketplace.parts import Parts
from marketplace.studio import job, sketch
from marketplace.studio.error import VariationFaulty
from marketplace.studio.variant import Wish, variants
from tests import fakes
from tests.conftest import Accounts
from tests.marketplace.studio.conftest import Artist, WorkOff, kind

WISH: dict[str, Any] = {"engine": "painter", "varies": "palette", "number": 4, "seed": 7}


def ask(artist: Artist, key: str | None = None, **changed: Any) -> httpx.Response:
    """Ask for a sheet."""
    headers = {"Idempotency-Key": key} if key else {}
    return artist.site.post("/api/v1/sketches", json=WISH | changed, headers=headers)


def wish(varies: str, number: int, seed: int | None = 7, **parameters: Any) -> Wish:
    """A wish to the painter."""
    return Wish("painter", parameters, "", seed, varies, number)


@pytest.mark.parametrize("varies", ["seed", "palette", "position", "size"])
def test_variants_differ_in_one_thing_alone(varies: str) -> None:
    made = variants(wish(varies, 5), count(7))
    assert len({recipe.digest for recipe in made}) == 5

    def rest(recipe: Recipe) -> dict[str, Any]:
        content = recipe.as_dict()
        content["parameters"].pop(varies, None)
        return {name: value for name, value in content.items() if name != varies}

    assert all(rest(recipe) == rest(made[0]) for recipe in made)


def test_several_choices_are_varied_one_at_a_time() -> None:
    asked = wish("style+palette", 5, style="ink", palette="jade")
    made = variants(asked, count(3))
    assert len({recipe.digest for recipe in made}) == 5
    for recipe in made:
        changed = [
            name for name, value in asked.parameters.items() if recipe.parameters[name] != value
        ]
        assert len(changed) == 1
    assert {recipe.seed for recipe in made} == {7}


def test_seeds_begin_with_the_one_given() -> None:
    seeds = [recipe.seed for recipe in variants(wish("seed", 3, seed=9), count(8))]
    assert seeds == [9, 8, 10]
    seeds = [recipe.seed for recipe in variants(wish("seed", 3, seed=None), count(8))]
    assert seeds == [8, 9, 10]


def test_a_range_is_walked_from_end_to_end() -> None:
    positions = [r.parameters["position"] for r in variants(wish("position", 3), count())]
    assert (positions[0], positions[-1]) == (0, 1000)
    (alone,) = variants(wish("position", 1), count())
    assert (
        alone.parameters["position"] == variants(wish("seed", 1), count())[0].parameters["position"]
    )


def test_a_choice_begins_with_the_chosen_one() -> None:
    first, second = variants(wish("palette", 2, palette="dusk"), count())
    assert first.parameters["palette"] == "dusk" != second.parameters["palette"] != "auto"


@pytest.mark.parametrize(
    ("faulty", "fault"),
    [
        (wish("weather", 2), VariationFaulty),
        (wish("swatches", 2), VariationFaulty),
        (wish("palette", 12, size=511), RecipeRefused),
        (wish("position", 12, seed=-1), RecipeRefused),
        (Wish("sculptor", {}, "", 1, "seed", 2), RecipeRefused),
    ],
)
def test_what_cannot_be_varied_is_refused(faulty: Wish, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        variants(faulty, count())


def test_a_sheet_is_drawn(artist: Artist, work_off: WorkOff) -> None:
    answer = ask(artist)
    sheet = answer.json()
    assert (answer.status_code, answer.headers["location"]) == (
        201,
        f"/api/v1/sketches/{sheet['id']}",
    )
    assert [one["state"] for one in sheet["sketches"]] == ["asked"] * 4
    assert len({one["value"] for one in sheet["sketches"]}) == 4
    work_off()
    drawn = artist.site.get(answer.headers["location"]).json()
    assert [one["state"] for one in drawn["sketches"]] == ["drawn"] * 4
    for one in drawn["sketches"]:
        picture = artist.site.get(one["picture"])
        assert picture.content == fakes.sketch(parse(one["recipe"])).content
        tag = {"If-None-Match": picture.headers["etag"]}
        assert artist.site.get(one["picture"], headers=tag).status_code == 304
    assert artist.site.get("/api/v1/sketches").json()["sheets"] == [drawn]


def test_a_key_is_for_one_sheet(artist: Artist) -> None:
    first, again = ask(artist, key="k"), ask(artist, key="k")
    assert first.json() == again.json()
    other = ask(artist, key="k", number=3)
    assert (other.status_code, kind(other)) == (409, "key-reused")


def test_a_faulty_wish_keeps_nothing(artist: Artist) -> None:
    for changed, expected in (
        ({"varies": "weather"}, "variation-faulty"),
        ({"engine": "sculptor"}, "recipe-faulty"),
        ({"parameters": {"size": 511}}, "recipe-faulty"),
    ):
        refused = ask(artist, **changed)
        assert (refused.status_code, kind(refused)) == (422, expected)
    assert ask(artist, number=13).status_code == 422
    assert artist.site.get("/api/v1/sketches").json() == {"sheets": []}


def test_unwanted_words_are_refused_here_too(artist: Artist) -> None:
    refused = ask(artist, prompt="roses and gore")
    assert (refused.status_code, kind(refused)) == (422, "word-refused")
    path = f"/api/v1/sketches/{ask(artist).json()['id']}/0/commission"
    refused = artist.site.post(path, json={"title": "Gore"})
    assert (refused.status_code, kind(refused)) == (422, "word-refused")


def events(answer: httpx.Response) -> Iterator[tuple[str, Any]]:
    """Ids and facts of a stream."""
    id_ = ""
    for line in answer.iter_lines():
        if line.startswith("id: "):
            id_ = line[4:]
        if line.startswith("data: "):
            yield id_, json.loads(line[6:])


def test_it_is_watched_to_its_end(artist: Artist, work_off: WorkOff) -> None:
    path = f"/api/v1/sketches/{ask(artist).json()['id']}/progress"
    with artist.site.stream("GET", path) as answer:
        heard = events(answer)
        assert {one["state"] for one in next(heard)[1]["sketches"]} == {"asked"}
        work_off()
        *_, (last, facts) = heard
    assert all(one["picture"] and one["state"] == "drawn" for one in facts["sketches"])
    assert artist.site.get(path, headers={"Last-Event-ID": last}).status_code == 204
    assert artist.site.get(path, headers={"Last-Event-ID": "0.0"}).status_code == 200


def test_the_chosen_one_is_commissioned(artist: Artist, work_off: WorkOff) -> None:
    sheet = ask(artist, varies="seed", seed=None).json()
    chosen = sheet["sketches"][2]
    path = f"/api/v1/sketches/{sheet['id']}/2/commission"
    made = artist.site.post(path, json={"title": "The third"})
    assert (made.status_code, made.json()["recipe"]) == (201, chosen["recipe"])
    work_off()
    assert artist.look(made.json()["id"])["state"] == "pinned"
    assert artist.site.post(path.replace("/2/", "/9/"), json={"title": "t"}).status_code == 404


def counts(parts: Parts, *tables: str) -> list[int]:
    """How many rows there are."""
    with unit(parts.units) as session:
        return [
            session.scalar(text(f"SELECT count(*) FROM {table}")) or 0  # noqa: S608
            for table in tables
        ]


def test_a_discarded_sheet_leaves_nothing_but_its_number(
    artist: Artist, work_off: WorkOff, parts: Parts
) -> None:
    path = f"/api/v1/sketches/{ask(artist).json()['id']}"
    assert artist.site.delete(path).status_code == 204
    assert counts(parts, "sketches", "procrastinate_jobs", "sheets") == [0, 0, 1]
    path = f"/api/v1/sketches/{ask(artist).json()['id']}"
    work_off()
    assert counts(parts, "previews") == [4]
    assert artist.site.delete(path).status_code == 204
    assert counts(parts, "previews") == [0]
    assert (artist.site.get(path).status_code, artist.site.delete(path).status_code) == (404, 404)


def test_after_its_days_it_is_gone(artist: Artist, work_off: WorkOff, parts: Parts) -> None:
    ask(artist)
    work_off()
    for days, expired in ((6, 0), (8, 1), (8, 0)):
        with unit(parts.units) as session:
            assert sketch.expire(session, datetime.now(UTC) + timedelta(days=days)) == expired
    assert counts(parts, "sheets", "sketches", "previews") == [0, 0, 0]


def test_there_is_only_so_much_paper(artist: Artist, work_off: WorkOff, parts: Parts) -> None:
    for _ in range(2):
        assert ask(artist, varies="seed", number=12).status_code == 201
    refused = ask(artist, number=1)
    assert (refused.status_code, kind(refused)) == (429, "quota-reached")
    work_off()
    assert ask(artist, number=1).status_code == 201
    with unit(parts.units) as session:
        session.execute(text("UPDATE sheets SET number = 120"))
    refused = ask(artist, number=1)
    assert (refused.status_code, "24 hours" in refused.json()["detail"]) == (429, True)


def test_one_that_fails_says_why(artist: Artist, work_off: WorkOff) -> None:
    def draws(recipe: Recipe, on_progress: OnProgress | None = None) -> Preview:
        if recipe.seed == 8:
            raise RenderError("not enough memory; ask a smaller size")
        return fakes.sketch(recipe)

    path = f"/api/v1/sketches/{ask(artist, varies='seed', number=2, seed=8).json()['id']}"
    work_off(sketch=draws)
    failed, drawn = artist.site.get(path).json()["sketches"]
    assert (failed["state"], failed["failure"], failed["picture"]) == (
        "failed",
        "not enough memory; ask a smaller size",
        None,
    )
    assert drawn["state"] == "drawn"


def test_what_no_gpu_takes_the_cpu_draws(artist: Artist, parts: Parts) -> None:
    ask(artist)
    with unit(parts.units) as session:
        session.execute(text(f"UPDATE procrastinate_jobs SET queue_name = '{job.GPU_QUEUE}'"))  # noqa: S608
        assert (job.reclaim(session, 60), job.reclaim(session, -1)) == (0, 4)
        assert set(session.scalars(text("SELECT queue_name FROM procrastinate_jobs"))) == {
            job.CPU_QUEUE
        }


def test_sheets_are_their_artists(
    artist: Artist, browser: Callable[..., httpx.Client], accounts: Accounts
) -> None:
    path = f"/api/v1/sketches/{ask(artist).json()['id']}"
    stranger = browser(accounts.stranger)
    refused = stranger.post("/api/v1/sketches", json=WISH)
    assert (refused.status_code, kind(refused)) == (403, "not-admitted")
    for answer in (
        stranger.get(path),
        stranger.get(f"{path}/progress"),
        stranger.get(f"{path}/0/picture"),
        stranger.delete(path),
        stranger.post(f"{path}/0/commission", json={"title": "t"}),
    ):
        assert (answer.status_code, kind(answer)) == (404, "sheet-missing")
    assert browser().get(path).status_code == 401
