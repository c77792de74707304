/** Find the wallets a browser offers: those that announce themselves (EIP-6963), else `window.ethereum`. */

/** The development wallet's name among wallets; it takes the place of nobody's own. */
export const DEVELOPMENT = "development.atelier";

/** What every wallet speaks (EIP-1193). */
export interface Provider {
  request(call: { method: string; params?: unknown }): Promise<unknown>;
}

/** How a wallet introduces itself (EIP-6963). */
export interface ProviderInfo {
  uuid: string;
  name: string;
  icon: string;
  rdns: string;
}

export interface Announcement {
  info: ProviderInfo;
  provider: Provider;
}

declare global {
  interface Window {
    ethereum?: Provider;
  }
  interface WindowEventMap {
    "eip6963:announceProvider": CustomEvent<Announcement>;
  }
}

const announced = new Map<string, Announcement>();

/** Begin to hear announcements, and ask for them. */
export function listen(): void {
  window.addEventListener("eip6963:announceProvider", ({ detail }) => {
    announced.set(detail.info.uuid, detail);
  });
  window.dispatchEvent(new Event("eip6963:requestProvider"));
}

/** The wallets known now; one that only injects itself counts where no other of the person's announced itself. */
export function wallets(): Announcement[] {
  const known = [...announced.values()];
  const hasOwn = known.some(({ info }) => info.rdns !== DEVELOPMENT);
  if (hasOwn || !window.ethereum) return known;
  const info = { uuid: "injected", name: "Browser wallet", icon: "", rdns: "injected" };
  return [...known, { info, provider: window.ethereum }];
}
