"""the muse
proposals        -> ordinary recipes of subjects that nothing shows, each thing in one of them alone
asked again      -> the same
places           -> 15 in 100 are for exploring, which say so
reasons          -> each holds, by figures of one's own; and reads well in both languages
a taste          -> says what in a picture is liked; one of other features is refused
too many         -> refused
best of many     -> the best first, the last place for the most unsure
"""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from generation.dice import Dice
from generation.errors import WeightsRefused
from generation.muse import kept
from generation.muse.archive import novelty
from generation.muse.best import best_of, places
from generation.muse.glimpse import glimpse
from generation.muse.judge import Craft, Opinion
from generation.muse.liking import Liking
from generation.muse.muse import Asked, Proposal, proposals
from generation.muse.outline import echoes
from generation.muse.reason import FAR, RHYME, Reason, Shown
from generation.muse.subject import thrown
from generation.muse.wording import sentence
from generation.painter.card import NOTHING
from generation.painter.scene import Stage
from generation.recipe import compose, parse
from generation.taste import NAMES, Taste, features, prior

WORKS = (Shown("rose", "butterfly", "dusk"), Shown("cat", NOTHING, "noon"))


@pytest.fixture(scope="module")
def taste() -> Taste:
    """Somebody who surely likes colour, and surely no dark pictures."""
    start = prior()
    mean = start.mean.copy()
    mean[NAMES.index("colour")], mean[NAMES.index("lightness")] = 0.9, 0.6
    return replace(start, mean=mean, covariance=np.eye(len(mean)) * 0.01)


@pytest.fixture(scope="module")
def asked(taste: Taste) -> Asked:
    """Three subjects, of what ships."""
    return Asked(7, 3, kept.archive(), WORKS, taste, 600)


@pytest.fixture(scope="module")
def found(asked: Asked) -> tuple[Proposal, ...]:
    """What the muse proposes."""
    return proposals(asked)


def test_proposals_are_recipes_of_what_nothing_shows(found: tuple[Proposal, ...]) -> None:
    things = [name for one in found for name in one.elite.subject.pair if name != NOTHING]
    assert len(things) == len(set(things))
    known = {(one.subject.concept, one.subject.becoming) for one in kept.archive()}
    for one in found:
        assert parse(one.recipe.canonical()) == one.recipe
        assert one.elite.subject.pair not in known | {(w.concept, w.becoming) for w in WORKS}


def test_it_proposes_the_same_again(asked: Asked, found: tuple[Proposal, ...]) -> None:
    assert [one.as_dict() for one in proposals(asked)] == [one.as_dict() for one in found]


def test_places_for_exploring_say_so(found: tuple[Proposal, ...]) -> None:
    explored = [any(r.kind == "explored" for r in one.reasons) for one in found]
    assert explored == [False, False, True]
    assert [places(count) for count in (1, 2, 3, 6, 12, 20)] == [0, 0, 1, 1, 2, 3]


def holds(reason: Reason, one: Proposal, asked: Asked) -> bool:
    """Whether a reason is true, found out another way than it was found."""
    archive, facts = asked.archive, reason.facts
    seen = [(e.subject.concept, e.subject.becoming, e.subject.light) for e in archive]
    seen += [(work.concept, work.becoming, work.light) for work in asked.works]
    then = facts.get("becoming", NOTHING)
    if reason.kind == "unseen":
        return not any(entry[:2] == (facts["concept"], then) for entry in seen)
    if reason.kind == "unseen_light":
        return (facts["concept"], then, facts["light"]) not in seen
    if reason.kind == "empty":
        place = (facts["theme"], then, facts["tone"], facts["business"])
        cells = [(c.theme, c.becoming, c.tone, c.business) for c in (e.cell for e in archive)]
        return place not in cells
    if reason.kind == "far":
        looks = archive.looks()
        own = [novelty(look, np.delete(looks, at, 0)) for at, look in enumerate(looks)]
        share = sum(other < one.novelty for other in own) * 1000 // len(own)
        return share == facts["per_mille"] >= FAR and facts["distance"] == one.novelty
    if reason.kind == "rhyme":
        stage = Stage(replace(glimpse(one.recipe).plan, size=128, bank=False))
        first, then_ = (side.sheets.cover > 0.5 for side in (stage.first, stage.then))
        overlap = (first * then_).sum() * 1000 // (first | then_).sum()
        return bool(overlap == facts["overlap"] >= RHYME)
    if reason.kind == "liked":
        assert asked.taste
        at = NAMES.index(str(facts["feature"]))
        amount = features(glimpse(one.recipe).picture)[at]
        return bool(asked.taste.mean[at] * amount > 0)
    return reason.kind == "explored" and facts == {"places": places(asked.count)}


