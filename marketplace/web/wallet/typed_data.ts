/** Have terms signed (EIP-712): what the server offers is what the wallet shows. */
import type { Hex, TypedDataDefinition } from "viem";
import type { Json } from "./api";
import { Fault } from "./fault";
import { clients, type Wallet } from "./wallet";

export interface TypedData {
  domain: { chainId?: number | string };
  types: Record<string, { name: string; type: string }[]>;
  primaryType: string;
  message: Record<string, Json>;
}

export async function signTerms(wallet: Wallet, terms: TypedData): Promise<Hex> {
  if (Number(terms.domain.chainId) !== wallet.network.id) {
    throw new Fault("These terms are for another chain. Reload the page.");
  }
  return clients(wallet).writer.signTypedData(terms as unknown as TypedDataDefinition);
}
