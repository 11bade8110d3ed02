import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { openFiles } from './open-files.ts'
import { openScanner } from './scan.ts'

/** The harmless file that every scanner calls a virus, in two halves so that none finds it here. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
/** Its MD5 as a signature of our own: no virus database needs to be downloaded. */
const SIGNATURE = '44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n'

let dir = ''
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sawt-scan-'))
})
after(() => rm(dir, { recursive: true }))

const aFile = async (name: string, content: string | Buffer) => {
  const path = join(dir, name)
  await writeFile(path, content)
  return path
}

describe('a scanner that speaks the protocol', () => {
  test('calls a harmless file clean, and sees every byte of it', async () => {
    const big = Buffer.alloc(300_000, 'صوت')
    const seen: Buffer[] = []
    await withClamd({ hear: (file) => seen.push(file) }, async (url) => {
      assert.deepEqual(await openScanner(url)(await aFile('big', big)), { ok: true, value: 'clean' })
    })
    assert.deepEqual(seen, [big])
  })

  test('finds what is infected, and names it', async () => {
    await withClamd({}, async (url) => {
      const found = await openScanner(url)(await aFile('eicar', EICAR))
      assert.deepEqual(found, {
        ok: false,
        reason: 'file-infected',
        details: { found: 'Eicar-Test-Signature' },
      })
    })
  })
})

describe('whatever is wrong with the scanner, nothing passes', () => {
  const refused = { ok: false, reason: 'scanner-unavailable' }
  const faults: Record<string, (socket: Socket) => void> = {
    'it hangs up': (socket) => socket.destroy(),
    'it finds the file too large': (socket) => socket.end('INSTREAM size limit exceeded. ERROR\0'),
    'it talks nonsense': (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    'it never stops talking': (socket) => socket.write('x'.repeat(10_000)),
    'it is silent': () => undefined,
    'it answers about something else': (socket) => socket.end('PONG\0'),
    'it stops in the middle of its answer': (socket) => socket.end('stream: OK'),
  }
  for (const [fault, answer] of Object.entries(faults)) {
    test(fault, async () => {
      await withClamd({ answer }, async (url) => {
        const path = await aFile('large', Buffer.alloc(2_000_000))
        assert.deepEqual(await openScanner(url, 200)(path), refused)
      })
    })
  }

  test('it is not there', async () => {
    const port = await freePort()
    const files = openFiles({ dir: join(dir, 'closed'), clamd: `tcp://127.0.0.1:${port}` })
    assert.deepEqual(await files.receive(Readable.from([Buffer.from('hello')]), { name: 'a.txt' }), refused)
  })

  test('its address is no address: said at start, not at the first upload', () => {
    for (const url of ['', 'localhost:3310', 'http://localhost:3310', 'tcp://localhost']) {
      assert.throws(() => openScanner(url))
    }
  })
})

const clamd = ['clamd', '/usr/sbin/clamd', '/usr/local/sbin/clamd'].find(
  (program) => !spawnSync(program, ['--help']).error,
)

test('ClamAV itself finds the test virus and lets a letter pass', {
  skip: clamd
    ? false
    : 'clamd is not installed on this machine; the same is tried against its protocol above',
}, async () => {
  await writeFile(join(dir, 'eicar.hdb'), SIGNATURE)
  const port = await freePort()
  const settings = { TCPSocket: port, TCPAddr: '127.0.0.1', DatabaseDirectory: dir, Foreground: 'yes' }
  const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}\n`)
  const conf = await aFile('clamd.conf', lines.join(''))
  const running = spawn(clamd as string, [`--config-file=${conf}`], { stdio: 'ignore' })
  try {
    await listening(port)
    const files = openFiles({ dir: join(dir, 'real'), clamd: `tcp://127.0.0.1:${port}` })
    const send = (text: string) => files.receive(Readable.from([Buffer.from(text)]), { name: 'a.txt' })
    assert.equal((await send('A letter')).ok, true)
    const found = await send(EICAR)
    assert.equal(!found.ok && found.reason, 'file-infected')
  } finally {
    running.kill()
  }
})

interface FakeClamd {
  hear?: (file: Buffer) => void
  /** Instead of the protocol. */
  answer?: (socket: Socket) => void
}

/** ClamAV's INSTREAM, from its manual: a command, chunks behind their lengths, a length of nothing. */
async function withClamd({ hear, answer }: FakeClamd, work: (url: string) => Promise<void>) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    if (answer) {
      socket.once('data', () => answer(socket))
      return
    }
    let heard = Buffer.alloc(0)
    socket.on('data', (data: Buffer) => {
      heard = Buffer.concat([heard, data])
      const file = fileOf(heard)
      if (!file) return
      hear?.(file)
      socket.end(file.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    })
  })
  try {
    await work(`tcp://127.0.0.1:${await listen(server)}`)
  } finally {
    server.close()
  }
}

function fileOf(heard: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0'
  if (heard.length < command.length) return undefined
  assert.equal(heard.subarray(0, command.length).toString(), command)
  const chunks: Buffer[] = []
  let at = command.length
  while (at + 4 <= heard.length) {
    const length = heard.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(heard.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

const listen = (server: Server) =>
  new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

async function freePort() {
  const server = createServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function listening(port: number) {
  for (let tries = 0; tries < 300; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true))
      socket.on('error', () => resolve(false))
      socket.on('connect', () => socket.destroy())
    })
    if (open) return
    await wait(100)
  }
  throw new Error('clamd did not start')
}
