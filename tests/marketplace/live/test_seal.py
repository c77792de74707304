"""the installation's secret
none yet                    -> made, readable by its owner alone
two processes at once       -> have the same one
a key                       -> has a secret of its own, the same after a restart
a file that is none         -> told, without a word of its content
"""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from marketplace.live.seal import Seal, SealFaulty, new_key


def test_it_is_made_once_and_its_owners(tmp_path: Path) -> None:
    file = tmp_path / "data" / "webhook.key"
    with ThreadPoolExecutor(8) as pool:
        seals = list(pool.map(lambda _: Seal.ensure(file), range(8)))
    assert len({seal.secret("whk_1") for seal in seals}) == 1
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [one.name for one in file.parent.iterdir()] == ["webhook.key"]


def test_every_key_has_a_secret_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "webhook.key"
    first, second = new_key(), new_key()
    known = {key: Seal.ensure(file).secret(key) for key in (first, second)}
    assert len({*known.values(), file.read_text().strip()}) == 3
    assert Seal.ensure(file).secret(first) == known[first]
    assert Seal.ensure(tmp_path / "other.key").secret(first) != known[first]


@pytest.mark.parametrize("content", ["canary", "ab" * 31, ""])
def test_what_is_none_is_told_without_its_content(tmp_path: Path, content: str) -> None:
    file = tmp_path / "webhook.key"
    file.write_text(content)
    with pytest.raises(SealFaulty, match=r"webhook\.key holds no secret of 32 bytes") as fault:
        Seal.ensure(file)
    assert fault.value.__cause__ is None
    assert not content or content not in str(fault.value)
