// A real IPFS node with its Kubo-compatible RPC on a free local port, offline, until it is killed.
// usage: node node.js REPO        prints the RPC's multiaddr when it is ready

// Node 20 lacks this; a library of the node calls it.
Promise.withResolvers ??= () => {
  let resolve, reject
  const promise = new Promise((yes, no) => { resolve = yes; reject = no })
  return { promise, resolve, reject }
}

const { create } = await import('ipfs-core')
const { HttpApi } = await import('ipfs-http-server')

const ipfs = await create({
  repo: process.argv[2],
  start: false, // no network: a block that is not here is missing at once
  silent: true,
  init: { emptyRepo: true, algorithm: 'Ed25519' },
  config: {
    Addresses: { Swarm: [], API: '/ip4/127.0.0.1/tcp/0', Gateway: '' },
    Bootstrap: [],
    Discovery: { MDNS: { Enabled: false }, webRTCStar: { Enabled: false } }
  }
})
const api = new HttpApi(ipfs)
await api.start()
console.log(`ready ${api._apiServers[0].info.ma}`)
