/** Wait until pictures are compared, then show the page anew. */
import { get } from "./api";

const PAUSE = 1000;
const MOST_PAUSE = 8000;

export interface Comparison {
  state: string;
  verdict: string;
}

/** Ask again and again, ever more seldom, until the comparison is over. */
export async function compared(path: string): Promise<Comparison> {
  for (let pause = PAUSE; ; pause = Math.min(pause * 1.3, MOST_PAUSE)) {
    const found = await get<Comparison>(path);
    if (found.state !== "asked") return found;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

export async function follow(element: HTMLElement): Promise<void> {
  await compared(element.dataset.comparing ?? "");
  location.reload();
}
