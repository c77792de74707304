"""what people say of pictures
not signed in, not agreed            -> SignInMissing, ConsentMissing; nothing is kept
agreed, asked twice                  -> the same question until it is answered
answered                             -> kept once; again, or another question -> QuestionAnswered
every pair asked, no pictures        -> QuestionMissing
neither                              -> kept, and not asked again
a rating, a feeling, a look          -> kept for minted works; others -> PictureMissing
out of bounds, unknown fields        -> 422 that names the field
too much a day                       -> EnoughForToday
how long works were looked at        -> learnt from weakly, all visits together; stars count instead
consent withdrawn                    -> nothing more is kept, nothing is learnt
export                               -> all of one's own, nothing of others'
deleted                              -> gone; a stranger's is not touched
what was learnt                      -> in words, from one's own choices alone
"""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import httpx
import pytest

from indexer.primitives import Address
from marketplace.db import unit
from marketplace.parts import Parts
from marketplace.taste import asking, learning
from marketplace.taste.learning import Learned
from tests.conftest import Accounts
from tests.marketplace.conftest import Browser, Rows
from tests.marketplace.gallery.conftest import Mint
from tests.marketplace.studio.conftest import kind
from tests.marketplace.taste.conftest import Measure, ask, choose

ALL = "SELECT kind, value, details FROM feedback ORDER BY id"


PRIVATE = (
    ("GET", "/api/v1/taste", None),
    ("PUT", "/api/v1/taste/consent", None),
    ("DELETE", "/api/v1/taste/consent", None),
    ("POST", "/api/v1/taste/questions", {}),
    ("POST", "/api/v1/feedback", {"kind": "rating", "work": "x", "stars": 3}),
    ("GET", "/api/v1/feedback", None),
    ("DELETE", "/api/v1/feedback", None),
    ("GET", f"/api/v1/taste/orders/{uuid4()}", None),
)


def test_a_stranger_cannot(browser: Browser) -> None:
    site = browser()
    answers = [site.request(method, path, json=content) for method, path, content in PRIVATE]
    assert {(answer.status_code, kind(answer)) for answer in answers} == {(401, "sign-in-missing")}


def test_nothing_is_kept_without_consent(
    browser: Browser, accounts: Accounts, mint: Mint, measure: Measure, rows: Rows
) -> None:
    work = mint()
    measure()
    site = browser(accounts.stranger)
    asked = site.post("/api/v1/taste/questions", json={})
    said = site.post("/api/v1/feedback", json={"kind": "rating", "work": str(work), "stars": 5})
    assert {kind(asked), kind(said)} == {"consent-missing"}
    assert rows(ALL) == []


def test_a_question_waits_for_its_answer(person: httpx.Client) -> None:
    assert ask(person) == ask(person)


def test_an_answer_is_kept_once(person: httpx.Client, rows: Rows) -> None:
    question = ask(person)
    assert choose(person, question["id"]).status_code == 204
    again = choose(person, question["id"])
    assert (again.status_code, kind(again)) == (409, "question-answered")
    ((what, value, details),) = rows(ALL)
    chosen = "picture" if value == 1 else "other"
    assert (what, chosen) == ("pair", details["left"])


def test_the_chosen_picture_is_the_one_that_was_shown(person: httpx.Client, rows: Rows) -> None:
    for side in ("left", "right"):
        question = ask(person)
        choose(person, question["id"], side)
        ((picture, other, value),) = rows(
            "SELECT picture, other, value FROM feedback ORDER BY id DESC LIMIT 1"
        )
        assert (picture if value == 1 else other) == question[side]["name"]


def test_nobody_answers_another_persons_question(
    person: httpx.Client, browser: Browser, accounts: Accounts
) -> None:
    other = browser(accounts.collector)
    other.put("/api/v1/taste/consent")
    answer = choose(other, ask(person)["id"])
    assert (answer.status_code, kind(answer)) == (409, "question-answered")


