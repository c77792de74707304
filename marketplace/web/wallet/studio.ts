/** Bring the studio's form to life: the prompt is read, the strip follows the slider, dice throw a seed. */
import { readAlong } from "./reading";

const SEEDS = 2 ** 32;

export function enliven(form: HTMLFormElement): void {
  for (const slider of form.querySelectorAll<HTMLInputElement>("input[type=range]")) {
    const output = form.querySelector<HTMLOutputElement>(`output[for="${slider.id}"]`);
    const strip = form.querySelector<HTMLElement>(`[data-strip="${slider.id}"]`);
    const show = (): void => {
      if (output) output.value = slider.value;
      if (strip) showFrame(strip, Number(slider.value) / Number(slider.max));
    };
    slider.addEventListener("input", show);
    show();
  }
  for (const field of form.querySelectorAll<HTMLInputElement>("[data-reading]")) readAlong(field);
  const seed = form.elements.namedItem("seed");
  form.querySelector("[data-dice]")?.addEventListener("click", () => {
    if (seed instanceof HTMLInputElement) seed.value = String(throwDice());
  });
}

/** The frames of the strip lie one over the other; the one nearest to the slider shows. */
function showFrame(strip: HTMLElement, share: number): void {
  const frames = [...strip.children];
  const nearest = Math.round(share * (frames.length - 1));
  frames.forEach((frame, index) => frame.toggleAttribute("data-shown", index === nearest));
}

function throwDice(): number {
  return Math.floor(Math.random() * SEEDS);
}
