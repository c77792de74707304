/** What the server knows of the chain: which one it is, and how far it has been read. */
import { get } from "./api";
import { Fault } from "./fault";

export interface Chain {
  chain_id: number;
  development: boolean;
  head: { number: number; timestamp: number };
}

const INTERVAL_MS = 200;
const PATIENCE_MS = 60_000;

export function readChain(): Promise<Chain> {
  return get<Chain>("/api/v1/chain");
}

/** Wait until the index holds a block, so that the page made next tells of it. */
export async function indexed(block: bigint): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (BigInt((await readChain()).head.number) < block) {
    if (performance.now() > deadline) {
      throw new Fault("Your transaction is on the chain, but our index lags. Reload in a minute.");
    }
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
  }
}
