"""applications
opened on the chain         -> listed with dossier, tally, quorum and time left
another artist's dossier    -> not shown with the application that copies its digest
decided                     -> admitted or rejected, the votes kept with their reasons
many                        -> page by page, each once
unknown number, bad state   -> told so
"""

from tests.conftest import Accounts
from tests.marketplace.conftest import Rows
from tests.marketplace.curation.conftest import Stage


def test_an_application_is_listed_with_its_dossier_and_tally(
    opened: Stage, accounts: Accounts
) -> None:
    (shown,) = opened.browser().get("/api/v1/applications?state=open").json()["applications"]
    assert shown["artist"] == accounts.artist.address
    assert shown["portfolio"]["statement"] == "Clouds and flowers."
    assert [sample["title"] for sample in shown["portfolio"]["samples"]] == ["Cloud"]
    (on_chain,) = opened.act.read("Curation", "applications", 1)
    assert (shown["snapshot"], shown["closes_at"], shown["quorum"]) == (
        on_chain[1],
        on_chain[2],
        on_chain[4],
    )
    assert 0 < shown["seconds_left"] <= on_chain[2] - on_chain[1]
    assert shown["turnout"] == 0


def test_votes_are_shown_with_their_reasons(opened: Stage, accounts: Accounts) -> None:
    first, second, third = accounts.members
    opened.carry_out(first, opened.vote(first, "for", "Moving."))
    opened.carry_out(second, opened.vote(second, "against", "<b>Seen</b> before."))
    opened.carry_out(third, opened.vote(third, "abstain", "I know the artist."))
    shown = opened.browser().get("/api/v1/applications/1").json()
    assert [(vote["member"], vote["support"], vote["reason"]) for vote in shown["votes"]] == [
        (first.address, "for", "Moving."),
        (second.address, "against", "<b>Seen</b> before."),
        (third.address, "abstain", "I know the artist."),
    ]
    assert (shown["votes_for"], shown["votes_against"], shown["abstentions"]) == (1, 1, 1)


def test_an_artist_is_admitted(opened: Stage, accounts: Accounts) -> None:
    for member in accounts.members:
        opened.carry_out(member, opened.vote(member, "for"))
    opened.skip_voting()
    anybody = opened.browser()
    assert anybody.get("/api/v1/applications/1").json()["state"] == "closed"
    finalize = opened.browser(accounts.stranger).post("/api/v1/applications/1/finalize")
    opened.carry_out(accounts.stranger, finalize)
    assert (
        anybody.get("/api/v1/applications?state=admitted").json()["applications"][0]["votes_for"]
        == 3
    )
    artist = anybody.get(f"/api/v1/artists/{accounts.artist.address.lower()}").json()
    assert (artist["artist"], artist["is_admitted"]) == (accounts.artist.address, True)
    members = anybody.get("/api/v1/members").json()["members"]
    assert accounts.artist.address in [member["holder"] for member in members]


def test_an_artist_is_rejected_without_a_majority(opened: Stage, accounts: Accounts) -> None:
    for member in accounts.members:
        opened.carry_out(member, opened.vote(member, "against"))
    opened.skip_voting()
    finalize = opened.browser(accounts.artist).post("/api/v1/applications/1/finalize")
    opened.carry_out(accounts.artist, finalize)
    anybody = opened.browser()
    states = [
        len(anybody.get(f"/api/v1/applications?state={state}").json()["applications"])
        for state in ("open", "closed", "admitted", "rejected")
    ]
    assert states == [0, 0, 0, 1]
    assert anybody.get(f"/api/v1/artists/{accounts.artist.address}").json()["is_admitted"] is False


def test_a_copied_digest_does_not_bring_the_dossier_along(
    opened: Stage, accounts: Accounts
) -> None:
    original = opened.browser().get("/api/v1/applications/1").json()
    opened.act.send(
        accounts.stranger.address,
        "Curation",
        "openApplication",
        bytes.fromhex(original["dossier"][2:]),
        value_wei=int(original["bond_wei"]),
    )
    opened.index()
    copied = opened.browser().get("/api/v1/applications/2").json()
    assert copied["dossier"] == original["dossier"]
    assert copied["portfolio"] is None


def test_many_applications_come_page_by_page(stage: Stage, accounts: Accounts, rows: Rows) -> None:
    stage.index()
    rows(
        "INSERT INTO applications (block_number, log_index, transaction_hash, application, artist,"
        " dossier, bond_wei, snapshot, closes_at, quorum) "
        "SELECT number, 1000 + n, hash, n, decode(repeat('11', 20), 'hex'), hash, 1, 1, 2, 1 "
        "FROM generate_series(1, 25) n, (SELECT * FROM blocks ORDER BY number LIMIT 1) first"
    )
    anybody, seen, after = stage.browser(), [], ""
    while after is not None:
        page = anybody.get(f"/api/v1/applications?limit=10&cursor={after}").json()
        seen += [shown["application"] for shown in page["applications"]]
        after = page["next"]
    assert seen == list(range(25, 0, -1))


def test_what_is_asked_for_wrongly_is_told_so(stage: Stage) -> None:
    anybody = stage.browser()
    answers = {
        path: anybody.get(f"/api/v1/{path}").status_code
        for path in (
            "applications/99",
            "applications/0",
            "applications/x",
            "applications?state=lost",
            "applications?cursor=nonsense",
            "artists/0x12",
            "artists/0x" + "aB" * 20,
        )
    }
    assert list(answers.values()) == [404, 422, 422, 422, 400, 400, 400]
