"""Fetch content from any IPFS gateway without believing it: block by block, each by its digest."""

from types import TracebackType
from typing import Final, Self

import httpx

from marketplace.adapters.ipfs import tree
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.error import StoreError
from marketplace.runtime.error import RuntimeFault, Unreachable

SECONDS: Final = 60.0
MOST_BYTES: Final = 2 << 20  # no IPFS implementation exchanges larger blocks
ANOTHER: Final = "ask another gateway, with --site"
RAW: Final = {"Accept": "application/vnd.ipld.raw"}


class NotThere(RuntimeFault):
    """The gateway has no such content."""


class NotWhatItSays(RuntimeFault):
    """The gateway gave other bytes than the ones that were asked for."""


class Gateway:
    """A trustless gateway: `URL/ipfs/CID?format=raw` gives one block."""

    def __init__(self, url: str) -> None:
        self._client = httpx.Client(base_url=url, timeout=SECONDS, trust_env=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def block(self, cid: Cid) -> bytes:
        """One block whose digest is its name's."""
        content = self._get(cid)
        if Cid.of(content, cid.codec) != cid:
            raise NotWhatItSays(f"{self._client.base_url} gave other bytes for {cid}", ANOTHER)
        return content

    def file(self, cid: Cid) -> bytes:
        """A whole file of bounded size."""
        try:
            return tree.read(self.block, cid)
        except StoreError as error:
            raise NotThere(f"{cid} is no file that can be read: {error}", ANOTHER) from error

    def below(self, folder: Cid, name: str) -> Cid:
        """The CID of a name in a folder."""
        try:
            return tree.resolve(self.block, folder, name)[-1]
        except StoreError as error:
            mend = "give the work's folder, its metadata's CID, or its token id"
            raise NotThere(f"{folder} has no {name}: {error}", mend) from error

    def _get(self, cid: Cid) -> bytes:
        content = bytearray()
        try:
            with self._client.stream(
                "GET", f"/ipfs/{cid}", params={"format": "raw"}, headers=RAW
            ) as answer:
                if answer.status_code != httpx.codes.OK:
                    raise NotThere(
                        f"{self._client.base_url} has no {cid} (it answers {answer.status_code})",
                        "look at the work's page for its CID, or ask another gateway with --site",
                    )
                for part in answer.iter_bytes():
                    content += part
                    if len(content) > MOST_BYTES:
                        raise NotWhatItSays(f"{cid} is larger than any block", ANOTHER)
        except httpx.HTTPError as error:
            setting = "--site, or run `atelier up` first"
            url = str(self._client.base_url)
            raise Unreachable("the gateway", url, str(error), setting) from error
        return bytes(content)
