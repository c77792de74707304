"""a set of votes
the same set                          -> the same taste, to the digest, by the command as well
votes that agree                      -> are foreseen where they were held out
the held-out fifth                    -> never changes what is learnt
a member who votes on and on          -> has no more voice than the cap
a second vote on a pair               -> does not count
not canonical, other format, unknown pictures, features out of range, other features -> refused
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner

from generation.cli import app
from generation.errors import VotesRefused
from generation.recipe import canonical_json
from generation.taste import COUNT, digest
from generation.taste.votes import FORMAT, MOST_VOICE, Vote, parse, train
from tests.generation.taste.gallery import table

SEEN = table(60)
NAMES = [f"{row:064x}" for row in range(60)]
LIKED = SEEN @ np.linspace(1, -1, COUNT)


def choices(count: int, seed: int) -> list[list[str]]:
    """Somebody's choices, all of one mind."""
    rows = np.random.default_rng(seed).integers(0, 60, (count, 2))
    found = [(a, b) if LIKED[a] > LIKED[b] else (b, a) for a, b in rows if a != b]
    return [[NAMES[better], NAMES[worse]] for better, worse in found]


def ballot(member: str, chosen: list[list[str]]) -> dict[str, Any]:
    return {"member": member, "choices": chosen, "nonce": 1, "deadline": 2, "signature": "0x"}


def votes(*ballots: dict[str, Any], **changed: Any) -> bytes:
    content = {
        "format": FORMAT,
        "features": digest(),
        "pictures": {
            name: [int(value) for value in np.rint(SEEN[row] * 65536)]
            for row, name in enumerate(NAMES)
        },
        "ballots": list(ballots),
        **changed,
    }
    return canonical_json(content)


def test_the_same_votes_give_the_same_taste() -> None:
    content = votes(ballot("a", choices(80, 1)), ballot("b", choices(80, 2)))
    one, other = train(parse(content)), train(parse(content))
    assert one.taste.digest == other.taste.digest
    assert (one.members, one.learnt + one.held_out) == (2, len(parse(content).votes))


def test_members_of_one_mind_are_foreseen() -> None:
    trained = train(parse(votes(ballot("a", choices(200, 1)), ballot("b", choices(200, 2)))))
    assert trained.held_out > 40
    assert trained.accuracy > 0.85
    assert trained.evenness > 0.99


def test_what_is_held_out_is_not_learnt_from() -> None:
    said = choices(120, 3)
    kept = [one for one in said if not Vote("a", one[0], one[1]).is_held_out]
    whole, rest = (train(parse(votes(ballot("a", one)))) for one in (said, kept))
    assert whole.held_out > 10
    assert whole.taste.digest == rest.taste.digest


def test_nobody_has_more_than_one_voice() -> None:
    """Five times the cap, all the other way round, against ten members with few votes each."""
    loud = [[worse, better] for better, worse in choices(5 * MOST_VOICE, 4)]
    quiet = [ballot(f"m{number}", choices(40, 10 + number)) for number in range(10)]
    trained = train(parse(votes(ballot("loud", loud), *quiet)))
    assert np.corrcoef(SEEN @ trained.taste.mean, LIKED)[0, 1] > 0.3


def test_a_second_vote_on_a_pair_does_not_count() -> None:
    once = votes(ballot("a", [[NAMES[0], NAMES[1]]]))
    twice = votes(ballot("a", [[NAMES[0], NAMES[1]]]), ballot("a", [[NAMES[1], NAMES[0]]]))
    assert parse(twice).votes == parse(once).votes


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"no json", "no set of votes"),
        (b"{}", "no set of votes"),
        (votes() + b" ", "not written canonically"),
        (votes(format="else"), "of format 'else'"),
        (votes(ballot("a", [["x", "y"]])), "names no two of the pictures"),
        (votes(ballot("a", [[NAMES[0], NAMES[0]]])), "names no two of the pictures"),
        (votes(pictures={"x": [0] * (COUNT - 1)}), f"no {COUNT} features"),
        (votes(pictures={"x": [9_999_999] * COUNT}), f"no {COUNT} features"),
    ],
)
def test_what_is_no_set_of_votes_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(VotesRefused, match=reason):
        parse(content)


def test_votes_on_other_features_are_not_learnt_from() -> None:
    with pytest.raises(VotesRefused, match="this version measures"):
        train(parse(votes(features="0" * 64)))


def test_the_command_trains_and_compares(tmp_path: Path) -> None:
    content = votes(ballot("a", choices(80, 1)))
    (tmp_path / "votes.json").write_bytes(content)
    made = train(parse(content)).taste
    arguments = ["taste", str(tmp_path / "votes.json"), str(tmp_path / "out.safetensors")]
    good = CliRunner().invoke(app, [*arguments, "--digest", made.digest])
    assert (good.exit_code, good.stdout.strip()) == (0, made.digest)
    assert (tmp_path / "out.safetensors").read_bytes() == made.content()
    wrong = CliRunner().invoke(app, [*arguments, "--digest", "0" * 64])
    assert wrong.exit_code == 3
    assert "not the taste" in wrong.stderr
