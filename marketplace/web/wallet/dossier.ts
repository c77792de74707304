/** Upload an application's statement, links and sample works. */
import type { Say } from "./form";
import { upload } from "./upload";

interface Dossier {
  digest: string;
}

export function handIn(form: HTMLFormElement, say: Say): Promise<Dossier> {
  return upload<Dossier>(form, bodyOf(form), say, "Checking and pinning your pictures…");
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
