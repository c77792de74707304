"""atelier doctor
a whole set-up            -> nothing is broken; what does not run is resting
a running installation    -> database and chain are fine
old tables                -> broken, `atelier migrate` mends it
another chain             -> broken, with both values
a key others may read     -> broken, chmod mends it
no key yet                -> resting; a worker makes it
a key that is none        -> broken
a certificate out of date -> broken; nearly so -> told, with the day
a port in use             -> broken, the setting mends it
no room                   -> broken
no herald, but events     -> broken; without events, resting
no IPFS node              -> broken
a check that fails itself -> broken, and the next one is looked at all the same
"""

import os
import shutil
import socket
from collections import namedtuple
from datetime import UTC, datetime, timedelta

import pytest

from marketplace import db
from marketplace.config import Settings
from marketplace.deliverables import credential
from marketplace.herald import NAME
from marketplace.resemblance.attester import Attester
from marketplace.runtime import doctor, finding, herald, secret
from marketplace.runtime.chain import Chain, free_port
from marketplace.runtime.error import RuntimeFault
from marketplace.runtime.finding import Check, Finding, Resting, Status
from tests.marketplace.live.scribe import SALE, Scribe

Usage = namedtuple("Usage", "total used free")


def test_a_whole_set_up_is_well(apart: Settings) -> None:
    findings = doctor.diagnose(apart)
    assert [one for one in findings if one.is_broken] == []
    assert {_of(findings, part) for part in ("database", "chain", "code", "rights")} == {"resting"}
    assert _of(findings, "torch") == _of(findings, "anvil") == _of(findings, "brownie") == "fine"


def test_a_running_installation_is_well(settings: Settings) -> None:
    findings = doctor.diagnose(settings)
    parts = ("database", "chain", "code", "wires", "rights", "relayer")
    assert {_of(findings, part) for part in parts} == {"fine"}


def test_a_missing_herald_is_found(settings: Settings) -> None:
    assert settings.database_url is not None
    with pytest.raises(Resting, match="nothing to tell"):
        herald.look(settings.database_url)
    engine = db.open_engine(settings.database_url)
    Scribe(engine).block(SALE)
    engine.dispose()
    with pytest.raises(RuntimeFault, match="no herald runs, and 1 events"):
        herald.look(settings.database_url)
    listening = db.open_engine(settings.database_url, NAME)
    with listening.connect():
        assert herald.look(settings.database_url).startswith("tells and sends; 0 webhooks")
    listening.dispose()


def test_old_tables_are_found(settings: Settings, postgres_url: str) -> None:
    old = settings.model_copy(update={"database_url": postgres_url})
    found = _one(doctor.diagnose(old), "database")
    assert (found.status, found.mend) == ("broken", "run `atelier migrate`")


def test_another_chain_is_found(settings: Settings, bare_chain: Chain) -> None:
    elsewhere = settings.model_copy(update={"rpc_url": bare_chain.url})
    found = _one(doctor.diagnose(elsewhere), "chain")
    assert found.status == "broken"
    assert "genesis block" in found.says


def test_a_key_others_may_read_is_found(settings: Settings) -> None:
    settings.relayer_key_file.chmod(0o644)
    found = _one(doctor.diagnose(settings), "relayer")
    assert (found.status, found.mend) == ("broken", f"chmod 600 {settings.relayer_key_file}")


def test_keys_that_a_worker_makes_are_missed_by_nobody(apart: Settings) -> None:
    findings = doctor.diagnose(apart)
    assert _of(findings, "attester") == _of(findings, "manifests") == "resting"
    assert "a worker makes" in _one(findings, "manifests").says


def test_keys_are_known_by_their_names(apart: Settings) -> None:
    attester = Attester.ensure(apart.attester_key_file)
    credential.ensure(apart.c2pa_file)
    assert attester.address in secret.attester(apart)
    assert "CN=Atelier development" in secret.manifests(apart)


def test_keys_that_are_none_are_found(apart: Settings) -> None:
    for path in (apart.attester_key_file, apart.c2pa_file):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("nothing")
        path.chmod(0o600)
    findings = doctor.diagnose(apart)
    assert _of(findings, "attester") == _of(findings, "manifests") == "broken"
    assert "remove the file" in _one(findings, "manifests").mend
    apart.c2pa_file.chmod(0o640)
    with pytest.raises(RuntimeFault, match=r"mode 640"):
        secret.manifests(apart)


def test_a_certificate_out_of_date_is_found(apart: Settings) -> None:
    credential.ensure(apart.c2pa_file)
    now = datetime.now(UTC)
    for at in (now - timedelta(days=2), now + credential.LIFE):
        with pytest.raises(RuntimeFault, match=r"is good from .* only"):
            secret.manifests(apart, at)
    with pytest.raises(Resting, match="but only until"):
        secret.manifests(apart, now + credential.LIFE - timedelta(days=20))


def test_a_port_in_use_is_found(apart: Settings) -> None:
    with socket.create_server((apart.host, apart.port)):
        found = _one(doctor.diagnose(apart), "ports")
    assert found.status == "broken"
    assert "ATELIER_PORT" in found.mend


def test_a_full_disk_is_found(apart: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(100 << 30, 100 << 30, 5 << 20))
    found = _one(doctor.diagnose(apart), "disk")
    assert found.status == "broken"
    assert "5 MiB free" in found.says


def test_a_missing_ipfs_node_is_found(apart: Settings) -> None:
    node = f"/ip4/127.0.0.1/tcp/{free_port()}"
    found = _one(doctor.diagnose(apart.model_copy(update={"ipfs_api": node})), "ipfs")
    assert found.status == "broken"
    assert found.says.startswith("no IPFS node answers at")
    assert "ATELIER_IPFS_API" in found.mend


def test_a_missing_browser_rests(apart: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    found = _one(doctor.diagnose(apart), "browser")
    assert (found.status, found.mend) == ("resting", "`make test` fetches it")


def test_a_check_that_fails_keeps_nobody_from_looking_on() -> None:
    def fail() -> str:
        raise ZeroDivisionError("by nothing")

    checks = (Check("first", fail, "divide by something"), Check("second", lambda: "is there", ""))
    first, second = finding.examine(checks)
    assert (first.says, first.mend) == ("ZeroDivisionError: by nothing", "divide by something")
    assert second.status == "fine"


def _one(findings: list[Finding], part: str) -> Finding:
    return next(one for one in findings if one.part == part)


def _of(findings: list[Finding], part: str) -> Status:
    return _one(findings, part).status
