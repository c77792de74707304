"""Tell a journey to people: a line a step as it happens, and the sums at the end."""

from decimal import Decimal

from rich.console import Console
from rich.table import Table

from marketplace.journey.story import Step, Story

WEI = Decimal(10) ** 18


def step(console: Console, told: Step) -> None:
    """One line: what happened, how long it took, and what the chain has of it."""
    facts = [f"{told.seconds:.1f} s"]
    if told.gas is not None:
        facts.append(f"{told.gas:,} gas")
    if told.transaction:
        facts.append(f"tx {told.transaction[:10]}…")
    if told.cid:
        facts.append(told.cid)
    console.print(f"[green]✓[/] {told.says}", highlight=False, soft_wrap=True)
    console.print(f"  [dim]{' · '.join(facts)}[/]", highlight=False, soft_wrap=True)


def ending(console: Console, story: Story) -> None:
    """What is on the chain now, who was paid, and that the receipt holds."""
    table = Table.grid(padding=(0, 2))
    table.add_row("work", story.proof.metadata_cid)
    table.add_row("owner", f"{story.sale.owner} (the collector)")
    for role, wei in story.sale.paid_wei.items():
        table.add_row(role, f"{_ether(wei)} ETH")
    table.add_row("artefact", f"sha-256 {story.proof.artefact_sha256}")
    table.add_row("rendered again", f"sha-256 {story.proof.rerender_sha256}")
    console.print(table)


def _ether(wei: int) -> str:
    return f"{Decimal(wei) / WEI:f}".rstrip("0").rstrip(".")
