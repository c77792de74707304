/** Show under a prompt, while it is written, what each word is taken for and what is not understood. */
import { get } from "./api";

const PAUSE_MS = 200;
const UNSAID = new Set(["concept", "becoming"]); // subjects need not be called so

interface Reading {
  written: string;
  kind: string;
  meaning: string;
  how: "exact" | "inflected" | "near";
  similarity: number;
}

interface Understanding {
  read: Reading[];
  unread: string[];
}

/** Follow a field; its `data-reading` names the place that shows how it is read. */
export function readAlong(field: HTMLInputElement): void {
  const place = document.getElementById(field.dataset.reading ?? "");
  if (!place) return;
  let waiting = 0;
  let asked = 0;
  const ask = async (): Promise<void> => {
    const mine = ++asked;
    const prompt = field.value.trim();
    const found = prompt ? await understanding(prompt) : undefined;
    if (mine === asked) show(place, found); // a later question may be answered earlier
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void ask(), PAUSE_MS);
  });
  void ask();
}

/** Undefined where the server has no answer: how a prompt is read is a courtesy, never an obstacle. */
async function understanding(prompt: string): Promise<Understanding | undefined> {
  const query = new URLSearchParams({ prompt });
  try {
    return await get<Understanding>(`/api/v1/studio/understanding?${query}`);
  } catch {
    return undefined;
  }
}

function show(place: HTMLElement, found: Understanding | undefined): void {
  const lines = found ? [readLine(found.read), unreadLine(found.unread)] : [];
  place.replaceChildren(...lines.filter((line) => line !== undefined));
  place.hidden = place.childElementCount === 0;
}

function readLine(read: Reading[]): HTMLElement | undefined {
  return read.length > 0 ? line("Read as", byWord(read).map(readChip)) : undefined;
}

function unreadLine(unread: string[]): HTMLElement | undefined {
  if (unread.length === 0) return undefined;
  return line("Not understood", [...new Set(unread)].map((word) => chip(word, "unread")));
}

/** A word that says several things is one chip. */
function byWord(read: Reading[]): Reading[][] {
  const words = new Map<string, Reading[]>();
  for (const one of read) words.set(one.written, [...(words.get(one.written) ?? []), one]);
  return [...words.values()];
}

/** The word, what it means where that is another word, and what of the picture it decides. */
function readChip(readings: Reading[]): HTMLElement {
  const { written, how, similarity } = readings[0] as Reading;
  const made = chip(written, how);
  const meanings = [...new Set(readings.map((one) => one.meaning.replaceAll("-", " ")))];
  if (meanings.join() !== written.toLowerCase()) {
    made.append(` ${how === "near" ? "≈" : "→"} ${meanings.join(", ")}`);
  }
  const kinds = readings.map((one) => one.kind).filter((kind) => !UNSAID.has(kind));
  if (kinds.length > 0) {
    const small = document.createElement("small");
    small.textContent = kinds.join(", ");
    made.append(" ", small);
  }
  if (how === "near") made.title = `the nearest we know, ${Math.round(similarity / 10)} % alike`;
  return made;
}

function line(label: string, chips: HTMLElement[]): HTMLElement {
  const made = document.createElement("p");
  const name = document.createElement("span");
  name.className = "name";
  name.textContent = label;
  made.append(name, ...chips);
  return made;
}

function chip(written: string, how: string): HTMLElement {
  const made = document.createElement("span");
  made.className = "chip";
  made.dataset.how = how;
  const word = document.createElement("bdi");
  word.textContent = written;
  made.append(word);
  return made;
}
