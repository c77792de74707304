/** The way that led here: a strip of the sketches that were chosen, each a step to return to. */
import type { Found, Place, Sheet } from "./paper";

type Back = (sheet: Sheet, sketch: Found) => void;

export class Way {
  readonly element = document.createElement("nav");
  private readonly sheets = new Map<string, Sheet>();

  constructor(
    private readonly nameOf: (sheet: Sheet, sketch: Found) => string,
    private readonly back: Back,
  ) {
    this.element.className = "way";
    this.element.setAttribute("aria-label", "The way that led here");
    this.element.hidden = true;
  }

  add(sheet: Sheet): void {
    this.sheets.set(sheet.id, sheet);
  }

  forget(sheet: Sheet): void {
    this.sheets.delete(sheet.id);
  }

  /** Show how one came to a sketch, or to a sheet from which nothing is chosen yet. */
  show(end: Place | null): void {
    const steps = this.steps(end);
    const list = document.createElement("ol");
    for (const [sheet, sketch] of steps) list.append(this.step(sheet, sketch, sketch === steps.at(-1)?.[1]));
    this.element.replaceChildren(list);
    this.element.hidden = steps.length === 0;
  }

  /** The chosen sketches from the first on, as far as their sheets are kept. */
  private steps(end: Place | null): [Sheet, Found][] {
    const found: [Sheet, Found][] = [];
    for (let at = end; at && found.length < this.sheets.size; ) {
      const sheet = this.sheets.get(at.sheet);
      const sketch = sheet?.sketches[at.number];
      if (!sheet || !sketch?.recipe) break;
      found.unshift([sheet, { ...sketch, recipe: sketch.recipe }]);
      at = sheet.begun_from;
    }
    return found;
  }

  private step(sheet: Sheet, sketch: Found, isLast: boolean): HTMLElement {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const image = document.createElement("img");
    const caption = document.createElement("span");
    caption.textContent = this.nameOf(sheet, sketch);
    Object.assign(button, { type: "button", className: "bare" });
    button.setAttribute("aria-label", `Return to sketch ${sketch.number + 1} of: ${caption.textContent}`);
    if (isLast) button.setAttribute("aria-current", "step");
    if (sketch.picture) image.src = sketch.picture;
    image.alt = "";
    image.hidden = !sketch.picture;
    button.append(image, caption);
    button.addEventListener("click", () => this.back(sheet, sketch));
    item.append(button);
    return item;
  }
}
