"""Say what was found about one part, and how it is mended."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rich.console import Console
from rich.markup import escape

from marketplace.runtime.error import RuntimeFault

Status = Literal["fine", "resting", "broken"]
MARKS = {"fine": "[green]✓[/]", "resting": "[yellow]·[/]", "broken": "[red]✗[/]"}
NAME_WIDTH = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """One part: fine, resting (nothing is wrong, it just does not run), or broken."""

    part: str
    status: Status
    says: str
    mend: str = ""

    @property
    def is_broken(self) -> bool:
        """Whether somebody has to do something."""
        return self.status == "broken"

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {
            "part": self.part,
            "status": self.status,
            "says": self.says,
            "mend": self.mend or None,
        }


class Resting(Exception):
    """What a check raises when its part is not meant to run now."""

    def __init__(self, says: str, mend: str = "") -> None:
        super().__init__(says)
        self.says = says
        self.mend = mend


@dataclass(frozen=True, slots=True)
class Check:
    """A part's name, how to look at it, and what to do should it fail in an unforeseen way."""

    part: str
    look: Callable[[], str]
    mend: str


def examine(checks: Iterable[Check]) -> list[Finding]:
    """Look at everything; a part that fails keeps nobody from looking at the next."""
    return [_examined(check) for check in checks]


def _examined(check: Check) -> Finding:
    try:
        return Finding(check.part, "fine", check.look())
    except Resting as rest:
        return Finding(check.part, "resting", rest.says, rest.mend)
    except RuntimeFault as fault:
        return Finding(check.part, "broken", fault.message, fault.mend)
    except Exception as error:
        return Finding(check.part, "broken", f"{type(error).__name__}: {error}", check.mend)


def tell(findings: Sequence[Finding], console: Console) -> None:
    """A line a part, and under what is not fine, what to do."""
    for finding in findings:
        line = f"{MARKS[finding.status]} {finding.part:<{NAME_WIDTH}} {escape(finding.says)}"
        console.print(line, highlight=False, soft_wrap=True)
        if finding.mend:
            console.print(f"  {'':<{NAME_WIDTH}} [dim]{escape(finding.mend)}[/]", soft_wrap=True)
    broken = sum(finding.is_broken for finding in findings)
    console.print(f"\n{broken} to mend" if broken else "\nall is well", highlight=False)
