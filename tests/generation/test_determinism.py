"""the same recipe on other settings of the machine
threads, and a processor without newer vector instructions  -> the same plans and pixels
an engine that depends on either                            -> is found out
an engine that fails under a setting                        -> RenderError, which names the setting
a random recipe                                             -> is accepted; the dice decide it
"""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

import generation
from generation import audit, chance, registry
from generation.audit import NUMPY_PLAIN, Setting
from generation.cli import app
from generation.errors import RenderError
from generation.schema import Range
from tests.generation import loom
from tests.generation.loom import Install

EDGES = (audit.SETTINGS[0], audit.SETTINGS[-1])  # all between them is the bench's


def small(name: str, number: int) -> generation.Recipe:
    card = registry.card(name)
    size = card.parameter("size")
    assert isinstance(size, Range)
    return chance.thrown(card, f"determinism {number}", {"size": size.minimum})


def test_random_recipes_come_out_the_same() -> None:
    recipes = [small("painter", number) for number in range(4)]
    assert len({recipe.digest for recipe in recipes}) == 4
    assert audit.audit(recipes, EDGES) == []
    here = generation.render(recipes[0])
    (there,) = audit.under(EDGES[1], recipes[:1])
    assert there == audit.Made(here.plan_sha256, here.sample_sha256)


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("dice = Dice", "import torch; dice = Dice(str(torch.get_num_threads())); Dice", "plan"),
        (
            "at = np.arange(plan.size)",
            "at = np.arange(plan.size) + (0 if __import__('os').getenv('NPY_DISABLE_CPU_FEATURES')"
            " else 3)",
            "samples",
        ),
    ],
)
def test_what_depends_on_the_machine_is_found_out(
    install: Install, before: str, after: str, what: str
) -> None:
    install(loom=loom.LOOM.replace(before, after))
    recipe = generation.compose("weaver", {}, seed=1)
    settings = (Setting("here"), Setting("there", 2, NUMPY_PLAIN), Setting("here again"))
    found = audit.audit([recipe], settings)
    assert (found[0].setting, found[0].what) == ("there", what)
    assert {one.setting for one in found} == {"there"}
    assert recipe.digest in str(found[0])


def test_an_engine_that_fails_somewhere_is_told_with_the_setting(install: Install) -> None:
    install(loom=loom.LOOM.replace("yield Progress(0", "1 / 0; yield Progress(0"))
    with pytest.raises(RenderError, match="under 'here': ZeroDivisionError"):
        audit.under(Setting("here"), [generation.compose("weaver", {}, seed=1)])


def test_the_command_line_counts_mismatches(install: Install) -> None:
    install()
    done = CliRunner().invoke(app, ["audit", "--engine", "weaver", "--recipes", "2", "-q"])
    assert done.exit_code == 0
    assert done.stdout == f"2 recipes, {len(audit.SETTINGS)} settings: 0 mismatches\n"


def test_the_dice_decide_a_recipe(install: Install) -> None:
    install()
    one, same, other = (small("weaver", number) for number in (1, 1, 2))
    assert one == same != other
    assert one.whole("size") == 64
    thrown = [small("weaver", number).texts("swatches") for number in range(30)]
    assert () in thrown
    assert any(len(colours) > 1 for colours in thrown)
