"""Write points and spans of time for people, with the exact one beside for programs."""

from datetime import UTC, datetime

from markupsafe import Markup

MINUTE, HOUR, DAY = 60, 3_600, 86_400
SPANS = ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute"))
TEMPLATE = Markup('<time datetime="{exact}" title="{full}">{shown}</time>')


def day(moment: int | datetime) -> Markup:
    """The date of a moment, its hour on hovering."""
    at = _at(moment)
    return _tag(at, f"{at.day} {at:%B %Y}")


def hour(moment: int | datetime) -> Markup:
    """The date of a moment and its hour, as clocks in Greenwich show it."""
    at = _at(moment)
    return _tag(at, f"{at.day} {at:%B %Y, %H:%M} UTC")


def until(moment: int | datetime, now: int) -> Markup:
    """How long it is until then; what is past is `over`."""
    at = _at(moment)
    seconds = int(at.timestamp()) - now
    return _tag(at, f"{span(seconds)} left" if seconds > 0 else "over")


def ago(moment: int | datetime, now: int) -> Markup:
    """How long ago it was; after a month, the date."""
    at = _at(moment)
    seconds = now - int(at.timestamp())
    if seconds < MINUTE:
        return _tag(at, "just now")
    return _tag(at, f"{span(seconds)} ago") if seconds < 30 * DAY else day(at)


def span(seconds: int) -> str:
    """The length of a span in its largest fitting unit."""
    for length, unit in SPANS:
        if seconds >= length:
            count = seconds // length
            return f"{count}\u00a0{unit}{'s' if count > 1 else ''}"
    return "less than a minute"


def _at(moment: int | datetime) -> datetime:
    if isinstance(moment, int):
        return datetime.fromtimestamp(moment, UTC)
    return moment.astimezone(UTC)


def _tag(at: datetime, shown: str) -> Markup:
    return TEMPLATE.format(
        exact=at.isoformat(timespec="seconds"),
        full=f"{at.day} {at:%B %Y, %H:%M:%S} UTC",
        shown=shown,
    )
