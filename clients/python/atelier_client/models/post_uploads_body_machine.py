from enum import StrEnum


class PostUploadsBodyMachine(StrEnum):
    ASSISTED = "assisted"
    GENERATED = "generated"
    NONE = "none"

    def __str__(self) -> str:
        return str(self.value)
