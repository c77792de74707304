"""Curation in plain Python, as its manual says it: who may do what when, and what comes of it."""

from dataclasses import dataclass, field

OPEN, CLOSED, ADMITTED, REJECTED = 1, 2, 3, 4
QUORUM_BPS, QUORUM_FLOOR = 3_000, 2
WITHOUT_END = 2**48 - 1


@dataclass
class Application:
    """One ballot of one or two rounds."""

    artist: str
    snapshot: int
    closes_at: int
    quorum: int
    round: int = 1
    decision: int = 0
    counts: list[int] = field(default_factory=lambda: [0, 0, 0])
    voted: set[str] = field(default_factory=set)

    def state(self, at: int) -> int:
        """As the contract's view has it."""
        return self.decision or (OPEN if at < self.closes_at else CLOSED)


@dataclass
class Model:
    """Every step answers whether it is allowed then, and is taken if it is."""

    joined: dict[str, int]  # the members of now, and since when
    period: int
    cooldown: int
    notice: int
    applications: list[Application] = field(default_factory=list)
    cooldown_ends_at: dict[str, int] = field(default_factory=dict)
    artist_until: dict[str, int] = field(default_factory=dict)
    left: list[tuple[str, int, int]] = field(default_factory=list)  # who, since and until when

    def open(self, artist: str, at: int) -> bool:
        """Apply."""
        latest = self._latest(artist)
        waits = latest and not latest.decision
        has_all = self.is_artist(artist, at) and artist in self.joined
        if has_all or waits or at < self.cooldown_ends_at.get(artist, 0):
            return False
        quorum = self._quorum(self._castable(artist, at - 1))
        self.applications.append(Application(artist, at - 1, at + self.period, quorum))
        return True

    def vote(self, number: int, member: str, support: int, at: int) -> bool:
        """Vote, in whichever round it is."""
        one = self._find(number)
        if not one or one.state(at) != OPEN or self.joined.get(member, at) > one.snapshot:
            return False
        if member == one.artist or member in one.voted:
            return False
        one.voted.add(member)
        one.counts[support] += 1
        return True

    def finalize(self, number: int, at: int) -> bool:
        """Decide."""
        one = self._find(number)
        if not one or one.state(at) != CLOSED:
            return False
        against, in_favour, _ = one.counts
        is_won = sum(one.counts) >= one.quorum and in_favour > against
        is_revoked_since = one.snapshot < self.artist_until.get(one.artist, 0) < WITHOUT_END
        if is_won and not is_revoked_since:
            one.decision = ADMITTED
            self.artist_until[one.artist] = WITHOUT_END
            self.joined.setdefault(one.artist, at)
        else:
            one.decision = REJECTED
            former = self.cooldown_ends_at.get(one.artist, 0)
            self.cooldown_ends_at[one.artist] = max(at + self.cooldown, former)
        return True

    def appeal(self, number: int, at: int) -> bool:
        """Open the second round."""
        one = self._find(number)
        if not one or one.decision != REJECTED or one.round != 1:
            return False
        if one is not self._latest(one.artist) or at >= self.cooldown_ends_at[one.artist]:
            return False
        left = self._castable(one.artist, one.snapshot) - sum(one.counts)
        if left < self._quorum(left):
            return False
        one.quorum, one.closes_at = self._quorum(left), at + self.period
        one.round, one.decision, one.counts = 2, 0, [0, 0, 0]
        return True

    def revoke(self, artist: str, at: int) -> bool:
        """End an admission after the notice."""
        if self.artist_until.get(artist) != WITHOUT_END:
            return False
        self.artist_until[artist] = at + self.notice
        self.cooldown_ends_at[artist] = at + self.notice + self.cooldown
        return True

    def withdraw(self, artist: str, at: int) -> bool:
        """Take a revocation back."""
        if not at < self.artist_until.get(artist, 0) < WITHOUT_END:
            return False
        self.artist_until[artist], self.cooldown_ends_at[artist] = WITHOUT_END, 0
        return True

    def leave(self, member: str, at: int) -> bool:
        """End an own membership."""
        if member not in self.joined:
            return False
        self.left.append((member, self.joined.pop(member), at))
        return True

    def is_artist(self, artist: str, at: int) -> bool:
        """Whether they may mint."""
        return at < self.artist_until.get(artist, 0)

    def undecided(self) -> int:
        """How many bonds the contract holds."""
        return sum(not one.decision for one in self.applications)

    def _find(self, number: int) -> Application | None:
        return self.applications[number - 1] if number <= len(self.applications) else None

    def _latest(self, artist: str) -> Application | None:
        return next((one for one in reversed(self.applications) if one.artist == artist), None)

    def _castable(self, artist: str, snapshot: int) -> int:
        spells = [*((who, since, WITHOUT_END) for who, since in self.joined.items()), *self.left]
        return sum(who != artist and since <= snapshot < until for who, since, until in spells)

    @staticmethod
    def _quorum(votes: int) -> int:
        return max(-(-votes * QUORUM_BPS // 10_000), QUORUM_FLOOR)
