"""Shape what a node's JSON says: every field of its type, and none of them believed yet."""

import msgspec


class RawLog(msgspec.Struct, rename="camel", gc=False):
    """One log, its numbers still hexadecimal text."""

    address: str
    topics: tuple[str, ...]
    data: str
    block_number: str
    block_hash: str
    transaction_hash: str
    log_index: str
    removed: bool = False


class RawReceipt(msgspec.Struct, rename="camel", gc=False):
    """What a block's hash commits to of one of its transactions."""

    logs: list[RawLog]
    status: str
    cumulative_gas_used: str
    logs_bloom: str
    type: str = "0x0"


LOGS = msgspec.json.Decoder(list[RawLog])
RECEIPTS = msgspec.json.Decoder(list[RawReceipt])
