/** A client of Atelier's API that knows every path, parameter and answer: see openapi-fetch. */
import createClient, { type Client, type ClientOptions } from "openapi-fetch";
import type { components, paths } from "./schema";

export type { components, paths };

/** One of the API's shapes by its name, such as `Shape<"ChainEvent">`. */
export type Shape<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** Speak to the Atelier at this address. */
export function atelier(baseUrl: string, options: Omit<ClientOptions, "baseUrl"> = {}): Client<paths> {
  return createClient<paths>({ ...options, baseUrl });
}
