"""Fetch Ponder and Subsquid from npm, each into its folder here, for `bench/index.py peers`.

    .venv/bin/python bench/peers/install.py

Versions are those of each folder's package.json; nothing of it becomes part of the product.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Install both; npm's own words say what went wrong."""
    for folder in sorted(file.parent for file in HERE.glob("*/package.json")):
        print(f"{folder.name}: npm install", flush=True)
        command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"]
        if code := subprocess.run(command, cwd=folder, check=False).returncode:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
