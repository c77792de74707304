/** Sketch an idea in six variants, see them come, and let one of them lead on: to a painting, or to six more. */
import { get, send } from "./api";
import { fillIn, recipeOf } from "./recipe";
import { nameOf, Round, type Sheet, type Sketch } from "./round";
import { complain } from "./status";
import { Steering } from "./steering";

const NUMBER = 6;

export function enlivenSketching(form: HTMLFormElement, section: HTMLElement): void {
  const place = section.querySelector<HTMLElement>("[data-rounds]");
  const button = section.querySelector<HTMLButtonElement>("[data-sketch]");
  const varies = section.querySelector<HTMLSelectElement>("[data-varies]");
  if (!place || !button || !varies) return;
  section.hidden = false;
  const steering = new Steering(section);

  const show = (sheet: Sheet): void => {
    for (const round of place.querySelectorAll("details")) round.open = false;
    const round = new Round(form, sheet, { paint, lead, compare });
    steering.add(sheet.id, round);
    place.prepend(round.element);
    section.querySelector("[data-first]")?.remove();
  };

  const ask = async (what: string): Promise<void> => {
    const body = { ...recipeOf(form), varies: what, number: NUMBER };
    show(await signedIn(() => send<Sheet>("POST", "/api/sketches", body)));
  };

  /** Whatever goes wrong is said under the heading; meanwhile nothing can be asked twice. */
  const doing = async (deed: () => Promise<void>): Promise<void> => {
    if (button.disabled) return;
    button.disabled = true;
    section.querySelector("[data-status]")?.remove();
    try {
      await deed();
    } catch (thrown) {
      const { explain } = await import("./explain");
      complain(section, explain(thrown));
    } finally {
      button.disabled = false;
    }
  };

  const paint = (sheet: Sheet, sketch: Sketch): void => {
    const title = form.elements.namedItem("title") as HTMLInputElement;
    if (!title.reportValidity()) return; // it says that a title is missing, and goes there
    const description = form.elements.namedItem("description") as HTMLTextAreaElement;
    const path = `/api/sketches/${sheet.id}/${sketch.number}/commission`;
    const body = { title: title.value, description: description.value };
    void doing(async () => {
      const made = await signedIn(() => send<{ id: string }>("POST", path, body));
      location.assign(`/studio/${made.id}`);
    });
  };

  const lead = (_: Sheet, sketch: Sketch): void => {
    fillIn(form, sketch.recipe);
    void doing(() => ask(section.dataset.surroundings ?? ""));
  };

  /** The first of two waits for the second; chosen twice, it waits no longer. */
  const compare = (sheet: Sheet, sketch: Sketch): void => {
    const name = nameOf(sheet, sketch);
    const first = place.querySelector<HTMLElement>("[data-compared]");
    first?.removeAttribute("data-compared");
    if (first?.dataset.name === name) return;
    if (first) location.assign(`/compare?left=${first.dataset.name}&right=${name}`);
    else place.querySelector(`[data-name="${name}"]`)?.setAttribute("data-compared", "");
  };

  button.addEventListener("click", () => void doing(() => ask(varies.value)));
  if (document.body.dataset.viewer) void recall(show);
}

/** The rounds of the last days, oldest first, so that the newest ends up on top and open. */
async function recall(show: (sheet: Sheet) => void): Promise<void> {
  try {
    const { sheets } = await get<{ sheets: Sheet[] }>("/api/sketches");
    for (const sheet of sheets.reverse()) show(sheet);
  } catch {
    return; // what was sketched before is a courtesy
  }
}

/** Sketching needs no wallet, only a session; where that has ended, the wallet begins another. */
async function signedIn<Answer>(deed: () => Promise<Answer>): Promise<Answer> {
  try {
    return await deed();
  } catch (thrown) {
    if ((thrown as { status?: number }).status !== 401) throw thrown;
    delete document.body.dataset.viewer;
    await (await import("./session")).ensure();
    return deed();
  }
}
