"""A worker in a process of its own, with the quick renderer and a quick eye for the dead."""

from marketplace import config, log, worker
from tests import fakes

if __name__ == "__main__":
    settings = config.load()
    log.configure(settings.log_format)
    worker.run(settings, fakes.render, worker.Pace(heartbeat_seconds=0.2, dead_seconds=0.8))
