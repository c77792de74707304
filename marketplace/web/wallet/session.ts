/** Sign in with Ethereum (EIP-4361): the server asks, the wallet signs, a cookie remembers. */
import { createSiweMessage } from "viem/siwe";
import { send } from "./api";
import { clients, connect, type Wallet } from "./wallet";

interface Terms {
  nonce: string;
  domain: string;
  uri: string;
  chain_id: number;
  statement: string;
  issued_at: string;
  expires_at: string;
}

/**
 * A connected wallet whose account is the one signed in; asks for a signature only where it must.
 * Whom the cookie names a script cannot read; the page says it.
 */
export async function ensure(): Promise<Wallet> {
  const wallet = await connect();
  if (document.body.dataset.viewer !== wallet.account) await signIn(wallet);
  return wallet;
}

export async function signOut(): Promise<void> {
  await send("DELETE", "/api/v1/session");
}

export async function signIn(wallet: Wallet): Promise<void> {
  const terms = await send<Terms>("POST", "/api/v1/sign-in/nonce");
  const message = createSiweMessage({
    address: wallet.account,
    chainId: terms.chain_id,
    domain: terms.domain,
    nonce: terms.nonce,
    uri: terms.uri,
    version: "1",
    statement: terms.statement,
    issuedAt: new Date(terms.issued_at),
    expirationTime: new Date(terms.expires_at),
  });
  const signature = await clients(wallet).writer.signMessage({ message });
  await send("POST", "/api/v1/sign-in", { message, signature });
  document.body.dataset.viewer = wallet.account;
}
