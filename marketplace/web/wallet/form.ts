/** Read a form as JSON, and tell the person beside it what is going on. */
import { parseEther } from "viem/utils";
import type { Json } from "./api";
import { Fault } from "./fault";

/** Says what is happening now. */
export type Say = (text: string) => void;

type Fields = { [name: string]: Json };

/** The form's fields; `a.b` nests, `data-unit` says what a text means. */
export function fieldsOf(form: HTMLFormElement): Fields {
  const fields: Fields = {};
  for (const [name, text] of new FormData(form)) {
    if (typeof text !== "string") continue;
    const control = form.elements.namedItem(name);
    const unit = control instanceof HTMLElement ? control.dataset.unit : undefined;
    const value = read(text.trim(), unit);
    if (value !== undefined) put(fields, name.split("."), value);
  }
  return fields;
}

function read(text: string, unit: string | undefined): Json | undefined {
  switch (unit) {
    case "ether":
      return wei(text);
    case "integer":
      return Number(text);
    case "truth":
      return text === "true";
    case "optional":
      return text || undefined;
    case "integers":
      return text ? text.split(",").map(Number) : [];
    case "texts":
      return text ? text.split(",") : [];
    default:
      return text;
  }
}

function wei(text: string): string {
  if (!/^\d+(\.\d{1,18})?$/.test(text)) {
    throw new Fault(`“${text}” is no amount in ETH. Write it like 0.25, with at most 18 decimals.`);
  }
  return parseEther(text).toString();
}

function put(fields: Fields, path: string[], value: Json): void {
  const [head = "", ...rest] = path;
  if (rest.length === 0) {
    fields[head] = value;
    return;
  }
  const inner = (fields[head] ?? {}) as Fields;
  fields[head] = inner;
  put(inner, rest, value);
}
