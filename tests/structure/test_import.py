"""who may import whom
generation, indexer              -> no sibling
marketplace                      -> the indexer's abi, models, primitives; generation's light half
adapters that draw or compare    -> all of generation
a stage                          -> stages to its left, and of them queries alone
brownie                          -> scripts and tests/contracts alone
generation's light half, and app -> leave torch unloaded
nobody                           -> in a circle
"""

import subprocess
import sys

import pytest

from tests.structure.source import PRODUCT, ROOT, Module, modules

MAY_IMPORT = {
    "generation": {"generation"},
    "indexer": {"indexer"},
    "marketplace": {
        "marketplace",
        "indexer.abi",
        "indexer.models",
        "indexer.primitives",
        # The half of generation that knows recipes and engines without drawing: no torch in it.
        "generation.dice",
        "generation.errors",
        "generation.recipe",
        "generation.registry",
        "generation.schema",
        "generation.taste",
        "generation.words",
    },
}
DRAW = {f"marketplace.adapters.{name}" for name in ("finder", "imprinter", "renderer")}

# From left to right: who is further right may read who is further left.
STAGES = ("sign_in", "resemblance", "curation", "governance", "studio", "gallery", "taste", "live")
READABLE = "queries"
# Each with its reason.
EXCEPTIONS: dict[tuple[str, str], str] = {
    ("marketplace.gallery.queries", "marketplace.studio.models.Commission"): (
        "one statement joins a work with the commission it came from; two would be a query a work"
    ),
    **dict.fromkeys(
        (
            ("marketplace.studio.step", "marketplace.resemblance.compare"),
            ("marketplace.studio.step", "marketplace.resemblance.compare.Bench"),
        ),
        "a worker knows all of its steps from one place",
    ),
    ("marketplace.studio.workshop", "marketplace.resemblance.attester.Attester"): (
        "a worker's tools are held in one place"
    ),
}

LIGHT = ("generation.recipe", "generation.registry", "marketplace.app", "marketplace.cli")


@pytest.mark.parametrize("package", PRODUCT)
def test_siblings_are_imported_where_that_is_allowed(package: str) -> None:
    allowed = MAY_IMPORT[package]
    wrong = [
        f"{module.shown} imports {name}"
        for module in modules(package)
        for name in sorted(module.imports)
        if _is_ours(name) and not _is_within(name, allowed) and not _may_draw(module, name)
    ]
    assert wrong == []


def test_a_stage_reads_queries_of_stages_to_its_left_only() -> None:
    wrong = [
        f"{module.shown} imports {name}"
        for position, stage in enumerate(STAGES)
        for module in modules(f"marketplace/{stage}")
        for name in sorted(module.imports)
        if not _may_read(module.name, name, position)
    ]
    assert wrong == []


def test_every_exception_is_needed() -> None:
    used = {(module.name, name) for module in modules("marketplace") for name in module.imports}
    assert set(EXCEPTIONS) <= used


def test_no_product_module_imports_brownie() -> None:
    wrong = [
        module.shown
        for module in modules(*PRODUCT, "migrations", "bench", "tools")
        if any(name.split(".")[0] == "brownie" for name in module.imports)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", LIGHT)
def test_torch_stays_unloaded(name: str) -> None:
    code = f"import sys, {name}; sys.exit('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_no_modules_import_each_other_in_a_circle() -> None:
    edges = {module.name: set[str]() for module in modules(*PRODUCT)}
    for module in modules(*PRODUCT):
        for name in module.imports:
            target = name if name in edges else name.rpartition(".")[0]
            if target in edges and target != module.name:
                edges[module.name].add(target)
    assert _circle(edges) == []


def _is_ours(name: str) -> bool:
    return name.split(".")[0] in PRODUCT


def _is_within(name: str, allowed: set[str]) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in allowed)


def _may_draw(module: Module, name: str) -> bool:
    return module.name in DRAW and name.startswith("generation.")


def _may_read(reader: str, name: str, position: int) -> bool:
    parts = name.split(".")
    if parts[0] != "marketplace" or len(parts) < 2 or parts[1] not in STAGES:
        return True
    if parts[1] == STAGES[position] or (reader, name) in EXCEPTIONS:
        return True
    is_left = STAGES.index(parts[1]) < position
    return is_left and len(parts) > 2 and parts[2] == READABLE


def _circle(edges: dict[str, set[str]]) -> list[str]:
    """Modules that no order of loading can put after all they import."""
    left = dict(edges)
    while ready := [name for name, needed in left.items() if not needed & left.keys()]:
        for name in ready:
            del left[name]
    return sorted(left)
