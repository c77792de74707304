"""Fill a migrated database with a market of any size, by the database's own hand; same every time.

Of the works a tenth are listed, a fifth were sold, for a fifth somebody offered; there are
auctions, votes and members as well.
"""

# ruff: noqa: S608 - every word of these statements is written here

from typing import Any

ARTISTS = 500
WORKS_A_BLOCK = 20


def address(kind: str, number: str) -> str:
    """The address of somebody, by a number that SQL computes."""
    return f"substr(sha256(convert_to('{kind} ' || ({number}), 'UTF8')), 1, 20)"


def digest(kind: str, number: str) -> str:
    """32 bytes, by a number that SQL computes."""
    return f"sha256(convert_to('{kind} ' || ({number}), 'UTF8'))"


WIDE = """
CREATE OR REPLACE FUNCTION pg_temp.wide(seed bigint) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
    SELECT sum((hashint8extended(seed, part) + 9223372036854775808::numeric)
        * 18446744073709551616::numeric ^ (part - 1)) FROM generate_series(1, 4) part
$$
"""
SUBJECTS = "ARRAY['Clouds', 'Flowers', 'Moons', 'A stream', 'Butterflies', '云朵', '月光下的花']"
ENDINGS = "ARRAY['at dawn', 'in the rain', 'becoming wings', 'under the moon', '变成翅膀']"
ZERO = "decode(repeat('00', 20), 'hex')"
WRAPPED_ETHER = "decode('c02aaa39b223fe8d0a0e5c4f27ead9083c756cc2', 'hex')"


def statements(works: int) -> list[str]:
    """What fills the tables, in order."""
    blocks = works // WORKS_A_BLOCK + 10
    place = f"1 + i / {WORKS_A_BLOCK}, (i % {WORKS_A_BLOCK}) * 4"
    i = f"generate_series(0, {works - 1}) i"
    artist = address("artist", f"i % {ARTISTS}")
    return [
        WIDE,
        f"INSERT INTO chains VALUES (31337, {digest('genesis', '0')}, 1, '{{}}', {blocks}, "
        f"{digest('block', str(blocks))}, {1_700_000_000 + 12 * blocks}, {blocks - 2}, "
        f"{blocks - 4})",
        f"INSERT INTO blocks SELECT n, {digest('block', 'n')}, {digest('block', 'n - 1')}, "
        f"1700000000 + 12 * n FROM generate_series(1, {blocks}) n",
        "INSERT INTO fees (block_number, log_index, transaction_hash, contract, primary_fee_bps, "
        f"secondary_fee_bps) VALUES (1, 900, {digest('fee', '0')}, 'Market', 500, 250)",
        "INSERT INTO works (block_number, log_index, transaction_hash, work, artist, recipient, "
        f"payer, royalty_bps, currency, price, fee) SELECT {place}, {digest('mint', 'i')}, "
        f"pg_temp.wide(i), {artist}, {artist}, {artist}, 700, {ZERO}, 0, 0 FROM {i}",
        "INSERT INTO transfers (block_number, log_index, transaction_hash, work, sender, recipient)"
        f" SELECT 1 + i / {WORKS_A_BLOCK}, (i % {WORKS_A_BLOCK}) * 4 + 1, {digest('mint', 'i')}, "
        f"pg_temp.wide(i), {ZERO}, {artist} FROM {i}",
        "INSERT INTO transfers (block_number, log_index, transaction_hash, work, sender, recipient)"
        f" SELECT 2 + i / {WORKS_A_BLOCK}, (i % {WORKS_A_BLOCK}) * 4 + 2, {digest('sale', 'i')}, "
        f"pg_temp.wide(i), {artist}, {address('owner', 'i % 997')} FROM {i} WHERE i % 5 = 0",
        "INSERT INTO sales (block_number, log_index, transaction_hash, work, order_digest, seller, "
        "buyer, currency, price, fee, royalty, royalty_receiver) "
        f"SELECT 2 + i / {WORKS_A_BLOCK}, (i % {WORKS_A_BLOCK}) * 4 + 3, {digest('sale', 'i')}, "
        f"pg_temp.wide(i), {digest('order', 'i')}, {artist}, {address('owner', 'i % 997')}, "
        f"{ZERO}, (1 + i % 100) * 1e16::numeric, 5e14, 0, {artist} FROM {i} WHERE i % 5 = 0",
        "INSERT INTO work_cards (work, title, description, provenance, is_sensitive, licence, "
        "artefact, recipe_digest, search) SELECT wide, title, said, 'rerunnable', i % 50 = 0, "
        "'CC-BY-NC-4.0', json_build_object('cid', 'bafkreihdwdcefgh4dqkjv67uzcmw7oje"
        "e6xedzdetojuzjevtenxquvyku', 'sha256', encode(sha256(title::bytea), 'hex'), 'media_type', "
        "'image/png', "
        f"'width', 1024, 'height', 1024), {digest('recipe', 'i')}, search_words(title, 'A') "
        "|| search_words(said, 'C') FROM (SELECT i, pg_temp.wide(i) AS wide, "
        f"({SUBJECTS})[1 + i % 7] || ' ' || ({ENDINGS})[1 + i % 5] || ' ' || i AS title, "
        f"'A study of ' || ({SUBJECTS})[1 + i % 7] || ', painted stroke by stroke.' AS said "
        f"FROM {i}) given",
        "INSERT INTO listings (digest, work, seller, currency, price, max_fee_bps, transfer_count, "
        "expires_at, epoch, buyer, signature, listed_block, listed_at, created_at) "
        f"SELECT {digest('listing', 'i')}, pg_temp.wide(i), {artist}, {ZERO}, "
        f"(1 + i % 977) * 1e15::numeric, 500, 0, 4000000000, 0, {ZERO}, '', 1, 1700000000, "
        f"to_timestamp(1700000000 + i) FROM {i} WHERE i % 10 = 1",
        *_offers(i, artist),
        *_people(blocks),
        "ANALYZE",
    ]


