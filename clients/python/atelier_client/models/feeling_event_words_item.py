from enum import StrEnum


class FeelingEventWordsItem(StrEnum):
    CALM = "calm"
    INDIFFERENCE = "indifference"
    JOY = "joy"
    LONGING = "longing"
    SADNESS = "sadness"
    TENDERNESS = "tenderness"
    UNEASE = "unease"
    WONDER = "wonder"

    def __str__(self) -> str:
        return str(self.value)
