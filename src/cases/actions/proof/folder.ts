import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyId, publicPem, rawPublicKey } from '../../model/proof/signing.ts'

/** Where the service keeps its private keys, and the published heads for whoever copies them elsewhere. */
export interface ProofFolder {
  /** Undefined when this machine does not have that key. */
  privateKey(id: string): KeyObject | undefined
  /** The public keys whose private halves lie here. */
  publicKeys(): Buffer[]
  /** Makes a key, on disk before it signs anything. */
  makeKey(): { id: string; raw: Buffer; privateKey: KeyObject }
  forgetKey(id: string): void
  /** Never replaces a file that is there: it may be the only witness. */
  writeHead(day: string, text: string): void
  /** Every head file, with its text. */
  heads(): { file: string; text: string }[]
  readonly keysDir: string
  readonly headsDir: string
}

/** @param dataDir its folders `keys` (0700, files 0600) and `heads` are made when first written to */
export function openProofFolder(dataDir: string): ProofFolder {
  const [keysDir, headsDir] = [join(dataDir, 'keys'), join(dataDir, 'heads')]
  const opened = new Map<string, KeyObject>()
  const file = (id: string) => join(keysDir, `${id}.pem`)
  const open = (id: string) => {
    const known = opened.get(id)
    if (known) return known
    const pem = readIfThere(file(id))
    if (pem === undefined) return undefined
    const key = createPrivateKey(pem)
    opened.set(id, key)
    return key
  }
  return {
    keysDir,
    headsDir,
    privateKey: open,
    publicKeys: () =>
      list(keysDir)
        .filter((name) => /^[0-9a-f]{16}\.pem$/.test(name))
        .flatMap((name) => open(name.slice(0, 16)) ?? [])
        .map(rawPublicKey),
    makeKey: () => makeKey(keysDir, file),
    forgetKey: (id) => {
      opened.delete(id)
      rmSync(file(id), { force: true })
      rmSync(join(keysDir, `${id}.public.pem`), { force: true })
    },
    writeHead: (day, text) => {
      mkdirSync(headsDir, { recursive: true, mode: 0o755 })
      writeOnce(join(headsDir, `${day}.json`), text, 0o644)
    },
    heads: () =>
      list(headsDir)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => ({ file: join(headsDir, name), text: readFileSync(join(headsDir, name), 'utf8') })),
  }
}

function makeKey(dir: string, file: (id: string) => string) {
  const { privateKey } = generateKeyPairSync('ed25519')
  const raw = rawPublicKey(privateKey)
  const id = keyId(raw)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  writeOnce(file(id), privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 0o600)
  writeOnce(join(dir, `${id}.public.pem`), publicPem(raw), 0o644)
  return { id, raw, privateKey }
}

/** Whole or not at all, and on disk. */
function writeOnce(file: string, text: string, mode: number): void {
  if (readIfThere(file) !== undefined) return
  const making = `${file}.new-${process.pid}`
  writeFileSync(making, text, { mode, flush: true })
  renameSync(making, file)
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function list(dir: string): string[] {
  try {
    return readdirSync(dir)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
