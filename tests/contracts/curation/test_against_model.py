"""curation beside a plain model of it, whatever happens in whatever order
after every step -> application, cooldown, admission and membership are the model's
                 -> the contract holds the undecided bonds, to the wei
a step too soon, too late, or by the wrong one -> refused exactly where the model refuses it
at the end       -> every kind of step was taken, and was refused
"""

import os
from collections import Counter
from random import Random

import pytest
from brownie import accounts
from brownie.exceptions import VirtualMachineError
from curation_model import CLOSED, OPEN, REJECTED, WITHOUT_END, Model
from scene import BOND, DAY, HOUR, digest, now, pass_time

SEED = int(os.environ.get("ATELIER_SEED", "20261122"))
STEPS = int(os.environ.get("ATELIER_STEPS", "190"))
LIKELINESS = {"open": 7, "vote": 15, "finalize": 5, "appeal": 4, "leave": 2}
LIKELINESS |= {"revoke": 3, "withdraw": 3}
TAKEN_AT_LEAST = {"open": 4, "vote": 12, "finalize": 4} | dict.fromkeys(
    ("appeal", "revoke", "withdraw", "leave", "return"), 1
)
SENSIBLE = 0.8  # so often a step is aimed at what it may be done to
FITTING = {"vote": OPEN, "finalize": CLOSED, "appeal": REJECTED}
PAUSES = (1, 400, 400, 1_000, HOUR + 200, DAY + 200)
REASON = "A hand of its own."


class Machine:
    """The steps, on the chain and in the model."""

    def __init__(self, dice, curation, membership, treasury, sign_vote, voters, artists):
        self.dice, self.curation, self.membership = dice, curation, membership
        self.sign_vote, self.returned = sign_vote, 0  # artists who applied to be members again
        self.treasury, self.voters, self.artists = {"from": treasury}, voters, artists
        joined = {str(one): 0 for one in voters}
        self.model = Model(joined, period=HOUR, cooldown=2 * DAY, notice=DAY)

    def step(self, kind):
        """Take a step on both; whether it was allowed."""
        number, artist = self._an_application(kind), self._an_artist(kind)
        voter = self._a_voter(number)
        support = self.dice.choice((0, 1, 1, 1, 2))
        facts = {
            "open": (str(artist),),
            "vote": (number, str(voter), support),
            "finalize": (number,),
            "appeal": (number,),
            "revoke": (str(artist),),
            "withdraw": (str(artist),),
            "leave": (str(artist),),
        }[kind]
        try:
            getattr(self, f"_{kind}")(*facts)
        except VirtualMachineError:
            is_done = False
        else:
            is_done = True
        assert getattr(self.model, kind)(*facts, now()) == is_done, (kind, facts)
        self.returned += is_done and kind == "open" and self.model.is_artist(str(artist), now())
        return is_done

    def check(self):
        """Whether both agree on all there is."""
        at, model = now(), self.model
        assert self.curation.balance() == model.undecided() * BOND
        assert self.curation.applicationCount() == len(model.applications)
        for artist in map(str, self.artists):
            assert self.curation.cooldownEndsAt(artist) == model.cooldown_ends_at.get(artist, 0)
            assert self.curation.isArtist(artist) == model.is_artist(artist, at)
            assert (self.membership.memberOf(artist) != 0) == (artist in model.joined)
        for number, one in list(enumerate(model.applications, 1))[-4:]:
            found = self.curation.applications(number)
            counts = [found["votesAgainst"], found["votesFor"], found["abstentions"]]
            assert (found["artist"], found["snapshot"]) == (one.artist, one.snapshot)
            assert (found["closesAt"], found["quorum"]) == (one.closes_at, one.quorum)
            assert (found["round"], found["state"]) == (one.round, one.state(at))
            assert counts == one.counts

    def _an_application(self, kind):
        """Mostly one to which this kind of step may be done; else one of the latest, or none."""
        fits, last = FITTING.get(kind), len(self.model.applications)
        known = enumerate(self.model.applications, 1)
        fitting = [number for number, one in known if one.state(now()) == fits]
        if fitting and self.dice.random() < SENSIBLE:
            return self.dice.choice(fitting)
        return self.dice.randint(max(1, last - 3), last + 1)

    def _a_voter(self, number):
        """Mostly one who did not vote on it yet."""
        voted = {who for one in self.model.applications[number - 1 : number] for who in one.voted}
        left = [one for one in self.voters if str(one) not in voted]
        return self.dice.choice(left if left and self.dice.random() < SENSIBLE else self.voters)

    def _an_artist(self, kind):
        """Mostly one whom this kind of step may befall."""
        artists = [one for one in self.artists if self.model.is_artist(str(one), now())]
        if kind == "withdraw":
            artists = [one for one in artists if self.model.artist_until[str(one)] < WITHOUT_END]
        if kind != "open" and artists and self.dice.random() < SENSIBLE:
            return self.dice.choice(artists)
        return self.dice.choice(self.artists)

    def _open(self, artist):
        self.curation.openApplication(digest("dossier"), {"from": artist, "value": BOND})

    def _vote(self, number, voter, support):
        if self.dice.random() < 0.5:
            self.curation.vote(number, support, REASON, {"from": voter})
            return
        known = self.model.applications[number - 1 :]
        signed = self.sign_vote(
            number, voter, support, round=known[0].round if known else 1, deadline=2**63
        )
        self.curation.voteBySignature(signed, {"from": self.artists[0]})

    def _finalize(self, number):
        self.curation.finalize(number, {"from": self.artists[0]})

    def _appeal(self, number):
        known = self.model.applications[number - 1 :]
        terms = {"from": known[0].artist if known else self.artists[0], "value": BOND}
        self.curation.appeal(number, digest("statement"), terms)

    def _revoke(self, artist):
        self.curation.revoke(artist, digest("reason"), self.treasury)

    def _withdraw(self, artist):
        self.curation.withdrawRevocation(artist, self.treasury)

    def _leave(self, artist):
        self.membership.leave({"from": artist})


@pytest.fixture
def machine(curation, membership, as_treasury, sign_vote, members, more_members):
    artists = [accounts[2], *accounts[6:9], members[0]]
    voters = [*members, *more_members]
    return Machine(Random(SEED), curation, membership, as_treasury, sign_vote, voters, artists)


def test_like_the_model(machine):
    taken, refused, dice = Counter(), Counter(), machine.dice
    for _ in range(STEPS):
        (kind,) = dice.choices(list(LIKELINESS), LIKELINESS.values())
        (taken if machine.step(kind) else refused)[kind] += 1
        taken["return"] = machine.returned
        machine.check()
        if dice.random() < 0.15:
            pass_time(dice.choice(PAUSES))
    assert {kind: n for kind, n in TAKEN_AT_LEAST.items() if taken[kind] < n} == {}
    assert {kind for kind in LIKELINESS if not refused[kind]} == set()
