"""An indexer that dies where it is told to: `python -m tests.indexer.mortal`.

It imports everything once, then reads orders, a line of JSON each, and gives each one a process of
its own, forked: SIGKILL before or after the nth call of some function. It answers with the number
of the signal that ended the process, 0 where it lived to the end.
"""

import json
import os
import pkgutil
import signal
import sys
from collections.abc import Callable
from typing import Any

from indexer import rebuild, store
from indexer.abi import Deployment
from indexer.apply import ATELIER
from indexer.follow import Follower
from indexer.source import Node
from tests.indexer.stage import catch_up

Order = dict[str, Any]


def main() -> None:
    """One life after another, for as long as somebody asks."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                live(json.loads(line))
            finally:
                os._exit(0)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0}\n")
        sys.stdout.flush()


def live(order: Order) -> None:
    """Follow to the head, or rebuild; and die on the way."""
    owner, _, name = order["point"].rpartition(".")
    place = pkgutil.resolve_name(owner)
    wrapped = mortal(getattr(place, name), order["nth"], is_after=order["is_after"])
    setattr(place, name, wrapped)
    node, engine = Node(order["url"]), store.connect(order["database"])
    follower = Follower(node, engine, ATELIER, Deployment.load(order["deployment"]))
    if not order["rebuilds"]:
        return catch_up(follower)

    def fill(engine: Any) -> None:
        catch_up(Follower(node, engine, ATELIER, follower.deployment))

    rebuild.rebuild(engine, ATELIER.every_table, fill)


def mortal(lives: Callable[..., Any], nth: int, *, is_after: bool) -> Callable[..., Any]:
    """The same function; its nth call is the last thing that happens."""
    calls = 0

    def dies(*arguments: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == nth and not is_after:
            os.kill(os.getpid(), signal.SIGKILL)
        found = lives(*arguments, **options)
        if calls == nth:
            os.kill(os.getpid(), signal.SIGKILL)
        return found

    return dies


if __name__ == "__main__":
    main()
