/** Show the pictures somebody is about to send, with a title for each and a way to take one out. */

const EDGE = 480;

export function previewSamples(input: HTMLInputElement, gallery: HTMLElement): void {
  input.addEventListener("change", () => void show(input, gallery));
}

async function show(input: HTMLInputElement, gallery: HTMLElement): Promise<void> {
  const files = [...(input.files ?? [])];
  const limit = Number(input.dataset.limit);
  const maximum = Number(input.dataset.bytes);
  const tooBig = files.find((file) => file.size > maximum);
  input.setCustomValidity(
    files.length > limit
      ? `At most ${limit} pictures; you chose ${files.length}.`
      : tooBig
        ? `“${tooBig.name}” is larger than ${maximum / 2 ** 20} MiB.`
        : "",
  );
  input.reportValidity();
  const cards = files.map((file, index) => card(file, () => remove(input, gallery, index)));
  gallery.replaceChildren(...cards);
}

function remove(input: HTMLInputElement, gallery: HTMLElement, index: number): void {
  const kept = new DataTransfer();
  [...(input.files ?? [])].forEach((file, at) => at !== index && kept.items.add(file));
  input.files = kept.files;
  void show(input, gallery);
}

function card(file: File, onRemove: () => void): HTMLElement {
  const item = document.createElement("li");
  const canvas = document.createElement("canvas");
  const title = document.createElement("input");
  const name = file.name.replace(/\.[^.]*$/, "").slice(0, 120);
  Object.assign(title, { name: "titles", value: name, maxLength: 120, required: true });
  title.setAttribute("aria-label", `Title of ${file.name}`);
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "quiet", textContent: "Remove" });
  button.addEventListener("click", onRemove);
  item.append(canvas, title, button);
  void paint(canvas, file);
  return item;
}

/** A canvas needs no URL for the file, so the page's policy may stay strict. */
export async function paint(canvas: HTMLCanvasElement, file: File): Promise<void> {
  try {
    const picture = await createImageBitmap(file, { resizeWidth: EDGE, resizeQuality: "medium" });
    Object.assign(canvas, { width: picture.width, height: picture.height });
    canvas.getContext("2d")?.drawImage(picture, 0, 0);
  } catch {
    canvas.replaceWith("This file does not open as a picture.");
  }
}
