/** One contact sheet on the page: its papers fill, in the order that is wanted. */
import { get } from "./api";
import { describe, GUIDE, MUSE, paper, type Deeds, type Sheet, type Sketch } from "./paper";
import { titleOf } from "./recipe";

type News = Omit<Sketch, "recipe" | "reasons"> & { found?: true };

/** A sketch at its place, and why it is there. */
export interface Placed {
  number: number;
  why: string;
}

const ASKED = "asked";
const THINKING = { [MUSE]: "The muse proposes", [GUIDE]: "On the way" };

export class Round {
  readonly element = document.createElement("details");
  /** Called when a sketch has been drawn. */
  onDrawn: () => void = () => undefined;
  private readonly papers: HTMLElement[];
  private readonly end = document.createElement("button");
  private source: EventSource | null = null;
  private isLearning = false;

  constructor(
    private readonly form: HTMLFormElement,
    readonly sheet: Sheet,
    private readonly deeds: Deeds,
  ) {
    const list = document.createElement("ol");
    const summary = document.createElement("summary");
    this.element.className = "round";
    this.element.dataset.varies = sheet.varies;
    this.element.open = true;
    list.className = "sketches";
    summary.append(headline(form, sheet), ago(sheet.created_at));
    this.papers = sheet.sketches.map((sketch) => paper(form, sheet, sketch, deeds));
    list.append(...this.papers);
    Object.assign(this.end, { type: "button", className: "bare end" });
    this.end.addEventListener("click", () => deeds.discard(sheet));
    this.element.append(summary, list, this.end);
    this.offerEnd();
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

  /** Open, and point at one paper. */
  pointAt(number: number): void {
    this.element.open = true;
    for (const paper of this.papers) paper.toggleAttribute("data-taken", paper === this.papers[number]);
    this.papers[number]?.scrollIntoView({ block: "nearest" });
  }

  /** Take it off the page, and hear no more of it. */
  remove(): void {
    this.source?.close();
    this.element.remove();
  }

  private offerEnd(): void {
    const isGoing = this.sheet.sketches.some((sketch) => sketch.state === ASKED);
    this.end.textContent = isGoing ? "Stop" : "Throw these away";
  }

  private follow(id: string): void {
    const source = new EventSource(`/api/v1/sketches/${id}/progress`);
    this.source = source;
    source.addEventListener("sheet", ({ data }: MessageEvent<string>) => {
      const { sketches } = JSON.parse(data) as { sketches: News[] };
      for (const news of sketches) this.show(news);
      this.offerEnd();
      if (sketches.some((news) => news.found && !this.sheet.sketches[news.number]?.recipe)) void this.learn();
      if (sketches.some((news) => news.state !== ASKED)) this.onDrawn();
      if (sketches.every((news) => news.state !== ASKED)) source.close();
    });
  }

  /** Read what the muse has found: recipes, and why. */
  private async learn(): Promise<void> {
    if (this.isLearning) return;
    this.isLearning = true;
    try {
      const { sketches } = await get<Sheet>(`/api/v1/sketches/${this.sheet.id}`);
      for (const sketch of sketches) {
        const item = this.papers[sketch.number];
        const known = this.sheet.sketches[sketch.number];
        if (!item || !known || known.recipe || !sketch.recipe) continue;
        Object.assign(known, sketch);
        describe(item, this.form, this.sheet, known, this.deeds);
      }
    } catch {
      return; // the next news asks again
    } finally {
      this.isLearning = false;
    }
  }

  private show(news: News | Sketch): void {
    const item = this.papers[news.number];
    const paper = item?.querySelector<HTMLElement>(".paper");
    const known = this.sheet.sketches[news.number];
    if (!item || !paper || !known) return;
    const { recipe, reasons } = known;
    Object.assign(known, news, { recipe, reasons });
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
    if (image && news.failure) image.hidden = true;
    paper.toggleAttribute("data-thinking", news.state === ASKED && !recipe);
    for (const button of item.querySelectorAll("button")) button.hidden = news.state === "failed";
  }
}

/** What a sheet is called. */
export function headline(form: HTMLFormElement, { varies, towards, sketches }: Sheet): string {
  if (varies === GUIDE && towards) return `Towards “${towards}”`;
  if (varies === MUSE || varies === GUIDE) return THINKING[varies];
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
