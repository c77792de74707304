"""Name the places of the audit bench."""

from tools.setup.place import BIN, ROOT

HERE = ROOT / "tests" / "audit"
SEEDS = HERE / "seeds.toml"
TRIAGE = HERE / "slither.toml"
VARIANTS = HERE / "finding" / "variant"
CONTROL = HERE / "control"
REPORTS = ROOT / "docs" / "audit"
FORGE = BIN / "forge"
AUDIT_BIN = ROOT / ".venv-audit" / "bin"
