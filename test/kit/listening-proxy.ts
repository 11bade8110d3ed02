import { type AddressInfo, createServer, connect as dial } from 'node:net'

/** Everything that crosses between browsers and a server, as somebody on the network would record it. */
export async function listeningProxy(t: { after(work: () => unknown): void }, target: string, from: string) {
  const { hostname, port } = new URL(target)
  const heard: Buffer[] = []
  const server = createServer((near) => {
    const far = dial({ host: hostname, port: Number(port), localAddress: from })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('data', (bytes) => heard.push(Buffer.from(bytes)))
      one.on('error', () => other.destroy())
      one.pipe(other)
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.after(() => server.close())
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard: () => Buffer.concat(heard),
  }
}
