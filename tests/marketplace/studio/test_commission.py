"""a commission's whole way
admitted artist asks      -> asked, rendered, pinned by the worker
voucher signed            -> signed, sent; minted once the index has it
"""

from eth_account.messages import encode_typed_data

from tests.conftest import Accounts
from tests.marketplace.studio.conftest import ORDER


def test_the_whole_way(browser, accounts: Accounts, work_off, index, act) -> None:
    artist = browser(accounts.artist)
    asked = artist.post("/api/commissions", json=ORDER)
    assert asked.status_code == 201, asked.text
    path = f"/api/commissions/{asked.json()['id']}"
    work_off()
    made = artist.get(path).json()
    assert made["state"] == "pinned", made
    terms = artist.post(f"{path}/voucher-terms", json={"royalty_bps": 700})
    assert terms.status_code == 200, terms.text
    typed = terms.json()["typed_data"]
    signature = accounts.artist.sign_message(encode_typed_data(full_message=typed)).signature
    taken = artist.post(
        f"{path}/voucher", json={"voucher": typed["message"], "signature": signature.to_0x_hex()}
    )
    assert taken.status_code == 202, taken.text
    work_off()
    assert artist.get(path).json()["state"] == "sent"
    index()
    minted = artist.get(path).json()
    assert minted["state"] == "minted"
    assert act.read("Artwork", "ownerOf", int(minted["token_id"])) == (
        accounts.artist.address.lower(),
    )
    assert act.read("Artwork", "tokenURI", int(minted["token_id"])) == (
        f"ipfs://{minted['metadata_cid']}",
    )
