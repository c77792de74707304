"""The pages of taste
nobody, who did not agree, who did -> asked to sign in, to agree, which of two
without script                     -> forms agree, answer, withdraw, delete
every picture                      -> has a text, and both sides have a key
a work                             -> asks for an opinion, keeps it, shows it; a stranger cannot
"""

from collections.abc import Callable
from datetime import UTC, datetime

import httpx
import pytest

from marketplace.adapters.ipfs.cid import Cid
from marketplace.parts import Parts
from marketplace.taste.pool import gather
from tests.conftest import Accounts
from tests.marketplace.conftest import Browser, Rows
from tests.marketplace.gallery.conftest import work
from tests.marketplace.web.test_pages import HTML, Page

__all__ = ["work"]

ACTS = ("agreement", "withdrawal", "deletion", "answers")


@pytest.fixture
def measured(parts: Parts, index: Callable[[], None]) -> None:
    """The house's studies, and what was minted, are measured."""
    while gather(parts.units, parts.store, datetime.now(UTC)):
        pass


@pytest.fixture
def visitor(browser: Browser, accounts: Accounts, measured: None) -> httpx.Client:
    """Somebody who is signed in, and follows where forms lead."""
    site = browser(accounts.collector)
    site.follow_redirects = True
    return site


def opened(site: httpx.Client, path: str = "/taste") -> str:
    answer = site.get(path, headers=HTML)
    assert answer.status_code == 200, answer.text
    return answer.text


def post(site: httpx.Client, act: str, **fields: str) -> str:
    answer = site.post(f"/taste/{act}", data=fields, headers=HTML)
    assert answer.status_code == 200, answer.text
    return answer.text


def values(page: str, name: str) -> list[str | None]:
    return [tag.get("value") for _, tag in Page(page).tags if tag.get("name") == name]


def test_whoever_comes_is_told_what_is_next(browser: Browser, visitor: httpx.Client) -> None:
    assert "you sign in first" in opened(browser())
    assert "Before you begin" in opened(visitor)
    assert values(post(visitor, "agreement"), "chosen") == ["left", "right", "neither"]


def test_forms_answer_without_script(visitor: httpx.Client, rows: Rows) -> None:
    (question,) = values(post(visitor, "agreement"), "question")
    page = post(visitor, "answers", question=str(question), chosen="right")
    assert "1 answer so far" in page
    assert values(page, "question") != [question]
    assert "Before you begin" in post(visitor, "withdrawal")
    post(visitor, "agreement")
    assert "0 answers so far" in post(visitor, "deletion")
    assert rows("SELECT count(*) FROM feedback") == [(0,)]


def test_pictures_have_texts_and_keys(visitor: httpx.Client) -> None:
    page = Page(post(visitor, "agreement"))
    texts = [tag.get("alt") for name, tag in page.tags if name == "img"]
    keys = [tag["aria-keyshortcuts"] for _, tag in page.tags if "aria-keyshortcuts" in tag]
    assert all(texts)
    assert keys == ["1", "2", "3"]


def test_the_members_page_offers_each_what_is_theirs(
    browser: Browser, visitor: httpx.Client, accounts: Accounts
) -> None:
    member = browser(accounts.members[0])
    member.put("/api/v1/taste/consent")
    assert "No model has been trained yet" in opened(browser(), "/taste/members")
    assert "not signed" not in opened(visitor, "/taste/members")
    assert "no new choice to sign" in opened(member, "/taste/members")
    (question,) = values(opened(member), "question")
    answer = {"kind": "pair", "question": question, "chosen": "left"}
    assert member.post("/api/v1/feedback", json=answer).status_code == 204
    assert "You made 1 choice that you have not signed" in opened(member, "/taste/members")


def test_a_stranger_cannot(browser: Browser, measured: None, work: Cid) -> None:
    site = browser()
    answers = [site.post(f"/taste/{act}", headers=HTML).status_code for act in ACTS]
    answers.append(site.post(f"/works/{work}/feedback", data={"stars": "5"}).status_code)
    assert set(answers) == {401}


def test_a_work_keeps_what_is_thought_of_it(work: Cid, visitor: httpx.Client, rows: Rows) -> None:
    assert "Agree to that first" in opened(visitor, f"/works/{work}")
    post(visitor, "agreement")
    said = {"stars": "4", "valence": "30", "arousal": "-10", "words": ["calm", "wonder"]}
    page = visitor.post(f"/works/{work}/feedback", data=said, headers=HTML).text
    checked = [tag.get("value") for _, tag in Page(page).tags if "checked" in tag]
    assert checked == ["4", "calm", "wonder"]
    assert rows("SELECT kind, value FROM feedback ORDER BY id") == [("rating", 4), ("feeling", 30)]


def test_sliders_that_nobody_moved_say_nothing(
    work: Cid, visitor: httpx.Client, rows: Rows
) -> None:
    post(visitor, "agreement")
    said = {"stars": "2", "valence": "0", "arousal": "0"}
    visitor.post(f"/works/{work}/feedback", data=said, headers=HTML)
    assert rows("SELECT kind FROM feedback") == [("rating",)]


def test_an_impossible_rating_is_told(work: Cid, visitor: httpx.Client) -> None:
    post(visitor, "agreement")
    answer = visitor.post(f"/works/{work}/feedback", data={"stars": "9"}, headers=HTML)
    assert answer.status_code == 422
    assert "stars" in answer.text
