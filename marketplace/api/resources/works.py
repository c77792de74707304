"""Works, editions, how they were made, and who holds them."""

from typing import Final

from marketplace.api.kind import (
    ADDRESS,
    FLAG,
    HASH,
    JSON,
    NUMBER,
    PRICE,
    SECOND,
    TEXT,
    TOKEN,
    WORK,
    one_of,
)
from marketplace.api.resource import (
    BLOCKS,
    NEWEST,
    OLDEST,
    PLACE_KEYS,
    PLACED,
    Branch,
    Field,
    Filter,
    Key,
    Resource,
    Sort,
    at,
    placed,
)
from marketplace.api.search import QUESTION

NOBODY: Final = "decode(repeat('00', 20), 'hex')"
PROVENANCE: Final = one_of("rerunnable", "attested", "submitted")

OWNER_JOIN: Final = """JOIN LATERAL (
    SELECT t.recipient AS owner, count(*) OVER () - 1 AS moves FROM transfers t
    WHERE t.work = w.work ORDER BY t.block_number DESC, t.log_index DESC LIMIT 1
) o ON true"""
CARD_JOIN: Final = "LEFT JOIN work_cards d ON d.work = {}"
# Asked of each work of a page by itself, never for all works at once.
PRICE_JOIN: Final = f"""LEFT JOIN LATERAL (
    SELECT l.digest, l.currency, l.price, l.expires_at FROM listings l
    JOIN listing_standings s ON s.digest = l.digest
    WHERE l.work = w.work AND l.buyer = {NOBODY} AND s.is_live
    ORDER BY l.price, l.digest LIMIT 1
) p ON true"""  # noqa: S608 - our own words
PRICE_SQL: Final = (
    "CASE WHEN p.digest IS NOT NULL THEN json_build_array('0x' || encode(p.digest, 'hex'), "
    "encode(p.currency, 'hex'), p.price::text, p.expires_at)::text END"
)
# Words in the way of web searches, and signs as the database keeps them, in one parameter.
QUERY: Final = (
    "(websearch_to_tsquery('english', split_part(%(q)s::text, E'\\n', 1)) "
    "&& to_tsquery('simple', split_part(%(q)s::text, E'\\n', 2)))"
)
SOUGHT: Final = f"{{work}} IN (SELECT n.work FROM work_cards n WHERE n.search @@ {QUERY})"  # noqa: S608

WORKS: Final = Resource(
    name="works",
    one="work",
    title="Works of one copy, with owner, price and what their metadata says.",
    key=Field("work", WORK),
    fields=(
        Field("token_id", TOKEN),
        Field("title", TEXT, "Unknown until the metadata is at hand.", may_be_null=True),
        Field("description", TEXT, may_be_null=True),
        Field("artefact", JSON, "The file itself: CID, digests, measures.", may_be_null=True),
        Field("preview", JSON, "A smaller picture of it.", may_be_null=True),
        Field("provenance", PROVENANCE, may_be_null=True),
        Field("is_sensitive", FLAG),
        Field("artist", ADDRESS),
        Field("owner", ADDRESS),
        Field("royalty_bps", NUMBER),
        Field("transfer_count", NUMBER),
        Field("minted_at", SECOND),
        Field("price", PRICE, "The cheapest live listing that anybody may take.", may_be_null=True),
        *PLACED,
    ),
    branches=(
        Branch(
            "works w",
            {
                **placed("w"),
                "work": "w.work",
                "token_id": "w.work",
                "title": "d.title",
                "description": "d.description",
                "artefact": "d.artefact",
                "preview": "d.preview",
                "provenance": "d.provenance",
                "is_sensitive": "coalesce(d.is_sensitive, false)",
                "artist": "w.artist",
                "owner": "o.owner",
                "royalty_bps": "w.royalty_bps",
                "transfer_count": "o.moves",
                "minted_at": at("w"),
                "price": PRICE_SQL,
                "rank": f"(ts_rank(d.search, {QUERY}) * 1000000)::bigint",
            },
            joins={
                "o": OWNER_JOIN,
                "d": CARD_JOIN.format("w.work"),
                "p": PRICE_JOIN,
            },
        ),
    ),
    filters=(
        Filter(
            "q",
            "Only what says this in title, prompt or description, in English or Chinese.",
            QUESTION,
            sql=SOUGHT,
            is_varied=True,
        ),
        Filter("artist", "Only by this artist.", ADDRESS),
        Filter(
            "owner",
            "Only what this account owns now.",
            ADDRESS,
            # Whoever owns a work once received it: that is an index.
            sql="{owner} = {param} AND {work} IN "
            "(SELECT t.work FROM transfers t WHERE t.recipient = {param})",
        ),
        Filter(
            "listed",
            "Only what anybody may buy now, or only the rest.",
            choices={
                "true": "w.work IN (SELECT l.work FROM listings l) AND p.digest IS NOT NULL",
                "false": "p.digest IS NULL",
            },
        ),
        Filter(
            "parent",
            "Only what was made from this work.",
            WORK,
            sql="{work} IN (SELECT a.work FROM parents a WHERE a.parent = {param})",
        ),
        *BLOCKS,
    ),
    sorts=(NEWEST, OLDEST, Sort("best", (Key("rank"), *PLACE_KEYS), requires="q")),
    has_read=False,  # the gallery tells more of one work
)

