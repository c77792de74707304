"""Learn what people like from their choices: features, a Bayesian model, what to ask them next.

    seen = features(raster)                      # (K,) numbers that people could point at
    taste = fit([pair(better, worse), ...])      # posterior over what each number is worth
    mean, sd = score(taste, seen)                # how much it would be liked, how surely
    one, other = next_pair(taste, table, dice)   # the question that teaches most

No torch and no picture library is loaded before features of a picture are asked.
"""

from generation.taste.evidence import Evidence, felt, kept, pair, rating
from generation.taste.feature import COUNT, NAMES, digest, features
from generation.taste.model import Taste, fit, load, personal, prior, save, score
from generation.taste.order import Placed, ordered, sampled
from generation.taste.question import next_pair

__all__ = [
    "COUNT",
    "NAMES",
    "Evidence",
    "Placed",
    "Taste",
    "digest",
    "features",
    "felt",
    "fit",
    "kept",
    "load",
    "next_pair",
    "ordered",
    "pair",
    "personal",
    "prior",
    "rating",
    "sampled",
    "save",
    "score",
]
