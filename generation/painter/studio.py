"""Paint a plan: compose the scene, decide every stroke, lay them at the size that was asked."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from generation.dice import Dice
from generation.engine import Plan, Progress, Raster, Subject
from generation.painter import card as cards
from generation.painter.arrange import arrange
from generation.painter.moving import film, still, style
from generation.painter.plan import PainterPlan
from generation.painter.scene import compose
from generation.painter.style.paint import paint, thumbnail
from generation.painter.style.svg import svg
from generation.recipe import Recipe
from generation.schema import Card


class Painter:
    """The engine behind a card of the painter; the recipe's version says how it paints."""

    def __init__(self, card: Card) -> None:
        self.card = card

    def plan(self, recipe: Recipe) -> PainterPlan:
        return arrange(recipe)

    def film(self, plan: Plan, subject: Subject, count: int) -> Iterator[Raster]:
        return film(_own(plan), subject, count)

    def svg(self, plan: Plan, title: str, note: str) -> str:
        own = _own(plan)
        return svg(still(own, compose(own)), title, note)

    def render(self, plan: Plan) -> Generator[Progress, None, Raster]:
        plan = _own(plan)
        yield Progress(0, "arranging the scene")
        scene = compose(plan)
        yield Progress(150, "mixing the ground", thumbnail(scene.target))
        painting = yield from paint(scene, style(plan), Dice(plan.grain))
        yield Progress(930, "letting light fall on the paint")
        picture = painting.raster(plan.size)
        yield Progress(1000, "done")
        return picture


def _own(plan: Plan) -> PainterPlan:
    if not isinstance(plan, PainterPlan):
        raise TypeError(f"the painter paints its own plans, not {type(plan).__name__}")
    return plan


ENGINE, SECOND = Painter(cards.CARD), Painter(cards.SECOND)
