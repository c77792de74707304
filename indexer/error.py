"""Everything that can go wrong between a chain and its index.

IndexerError
├── Refusal               asking again cannot help: the message says what to do
│   ├── DeploymentInvalid     the deployment file is missing, broken or made with other ABIs
│   ├── SubjectInvalid        the ABIs or handlers given do not fit together
│   ├── WrongChain            the node serves another chain than the contracts live on
│   ├── IndexForeign          the tables were filled from another chain or deployment
│   ├── TablesMissing         the migrations have not run
│   ├── EventUnknown          a contract of ours says something its ABI does not know
│   └── ForkTooDeep           the node's chain parts from ours below finality
├── NodeFault             ask again a little later
│   ├── NodeUnreachable       no connection, no answer in time
│   ├── NodeRefused           the node answered with an error
│   │   └── RangeRefused          too many blocks or logs for one answer
│   ├── AnswerTooLarge        the answer is larger than we are willing to hold
│   └── AnswerInvalid         the answer cannot be true
└── HeadMoved             another indexer advanced the same tables first
"""


class IndexerError(Exception):
    """The root: whatever the indexer raises on purpose."""


class Refusal(IndexerError):
    """Asking again cannot help; the message says what to do."""


class DeploymentInvalid(Refusal):
    """The deployment file is missing, broken, or was made with other ABIs."""


class SubjectInvalid(Refusal):
    """The ABIs or handlers given cannot be used, or do not fit together."""


class WrongChain(Refusal):
    """The node serves another chain than the one the contracts live on."""


class IndexForeign(Refusal):
    """The tables were filled from another chain or another deployment."""


class TablesMissing(Refusal):
    """The database lacks the index's tables."""


class EventUnknown(Refusal):
    """A contract of ours emitted an event that its ABI does not know."""


class ForkTooDeep(Refusal):
    """The node's chain parts from ours at a block that was final."""


class NodeFault(IndexerError):
    """The node failed this time; asking again later may help."""


class NodeUnreachable(NodeFault):
    """No connection, or no answer in time."""


class NodeRefused(NodeFault):
    """The node answered with an error."""


class RangeRefused(NodeRefused):
    """The node would answer a narrower question."""


class AnswerTooLarge(NodeFault):
    """The answer is larger than we are willing to hold in memory."""


class AnswerInvalid(NodeFault):
    """The answer cannot be true: it contradicts itself, the question or the chain."""


class HeadMoved(IndexerError):
    """Another indexer advanced the same tables first."""
