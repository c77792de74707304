"""Learn what people like from their choices: features, a Bayesian model, what to ask them next.

    seen = features(raster)                      # (K,) numbers that people could point at
    taste = fit([pair(better, worse), ...])      # posterior over what each number is worth
    mean, sd = score(taste, seen)                # how much it would be liked, how surely
    question = next_pair(taste, table, dice)     # the two rows whose comparison teaches most

No torch and no picture library is loaded before features of a picture are asked.
"""

from generation.taste.evidence import Evidence, felt, kept, looked, pair, rating
from generation.taste.feature import COUNT, NAMES, digest, features, of_pixels
from generation.taste.model import Taste, fit, load, parse, personal, prior, save, score
from generation.taste.order import Placed, ordered, sampled
from generation.taste.question import Question, next_pair
from generation.taste.words import Leaning, leanings

__all__ = [
    "COUNT",
    "NAMES",
    "Evidence",
    "Leaning",
    "Placed",
    "Question",
    "Taste",
    "digest",
    "features",
    "felt",
    "fit",
    "kept",
    "leanings",
    "load",
    "looked",
    "next_pair",
    "of_pixels",
    "ordered",
    "pair",
    "parse",
    "personal",
    "prior",
    "rating",
    "sampled",
    "save",
    "score",
]
