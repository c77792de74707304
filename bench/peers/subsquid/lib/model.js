// A row an event, with the columns that ours have; what Subsquid's generator writes from a schema.
require("reflect-metadata");
const store = require("@subsquid/typeorm-store");

function entity(name, columns) {
  const made = {
    [name]: class {
      constructor(values) {
        Object.assign(this, values);
      }
    },
  }[name];
  Reflect.defineMetadata("design:type", String, made.prototype, "id"); // as TypeScript leaves it
  store.PrimaryColumn()(made.prototype, "id");
  for (const [column, decorate] of Object.entries(columns)) {
    decorate({ nullable: false })(made.prototype, column);
  }
  store.Entity()(made);
  return made;
}

const { BigIntColumn, IntColumn, StringColumn } = store;

exports.Transfer = entity("Transfer", {
  block: IntColumn,
  work: BigIntColumn,
  sender: StringColumn,
  recipient: StringColumn,
});

exports.Sale = entity("Sale", {
  block: IntColumn,
  work: BigIntColumn,
  seller: StringColumn,
  buyer: StringColumn,
  order: StringColumn,
  currency: StringColumn,
  price: BigIntColumn,
  fee: BigIntColumn,
  royalty: BigIntColumn,
  artist: StringColumn,
});
