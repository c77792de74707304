"""Say once, at the edge, where everything lives: folders, ports, database, chain, IPFS node."""

import ipaddress
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import AliasChoices, Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "ATELIER_"
DRIVER = "postgresql+psycopg://"
RESOURCES = ("cpu", "gpu", "light")


class ConfigurationError(Exception):
    """A setting is missing or cannot be right; the message names it and says what to do."""


class Settings(BaseSettings):
    """What the processes of one installation agree on; read from `ATELIER_*`, then passed down."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="ignore", populate_by_name=True
    )

    data: Path = Path("data")
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    public_url: str = Field(default_factory=lambda known: f"http://localhost:{known['port']}")
    database_url: str | None = Field(
        default=None,
        repr=False,
        validation_alias=AliasChoices(f"{PREFIX}DATABASE_URL", "DATABASE_URL"),
    )
    rpc_url: str | None = Field(default=None, repr=False)
    chain_port: int = Field(default=8545, ge=1, le=65535)
    deployment: Path = Field(default_factory=lambda known: known["data"] / "deployment.json")
    ipfs_api: str | None = None
    relayer_key_file: Path = Field(default_factory=lambda known: known["data"] / "relayer.key")
    attester_key_file: Path = Field(default_factory=lambda known: known["data"] / "attester.key")
    webhook_key_file: Path = Field(default_factory=lambda known: known["data"] / "webhook.key")
    webhooks_to_loopback: bool = False  # http to this machine, for whoever tries webhooks out
    c2pa_file: Path = Field(default_factory=lambda known: known["data"] / "c2pa.pem")
    development: bool = False
    confirmations: int = Field(default=0, ge=0)
    poll_seconds: float = Field(default=0.25, gt=0)
    log_format: Literal["console", "json"] = "console"
    studio_waiting: int = Field(default=5, ge=1)
    studio_daily: int = Field(default=60, ge=1)
    sketches_waiting: int = Field(default=24, ge=1)
    sketches_daily: int = Field(default=240, ge=1)
    uploads_daily: int = Field(default=20, ge=1)
    sketches_on: Literal["cpu", "gpu"] = "cpu"
    model: Path | None = None  # an adopted model of the operator's own, and where it works
    model_on: Literal["cpu", "gpu"] = "cpu"
    render_memory_mib: int = Field(default=4096, ge=1024)
    render_seconds: int = Field(default=900, ge=1)
    worker_serves: str = "cpu,light"
    worker_renderings: int = Field(default=1, ge=1, le=64)
    word_list: Path | None = None
    word_list_sha256: str | None = Field(default=None, pattern="^[0-9a-fA-F]{64}$")

    @field_validator(
        "data",
        "deployment",
        "relayer_key_file",
        "attester_key_file",
        "webhook_key_file",
        "c2pa_file",
        "word_list",
        "model",
    )
    @classmethod
    def _absolute(cls, path: Path | None) -> Path | None:
        """Children may run elsewhere; a path must mean the same to all of them."""
        return None if path is None else path.expanduser().absolute()

    @field_validator("public_url")
    @classmethod
    def _origin(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise ValueError(f"{url!r} is no web address; give one like https://atelier.example")
        return url.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _driver(cls, url: str | None) -> str | None:
        """Hosts hand out `postgres://`; SQLAlchemy wants its driver named."""
        if not url:
            return None
        scheme, separator, rest = url.partition("://")
        if not separator or scheme.split("+")[0] not in ("postgres", "postgresql"):
            raise ValueError(f"the database must be PostgreSQL, not {scheme!r}")
        return DRIVER + rest

    @field_validator("worker_serves")
    @classmethod
    def _known_resources(cls, names: str) -> str:
        wrong = [name for name in _split(names) if name not in RESOURCES]
        if wrong or not _split(names):
            raise ValueError(f"give some of {', '.join(RESOURCES)}, separated by commas")
        return names

    @property
    def serves(self) -> tuple[str, ...]:
        """The resource classes whose jobs this machine's worker takes."""
        return tuple(dict.fromkeys(_split(self.worker_serves)))

    @model_validator(mode="after")
    def _development_stays_home(self) -> Self:
        if self.development and self.rpc_url and not is_loopback(self.rpc_url):
            host = urlsplit(self.rpc_url).hostname
            raise ValueError(
                f"development mode hands out the chain's test keys and {host!r} is not this "
                f"machine; unset {PREFIX}DEVELOPMENT or {PREFIX}RPC_URL"
            )
        return self

    @model_validator(mode="after")
    def _loopback_is_for_trying(self) -> Self:
        if self.webhooks_to_loopback and self.rpc_url and not self.development:
            raise ValueError(
                f"{PREFIX}WEBHOOKS_TO_LOOPBACK lets people have requests sent inside this machine; "
                "unset it, it is for development only"
            )
        return self

    @property
    def database(self) -> str:
        """The database's address, once somebody has resolved it."""
        if self.database_url is None:
            raise ConfigurationError(
                "no database is known here: set DATABASE_URL, or start `atelier up` first"
            )
        return self.database_url

    @property
    def rpc(self) -> str:
        """The node's address, once somebody has resolved it."""
        if self.rpc_url is None:
            raise ConfigurationError(
                f"no chain is known here: set {PREFIX}RPC_URL, or start `atelier up` first"
            )
        return self.rpc_url

    def environment(self) -> dict[str, str]:
        """These settings as a child process reads them."""
        values = self.model_dump(mode="json", exclude_none=True)
        return {PREFIX + name.upper(): _as_text(value) for name, value in values.items()}


def load(**overrides: Any) -> Settings:
    """Read the environment; a value that cannot be right becomes one readable error."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        raise ConfigurationError("\n".join(_complaints(error))) from error


def is_loopback(url: str) -> bool:
    """Whether a URL can only mean this machine."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _complaints(error: ValidationError) -> list[str]:
    """One line a fault; a database's address stays unsaid, it may hold a password."""
    lines = []
    for detail in error.errors():
        if detail["type"] == "default_factory_not_called":
            continue  # only the echo of another fault
        message = detail["msg"].removeprefix("Value error, ")
        if not detail["loc"]:
            lines.append(message)
            continue
        name = PREFIX + str(detail["loc"][0]).upper().removeprefix(PREFIX)
        value = "" if name.endswith("DATABASE_URL") else f" (got {detail['input']!r})"
        lines.append(f"{name}: {message}{value}")
    return lines


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def _as_text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
