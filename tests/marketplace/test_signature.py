"""who signed
an account, by its key              -> it did, whether v counts from 0 or from 27
the malleable twin, a cut signature -> nobody did
a contract that says the magic word -> it did (ERC-1271)
any other answer, or none           -> it did not: wrong word, revert, endless loop, flood
"""

import secrets

import pytest
from eth_account.messages import encode_defunct
from hypothesis import given
from hypothesis import strategies as st

from indexer.primitives import Address, address_from_bytes
from marketplace import signature
from marketplace.adapters.chain import Chain
from marketplace.runtime.chain import Chain as EmbeddedChain
from tests.conftest import Accounts

ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
TEXT = "Good evening — 良い晩"
MAGIC = "1626ba7e" + "00" * 28
ANSWERING = "7f{word}5f5260205ff3"  # PUSH32 word, MSTORE at 0, RETURN 32 bytes

ACCEPTING = {"the magic word": ANSWERING.format(word=MAGIC)}
REFUSING = {
    "another word": ANSWERING.format(word="ff" * 32),
    "the word at the wrong end": ANSWERING.format(word="00" * 28 + "1626ba7e"),
    "the word with more behind it": ANSWERING.format(word="1626ba7e" + "01" * 28),
    "too short": "631626ba7e5f526004601cf3",
    "nothing": "5f5ff3",
    "revert": "5f5ffd",
    "endless loop": "5b5f56",
    "flood of zeros": "62100000" + "5ff3",
    "self-destruct": "33ff",
    "no code at all": "",
}


def signed(accounts: Accounts) -> tuple[bytes, bytes]:
    made = accounts.artist.sign_message(encode_defunct(text=TEXT))
    return bytes(made.message_hash), bytes(made.signature)


def test_text_is_digested_as_wallets_do(accounts: Accounts) -> None:
    assert signature.text_digest(TEXT) == signed(accounts)[0]


def test_an_account_is_found_by_its_signature(accounts: Accounts) -> None:
    digest, made = signed(accounts)
    assert signature.recovered(digest, made) == accounts.artist.address


def test_hardware_that_counts_v_from_zero_is_understood(accounts: Accounts) -> None:
    digest, made = signed(accounts)
    from_zero = made[:64] + bytes([made[64] - 27])
    assert signature.recovered(digest, signature.parse(from_zero.hex())) == accounts.artist.address


def test_the_malleable_twin_is_nobodys(accounts: Accounts) -> None:
    digest, made = signed(accounts)
    twin = (
        made[:32] + (ORDER - int.from_bytes(made[32:64])).to_bytes(32) + bytes([27 + 28 - made[64]])
    )
    assert signature.recovered(digest, twin) is None


@given(st.binary(max_size=70))
def test_noise_is_nobodys_and_never_an_error(noise: bytes) -> None:
    known = signature.recovered(bytes(32), noise)
    assert known is None or len(noise) == 65


@pytest.mark.parametrize("text", ["0xzz", "0x123", "0x" + "00" * 5000])
def test_what_is_no_signature_is_said_so(text: str) -> None:
    with pytest.raises(signature.SignatureUnreadable):
        signature.parse(text)


@pytest.mark.parametrize("code", ACCEPTING.values(), ids=ACCEPTING.keys())
def test_a_contract_signs_by_the_magic_word(bare_chain: EmbeddedChain, code: str) -> None:
    assert asked(bare_chain, code)


def test_any_other_answer_of_a_contract_is_no_signature(bare_chain: EmbeddedChain) -> None:
    accepted = [name for name, code in REFUSING.items() if asked(bare_chain, code)]
    assert accepted == []


def asked(embedded: EmbeddedChain, code: str) -> bool:
    wallet: Address = address_from_bytes(secrets.token_bytes(20))
    with Chain(embedded.url) as chain:
        chain.ask("anvil_setCode", wallet, "0x" + code)
        return signature.is_signed_by(chain, wallet, secrets.token_bytes(32), b"\x01" * 65)
