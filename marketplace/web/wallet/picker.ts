/** A long list of pictures: look for one by typing, and see which is chosen when it is closed. */

export function enlivenPicker(picker: HTMLDetailsElement): void {
  const filter = picker.querySelector<HTMLInputElement>("[data-filter]");
  if (filter) {
    filter.hidden = false;
    filter.addEventListener("input", () => sift(picker, filter.value));
    filter.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault(); // the form is not done yet: Enter takes the first that is left
      firstShown(picker)?.click();
      close(picker);
    });
  }
  picker.addEventListener("toggle", () => {
    if (picker.open) filter?.focus();
  });
  picker.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(picker);
  });
  picker.addEventListener("click", (event) => {
    // Arrow keys click too, at no place of the screen: whoever walks with them is not done.
    const isPointed = event instanceof MouseEvent && event.detail > 0;
    if (event.target instanceof HTMLInputElement && event.target.type === "radio" && isPointed) {
      close(picker);
    }
  });
  picker.addEventListener("change", () => showChosen(picker));
}

/** Copy picture and name of what is chosen to where they show while the list is closed. */
export function showChosen(picker: HTMLElement): void {
  const choice = picker.querySelector("input:checked")?.closest("label");
  const [still, title] = [...(choice?.children ?? [])].slice(-2);
  const name = picker.querySelector("[data-chosen]");
  if (still) picker.querySelector("[data-chosen-still]")?.replaceChildren(still.cloneNode(true));
  if (name) name.textContent = title?.textContent ?? "";
}

function close(picker: HTMLDetailsElement): void {
  picker.open = false;
  picker.querySelector("summary")?.focus();
}

function sift(picker: HTMLElement, text: string): void {
  const wanted = text.trim().toLowerCase();
  for (const choice of picker.querySelectorAll<HTMLElement>("label.choice")) {
    const says = `${choice.textContent} ${choice.title} ${choice.dataset.also ?? ""}`.toLowerCase();
    choice.hidden = !says.includes(wanted);
  }
  for (const group of picker.querySelectorAll<HTMLElement>("[data-group]")) {
    group.hidden = !firstShown(group);
  }
  const none = picker.querySelector<HTMLElement>("[data-none]");
  if (none) none.hidden = firstShown(picker) !== null;
}

function firstShown(within: HTMLElement): HTMLElement | null {
  return within.querySelector<HTMLElement>("label.choice:not([hidden])");
}
