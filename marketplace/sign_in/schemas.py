"""Say what sign-in speaks over HTTP."""

from datetime import datetime

from pydantic import BaseModel, Field

from indexer.primitives import Address


class NonceAnswer(BaseModel):
    """What the message to sign must say."""

    nonce: str
    domain: str
    uri: str
    chain_id: int
    statement: str
    version: str
    issued_at: datetime
    expires_at: datetime


class SignInRequest(BaseModel):
    """The text that was signed, exactly, and its signature."""

    message: str = Field(max_length=8192)
    signature: str = Field(max_length=16_384)


class SessionAnswer(BaseModel):
    """Who is signed in."""

    address: Address
