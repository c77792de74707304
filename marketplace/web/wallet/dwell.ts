/** How long a work was looked at: the seconds its page was in sight, told once, as it is left. */
const MOST_SECONDS = 600;

export function noteDwell(work: string): void {
  let seen = 0;
  let since = document.visibilityState === "visible" ? performance.now() : null;

  const pause = (): void => {
    if (since !== null) seen += performance.now() - since;
    since = null;
  };

  document.addEventListener("visibilitychange", () => {
    pause();
    if (document.visibilityState === "visible") since = performance.now();
  });
  addEventListener("pagehide", () => {
    pause();
    const seconds = Math.min(MOST_SECONDS, Math.round(seen / 1000));
    if (seconds < 1) return;
    const body = JSON.stringify({ kind: "dwell", work, seconds });
    const headers = { "content-type": "application/json" };
    void fetch("/api/v1/feedback", { method: "POST", headers, body, keepalive: true }).catch(() => undefined);
  }, { once: true });
}
