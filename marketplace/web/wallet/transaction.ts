/** Send what the server prepared: checked first, then signed by the person, then awaited. */
import { indexed } from "./chain";
import { Fault } from "./fault";
import type { Say } from "./form";
import type { Prepared } from "./prepared";
import { clients, type Wallet } from "./wallet";

/** Per cent of the estimate: the block it lands in is a later one, and may ask for a little more. */
const MARGIN = 130n;

export async function carryOut(wallet: Wallet, prepared: Prepared, say: Say): Promise<void> {
  if (prepared.chain_id !== wallet.network.id) {
    throw new Fault(`This was prepared for chain ${prepared.chain_id}. Reload the page.`);
  }
  const { reader, writer } = clients(wallet);
  const request = { to: prepared.to, data: prepared.data, value: BigInt(prepared.value) };
  say("Checking with the chain…");
  const estimate = await reader.estimateGas({ account: wallet.account, ...request });
  say(`${prepared.says.replace(/\.?$/, ".")} Please confirm in your wallet.`);
  const hash = await writer.sendTransaction({ ...request, gas: (estimate * MARGIN) / 100n });
  say(`Sent as ${hash.slice(0, 10)}…, waiting for the chain.`);
  const receipt = await reader.waitForTransactionReceipt({ hash });
  if (receipt.status === "reverted") {
    throw new Fault(`The chain refused transaction ${hash}. Something changed while it was sent.`);
  }
  say("On the chain. Bringing the page up to date…");
  await indexed(receipt.blockNumber);
}
