"""What the questions of taste refuse.

AtelierError
├── Refused         ConsentMissing
├── Missing         PictureMissing, QuestionMissing, SheetMissing
├── Conflict        QuestionAnswered
└── TooMany         EnoughForToday
"""

from marketplace.errors import Conflict, Missing, Refused, TooMany


class ConsentMissing(Refused):
    """Nothing about a person's taste is kept before the person agreed to it."""

    title = "Your consent is needed first"


class PictureMissing(Missing):
    """There is no such picture to say something about."""

    title = "No such picture"


class SheetMissing(Missing):
    """No such contact sheet of this person, or its days are over."""

    title = "No such sheet"


class QuestionMissing(Missing):
    """There is nothing to ask: too few pictures, or every pair was asked."""

    title = "No question left"


class QuestionAnswered(Conflict):
    """The answer is not to the question that waits for one."""

    title = "That is not the question"


class EnoughForToday(TooMany):
    """One person's word counts so often a day, and no oftener."""

    title = "Enough for today"
