// Both events of a range of blocks, a batch at a time, as Subsquid's documentation has one do it.
require("reflect-metadata");
const { indexed, event } = require("@subsquid/evm-abi");
const { address, bytes32, uint256 } = require("@subsquid/evm-codec");
const { EvmBatchProcessor } = require("@subsquid/evm-processor");
const { TypeormDatabase } = require("@subsquid/typeorm-store");

const { Sale, Transfer } = require("./lib/model");

const { RPC_URL, LAST, ARTWORK, MARKET, TOPIC_TRANSFER, TOPIC_SOLD } = process.env;
const moved = event(TOPIC_TRANSFER, "Transfer(address,address,uint256)", {
  from: indexed(address),
  to: indexed(address),
  tokenId: indexed(uint256),
});
const sold = event(
  TOPIC_SOLD,
  "WorkSold(uint256,address,address,bytes32,address,uint256,uint256,uint256,address)",
  {
    work: indexed(uint256),
    seller: indexed(address),
    buyer: indexed(address),
    order: bytes32,
    currency: address,
    price: uint256,
    fee: uint256,
    royalty: uint256,
    artist: address,
  },
);

const processor = new EvmBatchProcessor()
  .setRpcEndpoint({ url: RPC_URL, capacity: 10 })
  .setFinalityConfirmation(30)
  .setBlockRange({ from: 1, to: Number(LAST) })
  .addLog({ address: [ARTWORK], topic0: [moved.topic] })
  .addLog({ address: [MARKET], topic0: [sold.topic] });

const began = process.hrtime.bigint();
process.on("exit", () => {
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  process.stdout.write(`${JSON.stringify({ seconds })}\n`);
});

processor.run(new TypeormDatabase({ supportHotBlocks: false }), async (context) => {
  const transfers = [];
  const sales = [];
  for (const { header, logs } of context.blocks) {
    for (const log of logs) {
      if (log.topics[0] === moved.topic) {
        const { from, to, tokenId } = moved.decode(log);
        const said = { sender: from, recipient: to, work: tokenId };
        transfers.push(new Transfer({ id: log.id, block: header.height, ...said }));
      } else {
        sales.push(new Sale({ id: log.id, block: header.height, ...sold.decode(log) }));
      }
    }
  }
  await context.store.insert(transfers);
  await context.store.insert(sales);
});
