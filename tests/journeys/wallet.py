"""A wallet for a real browser: is found there as wallets are, and signs with a test key."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
from eth_account.messages import encode_defunct, encode_typed_data
from eth_account.signers.local import LocalAccount
from playwright.sync_api import BrowserContext

NAME = "Test wallet"
REFUSED = {"code": 4001, "message": "User rejected the request."}
UNSUPPORTED = {"code": 4200, "message": "The wallet does not do this."}
HEX = "0x{:x}".format

# The page's side of EIP-1193; every request is answered by Python.
PROVIDER = """{
    async request(call) {
      const { result, error } = JSON.parse(await window.askTestWallet(JSON.stringify(call)));
      if (error) throw Object.assign(new Error(error.message), error);
      return result;
    },
  }"""
# How the page finds it: as EIP-6963 says, or only under the name that older wallets take.
ANNOUNCED = f"""
(() => {{
  const provider = {PROVIDER};
  const info = {{ uuid: "e6b6c6f0-0000-4000-8000-000000000000", name: "Test wallet",
                 rdns: "example.wallet", icon: "data:image/svg+xml,<svg/>" }};
  const detail = Object.freeze({{ info, provider }});
  const announce = () =>
    window.dispatchEvent(new CustomEvent("eip6963:announceProvider", {{ detail }}));
  window.addEventListener("eip6963:requestProvider", announce);
  announce();
}})();
"""
INJECTED = f"window.ethereum = {PROVIDER};"


@dataclass
class Wallet:
    """One account, the chain it is on, and whether its person agrees."""

    account: LocalAccount
    rpc: str
    chain_id: int
    agrees: bool = True
    announces: bool = True
    asked: list[str] = field(default_factory=list)
    before: dict[str, Callable[[], object]] = field(default_factory=dict)  # what happens first

    def put_into(self, context: BrowserContext) -> None:
        """Every page of the context finds this wallet."""
        context.expose_function("askTestWallet", self._hear)
        context.add_init_script(ANNOUNCED if self.announces else INJECTED)

    def _hear(self, request: str) -> str:
        call = json.loads(request)
        method, params = call["method"], call.get("params") or []
        self.asked.append(method)
        self.before.get(method, lambda: None)()
        return json.dumps(self._answer(method, params))

    def _answer(self, method: str, params: list[Any]) -> dict[str, Any]:
        match method:
            case "eth_requestAccounts" | "eth_accounts":
                return {"result": [self.account.address.lower()]}
            case "eth_chainId":
                return {"result": HEX(self.chain_id)}
            case "wallet_switchEthereumChain":
                self.chain_id = int(params[0]["chainId"], 16)
                return {"result": None}
            case "personal_sign" | "eth_signTypedData_v4" | "eth_sendTransaction":
                return self._with_consent(method, params)
            case _ if method.startswith("eth_"):
                return self._node(method, params)
        return {"error": UNSUPPORTED}

    def _with_consent(self, method: str, params: list[Any]) -> dict[str, Any]:
        if not self.agrees:
            return {"error": REFUSED}
        if method == "eth_sendTransaction":
            return self._send(params[0])
        if method == "personal_sign":
            message = encode_defunct(hexstr=params[0])
        else:
            message = encode_typed_data(full_message=json.loads(params[1]))
        return {"result": self.account.sign_message(message).signature.to_0x_hex()}

    def _send(self, wish: dict[str, str]) -> dict[str, Any]:
        nonce = self._node("eth_getTransactionCount", [self.account.address, "pending"])
        signed = self.account.sign_transaction(
            {
                "type": 2,
                "chainId": self.chain_id,
                "nonce": int(nonce["result"], 16),
                "to": wish["to"],
                "data": wish["data"],
                "value": int(wish.get("value", "0x0"), 16),
                "gas": int(wish["gas"], 16),
                "maxFeePerGas": 10**11,
                "maxPriorityFeePerGas": 10**9,
            }
        )
        return self._node("eth_sendRawTransaction", [signed.raw_transaction.to_0x_hex()])

    def _node(self, method: str, params: list[Any]) -> dict[str, Any]:
        body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
        answer = httpx.post(self.rpc, json=body, trust_env=False).json()
        return {name: answer[name] for name in ("result", "error") if name in answer}
