"""Follow the chain one step at a time: plan, fetch, link-check, apply, commit."""

from dataclasses import dataclass, field
from enum import Enum

from sqlalchemy import Engine

from indexer import link, store
from indexer.abi import Deployment
from indexer.agreement import Source
from indexer.ahead import Ahead, Batch
from indexer.decode import by_address
from indexer.error import (
    AnswerInvalid,
    AnswerTooLarge,
    HeadMoved,
    NodeFault,
    NodeUnreachable,
    RangeRefused,
    WrongChain,
)
from indexer.fetch import fetch
from indexer.plan import NEAR, Compare, Far, Head, Marks, Near, Pace, Wait, plan
from indexer.subject import Subject
from indexer.wire import Header

# A reorg deeper than this is not followed but reported; Ethereum finalizes after 64 blocks.
FINALITY = 64

# A range that brought fewer logs than this may be followed by a wider one, one that brought many
# more should be by a narrower: while one is committed the next is read, and both are in memory.
EASY, HARD = 5_000, 10_000


class Outcome(Enum):
    """What a step came to."""

    WAITED = "waited"
    ADVANCED = "advanced"
    REWOUND = "rewound"
    NARROWED = "narrowed"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it came to, where the head is now, how many events it brought."""

    outcome: Outcome
    head: Head
    events: int = 0


@dataclass(slots=True)
class Follower:
    """One deployment, seen through one node or several, kept in one database."""

    node: Source
    engine: Engine
    subject: Subject
    deployment: Deployment
    confirmations: int = 0
    finality: int = FINALITY
    near: int = NEAR
    pace: Pace = field(default_factory=Pace)
    contracts: dict[str, str] = field(init=False)
    is_verified: bool = field(init=False, default=False)
    marks: Marks = field(init=False, default=Marks(0, 0))  # as the index has them
    latest: int = field(init=False, default=0)  # the node's head
    _ahead: Ahead = field(init=False, default_factory=Ahead)
    _known: Head | None = field(init=False, default=None)  # as we left it
    said: Marks = field(init=False, default=Marks(0, 0))  # as the node has them

    def __post_init__(self) -> None:
        self.contracts = by_address(self.deployment.contracts)

    def step(self) -> Step:
        """Go one step towards the node's head; every step leaves the tables equal to a chain."""
        try:
            if not self.is_verified:
                self._verify()
            head, self._known = self._known or self._head(), None
            step = self._stepped(head, self._target())
            if step.outcome is Outcome.WAITED:
                # Now there is time to look whether somebody else moved the head.
                step = self._unless_overtaken(step)
            if step.outcome is not Outcome.OVERTAKEN:
                self._known = step.head
            return step
        except NodeFault:
            # Whoever answers next may be another node.
            self.is_verified = False
            raise

    def _unless_overtaken(self, waited: Step) -> Step:
        found = self._head()
        return waited if found == waited.head else Step(Outcome.OVERTAKEN, found)

    def _stepped(self, head: Head, target: Header) -> Step:
        match plan(head, target, self.pace, self.near):
            case Wait():
                return self._wait(head)
            case Compare():
                return self._compare(head, target)
            case Near() | Far() as stretch:
                return self._advance(head, stretch, target)

    def _verify(self) -> None:
        """Refuse a node of another chain, whatever its blocks look like, and a bare database."""
        store.check_tables(self.engine, self.subject.every_table)
        chain_id, genesis = self.node.chain_id(), self.node.headers([0])[0].hash
        ours = self.deployment
        if (chain_id, genesis) != (ours.chain_id, ours.genesis_hash):
            raise WrongChain(
                f"{self.node.name} serves chain {chain_id} (genesis {genesis}), the contracts "
                f"live on chain {ours.chain_id} (genesis {ours.genesis_hash}): name the right "
                "node with --rpc, or the right deployment file with --deployment"
            )
        self.is_verified = True

    def _head(self) -> Head:
        found = store.claimed(self.engine, self.deployment)
        if found is not None:
            head, self.marks = found
            return head
        anchor = self.node.headers([max(0, self.deployment.block - 1)])[0]
        store.claim(self.engine, self.deployment, anchor)
        self.marks = Marks(0, 0)
        return Head(anchor.number, anchor.hash, anchor.timestamp)

    def _target(self) -> Header:
        tips = self.node.tips()
        self.latest = latest = tips.latest.number
        if tips.safe is None or tips.finalized is None:
            said = Marks(max(0, latest - self.finality), max(0, latest - self.finality))
        else:
            said = Marks(tips.safe.number, tips.finalized.number)
        self.said = said
        if not self.confirmations:
            return tips.latest
        return self.node.headers([max(0, latest - self.confirmations)])[0]

    def _wait(self, head: Head) -> Step:
        """Nothing new; perhaps more of the old became final."""
        marks = self._marks(head.number)
        if marks != self.marks:
            try:
                store.mark(self.engine, head, marks)
            except HeadMoved:
                return Step(Outcome.OVERTAKEN, head)
            self.marks = marks
        return Step(Outcome.WAITED, head)

    def _marks(self, end: int) -> Marks:
        """What is safe and final once the index ends there."""
        return self.marks.raised(self.said.within(end))

    def _compare(self, head: Head, target: Header) -> Step:
        """The node is not above us: either it lags, or its chain parted from ours."""
        ours = store.recent(self.engine, target.number, self.finality + 1)
        if not ours or ours[-1].hash == target.hash:
            return Step(Outcome.WAITED, head)
        theirs = self.node.headers([block.number for block in ours])
        if theirs[-1].number == target.number and theirs[-1].hash != target.hash:
            raise AnswerInvalid(f"the node gave two blocks {target.number}")
        if theirs[-1].hash == ours[-1].hash:
            return Step(Outcome.WAITED, head)
        return self._rewind(head, ours, theirs)

    def _advance(self, head: Head, stretch: Near | Far, target: Header) -> Step:
        batch = self._batch(stretch, target)
        if batch is None:
            return Step(Outcome.NARROWED, head)
        fetched, tables = batch
        if not link.follows(head, fetched.headers[0]):
            return self._part(head, fetched.headers[0])
        end = fetched.headers[-1]
        self._read_ahead(Head(end.number, end.hash, end.timestamp), target)
        marks, window = self._marks(end.number), 2 * self.finality
        try:
            store.commit(self.engine, head, fetched.headers, tables, marks, window)
        except HeadMoved:
            return Step(Outcome.OVERTAKEN, head)
        self.marks = marks
        return Step(Outcome.ADVANCED, Head(end.number, end.hash, end.timestamp), len(fetched.logs))

    def _read_ahead(self, head: Head, target: Header) -> None:
        following = plan(head, target, self.pace, self.near)
        if isinstance(following, Far):
            self._ahead.begin(following, lambda: self._read(following, target))

    def _batch(self, stretch: Near | Far, target: Header) -> Batch | None:
        """What the plan asks for; None when the node wants a narrower question."""
        if isinstance(stretch, Near):
            return self._read(stretch, target)
        before = self.pace
        try:
            batch = self._ahead.take(stretch) or self._read(stretch, target)
        except (RangeRefused, AnswerTooLarge):
            self.pace = before.halved()
            if self.pace == before:
                raise
            return None
        except NodeUnreachable:
            self.pace = before.halved()  # perhaps the question took too long to answer
            raise
        if len(batch[0].logs) < EASY:
            self.pace = before.doubled()
        elif len(batch[0].logs) > HARD:
            self.pace = before.halved()
        return batch

    def _read(self, stretch: Near | Far, target: Header) -> Batch:
        fetched = fetch(self.node, stretch, target, self.contracts)
        return fetched, self.subject.rows(fetched.logs, self.contracts)

    def _part(self, head: Head, first: Header) -> Step:
        """The block after our head has another parent: find the last one both chains share."""
        ours = store.recent(self.engine, head.number, self.finality + 1)
        theirs = self.node.headers([block.number for block in ours])
        if theirs[-1].hash != first.parent_hash:
            raise AnswerInvalid(
                f"the node's block {first.number} names {first.parent_hash} as its parent, but "
                f"its block {head.number} is {theirs[-1].hash}"
            )
        return self._rewind(head, ours, theirs)

    def _rewind(self, head: Head, ours: list[Head], theirs: list[Header]) -> Step:
        link.check(theirs)
        floor = max(head.number - self.finality, self.marks.finalized)
        ancestor = link.ancestor(head, ours, theirs, floor)
        try:
            store.rewind(self.engine, head, ancestor, self.marks, self.subject.fact_tables)
        except HeadMoved:
            return Step(Outcome.OVERTAKEN, head)
        return Step(Outcome.REWOUND, ancestor)
