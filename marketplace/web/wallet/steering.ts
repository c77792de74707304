/** How much one's own taste has to say: hang sketches in its order, at once and whenever one is drawn. */
import { get } from "./api";
import type { Placed, Round } from "./round";

const REMEMBERED = "taste-strength";

interface Taste {
  agreed_at: string | null;
  said: number;
}

export class Steering {
  private readonly rounds = new Map<string, Round>();
  private readonly place: HTMLElement | null;
  private readonly slider: HTMLInputElement | null;
  private isKnown = false;

  constructor(section: HTMLElement) {
    this.place = section.querySelector<HTMLElement>("[data-steering]");
    this.slider = this.place?.querySelector("input") ?? null;
    this.slider?.addEventListener("input", () => this.show());
    this.slider?.addEventListener("change", () => void this.apply());
    if (document.body.dataset.viewer) void this.begin();
  }

  /** In per mille; half and half where nobody has said. */
  get strength(): number {
    return this.isKnown && this.slider ? Number(this.slider.value) * 10 : 500;
  }

  add(sheet: string, round: Round): void {
    this.rounds.set(sheet, round);
    round.onDrawn = () => void this.order(sheet, round);
    void this.order(sheet, round);
  }

  /** Only those who taught it something are offered it. */
  private async begin(): Promise<void> {
    try {
      const taste = await get<Taste>("/api/v1/taste");
      this.isKnown = taste.agreed_at !== null && taste.said > 0;
    } catch {
      return; // without a taste the sketches hang as they came
    }
    if (!this.place || !this.slider || !this.isKnown) return;
    this.place.hidden = false;
    this.slider.value = localStorage.getItem(REMEMBERED) ?? "0";
    this.show();
    await this.apply();
  }

  private show(): void {
    const output = this.place?.querySelector("output");
    if (output && this.slider) output.value = `${this.slider.value} %`;
  }

  private async apply(): Promise<void> {
    if (this.slider) localStorage.setItem(REMEMBERED, this.slider.value);
    await Promise.all([...this.rounds].map(([sheet, round]) => this.order(sheet, round)));
  }

  private async order(sheet: string, round: Round): Promise<void> {
    if (!this.isKnown || !this.slider) return;
    const strength = Number(this.slider.value) * 10;
    try {
      const { sketches } = await get<{ sketches: Placed[] }>(`/api/v1/taste/orders/${sheet}?strength=${strength}`);
      round.arrange(sketches);
    } catch {
      return; // they hang as they came
    }
  }
}
