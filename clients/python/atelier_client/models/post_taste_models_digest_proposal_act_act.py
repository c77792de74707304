from enum import StrEnum


class PostTasteModelsDigestProposalActAct(StrEnum):
    AGAINST = "against"
    EXECUTE = "execute"
    FOR = "for"
    QUEUE = "queue"

    def __str__(self) -> str:
        return str(self.value)