def test_no_pair_is_asked_twice(person: httpx.Client, rows: Rows) -> None:
    rows("DELETE FROM taste_pictures WHERE study > '02'")
    pairs = set()
    for side in ("left", "neither", "right"):
        question = ask(person)
        pairs.add(frozenset((question["left"]["name"], question["right"]["name"])))
        choose(person, question["id"], side)
    assert len(pairs) == 3
    answer = person.post("/api/v1/taste/questions", json={})
    assert (answer.status_code, kind(answer)) == (404, "question-missing")
    assert "every pair" in answer.json()["detail"]


def test_without_pictures_there_is_no_question(person: httpx.Client, rows: Rows) -> None:
    rows("DELETE FROM taste_pictures")
    answer = person.post("/api/v1/taste/questions", json={})
    assert "not two pictures" in answer.json()["detail"]


def test_a_work_is_rated_and_felt(
    person: httpx.Client, mint: Mint, measure: Measure, rows: Rows
) -> None:
    work = str(mint())
    measure()
    events: list[dict[str, Any]] = [
        {"kind": "rating", "work": work, "stars": 4},
        {"kind": "feeling", "work": work, "valence": 60, "arousal": -20, "words": ["calm", "joy"]},
        {"kind": "dwell", "work": work, "seconds": 12},
    ]
    answers = [person.post("/api/v1/feedback", json=event) for event in events]
    assert {answer.status_code for answer in answers} == {204}
    assert rows(ALL) == [
        ("rating", 4, {}),
        ("feeling", 60, {"words": ["calm", "joy"], "arousal": -20}),
        ("dwell", 12, {}),
    ]


def test_an_unknown_work_is_not_rated(person: httpx.Client, mint: Mint) -> None:
    work = str(mint())  # minted, but not looked at yet
    answer = person.post("/api/v1/feedback", json={"kind": "rating", "work": work, "stars": 4})
    assert (answer.status_code, kind(answer)) == (404, "picture-missing")


FAULTY: tuple[tuple[dict[str, Any], str], ...] = (
    ({"kind": "rating", "work": "x", "stars": 6}, "stars"),
    ({"kind": "rating", "work": "x", "stars": "5"}, "stars"),
    ({"kind": "rating", "work": "x" * 200, "stars": 5}, "work"),
    ({"kind": "feeling", "work": "x", "valence": 101, "arousal": 0}, "valence"),
    ({"kind": "feeling", "work": "x", "valence": 0, "arousal": -101}, "arousal"),
    ({"kind": "feeling", "work": "x", "valence": 0, "arousal": 0, "words": ["rage"]}, "words"),
    ({"kind": "feeling", "work": "x", "valence": 0, "arousal": 0, "words": ["joy"] * 4}, "words"),
    ({"kind": "dwell", "work": "x", "seconds": 601}, "seconds"),
    ({"kind": "pair", "question": "x", "chosen": "left"}, "question"),
    ({"kind": "pair", "chosen": "both"}, "chosen"),
    ({"kind": "rating", "work": "x", "stars": 5, "weight": 9}, "weight"),
)


def test_what_is_out_of_bounds_is_named(person: httpx.Client, rows: Rows) -> None:
    for event, field in FAULTY:
        answer = person.post("/api/v1/feedback", json=event)
        assert answer.status_code == 422, event
        assert any(field in one["field"] for one in answer.json()["errors"]), event
    assert rows(ALL) == []


