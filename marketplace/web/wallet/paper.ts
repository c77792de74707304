/** One paper of a contact sheet: how a sketch looks, why it is there, what can be done with it. */
import type { Json } from "./api";
import { titleOf, type Recipe } from "./recipe";

export interface Reason {
  kind: string;
  en: string;
  zh: string;
}

export interface Sketch {
  number: number;
  recipe: Recipe | null; // none until the muse has found it
  reasons: Reason[] | null;
  state: string;
  progress_permille: number;
  stage: string;
  failure: string | null;
  picture: string | null;
}

export interface Place {
  sheet: string;
  number: number;
}

export interface Sheet {
  id: string;
  varies: string;
  towards: string;
  begun_from: Place | null;
  created_at: string;
  sketches: Sketch[];
}

/** A sketch whose recipe is known. */
export type Found = Sketch & { recipe: Recipe };

export interface Deeds {
  paint: (sheet: Sheet, sketch: Found) => void;
  lead: (sheet: Sheet, sketch: Found) => void;
  guide: (sheet: Sheet, sketch: Found, towards: string) => void;
  use: (sheet: Sheet, sketch: Found) => void;
  compare: (sheet: Sheet, sketch: Found) => void;
  discard: (sheet: Sheet) => void;
}

export const MUSE = "muse";
export const GUIDE = "guide";
const SHOWN = 2; // reasons, before the rest is asked for
const MOST_WORDS = 200;
const NOTHING = "nothing";

export function paper(form: HTMLFormElement, sheet: Sheet, sketch: Sketch, deeds: Deeds): HTMLElement {
  const item = document.createElement("li");
  const sheetOfPaper = document.createElement("div");
  const image = document.createElement("img");
  const bar = document.createElement("progress");
  sheetOfPaper.className = "paper";
  image.alt = "";
  image.hidden = true;
  bar.max = 1000;
  bar.setAttribute("aria-label", `Sketch ${sketch.number + 1}`);
  item.dataset.name = nameOf(sheet, sketch);
  sheetOfPaper.append(document.createElement("span"), image, bar);
  item.append(sheetOfPaper);
  describe(item, form, sheet, sketch, deeds);
  return item;
}

/** Write beneath the picture what it is and what can be done: at once, or when it has been found. */
export function describe(item: HTMLElement, form: HTMLFormElement, sheet: Sheet, sketch: Sketch, deeds: Deeds): void {
  const { recipe } = sketch;
  if (!recipe) return;
  const found: Found = { ...sketch, recipe };
  const says = differs(form, sheet, found);
  const caption = document.createElement("span");
  const buttons = document.createElement("div");
  const words = towards(says, (text) => deeds.guide(sheet, found, text));
  item.querySelector("img")?.setAttribute("alt", `Sketch ${sketch.number + 1}: ${says}`);
  caption.className = sketch.reasons ? "subject" : "quietly number";
  caption.textContent = says;
  buttons.className = "deeds";
  buttons.append(
    button("Paint this", says, () => deeds.paint(sheet, found)),
    button("More like this", says, () => deeds.lead(sheet, found)),
    words.opener,
    button("Into the form", says, () => deeds.use(sheet, found)),
    button("Compare", says, () => deeds.compare(sheet, found)),
  );
  item.append(caption, ...why(sketch.reasons ?? []), buttons, words.panel);
}

/** What the page that compares two calls a sketch. */
export function nameOf(sheet: Sheet, sketch: Sketch): string {
  return `sketch/${sheet.id}/${sketch.number}`;
}

/** The reasons, the weightiest first; further ones on demand. */
function why(reasons: Reason[]): HTMLElement[] {
  if (!reasons.length) return [];
  const language = navigator.language.startsWith("zh") ? "zh" : "en";
  const list = (of: Reason[]): HTMLElement => {
    const made = document.createElement("ul");
    made.className = "why";
    made.lang = language;
    for (const reason of of) made.append(Object.assign(document.createElement("li"), { textContent: reason[language] }));
    return made;
  };
  if (reasons.length <= SHOWN) return [list(reasons)];
  const more = document.createElement("details");
  const summary = document.createElement("summary");
  const rest = reasons.slice(SHOWN);
  summary.textContent = rest.length === 1 ? "One more reason" : `${rest.length} more reasons`;
  more.className = "further";
  more.append(summary, list(rest));
  return [list(reasons.slice(0, SHOWN)), more];
}

/** A button that opens a line for words; Enter there goes, and never orders the form around it. */
function towards(says: string, go: (text: string) => void): { opener: HTMLButtonElement; panel: HTMLElement } {
  const panel = document.createElement("div");
  const input = document.createElement("input");
  const opener = button("Towards …", says, () => {
    panel.hidden = !panel.hidden;
    opener.setAttribute("aria-expanded", String(!panel.hidden));
    if (!panel.hidden) input.focus();
  });
  const close = (): void => {
    panel.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    opener.focus();
  };
  opener.setAttribute("aria-expanded", "false");
  panel.className = "towards";
  panel.hidden = true;
  Object.assign(input, { type: "text", maxLength: MOST_WORDS, placeholder: "golden, calm", autocomplete: "off" });
  input.setAttribute("aria-label", `Words to go towards from ${says}`);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key !== "Enter") return;
    event.preventDefault();
    go(input.value.trim());
  });
  panel.append(input, button("Go", says, () => go(input.value.trim())));
  return { opener, panel };
}

function button(text: string, of: string, deed: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: "bare", textContent: text });
  made.setAttribute("aria-label", `${text}: ${of}`);
  made.addEventListener("click", deed);
  return made;
}

/** In what this sketch is not like the others. */
function differs(form: HTMLFormElement, sheet: Sheet, { recipe }: Found): string {
  if (sheet.varies === "seed") return `Seed ${recipe.seed}`;
  if (sheet.varies === MUSE) return subject(form, recipe);
  if (sheet.varies === GUIDE) return look(form, recipe);
  const names = sheet.varies.split("+");
  const own = names.filter((name) => names.length === 1 || isRare(sheet, name, recipe.parameters[name]));
  return own.map((name) => titleOf(form, name, recipe.parameters[name])).join(", ") || "As before";
}

/** What it is of, and what that becomes. */
export function subject(form: HTMLFormElement, { parameters }: Recipe): string {
  const first = titleOf(form, "concept", parameters.concept);
  if (parameters.becoming === NOTHING) return first;
  return `${first} becoming ${titleOf(form, "becoming", parameters.becoming)}`;
}

function look(form: HTMLFormElement, { parameters, seed }: Recipe): string {
  const names = ["palette", "light", "layout"].filter((name) => parameters[name] !== "auto");
  const said = names.map((name) => titleOf(form, name, parameters[name]));
  return [...new Set(said)].join(", ") || `Seed ${seed}`; // a light and a palette may share a name
}

function isRare(sheet: Sheet, name: string, value: Json | undefined): boolean {
  const same = sheet.sketches.filter(({ recipe }) => recipe?.parameters[name] === value);
  return same.length * 2 < sheet.sketches.length;
}