EDITIONS: Final = Resource(
    name="editions",
    one="edition",
    title="Works in copies, with their terms and how many there are.",
    key=Field("edition", WORK),
    fields=(
        Field("token_id", TOKEN),
        Field("title", TEXT, may_be_null=True),
        Field("description", TEXT, may_be_null=True),
        Field("artefact", JSON, may_be_null=True),
        Field("artist", ADDRESS),
        Field("royalty_bps", NUMBER),
        Field("currency", ADDRESS, "The zero address is ether."),
        Field("price", TOKEN, "Of one copy, in the currency's smallest unit."),
        Field("size", NUMBER, "How many copies there can be; 0 where that is open."),
        Field("minted", TOKEN, "How many copies were minted."),
        Field("is_frozen", FLAG, "Whether there will never be more."),
        Field("opens_at", SECOND),
        Field("closes_at", SECOND, "0 where it never closes."),
        Field("public_at", SECOND, "Before that, only who is on the allowlist mints."),
        Field("wallet_limit", NUMBER),
        Field("allowlist", HASH, "The root of a Merkle tree; zero where there is none."),
        Field("opened_at", SECOND),
        *PLACED,
    ),
    branches=(
        Branch(
            "editions e",
            {
                **placed("e"),
                **{
                    name: f"e.{name}"
                    for name in (
                        "edition", "artist", "royalty_bps", "currency", "price", "size",
                        "opens_at", "closes_at", "public_at", "wallet_limit", "allowlist",
                    )
                },
                "token_id": "e.edition",
                "title": "d.title",
                "description": "d.description",
                "artefact": "d.artefact",
                "minted": "m.minted",
                "is_frozen": "EXISTS (SELECT FROM edition_freezes f WHERE f.edition = e.edition)",
                "opened_at": at("e"),
            },
            joins={
                
                "d": CARD_JOIN.format("e.edition"),
                "m": "JOIN LATERAL (SELECT coalesce(sum(n.copies), 0) AS minted "
                "FROM copy_mints n WHERE n.edition = e.edition) m ON true",
            },
        ),
    ),
    filters=(Filter("artist", "Only by this artist.", ADDRESS), *BLOCKS),
    sorts=(NEWEST, OLDEST),
)  # fmt: skip

RECEIPTS: Final = Resource(
    name="receipts",
    one="receipt",
    title="How minted works were made, and what came of making them again.",
    key=Field("work", WORK),
    fields=(
        Field("artist", ADDRESS),
        Field("provenance", PROVENANCE),
        Field("recipe_digest", HASH, may_be_null=True),
        Field("plan_sha256", TEXT, may_be_null=True),
        Field("artefact", JSON),
        Field("licence", TEXT),
        Field("verification", one_of("asked", "judged", "failed"), may_be_null=True),
        Field("found", JSON, "What the newest verification found.", may_be_null=True),
        *PLACED,
    ),
    branches=(
        Branch(
            "works w",
            {
                **placed("w"),
                "work": "w.work",
                "artist": "w.artist",
                "provenance": "d.provenance",
                "recipe_digest": "d.recipe_digest",
                "plan_sha256": "d.plan_sha256",
                "artefact": "d.artefact",
                "licence": "d.licence",
                "verification": "v.state",
                "found": "v.found",
            },
            where="d.work IS NOT NULL",
            joins={
                "d": "JOIN work_cards d ON d.work = w.work",
                "v": "LEFT JOIN LATERAL (SELECT n.state, n.found FROM verifications n "
                "WHERE n.work = w.work ORDER BY n.created_at DESC LIMIT 1) v ON true",
            },
        ),
    ),
    filters=(
        Filter("artist", "Only of this artist's works.", ADDRESS),
        Filter("recipe_digest", "Only what was made by this recipe.", HASH),
        *BLOCKS,
    ),
    sorts=(NEWEST, OLDEST),
)

HOLDERS: Final = Resource(
    name="holders",
    one="holding",
    title="Who holds what now: works, and copies of editions.",
    key=Field("work", WORK, "The work or the edition."),
    fields=(
        Field("kind", one_of("work", "edition")),
        Field("holder", ADDRESS),
        Field("copies", TOKEN),
    ),
    branches=(
        Branch(
            "works w",
            {
                "work": "w.work",
                "kind": "'work'::text",
                "holder": "o.owner",
                "copies": "1",
            },
            joins={"o": OWNER_JOIN},
            filters={
                "holder": "{holder} = {param} AND {work} IN "
                "(SELECT t.work FROM transfers t WHERE t.recipient = {param})"
            },
        ),
        Branch(
            "edition_holdings h",
            {
                "work": "h.edition",
                "kind": "'edition'::text",
                "holder": "h.holder",
                "copies": "h.copies",
            },
            # The view counts every edition it is not kept from.
            filters={
                "holder": "{holder} = {param} AND {work} IN "
                "(SELECT t.edition FROM copy_transfers t WHERE t.recipient = {param})"
            },
        ),
    ),
    filters=(
        Filter("work", "Only who holds this work or edition.", WORK),
        Filter("holder", "Only what this account holds.", ADDRESS),
    ),
    sorts=(Sort("name", (Key("work", "wide"), Key("holder", "address")), is_descending=False),),
    needs_one_of=("work", "holder"),
    has_read=False,
)
