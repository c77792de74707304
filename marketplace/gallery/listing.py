"""Show a folder of the gateway as a page without scripts, or as JSON."""

from collections.abc import Sequence
from html import escape
from typing import Final
from urllib.parse import quote

from marketplace.adapters.ipfs.dagpb import Link

PAGE: Final = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; font: 1rem/1.6 Georgia, serif }}
body {{ max-width: 44rem; margin: 8vh auto; padding: 0 1.25rem }}
h1 {{ font-size: 1rem; font-weight: normal; overflow-wrap: anywhere; opacity: .7 }}
table {{ width: 100%; border-collapse: collapse }}
td {{ padding: .35rem 0; border-top: 1px solid color-mix(in srgb, currentcolor 15%, transparent) }}
td + td {{ text-align: right; font-variant-numeric: tabular-nums; opacity: .7 }}
a {{ color: inherit; overflow-wrap: anywhere }}
</style>
<h1>{title}</h1>
<table>
{rows}
</table>
</html>
"""


def page(path: str, links: Sequence[Link], *, nested: bool) -> str:
    """Return the folder as HTML; entries link relative to it."""
    rows = [_row("..", "../", "")] if nested else []
    rows += [
        _row(link.name, f"./{quote(link.name, safe='')}", f"{link.total_size:,}") for link in links
    ]
    return PAGE.format(title=escape(path), rows="\n".join(rows))


def entries(links: Sequence[Link]) -> list[dict[str, str | int]]:
    """Return the folder as plain values."""
    return [
        {"name": link.name, "cid": str(link.cid), "total_size": link.total_size} for link in links
    ]


def _row(name: str, href: str, size: str) -> str:
    return f'<tr><td><a href="{escape(href)}">{escape(name)}</a><td>{size}'
