"""Judge how well a picture fits a text, and let a recipe say the text's words."""

from __future__ import annotations

from dataclasses import dataclass

from generation.muse.glimpse import Glimpse
from generation.muse.judge import Opinion
from generation.muse.subject import POSITIONS, group
from generation.network import dual
from generation.painter.card import AUTO, CARD, NOTHING
from generation.painter.concept.catalogue import BY_NAME
from generation.painter.plan import PainterPlan
from generation.recipe import Recipe, parse
from generation.schema import Choice
from generation.words import understand

LOOKS = ("palette", "light", "layout", "style")
NEAR = 200  # per mille by which a trait may miss what a word asks
PARTS = ("petals", "leaf")  # of a flower; its words do not mean that it becomes them
ASKED = 400  # thousandths of the judgement that what was plainly asked has


@dataclass(frozen=True, slots=True)
class Fitting:
    """A text as a judge: the dual encoder's cosine, and how much of what is asked is there."""

    text: str

    def __call__(self, seen: Glimpse) -> Opinion:
        """From -600 to 1000."""
        fit = dual.fit(seen.picture, self.text)
        return Opinion((fit * (1000 - ASKED) + met(self.text, seen.plan) * ASKED) // 1000)


def met(text: str, plan: PainterPlan) -> int:
    """How much of what a text plainly asks for a plan has, per mille; of nothing, all."""
    said = understand(text)
    asked = [getattr(plan, kind) == name for kind in LOOKS if (name := getattr(said, kind))]
    things = (*plan.subjects, *plan.becoming)
    asked += [any(thing.concept == name for thing in things) for name in said.concepts]
    asked += [_has(plan, hint.concept, hint.trait, hint.value) for hint in said.hints]
    return sum(asked) * 1000 // len(asked) if asked else 1000


def said(recipe: Recipe, text: str) -> Recipe:
    """The recipe with the words in its prompt, and its choices made to follow them.

    A thing that the words name and the recipe has not is what its subject becomes. Raises
    `RecipeRefused` where both texts together are too long for a prompt.
    """
    text = text.strip()
    if not text:
        return recipe
    meaning, content = understand(text), recipe.as_dict()
    parameters = content["parameters"]
    for kind in LOOKS:
        known = CARD.parameter(kind)
        name = getattr(meaning, kind)
        if isinstance(known, Choice) and name in known.values:
            parameters[kind] = name
    parameters |= _change(parameters, recipe.prompt, text)
    prompt = recipe.prompt
    if text.casefold() not in prompt.casefold():
        prompt = f"{prompt}, {text}" if prompt else text
    return parse({**content, "prompt": prompt, "parameters": parameters})


def _change(parameters: dict[str, object], prompt: str, text: str) -> dict[str, object]:
    """What of a recipe's change the words alter: which thing it becomes, and how far it has."""
    before = understand(prompt)
    first = str(parameters["concept"])
    first = (before.concept or AUTO) if first == AUTO else first
    if first == AUTO:
        return {}
    then = str(parameters["becoming"])
    then = (before.becoming or NOTHING) if then == AUTO else then
    # Read beside the subject: "rose, open petals" is of a rose, "moon" beside a rose is a moon.
    named = understand(f"{BY_NAME[first].title}, {text}").concepts
    parts = PARTS if group(first) == group(PARTS[0]) else ()
    own = (first, then, *before.concepts, *parts)
    fresh = [name for name in named if name not in own]
    if not fresh:
        return {"concept": first, "becoming": then}
    return {"concept": first, "becoming": fresh[0], "position": POSITIONS[-1]}


def _has(plan: PainterPlan, owner: str | None, trait: str, value: int) -> bool:
    from generation.painter.concept.concept import concept

    for thing in (*plan.subjects, *plan.becoming):
        names = [one.name for one in concept(thing.concept).traits]
        if owner in (None, thing.concept) and trait in names:
            return abs(thing.traits[names.index(trait)] - value) <= NEAR
    return False
