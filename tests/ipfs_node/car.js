// Read a CAR archive from stdin with the reference implementation and check every block's hash.
// stdout: {version, roots, cids} as JSON

import { createHash } from 'node:crypto'
import { CarBlockIterator } from '@ipld/car/iterator'

const reader = await CarBlockIterator.fromIterable(process.stdin)
const cids = []
for await (const { cid, bytes } of reader) {
  const digest = createHash('sha256').update(bytes).digest()
  if (!digest.equals(cid.multihash.digest)) {
    throw new Error(`other bytes under ${cid}`)
  }
  cids.push(cid.toString())
}
const roots = (await reader.getRoots()).map(cid => cid.toString())
console.log(JSON.stringify({ version: reader.version, roots, cids }))
