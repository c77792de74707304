/** Webhooks: a new key's secret is shown here, once; what was sent is waited for. */
import type { components } from "../../../clients/typescript/schema";
import { get, send } from "./api";
import type { Say } from "./form";

const LOOKS = 40;
const PAUSE = 400;

type Shapes = components["schemas"];
type Key = Shapes["NewKeyAnswer"];

/** Begin to send to the form's address; the page stays until the secret is kept. */
export async function subscribe(form: HTMLFormElement): Promise<void> {
  const chosen = new FormData(form);
  const body = { url: String(chosen.get("url")).trim(), topics: chosen.getAll("topic").map(String) };
  const made = await send<Shapes["NewWebhookAnswer"]>("POST", form.dataset.path ?? "", body);
  await kept(form, made.key);
}

/** Have one more key, which signs beside the others. */
export async function addKey(form: HTMLFormElement): Promise<void> {
  await kept(form, await send<Key>("POST", form.dataset.path ?? ""));
}

/** Have something sent, and wait for what comes of it. */
export async function sendNow(form: HTMLFormElement, say: Say): Promise<void> {
  const path = form.dataset.path ?? "";
  const { id } = await send<Shapes["DeliveryAnswer"]>("POST", path);
  say("Sending…");
  const log = path.replace(/\/(ping|deliveries\/.*)$/, "/deliveries");
  for (let look = 0; look < LOOKS; look++) {
    const { deliveries } = await get<Shapes["DeliveriesAnswer"]>(log);
    const found = deliveries.find((one) => one.id === id);
    if (!found || found.state !== "waiting" || found.attempts > 0) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Show a secret in the form's place; done once the person says that it is kept. */
function kept(form: HTMLFormElement, key: Key): Promise<void> {
  const shown = document.createElement("div");
  shown.className = "secret";
  shown.setAttribute("role", "status");
  const words = document.createElement("p");
  words.textContent = `The secret of the key ${key.id}. Keep it now: it is not shown again.`;
  const secret = document.createElement("code");
  secret.textContent = key.secret;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "I have kept it";
  shown.append(words, secret, button);
  form.closest(".together")?.after(shown) ?? form.replaceWith(shown);
  button.focus();
  return new Promise((resolve) => button.addEventListener("click", () => resolve(), { once: true }));
}
