/** Say in plain words why something did not work: the person's no, the node's no, or a contract's. */
import { BaseError, decodeErrorResult, InsufficientFundsError, isHex, parseAbi, type Hex } from "viem";
import { Fault } from "./fault";

const REFUSED = 4001;

/** What the contracts that pages send to may refuse with; a test holds the list against them. */
const errors = parseAbi([
  "error AlreadyArtist(address artist)",
  "error AlreadyMember(address holder, uint256 member)",
  "error AlreadyVoted(uint256 application, address member)",
  "error ApplicationClosed(uint256 application, uint48 closesAt)",
  "error ApplicationDecided(uint256 application)",
  "error ApplicationMissing(uint256 application)",
  "error ApplicationPending(address artist, uint256 application)",
  "error ApplicationStillOpen(uint256 application, uint48 closesAt)",
  "error BondWrong(uint256 paidWei, uint256 bondWei)",
  "error DossierMissing()",
  "error EpochPassed(uint256 signedEpoch, uint256 epoch)",
  "error FeeAboveSigned(uint16 feeBps, uint16 maxFeeBps)",
  "error ListingClosed(bytes32 listing)",
  "error ListingExpired(uint64 expiresAt, uint256 timestamp)",
  "error ListingForged(address seller)",
  "error ListingReserved(address buyer, address caller)",
  "error ListingStale(uint48 signedCount, uint48 transferCount)",
  "error NoVotes(address member, uint48 snapshot)",
  "error NotArtist(address account)",
  "error NotSeller(address seller, address caller)",
  "error NothingDue(address payee)",
  "error OwnApplication(uint256 application, address artist)",
  "error PaymentWrong(uint256 paidWei, uint256 price)",
  "error PayeeRefused(address payee, uint256 amountWei)",
  "error ReasonLength(uint256 length, uint256 limit)",
  "error RoyaltyAboveCap(uint16 royaltyBps, uint16 capBps)",
  "error VoucherCancelled(uint256 nonce, uint256 current)",
  "error VoucherExpired(uint64 deadline, uint256 timestamp)",
  "error VoucherForged(address artist)",
  "error VoucherReserved(address submitter, address caller)",
  "error WorkExists(uint256 work)",
  "error WorkMissing(uint256 work)",
]);

const words: Partial<Record<(typeof errors)[number]["name"], string>> = {
  AlreadyArtist: "You are an admitted artist already.",
  AlreadyVoted: "You have voted on this application already.",
  ApplicationClosed: "The vote on this application is over.",
  ApplicationDecided: "This application has been decided already.",
  ApplicationPending: "You have an application that is still being decided.",
  ApplicationStillOpen: "The vote is still open; it can be decided when it closes.",
  BondWrong: "The bond has changed since this page was made. Reload the page and try again.",
  EpochPassed: "The seller has cancelled this listing.",
  FeeAboveSigned: "The platform's fee has risen above what was signed.",
  ListingClosed: "This listing is sold or cancelled.",
  ListingExpired: "This listing has run out.",
  ListingReserved: "This listing is for another buyer.",
  ListingStale: "The work has changed hands since it was listed.",
  NoVotes: "You had no vote when this application was opened.",
  NotArtist: "Only an admitted artist can do this.",
  OwnApplication: "Nobody votes on their own application.",
  PaymentWrong: "The price has changed since this page was made. Reload the page and try again.",
  WorkExists: "This work has been minted already.",
};

/** A sentence for whatever was thrown. */
export function explain(thrown: unknown): string {
  if (thrown instanceof Fault) return thrown.message;
  if (codes(thrown).includes(REFUSED)) return "You declined in your wallet. Nothing was sent.";
  if (isPoor(thrown)) return "Your account holds too little ether for this and its gas.";
  const data = revertData(thrown);
  if (data) return explainRevert(data);
  if (thrown instanceof BaseError) return thrown.shortMessage;
  return messageOf(thrown) || "Something went wrong. Please try again.";
}

function explainRevert(data: Hex): string {
  try {
    const { errorName, args } = decodeErrorResult({ abi: errors, data });
    const values = args?.length ? ` (${args.join(", ")})` : "";
    return words[errorName] ?? `The contract refused: ${errorName}${values}.`;
  } catch {
    return `The contract refused, with ${data.slice(0, 10)}.`;
  }
}

/** Errors nest: wallets wrap nodes, and viem wraps wallets. */
function* chain(thrown: unknown): Generator<Record<string, unknown>> {
  let link = thrown;
  for (let depth = 0; link && typeof link === "object" && depth < 10; depth++) {
    const seen = link as Record<string, unknown>;
    yield seen;
    if (seen.data && typeof seen.data === "object") yield seen.data as Record<string, unknown>;
    link = seen.cause;
  }
}

function codes(thrown: unknown): unknown[] {
  return [...chain(thrown)].map((link) => link.code);
}

function revertData(thrown: unknown): Hex | undefined {
  for (const { data } of chain(thrown)) if (isHex(data) && data.length >= 10) return data;
  return undefined;
}

function isPoor(thrown: unknown): boolean {
  return [...chain(thrown)].some(
    (link) => link instanceof InsufficientFundsError || /insufficient funds/i.test(messageOf(link)),
  );
}

function messageOf(thrown: unknown): string {
  const { message } = (thrown ?? {}) as { message?: unknown };
  return typeof message === "string" ? message : "";
}
