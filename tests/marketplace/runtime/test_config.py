"""settings
defaults            -> follow each other: the public address the port, the files the data folder
DATABASE_URL        -> understood, its driver named
a wrong value       -> one line that names the setting and the value
a wrong database    -> a line without its password
development abroad  -> refused
environment()       -> read back, it makes the same settings
"""

from pathlib import Path

import pytest

from marketplace import config
from marketplace.config import ConfigurationError, Settings


def test_defaults_follow_each_other(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, port=8123)
    assert settings.public_url == "http://localhost:8123"
    assert settings.deployment == tmp_path / "deployment.json"
    assert settings.relayer_key_file == tmp_path / "relayer.key"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_the_database_of_the_environment_gets_its_driver(
    scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"{scheme}://u:p@host/name")
    assert config.load().database == "postgresql+psycopg://u:p@host/name"


def test_a_wrong_value_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATELIER_PORT", "80000")
    with pytest.raises(ConfigurationError, match=r"^ATELIER_PORT: .*65535 \(got '80000'\)$"):
        config.load()


def test_a_wrong_database_keeps_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://u:secret@host/name")
    with pytest.raises(ConfigurationError, match="must be PostgreSQL, not 'mysql'") as caught:
        config.load()
    assert "secret" not in str(caught.value)


def test_development_stays_on_this_machine() -> None:
    with pytest.raises(ConfigurationError, match=r"'rpc\.example' is not this machine"):
        config.load(development=True, rpc_url="http://rpc.example:8545")


def test_what_was_not_said_is_missed_in_words() -> None:
    with pytest.raises(ConfigurationError, match="set DATABASE_URL, or start `atelier up`"):
        _ = Settings().database
    with pytest.raises(ConfigurationError, match="set ATELIER_RPC_URL"):
        _ = Settings().rpc


def test_a_child_reads_the_same_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(
        data=tmp_path,
        database_url="postgresql+psycopg://postgres@/atelier?host=%2Ftmp%2Fx",
        rpc_url="http://127.0.0.1:9000",
        development=True,
        log_format="json",
    )
    for name, value in settings.environment().items():
        monkeypatch.setenv(name, value)
    assert config.load() == settings
