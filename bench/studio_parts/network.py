"""Measure the networks beside their rule floors, on samples that none of them learnt from.

Captions are the templates' own, so these are figures of a small world that this project made; the
floors are measured in the same world. `ATELIER_BENCH_KEPT` may name a folder that keeps drawings.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from generation.dice import Dice
from generation.network import dual, flow
from generation.network.data import STANDS_OUT, Sample, picture, sample
from generation.network.pictures import drawn
from generation.network.vector import TRAITS, WIDTH, Leaning, leaning
from generation.painter.arrange import arrange
from generation.painter.concept.concept import concept
from generation.painter.plan import PainterPlan
from generation.recipe import compose
from generation.words import understand
from studio_parts.figure import Figure

CAPTIONS, PICTURES, GALLERY = 400, 1216, 200
Table = NDArray[np.float64]


def measure() -> Iterator[Figure]:
    """Words to parameters, pictures to words, pictures like the rules' pictures."""
    kept = os.environ.get("ATELIER_BENCH_KEPT")
    with tempfile.TemporaryDirectory() as none:
        folder = Path(kept or none)
        yield from _flow()
        yield from _pictures(folder / "pictures")  # needs the weights of dual and judge


def _flow() -> Iterator[Figure]:
    """Whether the flow decides for the concept that was named, and follows words of traits."""
    found = [sample(number, "test", tuple(flow.flow().concepts)) for number in range(CAPTIONS)]
    captions = [one.english if at % 2 else one.chinese for at, one in enumerate(found)]
    noise = Dice("bench", "flow").bell((CAPTIONS, WIDTH))
    led = [flow.lean(text, (), at) for text, at in zip(captions, noise, strict=True)]
    right = [one.concept == to.concept for one, to in zip(found, led, strict=True)]
    yield Figure("prompt_class_accuracy", _share(right), at_least=0.99)
    floor = [one.concept == understand(t).concept for one, t in zip(found, captions, strict=True)]
    yield Figure("prompt_class_accuracy_rules", _share(floor))
    asked = [
        flow.lean(one.english, (f"concept:{one.concept}",), at)
        for one, at in zip(found, noise, strict=True)
    ]
    yield Figure("trait_correlation", _followed(found, [to.traits for to in asked]))
    plans = [_by_rules(one) for one in found]
    yield Figure("trait_correlation_rules", _followed(found, plans))


def _by_rules(one: Sample) -> tuple[int, ...]:
    """The traits that lexicon and dice give for a caption."""
    asked = {hint.trait: hint.value for hint in understand(one.english).hints}
    dice = Dice("bench", f"rules {one.english}")
    return tuple(asked.get(t.name, t.thrown(dice)) for t in concept(one.concept).traits)


def _followed(found: Sequence[Sample], given: Sequence[Sequence[int]]) -> float:
    """How traits that stand out correlate with those that were given for their words."""
    pairs = [
        (wanted, got)
        for one, traits in zip(found, given, strict=True)
        for trait, wanted, got in zip(concept(one.concept).traits, one.traits, traits, strict=False)
        if trait.name != "colour" and not STANDS_OUT < wanted < 1000 - STANDS_OUT
    ]
    return round(float(np.corrcoef(np.array(pairs, np.float64).T)[0, 1]), 3)


def _pictures(folder: Path) -> Iterator[Figure]:
    """Whether captions find their pictures, and how near flow and noise come to the rules'."""
    found = list(drawn(folder, "test", PICTURES, among=dual.known()))
    samples, pictures = [one for one, _ in found], np.stack([seen for _, seen in found])
    texts = [one.english if at % 2 else one.chinese for at, one in enumerate(samples)]
    yield from _retrieval(texts[:GALLERY], pictures[:GALLERY])
    names = dual.judged(pictures)
    right = [one.concept == name for one, name in zip(samples, names["concept"], strict=True)]
    yield Figure("concepts_seen", len(dual.known()))
    yield Figure("judge_concept_accuracy", _share(right))
    half = PICTURES // 2
    noise = Dice("bench", "kid").bell((half, WIDTH))
    led = [flow.lean(text, (), at) for text, at in zip(texts[:half], noise, strict=True)]
    bare = [leaning(at, dual.known()) for at in noise]
    features = [dual.features(part) for part in (pictures[half:], pictures[:half])]
    unit = np.sqrt((features[0] ** 2).mean())  # of the rules' pictures, so that figures compare
    real, other = (part / unit for part in features)
    yield Figure("kid", _kid(_drawn(led) / unit, real), at_most=0.015)
    yield Figure("kid_real_vs_real", _kid(other, real))
    yield Figure("kid_noise_prior", _kid(_drawn(bare) / unit, real))


def _retrieval(texts: list[str], pictures: NDArray[np.uint8]) -> Iterator[Figure]:
    """Captions seek their pictures and pictures their captions; by rule: draw it, and compare."""
    alike = dual.texts(texts) @ dual.pictures(pictures).T
    drawn_anew = [
        picture(arrange(compose("painter", {"becoming": "nothing"}, seed=at, prompt=text)))
        for at, text in enumerate(texts)
    ]
    rows, others = (np.stack(p).reshape(len(p), -1) / 255 for p in (drawn_anew, pictures))
    apart = (rows**2).sum(1)[:, None] + (others**2).sum(1) - 2 * rows @ others.T
    yield Figure("caption_gallery", GALLERY)
    yield Figure("caption_recall_at_5", _share(_rank(alike) < 5), at_least=0.95)
    yield Figure("caption_recall_at_5_rules", _share(_rank(-apart) < 5))
    yield Figure("caption_recall_at_1", _share(_rank(alike) < 1))
    yield Figure("picture_recall_at_5", _share(_rank(alike.T) < 5))


def _rank(alike: Table) -> NDArray[np.int64]:
    """How many others are more alike than the right one, by row."""
    return np.asarray((alike > alike.diagonal()[:, None]).sum(1))


def _drawn(led: Sequence[Leaning]) -> Table:
    """What the judge sees in pictures of these parameters."""
    return dual.features(np.stack([picture(_planned(one, at)) for at, one in enumerate(led)]))


def _planned(one: Leaning, seed: int) -> PainterPlan:
    """A plan of these parameters; what they leave open is thrown."""
    wanted = {kind: getattr(one, kind) for kind in ("concept", "palette", "light", "layout")}
    plan = arrange(compose("painter", {**wanted, "becoming": "nothing", "size": 512}, seed=seed))
    things = [
        replace(thing, traits=(*one.traits[: len(thing.traits)], *thing.traits[TRAITS:]))
        for thing in plan.subjects
    ]
    return replace(plan, subjects=tuple(things))


def _kid(a: Table, b: Table) -> float:
    """Kernel inception distance (Binkowski et al. 2018) of features (N, F) and (M, F)."""

    def alike(x: Table, y: Table) -> Table:
        return np.asarray((x @ y.T / x.shape[1] + 1) ** 3)

    own = [(k.sum() - np.trace(k)) / (len(k) * (len(k) - 1)) for k in (alike(a, a), alike(b, b))]
    return round(float(sum(own) - 2 * alike(a, b).mean()), 5)


def _share(right: Sequence[bool] | NDArray[np.bool_]) -> float:
    return round(float(np.mean(right)), 3)
