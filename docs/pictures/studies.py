"""Paint the studies by which people are asked what they like, before there are works enough.

    .venv/bin/python docs/pictures/studies.py [--again] [NUMBER ...]

writes pictures and `studies.json` (what each shows, and its recipe) into the pages'
`static/pictures/study`. What is there stays, unless its number is given, or `--again` for all. Each
is another subject in another manner, so that a choice between two says something.
"""

import io
import json
import sys
from pathlib import Path

from PIL import Image

import generation
from generation.painter.card import CARD, NOTHING
from generation.painter.concept.catalogue import ENTRIES
from generation.painter.style.catalogue import BY_NAME
from generation.recipe import Recipe

OUT = Path(__file__).parents[2] / "marketplace" / "web" / "static" / "pictures" / "study"
NUMBER, PAINTED, SHOWN, QUALITY = 48, 640, 512, 74


def recipe_of(number: int) -> Recipe:
    """The recipe of a study; another number, another subject and another manner."""
    concepts, styles = [one.name for one in ENTRIES], list(BY_NAME)
    chosen = {
        "concept": concepts[number % len(concepts)],
        "becoming": NOTHING,
        "style": styles[number * 5 % len(styles)],
        "size": PAINTED,
    }
    return generation.compose(CARD.name, chosen, seed=4000 + number)


def title_of(recipe: Recipe) -> str:
    """What it shows and how, in words."""
    titles = {one.name: one.title for one in ENTRIES}
    names = recipe.parameters
    return f"{titles[str(names['concept'])]}, {BY_NAME[str(names['style'])].title.lower()}"


def paint(recipe: Recipe) -> bytes:
    """The study as it is shown."""
    with Image.open(io.BytesIO(generation.render(recipe).png)) as image:
        small = image.convert("RGB").resize((SHOWN, SHOWN), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, "WEBP", quality=QUALITY, method=6)
    return out.getvalue()


def main(asked: list[str]) -> None:
    """Paint what is missing or asked for, then list all."""
    OUT.mkdir(parents=True, exist_ok=True)
    listed = []
    for number in range(NUMBER):
        recipe, path = recipe_of(number), OUT / f"{number:02}.webp"
        if "--again" in asked or str(number) in asked or not path.exists():
            path.write_bytes(paint(recipe))
            print(path.name, title_of(recipe), path.stat().st_size)  # noqa: T201
        listed.append({"name": path.stem, "title": title_of(recipe), "recipe": recipe.as_dict()})
    (OUT / "studies.json").write_text(json.dumps(listed, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
