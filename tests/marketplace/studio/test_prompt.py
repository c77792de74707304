"""prompts
anybody asks what one means   -> each word, and what is not understood
longer than a recipe takes    -> 422
a word the members do not want, in prompt, title or description -> WordRefused by field, word, list
whoever is refused            -> can read the whole list, by the digest that the refusal names
the operator's own list       -> goes instead of ours
a list that is not there      -> ConfigurationError, says which
"""

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from generation.words import moderation
from marketplace.config import ConfigurationError, Settings
from marketplace.parts import assembled
from tests.marketplace.studio.conftest import Artist, kind

Browser = Callable[..., httpx.Client]
PATH = "/api/v1/studio/understanding"


def test_anybody_may_ask_what_a_prompt_means(browser: Browser) -> None:
    asked = {"prompt": "云变成玫瑰 at dusk, quarterly"}
    answer = browser().get(PATH, params=asked)
    said = answer.json()
    assert (answer.status_code, said["concept"], said["becoming"]) == (200, "cloud", "rose")
    assert (said["light"], said["unread"]) == ("dusk", ["quarterly"])
    assert said["read"][0] == {
        "written": "云",
        "kind": "concept",
        "meaning": "cloud",
        "how": "exact",
        "similarity": 1000,
    }


def test_a_prompt_is_bounded(browser: Browser) -> None:
    assert browser().get(PATH, params={"prompt": "a" * 500}).status_code == 200
    assert browser().get(PATH, params={"prompt": "a" * 501}).status_code == 422
    assert browser().get(PATH).status_code == 422


@pytest.mark.parametrize("field", ["prompt", "title", "description"])
def test_unwanted_words_are_refused_by_name(artist: Artist, field: str) -> None:
    refused = artist.ask(**{field: "roses and Gore"})
    said = refused.json()
    assert (refused.status_code, kind(refused)) == (422, "word-refused")
    assert (said["field"], said["word"], said["entry"]) == (field, "Gore", "gore")
    assert said["list_sha256"] == moderation.shipped().sha256
    assert artist.site.get("/api/v1/commissions").json()["commissions"] == []


def test_anybody_reads_the_list_that_refusals_name(artist: Artist, browser: Browser) -> None:
    refused = artist.ask(title="roses and Gore").json()
    said = browser().get("/api/v1/studio/words").json()
    assert said["sha256"] == refused["list_sha256"]
    assert refused["entry"] in said["entries"]
    assert "/api/v1/studio/words" in refused["detail"]


def test_the_operators_list_goes_instead(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("banana\n")
    with assembled(settings.model_copy(update={"word_list": path}), "test") as parts:
        assert parts.words.entries == ("banana",)


def test_a_list_that_is_not_there_is_told(settings: Settings, tmp_path: Path) -> None:
    lost = settings.model_copy(update={"word_list": tmp_path / "words.txt"})
    with pytest.raises(ConfigurationError, match="ATELIER_WORD_LIST"), assembled(lost, "test"):
        pass


def test_sketches_are_held_to_the_list_too(artist: Artist) -> None:
    wish = {"engine": "painter", "prompt": "roses and gore", "varies": "seed", "number": 2}
    refused = artist.site.post("/api/v1/sketches", json=wish)
    assert (refused.status_code, kind(refused)) == (422, "word-refused")
    assert refused.json()["field"] == "prompt"
