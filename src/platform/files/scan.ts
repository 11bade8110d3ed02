import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { no, type Result, yes } from '#kernel'

/** Asks the virus scanner about a file on the local disk. */
export type Scan = (path: string) => Promise<Result<'clean', 'file-infected' | 'scanner-unavailable'>>

/**
 * A scanner that speaks to ClamAV over TCP (`tcp://host:port`), by its INSTREAM command.
 *
 * Fails closed: anything but a clear "OK" refuses the file. `patience` is the longest silence in
 * milliseconds. Throws on an address that is none.
 */
export function openScanner(url: string, patience = 30_000): Scan {
  const { protocol, hostname, port } = new URL(url)
  if (protocol !== 'tcp:' || !hostname || !port) throw new Error(`not tcp://host:port: ${url}`)
  return async (path) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) })
    socket.setTimeout(patience, () => socket.destroy(new Error('the scanner is silent')))
    try {
      return judge(await converse(socket, path))
    } catch {
      return no('scanner-unavailable')
    } finally {
      socket.destroy()
    }
  }
}

/** Sends the file and listens at once: the scanner may answer, and hang up, before it has heard everything. */
async function converse(socket: Socket, path: string): Promise<string> {
  const answer = listen(socket)
  const sent = send(socket, path).catch(() => undefined)
  try {
    return await answer
  } finally {
    socket.destroy()
    await sent
  }
}

function listen(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    socket.on('data', (data) => {
      heard += data.toString('utf8')
      const end = heard.indexOf('\0')
      if (end >= 0) resolve(heard.slice(0, end))
      else if (heard.length > 4096) reject(new Error('the scanner does not speak its protocol'))
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('the scanner hung up')))
  })
}

/** Each chunk behind its length in four bytes; a length of nothing ends the file. */
async function send(socket: Socket, path: string) {
  const length = (bytes: number) => {
    const four = Buffer.alloc(4)
    four.writeUInt32BE(bytes)
    return four
  }
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const chunk of createReadStream(path)) {
    await write(socket, Buffer.concat([length(chunk.length), chunk]))
  }
  await write(socket, length(0))
}

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()))
  })

function judge(answer: string): Result<'clean', 'file-infected' | 'scanner-unavailable'> {
  if (answer === 'stream: OK') return yes('clean')
  const [, found] = /^stream: (.+) FOUND$/.exec(answer) ?? []
  return found ? no('file-infected', { found: found.slice(0, 200) }) : no('scanner-unavailable')
}
