/** Follow a commission while it is made: the server tells, the page shows. */

interface Report {
  state: string;
  progress_permille: number;
  stage: string;
  ahead: number | null;
  rest_seconds: number | null;
  preview: string | null;
}

/** What is going on, and for how long still, in a few words. */
function words({ stage, ahead, rest_seconds }: Report): string {
  if (ahead) return `Waiting; ${ahead} before it`;
  if (!stage || rest_seconds === null || rest_seconds < 1) return stage;
  const rest = rest_seconds < 90 ? `${rest_seconds} s` : `${Math.round(rest_seconds / 60)} min`;
  return `${stage} · about ${rest} left`;
}

/** Follow until the state is another one than the page was made for, then show the new page. */
export function follow(section: HTMLElement): void {
  const source = new EventSource(section.dataset.progress ?? "");
  const bar = section.querySelector("progress");
  const look = section.querySelector<HTMLImageElement>("[data-look]");
  const stage = section.querySelector<HTMLElement>("[data-stage]");
  const hear = ({ data }: MessageEvent<string>): void => {
    const report = JSON.parse(data) as Report;
    if (report.state !== section.dataset.state) {
      source.close();
      location.reload();
      return;
    }
    if (bar && report.progress_permille > 0) bar.value = report.progress_permille;
    const said = words(report);
    if (stage && said) stage.textContent = said;
    if (look && report.preview) {
      look.src = report.preview;
      look.hidden = false;
    }
  };
  source.addEventListener("progress", hear as EventListener);
}
