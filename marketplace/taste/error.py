"""What the questions of taste refuse.

AtelierError
├── Refused         ConsentMissing, NotMember
├── Missing         ModelMissing, PictureMissing, QuestionMissing, SheetMissing
├── Conflict        BallotEmpty, NotProposed, QuestionAnswered
├── Unprocessable   BallotForged, BallotWrong
└── TooMany         EnoughForToday
"""

from marketplace.errors import Conflict, Missing, Refused, TooMany, Unprocessable


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


class NotMember(Refused):
    """Members alone teach and ratify the members' model."""

    title = "Not a member"


class ModelMissing(Missing):
    """No model of that digest was trained here."""

    title = "No such model"


class NotProposed(Conflict):
    """There is no proposal about the model."""

    title = "Not proposed yet"


class BallotEmpty(Conflict):
    """The member chose nothing that is not signed already."""

    title = "Nothing to sign"


class BallotWrong(Unprocessable):
    """A field of the ballot is not what was offered."""

    title = "The ballot is not the one offered"


class BallotForged(Unprocessable):
    """The signature is not the member's."""

    title = "The signature does not fit"
