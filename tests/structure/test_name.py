"""what nothing may be called, and what nothing may say
a module   -> not a drawer for odds and ends
a file     -> no path of somebody's machine, no address of a package index
"""

import re
import subprocess

from tests.structure.source import PYTHON, ROOT, modules

DRAWERS = {"base", "common", "helper", "helpers", "manager", "misc", "util", "utils"}
# Written so that this file does not say it itself.
FOREIGN = re.compile(
    r"(?<![\w.])/(?:home|Users|root|work)/[\w.-]+|"
    + "|".join(re.escape(host) for host in ("pypi" + ".org", "pythonhosted" + ".org",
                                            "registry.npmjs" + ".org"))
)  # fmt: skip
MEANT = {"tests/marketplace/test_problem.py"}  # it makes sure that nobody is shown one
BINARY = (".png", ".webp", ".jpg", ".ico", ".woff2", ".car", ".lock")


def test_no_module_is_a_drawer() -> None:
    assert [one.shown for one in modules(*PYTHON) if one.path.stem in DRAWERS] == []


def test_no_folder_is_a_drawer() -> None:
    folders = {one.path.parent for one in modules(*PYTHON)}
    assert [folder for folder in folders if folder.name in DRAWERS] == []


def test_no_file_names_a_machine_or_an_index() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    wrong = [
        f"{name}: {found.group()}"
        for name in tracked
        if not name.endswith(BINARY) and name not in MEANT and (ROOT / name).is_file()
        for found in [FOREIGN.search((ROOT / name).read_text(errors="replace"))]
        if found
    ]
    assert tracked
    assert wrong == []
