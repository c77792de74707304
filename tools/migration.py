"""Apply all migrations to an empty database, and fail if the models would still change it."""

import sys
import tempfile
from pathlib import Path

from alembic.util.exc import CommandError

from marketplace.runtime import migrate
from marketplace.runtime.postgres import Postgres


def main() -> int:
    """0 if the migrations end where the models are."""
    with tempfile.TemporaryDirectory(prefix="atelier-check-") as folder:
        server = Postgres(Path(folder) / "cluster", ("fsync=off",))
        server.start()
        try:
            server.create()
            migrate.upgrade(server.url())
            migrate.check(server.url())
        except CommandError as error:
            print(error)
            return 1
        finally:
            server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
