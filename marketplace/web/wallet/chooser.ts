/** Let the person choose where several wallets are at hand, and remember it. */
import { Fault } from "./fault";
import type { Announcement } from "./provider";

const REMEMBERED = "atelier-wallet";

export async function choose(offered: Announcement[]): Promise<Announcement> {
  if (offered.length === 0) {
    throw new Fault("No wallet was found in this browser. Install one, for example MetaMask or Rabby.");
  }
  const known = localStorage.getItem(REMEMBERED);
  const chosen = offered.find(({ info }) => info.rdns === known) ?? (await ask(offered));
  remember(chosen.info.rdns);
  return chosen;
}

export function remember(rdns: string): void {
  localStorage.setItem(REMEMBERED, rdns);
}

export function forget(): void {
  localStorage.removeItem(REMEMBERED);
}

async function ask(offered: Announcement[]): Promise<Announcement> {
  const [only] = offered;
  if (only && offered.length === 1) return only;
  const dialog = document.createElement("dialog");
  dialog.className = "chooser";
  const title = document.createElement("h2");
  title.textContent = "Choose a wallet";
  dialog.append(title, ...offered.map((wallet, index) => choice(dialog, wallet, index)));
  document.body.append(dialog);
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  dialog.remove();
  const chosen = dialog.returnValue === "" ? undefined : offered[Number(dialog.returnValue)];
  if (!chosen) throw new Fault("No wallet was chosen.");
  return chosen;
}

function choice(dialog: HTMLDialogElement, { info }: Announcement, index: number): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  // An icon is somebody else's: nothing but a picture inlined as data may be shown.
  if (info.icon.startsWith("data:image/")) {
    const icon = document.createElement("img");
    Object.assign(icon, { src: info.icon, alt: "", width: 24, height: 24 });
    button.append(icon);
  }
  button.append(info.name);
  button.addEventListener("click", () => dialog.close(String(index)));
  return button;
}
