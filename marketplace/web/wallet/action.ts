/** What a form can do: each action is one short conversation between server, wallet and chain. */
import { send, type Json } from "./api";
import { forget } from "./chooser";
import { compared } from "./comparing";
import { handIn } from "./dossier";
import { Problem } from "./fault";
import { fieldsOf, type Say } from "./form";
import { ensure, signOut } from "./session";
import type { Prepared } from "./prepared";
import { carryOut } from "./transaction";
import { signTerms, type TypedData } from "./typed_data";
import { upload, withoutEmptyFiles } from "./upload";
import type { Wallet } from "./wallet";

export { explain } from "./explain";

/** Where the form's path answers 201, the page of what was made. */
type Made = { id?: string };

/** A dossier that says what comparing found, and the application of it. */
type Sealed = { transaction: Prepared };

type Action = (form: HTMLFormElement, say: Say) => Promise<string | undefined>;

/** Carry out a form's action; answers the page to go to, or nothing for this one again. */
export async function act(form: HTMLFormElement, say: Say): Promise<string | undefined> {
  const action = actions[form.dataset.action ?? ""];
  if (!action) throw new Error(`no action named ${form.dataset.action}`);
  try {
    return await action(form, say);
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.status !== 401) throw thrown;
    delete document.body.dataset.viewer; // the session ended after the page was made
    return action(form, say);
  }
}

const actions: Record<string, Action> = {
  "sign-in": async (_, say) => {
    say("Please sign in with your wallet.");
    await ensure();
    return undefined;
  },

  "sign-out": async () => {
    await signOut();
    forget();
    return "/";
  },

  /** The server prepares a transaction, the person sends it. */
  transaction: async (form, say) => {
    const wallet = await ensure();
    const prepared = await send<Prepared>("POST", pathOf(form), fieldsOf(form));
    await carryOut(wallet, prepared, say);
    return form.dataset.then;
  },

  /** A plain request to the server, of somebody who is signed in. */
  request: async (form, say) => {
    await ensure();
    say("One moment…");
    const made = await send<Made | undefined>(methodOf(form), pathOf(form), fieldsOf(form));
    return form.dataset.then?.replace("{id}", made?.id ?? "");
  },

  /** A request that anybody may make, signed in or not. */
  open: async (form, say) => {
    say("One moment…");
    await send("POST", pathOf(form), fieldsOf(form));
    return form.dataset.then;
  },

  voucher: async (form, say) => {
    const wallet = await ensure();
    const path = pathOf(form);
    const terms = await offered(`${path}/voucher-terms`, fieldsOf(form));
    say("Please sign the voucher in your wallet. It costs no gas.");
    const signature = await signTerms(wallet, terms);
    await send("POST", `${path}/voucher`, { voucher: terms.message, signature });
    return form.dataset.then;
  },

  listing: async (form, say) => {
    const wallet = await ensure();
    await clearingTheWay(wallet, say, async () => {
      const terms = await offered(pathOf(form), fieldsOf(form));
      say("Please sign the listing in your wallet. It costs no gas.");
      const signature = await signTerms(wallet, terms);
      await send("POST", "/api/v1/listings", { listing: terms.message, signature });
    });
    return form.dataset.then;
  },

  ballot: async (form, say) => {
    const wallet = await ensure();
    const path = pathOf(form);
    const terms = await offered(`${path}/ballot-terms`, {});
    say("Please sign your choices in your wallet. It costs no gas; from then on they are public.");
    const signature = await signTerms(wallet, terms);
    await send("POST", `${path}/ballots`, { ballot: terms.message, signature });
    return form.dataset.then;
  },

  dossier: async (form, say) => {
    const wallet = await ensure();
    const { digest } = await handIn(form, say);
    say("Comparing your pictures with those that are shown here…");
    const { verdict } = await compared(`/api/v1/resemblances/${digest}`);
    if (verdict === "alike") return `/apply/${digest}`;
    const { transaction } = await send<Sealed>("POST", `/api/v1/dossiers/${digest}/seal`, {});
    await carryOut(wallet, transaction, say);
    return form.dataset.then;
  },

  /** The dossier with what was found, and why the artist goes on. */
  seal: async (form, say) => {
    const wallet = await ensure();
    const { transaction } = await send<Sealed>("POST", pathOf(form), fieldsOf(form));
    await carryOut(wallet, transaction, say);
    return form.dataset.then;
  },

  webhook: async (form) => {
    await ensure();
    await (await import("./webhook")).subscribe(form);
    return undefined;
  },

  key: async (form) => {
    await ensure();
    await (await import("./webhook")).addKey(form);
    return undefined;
  },

  ping: async (form, say) => {
    await ensure();
    await (await import("./webhook")).sendNow(form, say);
    return undefined;
  },

  removal: async (form) => {
    await ensure();
    if (confirm("Remove this webhook, its keys and the log of its deliveries?")) {
      await send("DELETE", pathOf(form));
    }
    return undefined;
  },

  submission: async (form, say) => {
    await ensure();
    const body = withoutEmptyFiles(new FormData(form));
    const made = await upload<Made>(form, body, say, "Looking at every part of it…");
    return form.dataset.then?.replace("{id}", made.id ?? "");
  },
};

/** A refusal may bring the transaction that clears the way; the person decides about it. */
async function clearingTheWay(wallet: Wallet, say: Say, deed: () => Promise<void>): Promise<void> {
  try {
    await deed();
  } catch (thrown) {
    const mending = thrown instanceof Problem ? thrown.transaction : undefined;
    if (!mending || !confirm(`${(thrown as Problem).message}\n\n${mending.says}?`)) throw thrown;
    await carryOut(wallet, mending, say);
    await deed();
  }
}

async function offered(path: string, fields: { [name: string]: Json }): Promise<TypedData> {
  return (await send<{ typed_data: TypedData }>("POST", path, fields)).typed_data;
}

function methodOf(form: HTMLFormElement): string {
  return form.dataset.method ?? "POST";
}

function pathOf(form: HTMLFormElement): string {
  return form.dataset.path ?? new URL(form.action).pathname; // without script a form goes elsewhere
}
