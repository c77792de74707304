"""set-up
a step that is done               -> is not done again
an input that changed             -> the step is done again, and what builds on it
a result that is gone             -> the step is done again
a step that fails                 -> stops the rest; the next run goes on from there
what a command's output means     -> is said in words
no browser, and none to be had    -> is said in words
Node is linked a second time      -> to the program again, not to the link itself
steps                             -> each stands after what it needs
the compiler's launcher           -> answers as the native compiler does
the closing line of `make test`   -> counts all suites
"""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.structure.source import ROOT
from tools import test as suites
from tools.setup import browser, compiler, node, plan, step, work
from tools.setup.fault import SetupFault, explained
from tools.setup.step import Step

Checkout = Callable[..., list[str]]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    """A checkout of three steps; calling it sets it up and says which steps were done."""
    monkeypatch.setattr(step, "ROOT", tmp_path)
    monkeypatch.setattr(step, "STAMPS", tmp_path / "stamps")
    (tmp_path / "input").write_text("1")

    def set_up(failing: str = "") -> list[str]:
        done: list[str] = []

        def make(name: str) -> Callable[[], str]:
            def made() -> str:
                done.append(name)
                if name == failing:
                    raise SetupFault(f"{name} failed", "mend it")
                (tmp_path / f"{name}.result").write_text(name)
                return "made"

            return made

        work.bring_about(
            (
                Step("first", "1st", make("first"), ("input",), ("first.result",)),
                Step("second", "2nd", make("second"), results=("second.result",), needs=("first",)),
                Step("third", "3rd", make("third"), results=("third.result",)),
            )
        )
        return sorted(done)

    return set_up


def test_what_is_done_is_not_done_again(checkout: Checkout) -> None:
    assert checkout() == ["first", "second", "third"]
    assert checkout() == []


def test_a_changed_input_is_done_again_with_what_builds_on_it(
    checkout: Checkout, tmp_path: Path
) -> None:
    checkout()
    (tmp_path / "input").write_text("2")
    assert checkout() == ["first", "second"]


def test_a_result_that_is_gone_is_made_again(checkout: Checkout, tmp_path: Path) -> None:
    checkout()
    (tmp_path / "third.result").unlink()
    assert checkout() == ["third"]


def test_a_run_goes_on_where_the_last_one_failed(checkout: Checkout) -> None:
    with pytest.raises(SetupFault, match="first failed"):
        checkout(failing="first")
    assert checkout() == ["first", "second"]


@pytest.mark.parametrize(
    ("said", "mend"),
    [
        ("OSError: [Errno 28] No space left on device", "make room"),
        ("npm error code ENOTFOUND", "network did not answer"),
        ("ERROR: No matching distribution found for torch==2.13.0", "lacks a version"),
        ("something never heard of", "The whole of it is in"),
    ],
)
def test_what_went_wrong_is_said_in_words(said: str, mend: str, tmp_path: Path) -> None:
    log = tmp_path / "step.log"
    log.write_text(f"first line\n{said}\n")
    fault = explained("`pip install`", log)
    assert said in fault.message
    assert mend in fault.mend


def test_a_browser_that_cannot_be_had_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise SetupFault("`playwright install chromium` failed", "look at the log")

    monkeypatch.setattr(browser, "run", fails)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(SetupFault, match="No Chromium is here") as fault:
        browser.find_browser()
    assert fault.value.mend.startswith("Install Chromium or Chrome")


def test_node_is_linked_to_the_program_every_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = tmp_path / "bin"
    monkeypatch.setattr(node, "BIN", links)
    monkeypatch.setattr(node, "NODE", links / "node")
    monkeypatch.setattr(node, "NPM", links / "npm")
    # As the Makefile has it: what set-up linked comes first.
    monkeypatch.setenv("PATH", f"{links}{os.pathsep}{os.environ['PATH']}")
    for _ in range(2):
        assert "the system's" in node.find_node()
        assert (links / "node").resolve().is_file()


def test_steps_stand_after_what_they_need() -> None:
    seen: set[str] = set()
    for one in (*plan.RUN, *plan.TEST, *plan.AUDIT):
        assert set(one.needs) <= seen, one.name
        seen.add(one.name)


def test_the_launcher_answers_as_the_compiler_does() -> None:
    launcher = ["node", str(ROOT / "tools" / "solc.mjs")]
    version = subprocess.run([*launcher, "--version"], capture_output=True, text=True, check=True)
    assert f"Version: {compiler.VERSION}+commit." in version.stdout
    source = "pragma solidity 0.8.30; contract One { function two() external { this.two(); } }"
    question = {
        "language": "Solidity",
        "sources": {"One.sol": {"content": source}},
        "settings": {"outputSelection": {"*": {"*": ["abi"], "": ["ast"]}}},
    }
    answer = subprocess.run(
        [*launcher, "--standard-json"],
        input=json.dumps(question),
        capture_output=True,
        text=True,
        check=True,
    )
    output = json.loads(answer.stdout)
    assert output["contracts"]["One.sol"]["One"]["abi"][0]["name"] == "two"
    assert '"referencedDeclaration": -28' in json.dumps(output["sources"])  # the built-in `this`


def test_the_launcher_reads_nothing_outside(tmp_path: Path) -> None:
    outside = tmp_path / "Secret.sol"
    outside.write_text("contract Secret {}")
    question = {
        "language": "Solidity",
        "sources": {"One.sol": {"content": f'import "{outside}";'}},
        "settings": {"outputSelection": {"*": {"*": ["abi"]}}},
    }
    answer = subprocess.run(
        ["node", str(ROOT / "tools" / "solc.mjs"), "--standard-json"],
        cwd=ROOT,
        input=json.dumps(question),
        capture_output=True,
        text=True,
        check=True,
    )
    assert "lies outside" in answer.stdout


def test_the_closing_line_counts_all_suites(tmp_path: Path) -> None:
    logs = tmp_path / "contracts", tmp_path / "product"
    logs[0].write_text("x\n1 failed, 40 passed, 2 warnings in 61.20s (0:01:01)\nTerminating\n")
    logs[1].write_text("= 1 failed, 300 passed, 3 skipped, 1 error in 210.00s (0:03:30) =\n")
    told = "2 failed, 340 passed, 3 skipped, 2 warnings, 1 error in 215.50s"
    assert told in suites._closing(logs, 215.5)
