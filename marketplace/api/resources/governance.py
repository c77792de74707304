"""Members, what the DAO proposes, and what it exhibits."""

from typing import Final

from marketplace.api.kind import ADDRESS, AMOUNT, FLAG, HASH, LIST, NUMBER, SECOND, TEXT, one_of
from marketplace.api.resource import (
    BLOCKS,
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

JOINED: Final = (Key("member"),)
SHOWN: Final = (Key("exhibition"),)

MEMBERS: Final = Resource(
    name="members",
    one="member",
    title="The DAO's members, in the order in which they joined.",
    key=Field("member", NUMBER, "The membership's number."),
    fields=(
        Field("holder", ADDRESS),
        Field("delegate", ADDRESS, "Who votes with their vote; they themselves at first."),
        Field("votes", AMOUNT, "How many votes they cast themselves, their own included."),
        Field("admitted_at", SECOND),
        Field("is_member", FLAG),
        Field("removal_reason", TEXT, may_be_null=True),
        *PLACED,
    ),
    branches=(
        Branch(
            "member_admissions a",
            {
                **placed("a"),
                "member": "a.member",
                "holder": "a.holder",
                "delegate": "coalesce(e.delegate, a.holder)",
                "votes": "coalesce(w.new_votes, 0)",
                "admitted_at": at("a"),
                "is_member": "r.member IS NULL",
                "removal_reason": "r.reason",
            },
            joins={
                "r": "LEFT JOIN member_removals r ON r.member = a.member",
                "e": "LEFT JOIN LATERAL (SELECT n.delegate FROM delegations n "
                "WHERE n.delegator = a.holder "
                "ORDER BY n.block_number DESC, n.log_index DESC LIMIT 1) e ON true",
                "w": "LEFT JOIN LATERAL (SELECT n.new_votes FROM vote_weights n "
                "WHERE n.delegate = a.holder "
                "ORDER BY n.block_number DESC, n.log_index DESC LIMIT 1) w ON true",
            },
        ),
    ),
    filters=(
        Filter(
            "current",
            "Only who is a member now, who no longer is, or all.",
            choices={"true": "r.member IS NULL", "false": "r.member IS NOT NULL", "all": "true"},
            default="true",
        ),
        Filter("holder", "Only this account's memberships.", ADDRESS),
        *BLOCKS,
    ),
    sorts=(Sort("joined", JOINED, is_descending=False), Sort("newest", JOINED)),
)

PROPOSALS: Final = Resource(
    name="proposals",
    one="proposal",
    title="What the DAO proposes, and how the vote stands.",
    key=Field("proposal", AMOUNT, "A number of 256 bits."),
    fields=(
        Field("proposer", ADDRESS),
        Field("description", TEXT),
        Field(
            "state",
            one_of("pending", "active", "ended", "queued", "executed", "canceled"),
            "What the chain said of it; one that ended unqueued may have failed or waits.",
        ),
        Field("votes_for", AMOUNT),
        Field("votes_against", AMOUNT),
        Field("abstentions", AMOUNT),
        Field("targets", LIST),
        Field("amounts", LIST, "In wei, in decimal."),
        Field("calldatas", LIST, "In hexadecimal digits."),
        Field("starts_at", SECOND),
        Field("ends_at", SECOND),
        Field("proposed_at", SECOND),
        *PLACED,
    ),
    branches=(
        Branch(
            "proposals p",
            {
                **placed("p"),
                **{
                    name: f"p.{name}"
                    for name in (
                        "proposal", "proposer", "description", "targets", "amounts", "calldatas",
                        "starts_at",
                    )
                },
                "ends_at": "coalesce(x.second, p.ends_at)",
                "state": "CASE WHEN s.step IS NOT NULL THEN s.step "
                "WHEN c.head_timestamp < p.starts_at THEN 'pending' "
                "WHEN c.head_timestamp <= coalesce(x.second, p.ends_at) THEN 'active' "
                "ELSE 'ended' END",
                "votes_for": "t.votes_for",
                "votes_against": "t.votes_against",
                "abstentions": "t.abstentions",
                "proposed_at": at("p"),
            },
            joins={
                "s": "LEFT JOIN LATERAL (SELECT n.step FROM proposal_steps n "
                "WHERE n.proposal = p.proposal AND n.step <> 'extended' "
                "ORDER BY n.block_number DESC, n.log_index DESC LIMIT 1) s ON true",
                "x": "LEFT JOIN LATERAL (SELECT n.second FROM proposal_steps n "
                "WHERE n.proposal = p.proposal AND n.step = 'extended' "
                "ORDER BY n.block_number DESC, n.log_index DESC LIMIT 1) x ON true",
                "t": """JOIN LATERAL (
                    SELECT coalesce(sum(v.weight) FILTER (WHERE v.support = 1), 0) AS votes_for,
                        coalesce(sum(v.weight) FILTER (WHERE v.support = 0), 0) AS votes_against,
                        coalesce(sum(v.weight) FILTER (WHERE v.support = 2), 0) AS abstentions
                    FROM proposal_votes v WHERE v.proposal = p.proposal
                ) t ON true""",
            },
        ),
    ),
    filters=(Filter("proposer", "Only by this proposer.", ADDRESS), *BLOCKS),
    sorts=(NEWEST, OLDEST),
)  # fmt: skip

EXHIBITIONS: Final = Resource(
    name="exhibitions",
    one="exhibition",
    title="Exhibitions that the DAO curates, and the works that won a place.",
    key=Field("exhibition", NUMBER),
    fields=(
        Field("brief", HASH, "The digest of what it is about."),
        Field("state", one_of("nominating", "voting", "ended", "counted")),
        Field("places", NUMBER),
        Field("quota_per_artist", NUMBER),
        Field("candidate_count", NUMBER),
        Field("ballot_count", NUMBER),
        Field("exhibits", LIST, "Ranks, token ids and approvals of the winners, best first."),
        Field("nominations_until", SECOND),
        Field("closes_at", SECOND),
        Field("opened_at", SECOND),
        *PLACED,
    ),
    branches=(
        Branch(
            "exhibitions e",
            {
                **placed("e"),
                **{
                    name: f"e.{name}"
                    for name in (
                        "exhibition", "brief", "places", "quota_per_artist", "nominations_until",
                        "closes_at",
                    )
                },
                "state": "CASE WHEN EXISTS (SELECT FROM exhibition_closings n WHERE n.exhibition = "
                "e.exhibition) THEN 'counted' WHEN c.head_timestamp < e.nominations_until "
                "THEN 'nominating' WHEN c.head_timestamp < e.closes_at THEN 'voting' "
                "ELSE 'ended' END",
                "candidate_count": "(SELECT count(*) FROM nominations n "
                "WHERE n.exhibition = e.exhibition)",
                "ballot_count": "(SELECT count(DISTINCT n.member) FROM ballots n "
                "WHERE n.exhibition = e.exhibition)",
                "exhibits": "(SELECT coalesce(json_agg(json_build_object('rank', n.rank, "
                "'token_id', n.work::text, 'approvals', n.approvals::text) ORDER BY n.rank), "
                "'[]'::json) FROM exhibits n WHERE n.exhibition = e.exhibition)",
                "opened_at": at("e"),
            },
            
        ),
    ),
    filters=BLOCKS,
    sorts=(Sort("newest", SHOWN), Sort("oldest", SHOWN, is_descending=False)),
)  # fmt: skip
