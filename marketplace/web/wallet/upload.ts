/** Upload a form with its files, and say how far it is. */
import { problem } from "./api";
import { Fault } from "./fault";
import type { Say } from "./form";

const ALL = 100;

/** `fetch` cannot tell how much of a body has left; the older request can. */
export function upload<Answer>(
  form: HTMLFormElement,
  body: FormData,
  say: Say,
  thenSay: string,
): Promise<Answer> {
  const request = new XMLHttpRequest();
  request.open("POST", new URL(form.action).pathname);
  request.setRequestHeader("accept", "application/json");
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    const percent = total > 0 ? Math.floor((ALL * loaded) / total) : 0;
    say(percent < ALL ? `Uploading, ${percent} %` : thenSay);
  });
  return new Promise((resolve, reject) => {
    request.addEventListener("load", () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as Answer);
      else reject(problem(request.status, request.responseText));
    });
    request.addEventListener("error", () => reject(new Fault("The upload broke off. Try again.")));
    request.send(body);
  });
}

/** A file field that nobody filled is an empty file to a form, and nothing to us. */
export function withoutEmptyFiles(body: FormData): FormData {
  const kept = new FormData();
  for (const [name, value] of body) {
    if (typeof value === "string" || value.size > 0) kept.append(name, value);
  }
  return kept;
}
