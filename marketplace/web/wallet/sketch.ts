/** Sketch an idea in six variants, see them come, and let one of them lead on: to a painting, or to six more. */
import { get, send, type Json } from "./api";
import { fillIn, recipeOf } from "./recipe";
import { MUSE, nameOf, subject, type Found, type Sheet } from "./paper";
import { headline, Round } from "./round";
import { complain } from "./status";
import { Steering } from "./steering";
import { Way } from "./way";

const NUMBER = 6;

export function enlivenSketching(form: HTMLFormElement, section: HTMLElement): void {
  const place = section.querySelector<HTMLElement>("[data-rounds]");
  const button = section.querySelector<HTMLButtonElement>("[data-sketch]");
  const muse = section.querySelector<HTMLButtonElement>("[data-muse]");
  const varies = section.querySelector<HTMLSelectElement>("[data-varies]");
  if (!place || !button || !varies) return;
  section.hidden = false;
  const steering = new Steering(section);

  const rounds = new Map<string, Round>();
  const back = (sheet: Sheet, sketch: Found): void => {
    use(sheet, sketch);
    rounds.get(sheet.id)?.pointAt(sketch.number);
  };
  const stepOf = (sheet: Sheet, sketch: Found): string =>
    sheet.varies === MUSE ? subject(form, sketch.recipe) : headline(form, sheet);
  const way = new Way(stepOf, back);
  place.before(way.element);

  const show = (sheet: Sheet): void => {
    for (const round of place.querySelectorAll<HTMLDetailsElement>("details.round")) round.open = false;
    const round = new Round(form, sheet, { paint, lead, guide, use, compare, discard });
    rounds.set(sheet.id, round);
    steering.add(sheet.id, round);
    place.prepend(round.element);
    way.add(sheet);
    way.show(sheet.begun_from);
    section.querySelector("[data-first]")?.remove();
  };

  const ask = async (what: string, begun_from: Json = null): Promise<void> => {
    const body = { ...recipeOf(form), varies: what, number: NUMBER, begun_from };
    show(await signedIn(() => send<Sheet>("POST", "/api/v1/sketches", body)));
  };

  const find = async (path: string, towards: { towards?: string } = {}): Promise<void> => {
    const body = { number: NUMBER, strength: steering.strength, ...towards };
    show(await signedIn(() => send<Sheet>("POST", path, body)));
  };

  /** Whatever goes wrong is said under the heading; meanwhile nothing can be asked twice. */
  const doing = async (deed: () => Promise<void>): Promise<void> => {
    if (button.disabled) return;
    button.disabled = true;
    if (muse) muse.disabled = true;
    section.querySelector("[data-status]")?.remove();
    try {
      await deed();
    } catch (thrown) {
      const { explain } = await import("./explain");
      complain(section, explain(thrown));
    } finally {
      button.disabled = false;
      if (muse) muse.disabled = false;
    }
  };

  const paint = (sheet: Sheet, sketch: Found): void => {
    const title = form.elements.namedItem("title") as HTMLInputElement;
    if (!title.reportValidity()) return; // it says that a title is missing, and goes there
    const description = form.elements.namedItem("description") as HTMLTextAreaElement;
    const path = `/api/v1/sketches/${sheet.id}/${sketch.number}/commission`;
    const body = { title: title.value, description: description.value };
    void doing(async () => {
      const made = await signedIn(() => send<{ id: string }>("POST", path, body));
      location.assign(`/studio/${made.id}`);
    });
  };

  const lead = (sheet: Sheet, sketch: Found): void => {
    fillIn(form, sketch.recipe);
    void doing(() => ask(section.dataset.surroundings ?? "", { sheet: sheet.id, number: sketch.number }));
  };

  /** Walk on from here, towards words if there are any, and towards what one likes. */
  const guide = (sheet: Sheet, sketch: Found, towards: string): void => {
    fillIn(form, sketch.recipe);
    void doing(() => find(`/api/v1/sketches/${sheet.id}/${sketch.number}/next`, { towards }));
  };

  /** Throw a sheet away, drawn or not; what is being drawn or looked for ends. */
  const discard = (sheet: Sheet): void => {
    void doing(async () => {
      await signedIn(() => send("DELETE", `/api/v1/sketches/${sheet.id}`));
      rounds.get(sheet.id)?.remove();
      rounds.delete(sheet.id);
      way.forget(sheet);
      way.show(sheet.begun_from);
    });
  };

  const use = (sheet: Sheet, sketch: Found): void => {
    fillIn(form, sketch.recipe);
    way.show({ sheet: sheet.id, number: sketch.number });
  };

  /** The first of two waits for the second; chosen twice, it waits no longer. */
  const compare = (sheet: Sheet, sketch: Found): void => {
    const name = nameOf(sheet, sketch);
    const first = place.querySelector<HTMLElement>("[data-compared]");
    first?.removeAttribute("data-compared");
    if (first?.dataset.name === name) return;
    if (first) location.assign(`/compare?left=${first.dataset.name}&right=${name}`);
    else place.querySelector(`[data-name="${name}"]`)?.setAttribute("data-compared", "");
  };

  button.addEventListener("click", () => void doing(() => ask(varies.value)));
  muse?.addEventListener("click", () => void doing(() => find("/api/v1/muse")));
  if (document.body.dataset.viewer) void recall(show);
}

/** The rounds of the last days, oldest first, so that the newest ends up on top and open. */
async function recall(show: (sheet: Sheet) => void): Promise<void> {
  try {
    const { sheets } = await get<{ sheets: Sheet[] }>("/api/v1/sketches");
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