def _offers(i: str, artist: str) -> list[str]:
    """Offers in a token for two works of ten: a third for any work, and of those some by artist."""
    return [
        "INSERT INTO currency_terms (block_number, log_index, transaction_hash, currency, "
        f"is_allowed) VALUES (1, 901, {digest('currency', '0')}, {WRAPPED_ETHER}, true)",
        "INSERT INTO offers (digest, bidder, work, artist, copies, currency, price, nonce, "
        "expires_at, epoch, signature, offered_block, offered_at, created_at) "
        f"SELECT {digest('offer', 'i')}, {address('owner', 'i % 997')}, "
        "CASE WHEN i % 3 > 0 THEN pg_temp.wide(i) END, "
        f"CASE WHEN i % 9 = 0 THEN {artist} END, 0, {WRAPPED_ETHER}, "
        "(1 + i % 977) * 1e14::numeric, i, 4000000000, 0, '', 1, 1700000000, "
        f"to_timestamp(1700000000 + i) FROM {i} WHERE i % 10 < 2",
    ]


def _people(blocks: int) -> list[str]:
    """Members, artists with applications and votes, auctions with bids, proposals, exhibitions."""
    log = "1000 + n"
    return [
        "INSERT INTO member_admissions (block_number, log_index, transaction_hash, member, holder) "
        f"SELECT 1, {log}, {digest('member', 'n')}, n, {address('member', 'n')} "
        "FROM generate_series(1, 60) n",
        "INSERT INTO applications (block_number, log_index, transaction_hash, application, artist, "
        "dossier, bond_wei, snapshot, closes_at, quorum) "
        f"SELECT 1, 2000 + n, {digest('application', 'n')}, n, {address('artist', 'n - 1')}, "
        f"{digest('dossier', 'n')}, 1e16, 1700000000, 1700000100, 2 "
        f"FROM generate_series(1, {ARTISTS}) n",
        "INSERT INTO votes (block_number, log_index, transaction_hash, application, member, round, "
        f"support, weight, reason_digest, reason) SELECT 2, 3000 + n, {digest('vote', 'n')}, "
        f"1 + n / 10, {address('member', 'n % 60')}, 1, n % 3, 1, {digest('reason', 'n')}, '' "
        f"FROM generate_series(0, {10 * ARTISTS - 1}) n",
        "INSERT INTO decisions (block_number, log_index, transaction_hash, application, artist, "
        "is_admitted, votes_for, votes_against, abstentions, cooldown_ends_at) "
        f"SELECT 3, 9000 + n, {digest('decision', 'n')}, n, {address('artist', 'n - 1')}, "
        f"true, 4, 3, 3, 0 FROM generate_series(1, {ARTISTS}) n",
        "INSERT INTO auctions (block_number, log_index, transaction_hash, work, seller, "
        "transfer_count, reserve, duration, extension, extension_cap, increment_bps, fee_bps) "
        f"SELECT 4, {log}, {digest('auction', 'n')}, pg_temp.wide(n), "
        f"{address('artist', f'n % {ARTISTS}')}, 0, 1e16, 86400, 900, 7200, 500, 500 "
        "FROM generate_series(1, 200) n",
        "INSERT INTO bids (block_number, log_index, transaction_hash, work, bidder, amount, "
        f"ends_at) SELECT 5, {log}, {digest('bid', 'n')}, pg_temp.wide(1 + n % 200), "
        f"{address('owner', 'n % 997')}, 1e16 + n, 1800000000 FROM generate_series(0, 599) n",
        "INSERT INTO proposals (block_number, log_index, transaction_hash, proposal, proposer, "
        "targets, amounts, signatures, calldatas, starts_at, ends_at, description) "
        f"SELECT 6, {log}, {digest('proposal', 'n')}, pg_temp.wide(-n), "
        f"{address('member', 'n % 60')}, '[]', '[]', '[]', '[]', 1700000000, 1700000500, "
        "'Show the clouds.' FROM generate_series(1, 40) n",
        "INSERT INTO exhibitions (block_number, log_index, transaction_hash, exhibition, brief, "
        "snapshot, nominations_until, closes_at, places, quota_per_artist) "
        f"SELECT 7, {log}, {digest('exhibition', 'n')}, n, {digest('brief', 'n')}, 1700000000, "
        f"1700000100, 1700000200, 12, 2 FROM generate_series(1, 30) n WHERE {blocks} > 0",
    ]


def fill(connection: Any, works: int) -> None:
    """Run them all on a psycopg connection."""
    for statement in statements(works):
        connection.execute(statement)