def test_every_reason_is_true(found: tuple[Proposal, ...], asked: Asked) -> None:
    assert all(one.reasons for one in found)
    for one in found:
        for reason in one.reasons:
            assert holds(reason, one, asked), reason


def test_a_wrong_reason_would_be_found(found: tuple[Proposal, ...], asked: Asked) -> None:
    shows = {"concept": "rose", "becoming": "butterfly", "light": "dusk", "works": 2}
    taken = next(iter(asked.archive)).cell
    place = {"theme": taken.theme, "becoming": taken.becoming, "tone": taken.tone}
    for wrong in (
        Reason("unseen", shows),
        Reason("unseen_light", shows),
        Reason("empty", {**place, "business": taken.business}),
        Reason("far", {"distance": found[0].novelty, "per_mille": 1000}),
    ):
        assert not holds(wrong, found[0], asked)


FACTS: dict[str, dict[str, str | int]] = {
    "unseen": {"concept": "koi", "becoming": "moon", "light": "dusk", "works": 3},
    "unseen_light": {"concept": "wings", "light": "storm", "works": 3},
    "rhyme": {"concept": "peony", "becoming": "pearl", "overlap": 504},
    "empty": {"theme": "Music", "becoming": "Animals", "tone": "gold", "business": "quiet"},
    "far": {"distance": 80, "per_mille": 970},
    "liked": {"feature": "yellow", "worth": 400, "amount": 900},
    "explored": {"places": 1},
}
SAID = {
    "unseen": "Nothing yet shows a koi becoming the moon, at dusk or at any hour.",
    "unseen_light": "Nothing yet shows Cupid's wings in a storm.",
    "rhyme": "Their outlines rhyme: a peony and a pearl share 50 % of what they cover.",
    "empty": "My studies hold no quiet, light, warm picture of music becoming animals.",
    "far": "It looks less like my studies than 97 % of them look like each other.",
    "liked": "People who chose between pictures liked yellows and golds.",
}


@pytest.mark.parametrize("kind", FACTS)
def test_a_reason_reads_well(kind: str) -> None:
    reason = Reason(kind, FACTS[kind])  # type: ignore[arg-type]
    assert sentence(reason) == SAID.get(kind, sentence(reason))
    chinese = sentence(reason, "zh")
    assert chinese.endswith("。")
    assert not re.search("[A-Za-z_{}]", chinese)


def test_less_of_something_is_liked_too() -> None:
    reason = Reason("liked", {"feature": "fine", "worth": -300, "amount": -900})
    assert sentence(reason) == "People who chose between pictures liked smooth surfaces."


def test_a_taste_of_other_features_is_refused(taste: Taste) -> None:
    with pytest.raises(WeightsRefused, match="fit it anew"):
        Liking(replace(taste, features="0" * 64))


@pytest.mark.parametrize("count", [0, 13])
def test_the_muse_proposes_a_handful(asked: Asked, count: int) -> None:
    with pytest.raises(ValueError, match="ask for 1 to 12"):
        proposals(replace(asked, count=count))


def test_what_rhymes_is_alike_both_ways() -> None:
    assert "moon" in echoes("sun")
    assert "sun" in echoes("moon")
    assert echoes("sea") == ()


def test_the_best_come_first_and_the_unsure_last() -> None:
    recipes = [thrown(Dice("best", "x", number)).recipe() for number in range(5)]
    opinions = dict(zip(recipes, map(Opinion, (5, 1, 9, 3, 2), (0, 9, 0, 1, 2)), strict=True))
    ranked = best_of(recipes, lambda seen: opinions[seen.recipe], kept=3)
    assert [recipes.index(one.recipe) for one in ranked] == [2, 0, 1]
    assert [one.why for one in ranked] == ["best", "best", "exploration"]
    with pytest.raises(ValueError, match="ask for fewer"):
        best_of(recipes, Craft(), kept=6)


def test_craft_tells_a_subject_from_fog() -> None:
    clear = compose("painter", {"concept": "rose", "becoming": NOTHING, "light": "noon"}, seed=1)
    fog = compose("painter", {"concept": "cloud", "becoming": "cloud", "light": "mist"}, seed=1)
    assert Craft()(glimpse(clear)).mean > Craft()(glimpse(fog)).mean + 200
