/** What the server prepares for a wallet to send. */
import type { Address, Hex } from "viem";

/** A transaction ready to be signed; `value` is wei in decimal. */
export interface Prepared {
  chain_id: number;
  to: Address;
  data: Hex;
  value: string;
  says: string;
}