def test_one_person_says_only_so_much_a_day(
    person: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "MOST_A_DAY", 2)
    answers = [choose(person, ask(person)["id"]) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [204, 204, 429]


def test_consent_can_be_withdrawn_and_given_again(person: httpx.Client) -> None:
    choose(person, ask(person)["id"])
    person.delete("/api/v1/taste/consent")
    known = person.get("/api/v1/taste").json()
    assert (known["agreed_at"], known["said"], known["leanings"]) == (None, 0, [])
    assert person.post("/api/v1/taste/questions", json={}).status_code == 403
    person.put("/api/v1/taste/consent")
    assert person.get("/api/v1/taste").json()["said"] == 1


LOOK = (
    "INSERT INTO feedback (person, kind, picture, value, details) "
    "SELECT '\\x{person}', 'dwell', sha256, 3 + features[1] / 65536 + 6 * row, '{{}}' FROM "
    "(SELECT *, row_number() OVER (ORDER BY sha256) AS row FROM taste_pictures) AS seen "
    "WHERE row <= {most} RETURNING picture"
)

STARS = (
    "INSERT INTO feedback (person, kind, picture, value, details) "
    "VALUES ('\\x{person}', 'rating', '{picture}', 4, '{{}}')"
)


def test_looks_are_learnt_from_as_long_as_the_person_agrees(
    person: httpx.Client, accounts: Accounts, rows: Rows, parts: Parts
) -> None:
    stranger = Address(accounts.stranger.address)

    def learned() -> Learned:
        with unit(parts.units) as session:
            return learning.of(session, stranger)

    rows(LOOK.format(person=stranger[2:], most=12))
    ((first,), *_others) = rows(LOOK.format(person=stranger[2:], most=9))
    known = person.get("/api/v1/taste").json()
    assert (known["said"], known["looks"], learned().taste.count) == (0, 21, 12)
    rows(STARS.format(person=stranger[2:], picture=first))
    assert learned().taste.count == 12  # eleven looks, and the stars
    person.delete("/api/v1/taste/consent")
    assert learned().taste.count == 0


def test_people_take_along_what_is_theirs_alone(
    person: httpx.Client, browser: Browser, accounts: Accounts
) -> None:
    other = browser(accounts.collector)
    other.put("/api/v1/taste/consent")
    choose(other, ask(other)["id"])
    question = ask(person)
    choose(person, question["id"])
    answer = person.get("/api/v1/feedback")
    content = answer.json()
    assert "attachment" in answer.headers["content-disposition"]
    assert content["person"] == accounts.stranger.address
    assert len(content["events"]) == 1
    names = {one["name"] for one in content["pictures"]}
    assert names == {question["left"]["name"], question["right"]["name"]}


def test_people_have_what_is_theirs_deleted(
    person: httpx.Client, browser: Browser, accounts: Accounts, rows: Rows
) -> None:
    other = browser(accounts.collector)
    other.put("/api/v1/taste/consent")
    choose(other, ask(other)["id"])
    choose(person, ask(person)["id"])
    ask(person)
    assert person.delete("/api/v1/feedback").json() == {"deleted": 1}
    assert person.get("/api/v1/taste").json()["said"] == 0
    assert other.get("/api/v1/taste").json()["said"] == 1
    assert rows("SELECT count(*) FROM taste_questions") == [(0,)]


def test_what_was_learnt_is_told_in_words(
    person: httpx.Client, rows: Rows, seen: Callable[[str, str], float]
) -> None:
    """Somebody who always takes the lighter of two pictures is found out."""
    for _ in range(24):
        question = ask(person)
        left, right = (seen(question[side]["name"], "lightness") for side in ("left", "right"))
        choose(person, question["id"], "left" if left > right else "right")
    known = person.get("/api/v1/taste").json()
    assert known["said"] == 24
    words = [one["words"] for one in known["leanings"]]
    assert {"light pictures", "airy shadows", "bright highlights"} & set(words)
    assert known["foreseen"] <= known["thrown"]


@pytest.fixture
def seen(rows: Rows) -> Callable[[str, str], float]:
    """One feature of a picture."""
    from generation.taste import NAMES

    def of(name: str, feature: str) -> float:
        found = dict(rows("SELECT sha256, features FROM taste_pictures"))
        return float(found[name][NAMES.index(feature)])

    return of
