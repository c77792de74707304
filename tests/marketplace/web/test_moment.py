"""moment
day    -> the date, with the exact moment for programs and on hovering
until  -> the time left in its largest unit; `over` once it has passed
ago    -> the time since; after a month, the date
"""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from marketplace.web import moment

NOW = 1_795_000_000


def test_day_carries_the_exact_moment() -> None:
    assert moment.day(NOW) == (
        '<time datetime="2026-11-18T11:06:40+00:00" title="18 November 2026, 11:06:40 UTC">'
        "18 November 2026</time>"
    )


def test_day_of_another_zone_is_told_in_utc() -> None:
    late = datetime(2026, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    assert "2025-12-31T22:30:00+00:00" in moment.day(late)
    assert ">31 December 2025<" in moment.day(late)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (59, "less than a minute left"),
        (60, "1\u00a0minute left"),
        (3599, "59\u00a0minutes left"),
        (3600, "1\u00a0hour left"),
        (2 * 86_400, "2\u00a0days left"),
        (0, "over"),
        (-5, "over"),
    ],
)
def test_until_says_what_is_left(seconds: int, shown: str) -> None:
    assert f">{shown}<" in moment.until(NOW + seconds, NOW)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(-3, "just now"), (3, "just now"), (120, "2\u00a0minutes ago"), (86_400, "1\u00a0day ago")],
)
def test_ago_says_how_long(seconds: int, shown: str) -> None:
    assert f">{shown}<" in moment.ago(NOW - seconds, NOW)


def test_ago_becomes_a_date_after_a_month() -> None:
    at = datetime.fromtimestamp(NOW, UTC) - timedelta(days=40)
    assert ">9 October 2026<" in moment.ago(at, NOW)
