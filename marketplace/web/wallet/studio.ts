/** Bring the studio's form to life: the prompt is read, pictures are looked for, dice throw a seed. */
import { enlivenBorrowing } from "./borrow";
import { enlivenPicker } from "./picker";
import { readAlong } from "./reading";
import { enlivenSketching } from "./sketch";

const SEEDS = 2 ** 32;

export function enliven(form: HTMLFormElement): void {
  for (const slider of form.querySelectorAll<HTMLInputElement>("input[type=range]")) {
    const output = form.querySelector<HTMLOutputElement>(`output[for="${slider.id}"]`);
    const show = (): void => {
      if (output) output.value = slider.value;
    };
    slider.addEventListener("input", show);
    show();
  }
  for (const field of form.querySelectorAll<HTMLInputElement>("[data-reading]")) readAlong(field);
  for (const picker of form.querySelectorAll<HTMLDetailsElement>("[data-picker]")) enlivenPicker(picker);
  const sketching = form.querySelector<HTMLElement>("[data-sketching]");
  if (sketching) enlivenSketching(form, sketching);
  const borrowing = form.querySelector<HTMLElement>("[data-borrowing]");
  if (borrowing) enlivenBorrowing(form, borrowing);
  const dice = form.querySelector<HTMLElement>("[data-dice]");
  const seed = form.elements.namedItem("seed");
  if (!dice || !(seed instanceof HTMLInputElement)) return;
  dice.hidden = false;
  dice.addEventListener("click", () => {
    seed.value = String(Math.floor(Math.random() * SEEDS));
  });
}
