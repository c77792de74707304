/** Upload an application's statement, links and sample works, and say how far it is. */
import { problem } from "./api";
import { Fault } from "./fault";
import type { Say } from "./form";
import type { Prepared } from "./prepared";

const PIN = 100;

export interface Dossier {
  digest: string;
  transaction: Prepared;
}

/** `fetch` cannot tell how much of a body has left; the older request can. */
export function apply(form: HTMLFormElement, say: Say): Promise<Dossier> {
  const request = new XMLHttpRequest();
  request.open("POST", new URL(form.action).pathname);
  request.setRequestHeader("accept", "application/json");
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    const percent = total > 0 ? Math.floor((100 * loaded) / total) : 0;
    say(percent < PIN ? `Uploading, ${percent} %` : "Checking and pinning your pictures…");
  });
  return new Promise((resolve, reject) => {
    request.addEventListener("load", () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as Dossier);
      else reject(problem(request.status, request.responseText));
    });
    request.addEventListener("error", () => reject(new Fault("The upload broke off. Try again.")));
    request.send(bodyOf(form));
  });
}

/** Empty fields of the list of links and an empty file field are not part of the dossier. */
function bodyOf(form: HTMLFormElement): FormData {
  const body = new FormData();
  for (const [name, value] of new FormData(form)) {
    const isEmpty = typeof value === "string" ? !value.trim() && name === "links" : value.size === 0;
    if (!isEmpty) body.append(name, value);
  }
  return body;
}
