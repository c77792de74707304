"""Find the members' own taste: the model that their DAO has ratified, if there is one."""

from sqlalchemy.orm import Session

from generation.taste import Taste


def start(session: Session) -> Taste | None:
    """Where everybody's taste starts from; nowhere in particular until a model is ratified."""
    return None
