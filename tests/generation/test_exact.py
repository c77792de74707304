"""canonical arithmetic
inside            -> float64, one thread, deterministic, no oneDNN, no gradients
afterwards        -> all as it was, even after a failure
fixed             -> nearest whole numbers; what is not finite is refused
planning a recipe -> happens inside, for engines that use torch
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from generation import compose
from generation.artefact import planned
from generation.exact import exact, fixed
from tests.generation import loom
from tests.generation.loom import Install


def settings() -> tuple[object, ...]:
    return (
        torch.get_default_dtype(),
        torch.get_num_threads(),
        torch.are_deterministic_algorithms_enabled(),
        torch.backends.mkldnn.enabled,
        torch.is_grad_enabled(),
    )


EXACT = (torch.float64, 1, True, False, False)


@pytest.fixture
def two_threads() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    yield
    torch.set_num_threads(before)


@pytest.mark.usefixtures("two_threads")
def test_it_holds_inside_and_is_undone_afterwards() -> None:
    before = settings()
    with exact():
        assert settings() == EXACT
    assert settings() == before != EXACT


@pytest.mark.usefixtures("two_threads")
def test_it_is_undone_after_a_failure() -> None:
    before = settings()
    with pytest.raises(ZeroDivisionError), exact():
        _ = 1 / 0
    assert settings() == before


def test_fixed_rounds_to_the_nearest_step() -> None:
    found = fixed(np.array([0.0, 0.26, -0.26, 1.74]), 2)
    assert found.tolist() == [0, 1, -1, 3]
    assert found.dtype == np.int64


def test_fixed_hides_differences_in_the_last_bits() -> None:
    values = np.random.default_rng(1).random(100_000)
    near = values * (1 + 2**-50)
    assert not np.array_equal(values, near)
    assert np.array_equal(fixed(values), fixed(near))


@pytest.mark.parametrize("odd", [np.nan, np.inf, -np.inf])
def test_fixed_refuses_what_is_not_finite(odd: float) -> None:
    with pytest.raises(ValueError, match="not finite"):
        fixed(np.array([1.0, odd]))


@pytest.mark.parametrize(("libraries", "is_exact"), [('("numpy", "torch")', True), ("()", False)])
def test_engines_with_torch_plan_inside(
    install: Install, tmp_path: Path, libraries: str, is_exact: bool
) -> None:
    told = tmp_path / "told"
    write = f"pathlib.Path({str(told)!r}).write_text"
    telling = f"import torch, pathlib; {write}(str(torch.get_default_dtype()))"
    install(
        card=loom.CARD.replace('("numpy",)', libraries),
        loom=loom.LOOM.replace("dice = Dice", f"{telling}\n        dice = Dice"),
    )
    planned(compose("weaver", {}, seed=1))
    assert told.read_text() == ("torch.float64" if is_exact else "torch.float32")
