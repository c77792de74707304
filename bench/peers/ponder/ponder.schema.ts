// A row an event, with the columns that ours have.
import { onchainTable } from "ponder";

export const transfer = onchainTable("transfer", (t) => ({
  id: t.text().primaryKey(),
  block: t.bigint().notNull(),
  work: t.numeric({ precision: 78 }).notNull(),
  sender: t.hex().notNull(),
  recipient: t.hex().notNull(),
}));

export const sale = onchainTable("sale", (t) => ({
  id: t.text().primaryKey(),
  block: t.bigint().notNull(),
  work: t.numeric({ precision: 78 }).notNull(),
  seller: t.hex().notNull(),
  buyer: t.hex().notNull(),
  order: t.hex().notNull(),
  currency: t.hex().notNull(),
  price: t.bigint().notNull(),
  fee: t.bigint().notNull(),
  royalty: t.bigint().notNull(),
  artist: t.hex().notNull(),
}));
