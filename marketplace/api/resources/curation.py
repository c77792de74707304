"""Artists, their applications, and the votes on these."""

from typing import Final

from marketplace.api.kind import ADDRESS, AMOUNT, FLAG, HASH, JSON, NUMBER, SECOND, TEXT, one_of
from marketplace.api.resource import (
    BLOCKS,
    ID,
    ID_IDS,
    NEWEST,
    OLDEST,
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

SUPPORT: Final = one_of("against", "for", "abstain")  # as the contract numbers them
SUPPORT_SQL: Final = "(ARRAY['against', 'for', 'abstain'])[v.support + 1]"
NUMBERED: Final = (Key("application"),)

# What was decided before an appeal is decided no more.
VERDICT: Final = """LEFT JOIN LATERAL (
    SELECT e.is_admitted, e.cooldown_ends_at FROM decisions e
    WHERE e.application = a.application AND (
        p.application IS NULL OR (e.block_number, e.log_index) > (p.block_number, p.log_index)
    ) ORDER BY e.block_number DESC, e.log_index DESC LIMIT 1
) d ON true"""
TALLY: Final = """JOIN LATERAL (
    SELECT coalesce(sum(v.weight) FILTER (WHERE v.support = 1), 0) AS votes_for,
        coalesce(sum(v.weight) FILTER (WHERE v.support = 0), 0) AS votes_against,
        coalesce(sum(v.weight) FILTER (WHERE v.support = 2), 0) AS abstentions
    FROM votes v WHERE v.application = a.application
        AND v.round = CASE WHEN p.application IS NULL THEN 1 ELSE 2 END
) t ON true"""
CLOSES: Final = "coalesce(p.closes_at, a.closes_at)"
# A dossier counts for the artist who made it: its digest alone anybody can copy.
PORTFOLIO: Final = """(
    SELECT json_build_object(
        'digest', '0x' || encode(g.digest, 'hex'), 'cid', g.cid, 'statement', g.statement,
        'links', g.links, 'samples', coalesce((
            SELECT json_agg(json_build_object(
                'title', m.title, 'original', m.original_cid, 'display', m.display_cid,
                'media_type', m.media_type, 'width', m.width, 'height', m.height
            ) ORDER BY m.position) FROM dossier_samples m WHERE m.dossier = g.digest
        ), '[]'::json)
    ) FROM dossiers g WHERE g.digest = a.dossier AND g.artist = a.artist
)"""
STATES: Final = {
    "open": f"d.is_admitted IS NULL AND c.head_timestamp < {CLOSES}",
    "closed": f"d.is_admitted IS NULL AND c.head_timestamp >= {CLOSES}",
    "admitted": "d.is_admitted",
    "rejected": "NOT d.is_admitted",
}

APPLICATIONS: Final = Resource(
    name="applications",
    one="application",
    title="Who applied as an artist, and how the vote stands.",
    key=Field("application", NUMBER),
    fields=(
        Field("artist", ADDRESS),
        Field("dossier", HASH),
        Field("state", one_of(*STATES)),
        Field("round", NUMBER, "2 once the artist appealed."),
        Field("votes_for", NUMBER),
        Field("votes_against", NUMBER),
        Field("abstentions", NUMBER),
        Field("turnout", NUMBER),
        Field("quorum", NUMBER),
        Field("bond_wei", AMOUNT),
        Field("snapshot", SECOND, "Who votes was a member then."),
        Field("opened_at", SECOND),
        Field("closes_at", SECOND),
        Field("seconds_left", NUMBER, "At the newest block."),
        Field("cooldown_ends_at", SECOND, may_be_null=True),
        Field("portfolio", JSON, "The dossier, where it was handed in here.", may_be_null=True),
        *PLACED,
    ),
    branches=(
        Branch(
            "applications a",
            {
                **placed("a"),
                "application": "a.application",
                "artist": "a.artist",
                "dossier": "a.dossier",
                "state": "CASE WHEN d.is_admitted THEN 'admitted' WHEN NOT d.is_admitted THEN "
                f"'rejected' WHEN c.head_timestamp < {CLOSES} THEN 'open' ELSE 'closed' END",
                "round": "CASE WHEN p.application IS NULL THEN 1 ELSE 2 END",
                "votes_for": "t.votes_for::bigint",
                "votes_against": "t.votes_against::bigint",
                "abstentions": "t.abstentions::bigint",
                "turnout": "(t.votes_for + t.votes_against + t.abstentions)::bigint",
                "quorum": "coalesce(p.quorum, a.quorum)::bigint",
                "bond_wei": "coalesce(p.bond_wei, a.bond_wei)",
                "snapshot": "a.snapshot",
                "opened_at": at("a"),
                "closes_at": CLOSES,
                "seconds_left": f"greatest(0, {CLOSES} - c.head_timestamp)",
                "cooldown_ends_at": "nullif(d.cooldown_ends_at, 0)",
                "portfolio": PORTFOLIO,
            },
            joins={
                "p": "LEFT JOIN appeals p ON p.application = a.application",
                "d": VERDICT,
                "t": TALLY,
            },
        ),
    ),
    filters=(
        Filter("state", "Only in this state.", choices=STATES),
        Filter("artist", "Only by this artist.", ADDRESS),
        *BLOCKS,
    ),
    sorts=(Sort("newest", NUMBERED), Sort("oldest", NUMBERED, is_descending=False)),
    has_read=False,  # curation tells more of one application
)

ARTISTS: Final = Resource(
    name="artists",
    one="artist",
    title="Who was admitted, and whether that still holds.",
    key=Field("artist", ADDRESS),
    fields=(
        Field("application", NUMBER, "The application by which they were admitted."),
        Field("is_admitted", FLAG, "Whether they may mint at the newest block."),
        Field("ends_at", SECOND, "When the DAO ends the admission.", may_be_null=True),
        Field("admitted_at", SECOND),
        *PLACED,
    ),
    branches=(
        Branch(
            "decisions d",
            {
                **placed("d"),
                "artist": "d.artist",
                "application": "d.application",
                "is_admitted": "(coalesce(r.effective_at, 0) = 0 "
                "OR r.effective_at > c.head_timestamp)",
                "ends_at": "nullif(r.effective_at, 0)",
                "admitted_at": at("d"),
            },
            joins={
                "r": "LEFT JOIN LATERAL (SELECT v.effective_at FROM revocations v "
                "WHERE v.artist = d.artist "
                "AND (v.block_number, v.log_index) > (d.block_number, d.log_index) "
                "ORDER BY v.block_number DESC, v.log_index DESC LIMIT 1) r ON true",
            },
            where="d.is_admitted AND NOT EXISTS (SELECT FROM decisions n "
            "WHERE n.artist = d.artist AND n.is_admitted "
            "AND (n.block_number, n.log_index) > (d.block_number, d.log_index))",
        ),
    ),
    filters=(
        Filter(
            "admitted",
            "Only who may mint now, or only who no longer may.",
            choices={"true": "{is_admitted}", "false": "NOT ({is_admitted})"},
        ),
        *BLOCKS,
    ),
    sorts=(NEWEST, OLDEST),
    has_read=False,  # curation tells more of one artist
)

VOTES: Final = Resource(
    name="votes",
    one="vote",
    title="Members' votes: on applications with their reasons, and on the DAO's proposals.",
    key=ID,
    ids=ID_IDS,
    fields=(
        Field("kind", one_of("application", "proposal")),
        Field("application", NUMBER, may_be_null=True),
        Field("proposal", AMOUNT, "A proposal's number has 256 bits.", may_be_null=True),
        Field("member", ADDRESS, "Who voted; on proposals, whoever members delegated to."),
        Field("support", SUPPORT),
        Field("weight", AMOUNT),
        Field("round", NUMBER, "2 in an appeal.", may_be_null=True),
        Field("reason", TEXT),
        Field("reason_digest", HASH, "Of a reason that lies elsewhere.", may_be_null=True),
        Field("voted_at", SECOND),
        *PLACED,
    ),
    branches=(
        Branch(
            "votes v",
            {
                **placed("v"),
                **{name: f"v.{name}" for name in ("application", "member", "weight", "reason")},
                "kind": "'application'::text",
                "round": "v.round::bigint",
                "reason_digest": "nullif(v.reason_digest, decode(repeat('00', 32), 'hex'))",
                "support": SUPPORT_SQL,
                "voted_at": at("v"),
            },
        ),
        Branch(
            "proposal_votes v",
            {
                **placed("v"),
                **{name: f"v.{name}" for name in ("proposal", "weight", "reason")},
                "kind": "'proposal'::text",
                "member": "v.voter",
                "support": SUPPORT_SQL,
                "voted_at": at("v"),
            },
        ),
    ),
    filters=(
        Filter("application", "Only on this application.", NUMBER),
        Filter("proposal", "Only on this proposal.", AMOUNT, example="12"),
        Filter("member", "Only by this member.", ADDRESS),
        *BLOCKS,
    ),
    sorts=(NEWEST, OLDEST),
)
