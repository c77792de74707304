"""engines of other packages
an installed package's engine          -> described, renders and verifies through the command line
a card that does not import or fit     -> left out, told with name and package; the others work
an engine that does not load           -> EngineBroken when it is asked for, not before
an engine of the house's own name      -> left out
two packages with the same engine      -> neither gets it
several versions of one                -> the newest by number is taken
a medium that nobody has               -> MediumMissing, with those that are there
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import generation
from generation import medium, registry
from generation.engine import load
from generation.errors import EngineBroken, MediumMissing, UnknownEngine
from tests.generation import loom
from tests.generation.loom import Install

ROOT = Path(generation.__file__).parent.parent


def command(folder: Path, *words: object) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(folder), str(ROOT)])
    return subprocess.run(
        [sys.executable, "-m", "generation", *map(str, words)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
    )


def test_an_installed_engine_is_used_from_the_command_line(tmp_path: Path) -> None:
    loom.install(tmp_path)
    cards = json.loads(command(tmp_path, "describe", "--json").stdout)
    assert {card["name"] for card in cards} == {"painter", "weaver"}
    chosen = ("--set", "swatches=#204080,#f0e0c0", "--set", "size=96")
    made = command(tmp_path, "new", "--engine", "weaver", "--seed", 3, *chosen)
    (tmp_path / "recipe.json").write_text(made.stdout)
    files = tmp_path / "cloth.png", tmp_path / "receipt.json"
    done = command(tmp_path, "render", "recipe.json", files[0], "--receipt", files[1], "-q")
    assert done.returncode == 0, done.stderr
    judged = command(tmp_path, "verify", files[1], files[0], "-q")
    assert judged.returncode == 0, judged.stderr
    assert "A: the same file" in judged.stdout
    assert json.loads(files[1].read_text())["recipe"]["engine"] == "weaver"


def test_broken_packages_are_told_and_bother_nobody(tmp_path: Path) -> None:
    loom.install(tmp_path)
    loom.install(tmp_path, package="torn", engine="torn", card="import no_such_module")
    loom.install(tmp_path, package="odd", engine="odd", card="CARD = 'a card'")
    loom.install(tmp_path, package="quits", engine="quits", card="raise SystemExit(0)")
    done = command(tmp_path, "describe")
    assert done.returncode == 0
    assert "Weaver (weaver 1)" in done.stdout
    assert "Painter (painter" in done.stdout
    notes = sorted(line for line in done.stderr.splitlines() if line.startswith("note:"))
    assert [note.split(" is left out")[0] for note in notes] == [
        "note: odd of the package odd 0.3",
        "note: quits of the package quits 0.3",
        "note: torn of the package torn 0.3",
    ]
    assert "no_such_module" in notes[2]


def test_a_card_whose_own_default_is_refused_is_left_out(install: Install) -> None:
    install(card=loom.CARD.replace("64, 512, 64", "64, 512, 65"))
    (broken,) = registry.broken()
    assert "default is refused: size: 65" in broken.reason
    with pytest.raises(UnknownEngine, match=r"weaver of the package weaver 0\.3 is left out"):
        registry.card("weaver")


def test_an_engine_that_does_not_load_is_told_when_asked_for(install: Install) -> None:
    install(loom="import no_such_module")
    assert registry.card("weaver").title == "Weaver"
    with pytest.raises(EngineBroken, match="weaver 1 does not load: No module named"):
        load("weaver", "1")


def test_an_engine_of_another_card_is_not_taken(install: Install) -> None:
    install(loom="class Other: card = None\nENGINE = Other()")
    with pytest.raises(EngineBroken, match="is not the engine of the card"):
        load("weaver", "1")


def test_nobody_takes_a_name_of_the_house(install: Install) -> None:
    own = registry.card("painter")
    install(engine="painter", version=own.version)
    assert registry.card("painter") is own
    assert "Atelier itself has an engine painter" in registry.broken()[0].reason


def test_two_packages_with_one_engine_get_neither(install: Install) -> None:
    install()
    install(package="spinner")
    assert {broken.package for broken in registry.broken()} == {"weaver 0.3", "spinner 0.3"}
    assert "spinner 0.3 and weaver 0.3 both offer" in registry.broken()[0].reason
    with pytest.raises(UnknownEngine):
        registry.card("weaver")


def test_the_newest_version_is_the_one_of_the_highest_number(install: Install) -> None:
    for package, version in (("one", "1.10"), ("two", "1.9"), ("three", "1.9b")):
        install(package=package, version=version)
    assert registry.card("weaver").version == "1.10"
    versions = [card.version for card in registry.describe() if card.name == "weaver"]
    assert versions == ["1.9", "1.9b", "1.10"]
    assert generation.compose("weaver", {}, seed=1).engine_version == "1.10"


def test_a_medium_that_nobody_has_is_named(install: Install) -> None:
    install(medium="smell")
    with pytest.raises(MediumMissing, match="'smell', which is no medium here; known are picture"):
        medium.of(registry.card("weaver"))
