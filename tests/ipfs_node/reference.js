// Name files and folders with the reference implementation of UnixFS.
// stdin: [{chunk, width, files: {path: file on disk}}], a lone path "" being a file without folder
// stdout: the root CID of each, as JSON

import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { importer } from 'ipfs-unixfs-importer'
import { fixedSize } from 'ipfs-unixfs-importer/chunker'
import { balanced } from 'ipfs-unixfs-importer/layout'

const nowhere = { put: async cid => cid, get: async () => { throw new Error('not kept') } }

async function root ({ chunk, width, files }) {
  const source = []
  for (const [path, file] of Object.entries(files)) {
    source.push({ path: path === '' ? undefined : path, content: await readFile(file) })
  }
  const options = { profile: 'unixfs-v1-2025', wrapWithDirectory: !('' in files) }
  if (chunk !== undefined) {
    options.chunker = fixedSize({ chunkSize: chunk })
    options.layout = balanced({ maxChildrenPerNode: width })
  }
  let last
  for await (const entry of importer(source, nowhere, options)) {
    last = entry
  }
  return last.cid.toString()
}

const roots = []
for (const each of JSON.parse(await text(process.stdin))) {
  roots.push(await root(each))
}
console.log(JSON.stringify(roots))
