"""Hold what signs manifests: a private key and its certificates, in one file of our own.

Made at first run, it names nobody that anybody trusts; who has a certificate from an authority puts
key and chain (PEM, PKCS 8, the signer's own certificate first) in the file's place.
"""

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.x509 import Certificate

LIFE: Final = timedelta(days=3650)


class CredentialFaulty(Exception):
    """The file holds no key and certificate to sign with."""


@dataclass(frozen=True, slots=True)
class Credential:
    """A key of the curve P-256, and its certificates, the signer's first; both as PEM."""

    key: bytes
    chain: bytes


def ensure(path: Path) -> Credential:
    """Read the file; make one for development, for its owner's eyes alone, if there is none."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(_made(datetime.now(UTC)))
            with suppress(FileExistsError):  # another worker was faster; its key it is
                os.link(fresh, path)
        finally:
            fresh.unlink()
    return read(path)


def read(path: Path) -> Credential:
    """Read key and certificates; raises `CredentialFaulty` where they do not belong together."""
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        content = path.read_bytes()
        key = load_pem_private_key(content, None)
        certificates = x509.load_pem_x509_certificates(content)
    except (OSError, ValueError, TypeError) as error:
        raise CredentialFaulty(
            f"{path} holds no key and certificates to sign with: {error}; put a PKCS 8 key and its "
            "chain there as PEM, or remove the file for a development certificate"
        ) from error
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.curve.name != "secp256r1":
        raise CredentialFaulty(f"the key in {path} is not of the curve P-256, which ES256 needs")
    if certificates[0].public_key() != key.public_key():
        raise CredentialFaulty(f"the first certificate in {path} is not that of its key")
    return Credential(_pem(key), b"".join(map(_text, certificates)))


def _made(now: datetime) -> bytes:
    from cryptography.hazmat.primitives.asymmetric import ec

    authority, signer = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root = _certified("Atelier development authority", authority, authority, now, is_authority=True)
    leaf = _certified("Atelier development", signer, authority, now, is_authority=False)
    return _pem(signer) + _text(leaf) + _text(root)


def _certified(
    name: str,
    key: "EllipticCurvePrivateKey",
    issuer: "EllipticCurvePrivateKey",
    now: datetime,
    *,
    is_authority: bool,
) -> "Certificate":
    """A certificate as C2PA asks of signers (section 14.5 of its specification, version 2)."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    def named(text: str) -> x509.Name:
        organization = x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Atelier")
        return x509.Name([organization, x509.NameAttribute(NameOID.COMMON_NAME, text)])

    uses = dict.fromkeys(
        ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement"), False
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(named(name))
        .issuer_name(named("Atelier development authority"))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + LIFE)
        .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not is_authority,
                key_cert_sign=is_authority,
                crl_sign=is_authority,
                encipher_only=False,
                decipher_only=False,
                **uses,
            ),
            critical=True,
        )
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.public_key()), critical=False
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if not is_authority:
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
        builder = builder.add_extension(usage, critical=False)
    return builder.sign(issuer, hashes.SHA256())


def _pem(key: "EllipticCurvePrivateKey") -> bytes:
    from cryptography.hazmat.primitives import serialization as form

    return key.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, form.NoEncryption())


def _text(certificate: "Certificate") -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return certificate.public_bytes(Encoding.PEM)
