"""Write what happens as structured lines, and never a secret."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any, Literal

import structlog
from structlog.typing import Processor, WrappedLogger

HIDDEN = "[hidden]"

# Names of values that open something, matched by their last word: `relayer_key`, not `key_file`.
_SECRET_NAME = re.compile(
    r"(^|_)(authorization|cookie|cookies|key|mnemonic|nonce|passphrase|password|private_key|"
    r"secret|session|signature|token)$"
)
_NO_SECRET = frozenset({"public_key", "recipe_key"})
_PASSWORD_IN_URL = re.compile(r"(://[^:/@\s]*:)[^@/\s]+(@)")

Event = MutableMapping[str, Any]


def configure(log_format: Literal["console", "json"], level: int = logging.INFO) -> None:
    """Send structlog's and the standard library's lines to standard error in one form."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.ExtraAdder(),
        _drop_colour,
        structlog.processors.UnicodeDecoder(),
        hide_secrets,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.PositionalArgumentsFormatter(),
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = _Standard()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *_renderers(log_format),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for chatty in ("alembic", "httpx", "httpcore", "uvicorn.access"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


class _Standard(logging.Handler):
    """Writes to what standard error is then: a handler may outlive the stream it was made with.

    In tests standard error is another one each time, and threads speak until they are joined.
    """

    def emit(self, record: logging.LogRecord) -> None:
        try:
            sys.stderr.write(f"{self.format(record)}\n")
            sys.stderr.flush()
        except Exception:
            self.handleError(record)


def get(name: str) -> structlog.stdlib.BoundLogger:
    """A logger for one module."""
    logger: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return logger


def hide_secrets(_logger: WrappedLogger, _method: str, event: Event) -> Event:
    """Blank values whose names say that they open something, at any depth, and URL passwords."""
    return {name: _shown(name, value) for name, value in event.items()}


def _shown(name: str, value: object) -> object:
    if _is_secret(name) and value is not None and not isinstance(value, bool):
        return HIDDEN
    if isinstance(value, str):
        return _PASSWORD_IN_URL.sub(rf"\1{HIDDEN}\2", value)
    if isinstance(value, dict):
        return {key: _shown(str(key), item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_shown(name, item) for item in value]
    return value


def _is_secret(name: str) -> bool:
    word = name.lower().replace("-", "_")
    return word not in _NO_SECRET and _SECRET_NAME.search(word) is not None


def _drop_colour(_logger: WrappedLogger, _method: str, event: Event) -> Event:
    """Uvicorn sends each message twice, once in colour."""
    event.pop("color_message", None)
    return event


def _renderers(log_format: Literal["console", "json"]) -> list[Processor]:
    # Tracebacks without local variables: those are where the secrets are.
    if log_format == "json":
        return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    return [
        structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    ]
