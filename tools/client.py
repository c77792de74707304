"""Generate the API's clients from its document, or say that they are stale.

    python -m tools.client [--check]

The document is what the application says of itself. openapi-python-client makes the Python client
of it and openapi-typescript the TypeScript types; both are fetched when they are first needed,
apart from everything else. `clients/made.json` says from what and into what they were made, so that
checking needs neither of them.
"""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

from tools.setup.place import NPM, PYTHON, ROOT, with_tools

CLIENTS = ROOT / "clients"
DOCUMENT = CLIENTS / "openapi.json"
MADE = CLIENTS / "made.json"
PACKAGE = CLIENTS / "python" / "atelier_client"
TYPES = CLIENTS / "typescript"
ENVIRONMENT = ROOT / ".setup" / "clients"
SAY = """
import json
from marketplace.app import create_app
from marketplace.config import Settings
document = create_app(Settings(development=False)).openapi()
print(json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False))
"""


def main(arguments: list[str]) -> int:
    """0 when the clients are those of the document."""
    document = _run(str(PYTHON), "-c", SAY)
    if arguments == ["--check"]:
        return _check(document)
    DOCUMENT.write_text(document)
    _make_python()
    _make_types()
    MADE.write_text(json.dumps(_digests(document), indent=2) + "\n")
    print(f"clients of {len(json.loads(document)['paths'])} paths, in {CLIENTS.relative_to(ROOT)}")
    return 0


def _check(document: str) -> int:
    made = json.loads(MADE.read_text()) if MADE.exists() else {}
    now = _digests(document)
    if stale := [name for name, digest in now.items() if made.get(name) != digest]:
        print(f"{' and '.join(stale)} changed since the clients were made: run `make clients`")
        return 1
    return 0


def _make_python() -> None:
    generator = ENVIRONMENT / "bin" / "openapi-python-client"
    if not generator.exists():
        _run(sys.executable, "-m", "venv", str(ENVIRONMENT))
        wanted = str(ROOT / "requirements-client.txt")
        _run(str(ENVIRONMENT / "bin" / "pip"), "install", "--quiet", "--requirement", wanted)
    places = ("--path", str(DOCUMENT), "--output-path", str(PACKAGE))
    options = ("--config", str(CLIENTS / "python.yml"), "--meta", "none", "--overwrite")
    _run(str(generator), "generate", *places, *options, "--fail-on-warning")
    for tidy in (("check", "--fix", "--select", "I,F401,F811"), ("format", "--line-length", "100")):
        _run(str(PYTHON), "-m", "ruff", *tidy, "--isolated", "--quiet", str(PACKAGE))


def _make_types() -> None:
    _run(str(NPM), "ci", "--silent", "--no-audit", "--no-fund", cwd=TYPES)
    _run(str(NPM), "run", "--silent", "generate", cwd=TYPES)


def _digests(document: str) -> dict[str, str]:
    """Of what the clients were made, and of what they are."""
    python = sorted(PACKAGE.rglob("*.py"))
    return {
        "the API": hashlib.sha256(document.encode()).hexdigest(),
        "the Python client": _digest(python),
        "the TypeScript types": _digest([TYPES / "schema.ts"]),
    }


def _digest(files: list[Path]) -> str:
    found = hashlib.sha256()
    for file in files:
        found.update(str(file.relative_to(CLIENTS)).encode() + b"\0" + file.read_bytes())
    return found.hexdigest()


def _run(*command: str, cwd: Path = ROOT) -> str:
    done = subprocess.run(
        command, cwd=cwd, env=with_tools(None), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:4])} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
