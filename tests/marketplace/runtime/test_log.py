"""log
a secret's name, at any depth  -> its value is hidden
a password in an address       -> is hidden
what only sounds alike         -> is shown
the standard library's lines   -> have the same form
standard error changed         -> the next line goes where it is now, the old one may be closed
an exception                   -> is told without local variables
"""

import io
import json
import logging
import sys

import pytest

from marketplace import log


@pytest.fixture(autouse=True)
def _restored() -> object:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield
    root.handlers, level = before
    root.setLevel(level)


@pytest.mark.parametrize(
    "name", ["signature", "voucher_signature", "private_key", "Cookie", "nonce", "set-cookie"]
)
def test_secrets_are_hidden(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _logged(capsys, **{name: "0xdeadbeef"})[name] == log.HIDDEN


def test_secrets_inside_are_hidden(capsys: pytest.CaptureFixture[str]) -> None:
    line = _logged(capsys, answer={"headers": [{"authorization": "Bearer x"}], "code": 200})
    assert line["answer"] == {"headers": [{"authorization": log.HIDDEN}], "code": 200}


def test_a_password_in_an_address_is_hidden(capsys: pytest.CaptureFixture[str]) -> None:
    assert _logged(capsys, url="postgresql://u:pw@h/d")["url"] == "postgresql://u:[hidden]@h/d"


@pytest.mark.parametrize("name", ["public_key", "relayer_key_file", "signatures"])
def test_what_only_sounds_alike_is_shown(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _logged(capsys, **{name: "value"})[name] == "value"


def test_the_standard_library_speaks_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure("json")
    logging.getLogger("somebody").warning("told %s", "so", extra={"cookie": "abc"})
    line = json.loads(capsys.readouterr().err)
    assert (line["event"], line["logger"], line["cookie"]) == ("told so", "somebody", log.HIDDEN)


def test_a_line_goes_where_standard_error_is_now(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "stderr", first)
    log.configure("json")
    first.close()
    monkeypatch.setattr(sys, "stderr", second)
    logging.getLogger("somebody").warning("still here")
    assert json.loads(second.getvalue())["event"] == "still here"


@pytest.mark.parametrize("log_format", ["json", "console"])
def test_an_exception_keeps_its_local_variables(
    log_format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    log.configure(log_format)  # type: ignore[arg-type]
    try:
        _fail("-".join(("very", "secret")))  # the source line is shown, its values are not
    except ValueError:
        log.get("test").exception("failed")
    said = capsys.readouterr().err
    assert "ValueError: no" in said
    assert "very-secret" not in said


def _fail(phrase: str) -> None:
    if phrase:
        raise ValueError("no")


def _logged(capsys: pytest.CaptureFixture[str], **values: object) -> dict[str, object]:
    log.configure("json")
    log.get("test").info("happened", **values)
    line: dict[str, object] = json.loads(capsys.readouterr().err)
    return line
