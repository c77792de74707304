/** Show the file somebody is about to submit: a look where it is a picture, else its name and size. */
import { paint } from "./samples";

const MIB = 2 ** 20;
const SHOWN = new Set(["image/png", "image/jpeg", "image/webp", "image/gif"]);

export function showBrought(inputs: HTMLInputElement[]): void {
  for (const input of inputs) {
    const place = document.getElementById(input.dataset.upload ?? "");
    if (place) input.addEventListener("change", () => show(input, place));
  }
  const [work] = inputs;
  const poster = document.querySelector<HTMLElement>("[data-poster]");
  if (work && poster) work.addEventListener("change", () => askForPoster(work, poster));
}

function show(input: HTMLInputElement, place: HTMLElement): void {
  const file = input.files?.[0];
  const maximum = Number(input.dataset.bytes);
  const isTooBig = file !== undefined && file.size > maximum;
  input.setCustomValidity(isTooBig ? `“${file.name}” is larger than ${maximum / MIB} MiB.` : "");
  if (isTooBig) input.reportValidity();
  place.hidden = file === undefined;
  place.replaceChildren();
  if (!file) return;
  const size = document.createElement("p");
  size.className = "small quietly";
  const told = file.size < MIB ? `${Math.ceil(file.size / 1024)} KiB` : `${(file.size / MIB).toFixed(1)} MiB`;
  size.textContent = `${file.name}, ${told}`;
  if (SHOWN.has(file.type)) {
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", file.name);
    place.append(canvas);
    void paint(canvas, file);
  }
  place.append(size);
}

/** A picture needs none, a model cannot do without; what the bytes are the server says. */
function askForPoster(work: HTMLInputElement, poster: HTMLElement): void {
  const file = work.files?.[0];
  const input = poster.querySelector("input");
  poster.hidden = file !== undefined && SHOWN.has(file.type);
  if (!input) return;
  input.disabled = poster.hidden;
  input.required = file !== undefined && file.name.toLowerCase().endsWith(".glb");
}
