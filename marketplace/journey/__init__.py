"""Play one work's whole way, from application to sale, as the people themselves would."""

from marketplace.journey.cast import Cast, development_cast
from marketplace.journey.play import play
from marketplace.journey.stage import Stage
from marketplace.journey.story import Step, Story

__all__ = ["Cast", "Stage", "Step", "Story", "development_cast", "play"]
