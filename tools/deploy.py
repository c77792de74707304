"""Deploy by Brownie to the node that ATELIER_RPC_URL names; `make deploy` calls this."""

import os
import shutil
import subprocess
import sys

from tools.setup.place import BROWNIE, ROOT

EMBEDDED = "embedded"
EMBEDDED_URL = "http://127.0.0.1:8545"
EMBEDDED_CHAIN_ID = "31337"


def main(network: str, account: str) -> int:
    """Run the deploy script on a network of Brownie's."""
    environment = {**os.environ}
    if network == EMBEDDED:
        environment.setdefault("ATELIER_RPC_URL", EMBEDDED_URL)
        # Brownie would look for an earlier local chain's contracts on this one.
        shutil.rmtree(ROOT / "build" / "deployments" / EMBEDDED_CHAIN_ID, ignore_errors=True)
    elif "ATELIER_RPC_URL" not in environment:
        print(f"✗ No node is named. Say ATELIER_RPC_URL=https://<your node of {network}>.")
        return 2
    elif not account:
        print("✗ No account is named. Make one with `tools/brownie accounts new NAME`, fund it,")
        print(f"  then `make deploy NETWORK={network} ACCOUNT=NAME`.")
        return 2
    if account:
        environment["ATELIER_ACCOUNT"] = account
    command = [str(BROWNIE), "run", "deploy", "--network", network]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
