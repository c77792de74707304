/** Which of two pictures: answer by click or by key, see the next at once, and what was learnt so far. */
import { get, send } from "./api";
import { complain } from "./status";

interface Picture {
  title: string;
  address: string;
  work: string | null;
}

interface Question {
  id: string;
  left: Picture;
  right: Picture;
}

interface Leaning {
  words: string;
  sureness: number;
}

interface Taste {
  said: number;
  thrown: number;
  foreseen: number;
  leanings: Leaning[];
  favourites: Picture[];
}

const KEYS: Record<string, string> = { "1": "left", "2": "right", "3": "neither", ArrowLeft: "left", ArrowRight: "right" };

export function enlivenWhich(section: HTMLElement): void {
  const form = section.querySelector("form");
  const id = form?.querySelector<HTMLInputElement>("[name=question]");
  const sides = form?.querySelector<HTMLElement>(".sides");
  if (!form || !id || !sides) return;
  let isBusy = false;

  const show = async ({ id: question, left, right }: Question): Promise<void> => {
    await Promise.all([left, right].map(preload));
    for (const [name, picture] of Object.entries({ left, right })) {
      const button = sides.querySelector<HTMLElement>(`[value=${name}]`);
      const image = button?.querySelector("img");
      if (!button || !image) continue;
      delete button.dataset.chosen;
      image.src = picture.address;
      image.alt = `${name === "left" ? "Left" : "Right"}: ${picture.title}`;
    }
    id.value = question;
  };

  const answer = async (chosen: string): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    sides.setAttribute("aria-busy", "true");
    section.querySelector("[data-status]")?.remove();
    sides.querySelector<HTMLElement>(`[value=${chosen}]`)?.setAttribute("data-chosen", "");
    try {
      await send("POST", "/api/v1/feedback", { kind: "pair", question: id.value, chosen });
      const [next, taste] = await Promise.all([
        send<Question>("POST", "/api/v1/taste/questions", {}),
        get<Taste>("/api/v1/taste"),
      ]);
      tell(section, taste);
      await show(next);
    } catch (thrown) {
      if ((thrown as { status?: number }).status === 404) location.reload(); // it says why no question is left
      const { explain } = await import("./explain");
      complain(section, explain(thrown));
      for (const side of sides.querySelectorAll<HTMLElement>("[data-chosen]")) delete side.dataset.chosen;
    } finally {
      sides.removeAttribute("aria-busy");
      isBusy = false;
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = event.submitter;
    if (button instanceof HTMLButtonElement) void answer(button.value);
  });
  document.addEventListener("keydown", (event) => {
    const chosen = KEYS[event.key];
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (!chosen || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    void answer(chosen);
  });
}

async function preload({ address }: Picture): Promise<void> {
  const image = new Image();
  image.src = address;
  await image.decode().catch(() => undefined); // a picture that does not come is shown as missing
}

function tell(section: HTMLElement, taste: Taste): void {
  const said = section.querySelector("[data-said]");
  const learned = document.querySelector("[data-learned]");
  const favourites = document.querySelector("[data-favourites]");
  if (said) said.textContent = `${taste.said} answer${taste.said === 1 ? "" : "s"} so far`;
  if (learned && taste.leanings.length) learned.replaceChildren(leanings(taste.leanings), ...foreseen(taste));
  favourites?.replaceChildren(...taste.favourites.map(favourite));
}

function leanings(found: Leaning[]): HTMLElement {
  const list = document.createElement("ul");
  list.className = "leanings";
  for (const { words, sureness } of found) {
    const item = document.createElement("li");
    const text = document.createElement("span");
    const meter = document.createElement("meter");
    text.textContent = words.charAt(0).toUpperCase() + words.slice(1);
    Object.assign(meter, { min: 0, max: 3, value: Math.min(3, sureness), textContent: sureness >= 2 ? "sure" : "likely" });
    item.append(text, meter);
    list.append(item);
  }
  return list;
}

function foreseen({ thrown, foreseen }: Taste): HTMLElement[] {
  if (!thrown) return [];
  const line = document.createElement("p");
  line.className = "hint number";
  line.textContent =
    `Of ${thrown} question${thrown === 1 ? "" : "s"} that chance chose, it foresaw ${foreseen}. ` +
    "Guessing would foresee half.";
  return [line];
}

function favourite({ title, address, work }: Picture): HTMLElement {
  const item = document.createElement("li");
  const image = document.createElement("img");
  Object.assign(image, { src: address, alt: title });
  if (!work) {
    item.append(image);
    return item;
  }
  const link = document.createElement("a");
  link.href = `/works/${work}`;
  link.append(image);
  item.append(link);
  return item;
}
