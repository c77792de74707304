/** Wake the page: hear wallets, carry out forms; all that is heavy is fetched when it is first needed. */
import { listen } from "./provider";
import { complain, say, setBusy } from "./status";

listen();
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.dataset.action) return;
  event.preventDefault();
  if (form.getAttribute("aria-busy") !== "true") void perform(form);
});
const decorated = decorate();

async function perform(form: HTMLFormElement): Promise<void> {
  setBusy(form, true);
  const { act, explain } = await import("./action");
  await decorated;
  try {
    const next = await act(form, (text) => say(form, text));
    if (next) location.assign(next);
    else location.reload();
  } catch (thrown) {
    complain(form, explain(thrown));
    setBusy(form, false);
  }
}

async function decorate(): Promise<void> {
  const bar = document.querySelector<HTMLElement>("[data-development]");
  if (bar) (await import("./development")).start(bar);
  const progress = document.querySelector<HTMLElement>("[data-progress]");
  if (progress) (await import("./progress")).follow(progress);
  const comparing = document.querySelector<HTMLElement>("[data-comparing]");
  if (comparing) void (await import("./comparing")).follow(comparing);
  const studio = document.querySelector<HTMLFormElement>("[data-studio]");
  if (studio) (await import("./studio")).enliven(studio);
  const which = document.querySelector<HTMLElement>("[data-which]");
  if (which) (await import("./which")).enlivenWhich(which);
  const dwell = document.querySelector<HTMLElement>("[data-dwell]")?.dataset.dwell;
  if (dwell) (await import("./dwell")).noteDwell(dwell);
  for (const section of document.querySelectorAll<HTMLElement>("[data-compare]")) {
    (await import("./compare")).enlivenCompare(section);
  }
  for (const figure of document.querySelectorAll<HTMLElement>("[data-solid]")) {
    (await import("./solid")).offerTurning(figure);
  }
  const samples = document.querySelector<HTMLInputElement>("input[data-samples]");
  const gallery = document.querySelector<HTMLElement>("[data-previews]");
  if (samples && gallery) (await import("./samples")).previewSamples(samples, gallery);
  const brought = document.querySelectorAll<HTMLInputElement>("input[data-upload]");
  if (brought.length > 0) (await import("./brought")).showBrought([...brought]);
}
