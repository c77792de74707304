"""asking the muse
a sheet                  -> empty papers at first; then each has a recipe, its reasons, a look
the muse                 -> is told what is minted, and what is known of the artist's taste
a proposal               -> is commissioned as it is; not before it is found
leading on               -> begins from that very sketch; the sheet says from which, and where to
sketches by hand         -> may say from which sketch they go on, if it is one's own
same key, again          -> the same sheet; for something else -> KeyReused
unwanted words           -> WordRefused; out of bounds -> refused
too many                 -> QuotaReached
nothing is found         -> the papers say so, and why
less is found than asked -> the rest say so
discarded meanwhile      -> nothing is left, nothing comes
somebody else's          -> SheetMissing; a stranger -> NotAdmitted
the real one             -> finds and draws in its own process
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from generation.errors import RenderError
from generation.recipe import compose, parse
from indexer.primitives import Address
from marketplace.adapters.easel import Easel, Limits
from marketplace.adapters.finder import Find, Question
from marketplace.adapters.renderer import OnProgress
from marketplace.db import unit
from marketplace.parts import Parts
from marketplace.studio import musing
from marketplace.studio.models import Commission
from tests import fakes
from tests.conftest import Accounts
from tests.marketplace.studio.conftest import Artist, WorkOff, kind


def ask(artist: Artist, key: str | None = None, **wanted: Any) -> httpx.Response:
    """Ask the muse."""
    headers = {"Idempotency-Key": key} if key else {}
    return artist.site.post("/api/v1/muse", json={"number": 3} | wanted, headers=headers)


def lead(artist: Artist, sheet: dict[str, Any], at: int = 1, **wanted: Any) -> httpx.Response:
    """Lead on from a sketch."""
    path = f"/api/v1/sketches/{sheet['id']}/{at}/next"
    return artist.site.post(path, json={"number": 2} | wanted)


def look(artist: Artist, sheet: dict[str, Any]) -> dict[str, Any]:
    """The sheet as it is now."""
    found: dict[str, Any] = artist.site.get(f"/api/v1/sketches/{sheet['id']}").json()
    return found


@pytest.fixture
def drawn(artist: Artist, work_off: WorkOff) -> dict[str, Any]:
    """What the muse proposed, drawn."""
    sheet = ask(artist, seed=40).json()
    work_off()
    return look(artist, sheet)


def test_papers_are_empty_until_something_is_found(artist: Artist, work_off: WorkOff) -> None:
    answer = ask(artist, seed=40)
    sheet = answer.json()
    assert (answer.status_code, answer.headers["location"]) == (
        201,
        f"/api/v1/sketches/{sheet['id']}",
    )
    assert [(one["state"], one["recipe"]) for one in sheet["sketches"]] == [("asked", None)] * 3
    assert artist.site.get("/api/v1/sketches").json()["sheets"] == [sheet]
    refused = artist.site.post(f"/api/v1/sketches/{sheet['id']}/0/commission", json={"title": "t"})
    assert (refused.status_code, kind(refused)) == (409, "not-ready")
    assert kind(lead(artist, sheet)) == "not-ready"
    work_off()
    found = look(artist, sheet)["sketches"]
    assert [(one["state"], one["recipe"]["seed"]) for one in found] == [
        ("drawn", 40),
        ("drawn", 41),
        ("drawn", 42),
    ]
    for one in found:
        assert one["reasons"] == [
            {"kind": "closer", "facts": {"gain": 120}, "en": "Closer.", "zh": "更近。"}
        ]
        picture = artist.site.get(one["picture"]).content
        assert picture == fakes.sketch(parse(one["recipe"])).content


class Listening:
    """A finder that remembers what it was asked."""

    def __init__(self) -> None:
        self.heard: list[tuple[Question, bytes | None]] = []

    def __call__(
        self, question: Question, liked: bytes | None = None, on_progress: OnProgress | None = None
    ) -> list[Find]:
        """Find as the other one does."""
        self.heard.append((Question.of(question.as_dict()), liked))
        return fakes.find(question, liked, on_progress)


KOI = [
    {"trait_type": "concept", "value": "koi"},
    {"trait_type": "becoming", "value": "moon"},
    {"trait_type": "light", "value": "dusk"},
]


def test_the_muse_is_told_of_works_and_taste(
    artist: Artist,
    work_off: WorkOff,
    pinned: str,
    parts: Parts,
    accounts: Accounts,
    index: Callable[[], None],
) -> None:
    with unit(parts.units) as session:
        made = session.get(Commission, UUID(pinned))
        assert made
        assert made.content
        made.content = {**made.content, "attributes": KOI}
    listening = Listening()

    def liked(session: Session, person: Address) -> bytes:
        return f"taste of {person}".lower().encode()

    ask(artist, strength=700, seed=1)
    work_off(find=listening, liked=liked)
    artist.mint(pinned)
    work_off()
    index()
    ask(artist)
    work_off(find=listening)
    (first, known), (second, nothing) = listening.heard
    assert known == f"taste of {accounts.artist.address}".lower().encode()
    assert nothing is None
    assert (first.kind, first.number, first.strength) == ("muse", 3, 700)
    assert (first.works, second.works) == ([], [("koi", "moon", "dusk")])


def test_what_works_show_is_read_from_their_traits() -> None:
    told = [
        [{"trait_type": "concept", "value": "koi"}, {"trait_type": "light", "value": "dusk"}],
        [{"trait_type": "size", "value": 512}],
        None,
    ]
    assert musing._works(told) == [("koi", "nothing", "dusk")]


def test_a_proposal_is_commissioned_as_it_is(artist: Artist, drawn: dict[str, Any]) -> None:
    path = f"/api/v1/sketches/{drawn['id']}/2/commission"
    made = artist.site.post(path, json={"title": "By the muse"})
    assert (made.status_code, made.json()["recipe"]) == (201, drawn["sketches"][2]["recipe"])


def test_a_sketch_leads_on(artist: Artist, work_off: WorkOff, drawn: dict[str, Any]) -> None:
    listening = Listening()
    answer = lead(artist, drawn, 1, towards="golden, calm")
    assert answer.status_code == 201
    sheet = answer.json()
    assert (sheet["towards"], sheet["varies"]) == ("golden, calm", "guide")
    assert sheet["begun_from"] == {"sheet": drawn["id"], "number": 1}
    work_off(find=listening)
    ((question, _),) = listening.heard
    assert question.recipe == drawn["sketches"][1]["recipe"]
    assert (question.kind, question.towards, question.number) == ("guide", "golden, calm", 2)
    assert [one["state"] for one in look(artist, sheet)["sketches"]] == ["drawn"] * 2


def test_sketches_by_hand_say_from_which_they_go_on(artist: Artist, drawn: dict[str, Any]) -> None:
    begun = {"sheet": drawn["id"], "number": 0}
    wish = {"engine": "painter", "varies": "seed", "number": 2, "begun_from": begun}
    assert artist.site.post("/api/v1/sketches", json=wish).json()["begun_from"] == begun
    missing = wish | {"begun_from": begun | {"number": 7}}
    refused = artist.site.post("/api/v1/sketches", json=missing)
    assert (refused.status_code, kind(refused)) == (404, "sheet-missing")


def test_a_key_is_for_one_sheet(artist: Artist) -> None:
    assert ask(artist, "k").json() == ask(artist, "k").json()
    assert kind(ask(artist, "k", number=2)) == "key-reused"


def test_words_and_bounds_are_kept(artist: Artist, drawn: dict[str, Any]) -> None:
    assert kind(lead(artist, drawn, towards="gore")) == "word-refused"
    for wrong in ({"number": 13}, {"number": 0}, {"strength": 1001}, {"seed": -1}, {"x": 1}):
        assert ask(artist, **wrong).status_code == 422
        assert lead(artist, drawn, **wrong).status_code == 422
    assert lead(artist, drawn, towards="a" * 201).status_code == 422


def test_there_is_only_so_much_paper(artist: Artist) -> None:
    for _ in range(2):
        assert ask(artist, number=12).status_code == 201
    refused = ask(artist, number=1)
    assert (refused.status_code, kind(refused)) == (429, "quota-reached")


def test_papers_say_why_nothing_was_found(artist: Artist, work_off: WorkOff) -> None:
    def finds(question: Question, *_: object) -> list[Find]:
        raise RenderError("not enough memory")

    sheet = ask(artist).json()
    work_off(find=finds)
    found = look(artist, sheet)["sketches"]
    assert [(one["state"], one["failure"]) for one in found] == [
        ("failed", "not enough memory")
    ] * 3


def test_what_was_not_found_says_so(artist: Artist, work_off: WorkOff) -> None:
    def finds(question: Question, *_: object) -> list[Find]:
        return fakes.find(question)[:1]

    sheet = ask(artist).json()
    work_off(find=finds)
    found = look(artist, sheet)["sketches"]
    assert [one["state"] for one in found] == ["drawn", "failed", "failed"]
    assert "nothing more was found" in found[1]["failure"]


def test_a_discarded_sheet_gets_nothing(artist: Artist, work_off: WorkOff, parts: Parts) -> None:
    path = f"/api/v1/sketches/{ask(artist).json()['id']}"
    assert artist.site.delete(path).status_code == 204
    sheet = ask(artist).json()

    def finds(question: Question, *_: object) -> list[Find]:
        assert artist.site.delete(f"/api/v1/sketches/{sheet['id']}").status_code == 204
        return fakes.find(question)

    work_off(find=finds)
    with unit(parts.units) as session:
        for table in ("sketches", "procrastinate_jobs"):
            query = text(f"SELECT count(*) FROM {table}")  # noqa: S608
            assert session.scalar(query) == 0


def test_sheets_are_their_artists(
    artist: Artist,
    drawn: dict[str, Any],
    browser: Callable[..., httpx.Client],
    accounts: Accounts,
) -> None:
    stranger = browser(accounts.stranger)
    asked = stranger.post("/api/v1/muse", json={"number": 1})
    assert (asked.status_code, kind(asked)) == (403, "not-admitted")
    path = f"/api/v1/sketches/{drawn['id']}/0/next"
    led = stranger.post(path, json={"number": 1})
    assert (led.status_code, kind(led)) == (404, "sheet-missing")
    for address, body in (("/api/v1/muse", {}), (path, {})):
        assert browser().post(address, json=body).status_code == 401


@pytest.fixture
def easel() -> Iterator[Easel]:
    """A real one."""
    with closing(Easel(Limits(seconds=300))) as easel:
        yield easel


def test_the_real_one_finds_in_its_own_process(
    artist: Artist, work_off: WorkOff, easel: Easel, drawn: dict[str, Any]
) -> None:
    begun = compose("painter", {"concept": "koi", "becoming": "nothing"}, seed=5).as_dict()
    heard: list[tuple[int, str, bool]] = []

    def hear(permille: int, stage: str, preview: bytes | None = None) -> None:
        heard.append((permille, stage, preview is not None))

    question = Question("guide", 2, 1, 0, "storm", begun)
    found = easel.find(question, None, hear)
    assert [parse(one.recipe).text("light") for one in found] == ["storm"] * 2
    assert found[0].reasons[0]["en"].startswith("Closer to “storm” than what it began from")
    assert any(seen for _, _, seen in heard)
    assert heard[-1][0] > 800
