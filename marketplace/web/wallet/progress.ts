/** Follow a commission while it is made: the server tells, the page shows. */

interface Report {
  state: string;
  progress_permille: number;
  stage: string;
}

/** Follow until the state is another one than the page was made for, then show the new page. */
export function follow(section: HTMLElement): void {
  const source = new EventSource(section.dataset.progress ?? "");
  const bar = section.querySelector("progress");
  const stage = section.querySelector<HTMLElement>("[data-stage]");
  const hear = ({ data }: MessageEvent<string>): void => {
    const report = JSON.parse(data) as Report;
    if (report.state !== section.dataset.state) {
      source.close();
      location.reload();
      return;
    }
    if (bar && report.progress_permille > 0) bar.value = report.progress_permille;
    if (stage && report.stage) stage.textContent = report.stage;
  };
  source.addEventListener("progress", hear as EventListener);
}
