/** The person's wallet: which one, which account, and that it is on our chain. */
import {
  createPublicClient,
  createWalletClient,
  custom,
  defineChain,
  getAddress,
  type Address,
  type Chain as Network,
} from "viem";
import { choose, forget } from "./chooser";
import { readChain } from "./chain";
import { Fault } from "./fault";
import { wallets, type Provider } from "./provider";

const UNKNOWN_CHAIN = 4902;

export interface Wallet {
  account: Address;
  network: Network;
  provider: Provider;
}

/** Connect: ask for an account once, and for our chain if the wallet is on another one. */
export async function connect(): Promise<Wallet> {
  const { provider } = await choose(wallets());
  const account = await accountOf(provider);
  const network = await ourNetwork();
  await joinNetwork(provider, network);
  return { account, network, provider };
}

/** The reading and the writing side of a wallet, over its own connection. */
export function clients({ account, network, provider }: Wallet) {
  const transport = custom(provider as Parameters<typeof custom>[0], { retryCount: 0 });
  return {
    reader: createPublicClient({ chain: network, transport, pollingInterval: 250 }),
    writer: createWalletClient({ account, chain: network, transport }),
  };
}

/** Who declines here may have chosen the wrong wallet: the next time they are asked again. */
async function accountOf(provider: Provider): Promise<Address> {
  try {
    const accounts = (await provider.request({ method: "eth_requestAccounts" })) as string[];
    if (accounts[0]) return getAddress(accounts[0]);
  } catch (thrown) {
    forget();
    throw thrown;
  }
  throw new Fault("Your wallet offered no account. Unlock it and try again.");
}

async function ourNetwork(): Promise<Network> {
  const { chain_id: id, development } = await readChain();
  const rpc = development ? [new URL("/development/rpc", location.href).href] : [];
  return defineChain({
    id,
    name: development ? "Atelier development chain" : `Chain ${id}`,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: rpc } },
  });
}

async function joinNetwork(provider: Provider, network: Network): Promise<void> {
  if ((await networkOf(provider)) === network.id) return;
  const chainId = `0x${network.id.toString(16)}`;
  try {
    await provider.request({ method: "wallet_switchEthereumChain", params: [{ chainId }] });
  } catch (thrown) {
    if ((thrown as { code?: unknown }).code !== UNKNOWN_CHAIN) throw wrongNetwork(network);
    await addNetwork(provider, network, chainId);
  }
  if ((await networkOf(provider)) !== network.id) throw wrongNetwork(network);
}

async function networkOf(provider: Provider): Promise<number> {
  return Number(await provider.request({ method: "eth_chainId" }));
}

async function addNetwork(provider: Provider, network: Network, chainId: string): Promise<void> {
  const rpcUrls = network.rpcUrls.default.http;
  if (rpcUrls.length === 0) throw wrongNetwork(network);
  const { name: chainName, nativeCurrency } = network;
  const params = [{ chainId, chainName, nativeCurrency, rpcUrls }];
  try {
    await provider.request({ method: "wallet_addEthereumChain", params });
  } catch {
    throw wrongNetwork(network);
  }
}

function wrongNetwork({ id, name }: Network): Fault {
  return new Fault(`Your wallet is on another network. Switch it to ${name} (id ${id}), then retry.`);
}
