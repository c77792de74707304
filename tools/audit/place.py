"""Name the places of the audit bench."""

from tools.setup.place import BIN, ROOT

HERE = ROOT / "tests" / "audit"
SEEDS = HERE / "seeds.toml"
TRIAGE = HERE / "slither.toml"
FINDING_VARIANTS = HERE / "finding" / "variant"
INVARIANT_VARIANTS = HERE / "invariant" / "variant"
CONTROL = HERE / "control"
REPORTS = ROOT / "docs" / "audit"
FORGE = BIN / "forge"
AUDIT_BIN = ROOT / ".venv-audit" / "bin"
