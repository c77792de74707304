/** Read a recipe out of the studio's form, and write one into it. */
import type { Json } from "./api";
import { fieldsOf } from "./form";
import { showChosen } from "./picker";

export interface Recipe {
  parameters: { [name: string]: Json };
  prompt: string;
  seed: number;
}

const OF_A_RECIPE = ["engine", "parameters", "prompt", "seed", "parents"];

/** What the form asks for, without what a work is called. */
export function recipeOf(form: HTMLFormElement): { [name: string]: Json } {
  const fields = Object.entries(fieldsOf(form));
  return Object.fromEntries(fields.filter(([name]) => OF_A_RECIPE.includes(name)));
}

/** Fill the form with a recipe, as if somebody had chosen all of it by hand. */
export function fillIn(form: HTMLFormElement, recipe: Recipe): void {
  set(form, "prompt", recipe.prompt);
  set(form, "seed", recipe.seed);
  for (const [name, value] of Object.entries(recipe.parameters)) {
    set(form, `parameters.${name}`, value);
  }
  for (const picker of form.querySelectorAll<HTMLElement>("[data-picker]")) showChosen(picker);
}

/** The title that the form shows for a value of a parameter; else the value itself. */
export function titleOf(form: HTMLFormElement, name: string, value: Json | undefined): string {
  const text = String(value);
  const control = form.elements.namedItem(`parameters.${name}`);
  if (!(control instanceof RadioNodeList)) return text;
  for (const radio of control) {
    if (!(radio instanceof HTMLInputElement) || radio.value !== text) continue;
    return radio.closest("label")?.lastElementChild?.textContent ?? text;
  }
  return text;
}

function set(form: HTMLFormElement, name: string, value: Json): void {
  const control = form.elements.namedItem(name);
  if (control instanceof RadioNodeList) {
    control.value = String(value);
  } else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
    control.value = Array.isArray(value) ? value.join(",") : String(value);
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
