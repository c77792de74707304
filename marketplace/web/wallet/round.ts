/** One contact sheet on the page: six papers that fill, and what can be done with each. */
import type { Json } from "./api";
import { titleOf, type Recipe } from "./recipe";

export interface Sketch {
  number: number;
  recipe: Recipe;
  state: string;
  progress_permille: number;
  stage: string;
  failure: string | null;
  picture: string | null;
}

export interface Sheet {
  id: string;
  varies: string;
  created_at: string;
  sketches: Sketch[];
}

type Deed = (sheet: Sheet, sketch: Sketch) => void;

interface Deeds {
  paint: Deed;
  lead: Deed;
  compare: Deed;
}

type News = Omit<Sketch, "recipe">;

/** A sketch at its place, and why it is there. */
export interface Placed {
  number: number;
  why: string;
}

const ASKED = "asked";

export class Round {
  readonly element = document.createElement("details");
  /** Called when a sketch has been drawn. */
  onDrawn: () => void = () => undefined;
  private readonly papers: HTMLElement[];

  constructor(form: HTMLFormElement, sheet: Sheet, deeds: Deeds) {
    const list = document.createElement("ol");
    const summary = document.createElement("summary");
    this.element.className = "round";
    this.element.open = true;
    list.className = "sketches";
    summary.append(headline(form, sheet), ago(sheet.created_at));
    this.papers = sheet.sketches.map((sketch) => paper(form, sheet, sketch, deeds));
    list.append(...this.papers);
    this.element.append(summary, list);
    for (const sketch of sheet.sketches) this.show(sketch);
    if (sheet.sketches.some((sketch) => sketch.state === ASKED)) this.follow(sheet.id);
  }

  /** Hang the papers in another order; those not named stay behind. */
  arrange(placed: Placed[]): void {
    const list = this.element.querySelector("ol");
    const named = placed.map(({ number }) => this.papers[number]);
    for (const paper of this.papers) delete paper.dataset.why;
    for (const { number, why } of placed) this.papers[number]?.setAttribute("data-why", why);
    const rest = this.papers.filter((paper) => !named.includes(paper));
    list?.replaceChildren(...named.filter((paper) => paper !== undefined), ...rest);
  }

  private follow(id: string): void {
    const source = new EventSource(`/api/sketches/${id}/progress`);
    source.addEventListener("sheet", ({ data }: MessageEvent<string>) => {
      const { sketches } = JSON.parse(data) as { sketches: News[] };
      for (const news of sketches) this.show(news);
      if (sketches.some((news) => news.state !== ASKED)) this.onDrawn();
      if (sketches.every((news) => news.state !== ASKED)) source.close();
    });
  }

  private show(news: News): void {
    const item = this.papers[news.number];
    const paper = item?.querySelector<HTMLElement>(".paper");
    if (!item || !paper) return;
    const bar = paper.querySelector("progress");
    const image = paper.querySelector("img");
    const said = paper.querySelector("span");
    if (news.picture && image && image.getAttribute("src") !== news.picture) {
      image.src = news.picture;
      image.hidden = false;
    }
    if (bar) {
      bar.value = news.progress_permille;
      bar.hidden = news.state !== ASKED;
    }
    if (said) said.textContent = news.failure ?? (news.state === ASKED ? news.stage || "Waiting" : "");
    for (const button of item.querySelectorAll("button")) button.hidden = news.state === "failed";
  }
}

function paper(form: HTMLFormElement, sheet: Sheet, sketch: Sketch, deeds: Deeds): HTMLElement {
  const item = document.createElement("li");
  const sheetOfPaper = document.createElement("div");
  const image = document.createElement("img");
  const bar = document.createElement("progress");
  const caption = document.createElement("span");
  const buttons = document.createElement("div");
  const says = differs(form, sheet, sketch);
  sheetOfPaper.className = "paper";
  image.alt = `Sketch ${sketch.number + 1}: ${says}`;
  image.hidden = true;
  bar.max = 1000;
  bar.setAttribute("aria-label", `Sketch ${sketch.number + 1}`);
  item.dataset.name = nameOf(sheet, sketch);
  sheetOfPaper.append(document.createElement("span"), image, bar);
  caption.className = "quietly number";
  caption.textContent = says;
  buttons.className = "deeds";
  buttons.append(
    button("Paint this", says, () => deeds.paint(sheet, sketch)),
    button("More like this", says, () => deeds.lead(sheet, sketch)),
    button("Compare", says, () => deeds.compare(sheet, sketch)),
  );
  item.append(sheetOfPaper, caption, buttons);
  return item;
}

/** What the page that compares two calls a sketch. */
export function nameOf(sheet: Sheet, sketch: Sketch): string {
  return `sketch/${sheet.id}/${sketch.number}`;
}

function button(text: string, of: string, deed: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: "bare", textContent: text });
  made.setAttribute("aria-label", `${text}: ${of}`);
  made.addEventListener("click", deed);
  return made;
}

/** In what this sketch is not like the others. */
function differs(form: HTMLFormElement, sheet: Sheet, { recipe }: Sketch): string {
  if (sheet.varies === "seed") return `Seed ${recipe.seed}`;
  const names = sheet.varies.split("+");
  const own = names.filter((name) => names.length === 1 || isRare(sheet, name, recipe.parameters[name]));
  return own.map((name) => titleOf(form, name, recipe.parameters[name])).join(", ") || "As before";
}

function isRare(sheet: Sheet, name: string, value: Json | undefined): boolean {
  const same = sheet.sketches.filter(({ recipe }) => recipe.parameters[name] === value);
  return same.length * 2 < sheet.sketches.length;
}

function headline(form: HTMLFormElement, { varies, sketches }: Sheet): string {
  const names = [...form.querySelectorAll<HTMLOptionElement>("[data-varies] option")];
  const title = names.find((option) => option.value === varies)?.textContent;
  const recipe = sketches[0]?.recipe;
  const of = recipe?.prompt || (recipe ? titleOf(form, "concept", recipe.parameters.concept) : "");
  if (varies.includes("+")) return `More like seed ${recipe?.seed}`;
  return varies === "seed" ? of : `${of}, by ${title?.toLowerCase() ?? varies}`;
}

function ago(moment: string): HTMLElement {
  const made = document.createElement("small");
  const options: Intl.DateTimeFormatOptions = { weekday: "short", hour: "2-digit", minute: "2-digit" };
  made.textContent = new Date(moment).toLocaleString("en-GB", options);
  return made;
}
