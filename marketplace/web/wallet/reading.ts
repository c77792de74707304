/** Show under a prompt, while it is written, what each word is taken for and what is not understood. */
import { get } from "./api";

const PAUSE_MS = 200;

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
  return line("Not understood", [...new Set(unread)].map((word) => chip(word, "", "unread")));
}

/** A word that says several things is one chip. */
function byWord(read: Reading[]): Reading[][] {
  const words = new Map<string, Reading[]>();
  for (const one of read) words.set(one.written, [...(words.get(one.written) ?? []), one]);
  return [...words.values()];
}

function readChip(readings: Reading[]): HTMLElement {
  const [first] = readings;
  const said = [...new Set(readings.map((one) => `${shown(one.kind)} ${shown(one.meaning)}`.trim()))];
  const made = chip(first?.written ?? "", said.join(", "), first?.how ?? "exact");
  if (first?.how === "near") made.title = `the nearest we know, ${Math.round(first.similarity / 10)} % alike`;
  return made;
}

/** `treble-clef` as people write it; what is a subject need not be called one. */
function shown(name: string): string {
  if (name === "concept" || name === "becoming") return "";
  return name.replaceAll("-", " ");
}

function line(label: string, chips: HTMLElement[]): HTMLElement {
  const made = document.createElement("p");
  const name = document.createElement("span");
  name.className = "name";
  name.textContent = label;
  made.append(name, ...chips);
  return made;
}

function chip(written: string, said: string, how: string): HTMLElement {
  const made = document.createElement("span");
  made.className = "chip";
  made.dataset.how = how;
  const word = document.createElement("bdi");
  word.textContent = written;
  made.append(word);
  if (said && said !== written.toLowerCase()) made.append(` ${how === "near" ? "≈" : "→"} ${said}`);
  return made;
}
