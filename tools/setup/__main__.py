"""Bring this checkout to where it serves, doing only what is not done.

python3 -m tools.setup            all that `make run` needs
python3 -m tools.setup --test     also a browser, a real IPFS node and forge, for `make test`
python3 -m tools.setup --audit    also a static analyser and a symbolic tester, for `make audit`
"""

import sys

OLDEST = (3, 11)
TOO_OLD = """✗ This is Python {found} ({where}); Atelier needs 3.11 or newer.

  Install one (Debian and Ubuntu: apt-get install python3 python3-venv; elsewhere: pyenv, Homebrew
  or python.org), then run the same with PYTHON=/path/to/python3."""


def main(arguments: "list[str]") -> int:  # quoted, for old Pythons read this too
    """Do the steps; 0 when all are done."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        print(TOO_OLD.format(found=found, where=sys.executable))
        return 1
    if set(arguments) - {"--test", "--audit"}:
        print(__doc__)
        return 2
    from tools.setup import plan, python, work
    from tools.setup.fault import SetupFault

    try:
        python.check_machine()
        more = (*plan.TEST, *plan.AUDIT) if "--audit" in arguments else plan.TEST
        work.bring_about((*plan.RUN, *more) if arguments else plan.RUN)
    except SetupFault as fault:
        print(f"\n✗ {fault.message}\n\n  {fault.mend}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstopped; the same again goes on from here", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
