/** Take colours and hand from a picture into the form: shown as chips, each of which can be taken out. */
import { sendFile } from "./api";
import { paint } from "./samples";
import { complain, say } from "./status";

interface Hand {
  swatches: string[];
  style: string | null;
  style_title: string | null;
  style_vector: number[] | null;
}

export function enlivenBorrowing(form: HTMLFormElement, section: HTMLElement): void {
  const file = section.querySelector<HTMLInputElement>("input[type=file]");
  const canvas = section.querySelector<HTMLCanvasElement>("[data-look]");
  const chips = section.querySelector<HTMLElement>("[data-lent]");
  const swatches = form.elements.namedItem("parameters.swatches");
  const vector = form.elements.namedItem("parameters.style_vector");
  const isThere = swatches instanceof HTMLInputElement && vector instanceof HTMLInputElement;
  if (!file || !canvas || !chips || !isThere) return;
  section.hidden = false;
  let near = ""; // the style that the hand comes nearest to, while we know it

  const show = (): void => {
    const colours = listed(swatches);
    const taken = colours.map((colour, at) =>
      chip(colour, `the colour ${colour}`, () => set(swatches, colours.filter((_, other) => other !== at)), colour),
    );
    if (vector.value) taken.unshift(chip(near ? `Its hand, near ${near}` : "Its hand", "the hand", () => set(vector, [])));
    chips.replaceChildren(...taken);
    chips.hidden = taken.length === 0;
    if (taken.length === 0) canvas.hidden = true;
  };

  const take = async (picture: File): Promise<void> => {
    section.querySelector("[data-status]")?.remove();
    const most = Number(section.dataset.bytes);
    if (picture.size > most) {
      complain(section, `“${picture.name}” is larger than ${most / 2 ** 20} MiB.`);
      return;
    }
    file.disabled = true;
    say(section, "Reading the picture…");
    try {
      const hand = await sendFile<Hand>(section.dataset.path ?? "", picture);
      near = hand.style_title ?? "";
      set(swatches, hand.swatches);
      set(vector, (hand.style_vector ?? []).map(String));
      canvas.hidden = false;
      void paint(canvas, picture);
      section.querySelector("[data-status]")?.remove();
      if (!hand.style_vector) complain(section, "Only its colours: no network that reads a hand is installed here.");
    } catch (thrown) {
      const { explain } = await import("./explain");
      complain(section, explain(thrown));
    } finally {
      file.disabled = false;
    }
  };

  file.addEventListener("change", () => {
    const picture = file.files?.[0];
    if (picture) void take(picture);
  });
  for (const field of [swatches, vector]) field.addEventListener("input", show);
  show();
}

function listed(field: HTMLInputElement): string[] {
  return field.value ? field.value.split(",") : [];
}

function set(field: HTMLInputElement, values: string[]): void {
  field.value = values.join(",");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function chip(text: string, what: string, remove: () => void, colour?: string): HTMLElement {
  const item = document.createElement("li");
  const button = document.createElement("button");
  item.className = "chip";
  if (colour) {
    const patch = document.createElement("span");
    patch.className = "patch";
    patch.style.backgroundColor = colour;
    item.append(patch);
  } else {
    item.append(text);
  }
  Object.assign(button, { type: "button", className: "bare", textContent: "×", title: `Leave out ${what}` });
  button.setAttribute("aria-label", `Leave out ${what}`);
  button.addEventListener("click", () => {
    const list = item.parentElement;
    const at = [...(list?.children ?? [])].indexOf(item);
    remove();
    const left = list?.querySelectorAll("button") ?? []; // who walks with keys stays in the list
    left[Math.min(at, left.length - 1)]?.focus();
  });
  item.append(button);
  return item;
}
