/** Lay two pictures one upon the other, with an edge between them that pointer and arrow keys move. */

export function enlivenCompare(section: HTMLElement): void {
  const views = section.querySelector<HTMLElement>("[data-views]");
  const wipe = section.querySelector<HTMLInputElement>("[data-wipe]");
  const left = section.querySelector<HTMLImageElement>(".left img");
  const words = section.querySelector<HTMLElement>(".left figcaption");
  if (!views || !wipe || !left || !words) return;
  views.hidden = wipe.hidden = false;
  const [width, height] = ["width", "height"].map((name) => Number(left.getAttribute(name)));
  section.style.setProperty("--shape", `${width} / ${height}`);
  section.style.setProperty("--most", `${1.4 * (width ?? 0)}px`); // a small look stays small

  const move = (): void => {
    section.style.setProperty("--wipe", `${wipe.value}%`);
    wipe.setAttribute("aria-valuetext", `${wipe.value} percent of the first picture`);
  };
  const show = (): void => {
    section.dataset.view = views.querySelector<HTMLInputElement>(":checked")?.value ?? "wipe";
    section.style.setProperty("--words", `${words.offsetHeight}px`);
  };
  wipe.addEventListener("input", move);
  views.addEventListener("change", show);
  new ResizeObserver(show).observe(words);
  move();
  show();
}
