"""Look at the files that keep keys: whether they are there, theirs alone, and still good."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from marketplace.config import Settings
from marketplace.runtime.error import RuntimeFault
from marketplace.runtime.finding import Resting

SOON: Final = timedelta(days=30)  # to ask an authority for another certificate


def relayer(settings: Settings) -> str:
    """Whose key pays the gas."""
    from marketplace.runtime.relayer import address

    path = settings.relayer_key_file
    _look(path, "`atelier up` makes it")
    return f"{address(path)}; its key is readable by its owner alone"


def attester(settings: Settings) -> str:
    """Whose key signs what comparing pictures found."""
    from marketplace.resemblance.attester import Attester, AttesterFaulty

    path = settings.attester_key_file
    _look(path, "a worker makes it at its first start")
    try:
        known = Attester.ensure(path)
    except AttesterFaulty as fault:
        mend = "put 64 hex digits there, or remove the file for a new key"
        raise RuntimeFault(f"{fault}", mend) from fault
    return f"{known.address}; its key is readable by its owner alone"


def manifests(settings: Settings, now: datetime | None = None) -> str:
    """Whose certificate signs the copies of works, and how long it is good."""
    from cryptography import x509

    from marketplace.deliverables import credential
    from marketplace.deliverables.credential import CredentialFaulty

    path = settings.c2pa_file
    _look(path, "a worker makes one for development at its first start")
    try:
        chain = x509.load_pem_x509_certificates(credential.read(path).chain)
    except CredentialFaulty as fault:
        said, _, mend = str(fault).partition("; ")
        raise RuntimeFault(said, mend or "put a key and its own certificates there") from fault
    name = chain[0].subject.rfc4514_string()
    begins = max(one.not_valid_before_utc for one in chain)
    ends = min(one.not_valid_after_utc for one in chain)
    at = now or datetime.now(UTC)
    if not begins <= at < ends:
        fault_ = f"is good from {begins:%Y-%m-%d} to {ends:%Y-%m-%d} only"
        mend = "put a new certificate there, or remove the file for a development one"
        raise RuntimeFault(f"the certificate in {path} ({name}) {fault_}", mend)
    if ends - at < SOON:
        mend = "ask its authority for another in time"
        raise Resting(f"{name} signs copies, but only until {ends:%Y-%m-%d}", mend)
    return f"{name} signs copies until {ends:%Y-%m-%d}"


def _look(path: Path, made: str) -> None:
    """Raise `Resting` where there is no such file yet, `RuntimeFault` where others may read it."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        raise Resting(f"no key at {path} yet; {made}") from None
    if mode & 0o077:
        raise RuntimeFault(f"others may read {path} (mode {mode:o})", f"chmod 600 {path}")
