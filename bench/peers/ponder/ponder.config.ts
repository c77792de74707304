// The market's two contracts, as Ponder's documentation has one describe them.
import { readFileSync } from "node:fs";

import { createConfig } from "ponder";

const abi = (contract: string) =>
  JSON.parse(readFileSync(`${process.env.ABIS}/${contract}.json`, "utf8"));

export default createConfig({
  database: { kind: "postgres", connectionString: process.env.DATABASE_URL },
  chains: { anvil: { id: 31337, rpc: process.env.RPC_URL } },
  contracts: {
    Artwork: {
      chain: "anvil",
      abi: abi("Artwork"),
      address: process.env.ARTWORK as `0x${string}`,
      startBlock: 1,
    },
    Market: {
      chain: "anvil",
      abi: abi("Market"),
      address: process.env.MARKET as `0x${string}`,
      startBlock: 1,
    },
  },
});
