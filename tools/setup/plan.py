"""List the steps and what each needs: whatever is independent runs side by side."""

from tools.setup import bench, browser, contract, node, python
from tools.setup.step import Step

RUN = (
    Step("python", "Python environment", python.make_product, results=(".venv/bin/python",)),
    Step(
        "torch",
        "PyTorch",
        python.install_torch,
        results=(".venv/lib/python*/site-packages/torch",),
        needs=("python",),
    ),
    Step(
        "packages",
        "Python packages",
        python.install_product,
        inputs=("pyproject.toml",),
        results=(".venv/bin/atelier",),
        needs=("torch",),
    ),
    Step(
        "node",
        "Node",
        node.find_node,
        results=(".setup/bin/node", ".setup/bin/npm"),
        needs=("python",),
    ),
    Step(
        "npm",
        "npm packages",
        node.install_packages,
        inputs=("package.json", "package-lock.json"),
        results=("node_modules/.bin/esbuild", ".setup/bin/anvil"),
        needs=("node",),
    ),
    Step(
        "brownie",
        "Brownie environment",
        python.make_brownie,
        inputs=("requirements-brownie.txt",),
        results=(".venv-brownie/bin/brownie",),
    ),
    Step(
        "compiler",
        "Solidity compiler",
        contract.install_compiler,
        inputs=("tools/solc.mjs", "tools/setup/compiler.py", "package-lock.json"),
        results=(".setup/solcx/solc-v*",),
        needs=("npm", "brownie"),
    ),
    Step(
        "contracts",
        "contracts",
        contract.compile_all,
        inputs=(
            "contracts/**/*.sol",
            "brownie-config.yaml",
            "package-lock.json",
            "tools/setup/contract.py",
        ),
        results=("build/contracts/*.json", ".setup/brownie-home/networks-declared"),
        needs=("compiler",),
    ),
    Step(
        "pages",
        "pages",
        node.bundle_pages,
        inputs=(
            "package.json",
            "package-lock.json",
            "marketplace/web/wallet/**/*",
            "marketplace/web/style/**/*",
        ),
        results=("marketplace/web/static/dist/*.js",),
        needs=("npm",),
    ),
)

TEST = (
    Step(
        "adapters",
        "model libraries",
        python.install_adapters,
        inputs=("pyproject.toml",),
        results=(".venv/lib/python*/site-packages/diffusers",),
        needs=("packages",),
    ),
    Step("browser", "browser", browser.find_browser, needs=("packages",)),
    Step(
        "ipfs-node",
        "IPFS node",
        node.install_ipfs_node,
        inputs=("tests/ipfs_node/package.json", "tests/ipfs_node/package-lock.json"),
        results=("tests/ipfs_node/node_modules",),
        needs=("node", "npm"),
    ),
    Step(
        "forge",
        "forge",
        bench.install_forge,
        inputs=("tools/audit/package.json",),
        results=("tools/audit/node_modules", ".setup/bin/forge"),
        needs=("node", "compiler"),
    ),
)

AUDIT = (
    Step(
        "audit",
        "audit environment",
        bench.make_environment,
        inputs=("requirements-audit.txt",),
        results=(".venv-audit/bin/slither", ".venv-audit/bin/halmos"),
    ),
)
