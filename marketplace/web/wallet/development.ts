/** The development wallet: demo identities of the embedded chain, whose node signs for them. Play money only. */
import { indexed } from "./chain";
import { remember } from "./chooser";
import { Fault } from "./fault";
import { DEVELOPMENT, type Announcement, type Provider } from "./provider";

interface Answer {
  result?: unknown;
  error?: { code: number; message: string; data?: unknown };
}

/** Announce the wallet, and wire the bar that the server put on the page. */
export function start(bar: HTMLElement): void {
  const identity = bar.querySelector<HTMLSelectElement>("[data-identity]");
  const skip = bar.querySelector<HTMLButtonElement>("[data-skip]");
  if (!identity || !skip) return;
  announce(provider(identity));
  identity.addEventListener("change", () => void attempt(bar, () => become(identity.value)));
  skip.addEventListener("click", () => void attempt(bar, () => skipAhead(Number(skip.dataset.skip))));
  identity.disabled = skip.disabled = false; // nobody can choose before somebody listens
}

function provider(identity: HTMLSelectElement): Provider {
  return {
    async request({ method, params }) {
      if (method === "eth_accounts" || method === "eth_requestAccounts") {
        if (!identity.value) throw new Fault("Choose in the striped bar above who you want to be.");
        return [identity.value];
      }
      return call(method, params);
    },
  };
}

/** One JSON-RPC call to the embedded chain, which holds the demo identities' keys. */
async function call(method: string, params: unknown = []): Promise<unknown> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  const headers = { "content-type": "application/json" };
  const response = await fetch("/development/rpc", { method: "POST", headers, body });
  const { result, error } = (await response.json()) as Answer;
  if (error) throw Object.assign(new Error(error.message), error);
  return result;
}

function announce(wallet: Provider): void {
  const icon = "";
  const name = "Development wallet (play money)";
  const info = { uuid: DEVELOPMENT, name, icon, rdns: DEVELOPMENT };
  const detail: Announcement = Object.freeze({ info, provider: wallet });
  const tell = (): void => {
    window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  };
  window.addEventListener("eip6963:requestProvider", tell);
  tell();
}

async function become(address: string): Promise<void> {
  remember(DEVELOPMENT);
  const { ensure, signOut } = await import("./session");
  await (address ? ensure() : signOut());
}

async function skipAhead(seconds: number): Promise<void> {
  await call("evm_increaseTime", [seconds]);
  await call("evm_mine");
  await indexed(BigInt(Number(await call("eth_blockNumber"))));
}

async function attempt(bar: HTMLElement, deed: () => Promise<void>): Promise<void> {
  bar.setAttribute("aria-busy", "true");
  try {
    await deed();
    location.reload();
  } catch (thrown) {
    const { explain } = await import("./explain");
    const line = bar.querySelector("[data-status]");
    if (line) line.textContent = explain(thrown);
    bar.removeAttribute("aria-busy");
  }
}

