// What becomes of the two events.
import { ponder } from "ponder:registry";
import { sale, transfer } from "ponder:schema";

ponder.on("Artwork:Transfer", async ({ event, context }) => {
  const { from, to, tokenId } = event.args;
  await context.db.insert(transfer).values({
    id: event.id,
    block: event.block.number,
    work: tokenId.toString(),
    sender: from,
    recipient: to,
  });
});

ponder.on("Market:WorkSold", async ({ event, context }) => {
  const { work, seller, buyer, order, currency, price, fee, royalty, artist } = event.args;
  await context.db.insert(sale).values({
    id: event.id,
    block: event.block.number,
    work: work.toString(),
    seller,
    buyer,
    order,
    currency,
    price,
    fee,
    royalty,
    artist,
  });
});
