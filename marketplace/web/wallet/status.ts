/** The line under a form that says what is happening, and what went wrong. */

export function say(form: HTMLElement, text: string): void {
  show(form, text, "busy");
}

export function complain(form: HTMLElement, text: string): void {
  show(form, text, "wrong");
}

/** While something is under way its buttons rest, so that nothing is sent twice. */
export function setBusy(form: HTMLFormElement, isBusy: boolean): void {
  form.setAttribute("aria-busy", String(isBusy));
  for (const button of form.querySelectorAll<HTMLButtonElement>("button")) button.disabled = isBusy;
}

function show(form: HTMLElement, text: string, mood: "busy" | "wrong"): void {
  const line = form.querySelector<HTMLElement>("[data-status]") ?? append(form);
  line.dataset.status = mood;
  line.setAttribute("role", mood === "wrong" ? "alert" : "status");
  line.textContent = text;
}

function append(form: HTMLElement): HTMLElement {
  const line = document.createElement("p");
  line.dataset.status = "";
  form.append(line);
  return line;
}
