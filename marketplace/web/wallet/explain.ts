/** Say in plain words why something did not work: the person's no, the node's no, or a contract's. */
import { BaseError, decodeErrorResult, InsufficientFundsError, isHex, parseAbi, type Hex } from "viem";
import { Fault } from "./fault";

const REFUSED = 4001;

/** What the contracts that pages send to may refuse with; a test holds the list against them. */
const errors = parseAbi([
  "error AdmissionOver(address artist, uint48 until)",
  "error AlreadyArtist(address artist)",
  "error AlreadyMember(address holder, uint256 member)",
  "error AlreadyVoted(uint256 ballot, address member)",
  "error AppealClosed(uint256 application, uint48 until)",
  "error AppealUsed(uint256 application)",
  "error ApplicationClosed(uint256 application, uint48 closesAt)",
  "error ApplicationDecided(uint256 application)",
  "error ApplicationMissing(uint256 application)",
  "error ApplicationPending(address artist, uint256 application)",
  "error ApplicationStillOpen(uint256 application, uint48 closesAt)",
  "error BatchSize(uint256 count, uint256 limit)",
  "error BondWrong(uint256 paidWei, uint256 bondWei)",
  "error BundleSize(uint256 count, uint256 limit)",
  "error CoolingDown(address artist, uint48 until)",
  "error CopiesExceeded(uint256 copies, uint256 left)",
  "error CopiesMissing()",
  "error CurrencyRefused(address currency)",
  "error DossierMissing()",
  "error ERC721IncorrectOwner(address sender, uint256 tokenId, address owner)",
  "error ERC721InsufficientApproval(address operator, uint256 tokenId)",
  "error EndorsementExpired(address member, uint64 deadline)",
  "error EndorsementForged(address member)",
  "error EndorsementOrder(address member, uint256 number)",
  "error EndorsementsShort(uint256 count, uint256 needed)",
  "error EpochPassed(uint64 signedEpoch, uint64 epoch)",
  "error EtherOffered()",
  "error FeeAboveSigned(uint16 feeBps, uint16 maxFeeBps)",
  "error GasShort(uint256 needed)",
  "error ListingStale(uint40 signedCount, uint40 transferCount)",
  "error NoVotes(address member, uint48 snapshot)",
  "error NotApplicant(uint256 application, address caller)",
  "error NotArtist(address account)",
  "error NotRevocable(address artist, uint48 artistUntil)",
  "error NotRevoked(address artist, uint48 artistUntil)",
  "error NotSeller(address seller, address caller)",
  "error NothingDue(address payee, address currency)",
  "error OfferNotFor(uint256 offered, uint256 work)",
  "error OfferNotForArtist(address offered, address artist)",
  "error OfferUsed(address bidder, uint256 nonce)",
  "error OrderClosed(bytes32 order)",
  "error OrderExpired(uint64 expiresAt, uint256 timestamp)",
  "error OrderForged(address signer)",
  "error OrderReserved(address buyer, address caller)",
  "error OwnApplication(uint256 application, address artist)",
  "error OwnEndorsement(address artist)",
  "error PayeeRefused(address payee, uint256 amount)",
  "error PaymentMissing(address currency, address payee, uint256 amount)",
  "error PaymentWrong(uint256 paid, uint256 price)",
  "error ProceedsShort(uint256 proceeds, uint256 leastProceeds)",
  "error QuorumOutOfReach(uint256 votes, uint256 quorum)",
  "error ReasonLength(uint256 length, uint256 limit)",
  "error RoundWrong(uint256 application, uint8 round, uint8 current)",
  "error RoyaltyAboveCap(uint16 royaltyBps, uint16 capBps)",
  "error SalesPaused()",
  "error StatementMissing()",
  "error SupportUnknown(uint8 support)",
  "error TransferRefused(address to)",
  "error VoteEntrusted(address artist, uint48 snapshot)",
  "error VoteExpired(uint64 deadline, uint256 timestamp)",
  "error VoteForged(uint256 application, address member)",
  "error VoucherCancelled(uint64 nonce, uint64 current)",
  "error VoucherExpired(uint64 deadline, uint256 timestamp)",
  "error VoucherForged(address artist)",
  "error VoucherReserved(address submitter, address caller)",
  "error WorkExists(uint256 work)",
  "error WorkInvalid(uint256 work)",
  "error WorkMissing(uint256 work)",
]);

const words: Partial<Record<(typeof errors)[number]["name"], string>> = {
  AdmissionOver: "Your admission as an artist has ended.",
  AlreadyArtist: "You are an artist and a member already.",
  AlreadyVoted: "You have voted on this application already.",
  AppealClosed: "The time for an appeal is over. You can apply anew.",
  AppealUsed: "This application has been appealed already.",
  ApplicationClosed: "The vote on this application is over.",
  ApplicationDecided: "This application has been decided already.",
  ApplicationPending: "You have an application that is still being decided.",
  ApplicationStillOpen: "The vote is still open; it can be decided when it closes.",
  BondWrong: "The bond has changed since this page was made. Reload the page and try again.",
  CoolingDown: "It is too early to apply again.",
  CurrencyRefused: "The members do not allow this currency.",
  ERC721IncorrectOwner: "The seller does not own this work any more.",
  ERC721InsufficientApproval: "The seller does not let the market move works.",
  EpochPassed: "The seller has cancelled this listing.",
  FeeAboveSigned: "The platform's fee has risen above what was signed.",
  ListingStale: "The work has changed hands since it was listed.",
  NoVotes: "You had no vote when this application was opened.",
  NotApplicant: "Only the applicant can appeal.",
  NotArtist: "Only an admitted artist can do this.",
  OrderClosed: "This listing is cancelled.",
  OrderExpired: "This listing has run out.",
  OrderReserved: "This listing is for another buyer.",
  OwnApplication: "Nobody votes on their own application.",
  PaymentWrong: "The price has changed since this page was made. Reload the page and try again.",
  QuorumOutOfReach: "So many voted in the first round that an appeal cannot reach the quorum.",
  SalesPaused: "The members have paused new sales.",
  VoteEntrusted: "Your vote is with somebody else. Take it back to yourself, then apply.",
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
