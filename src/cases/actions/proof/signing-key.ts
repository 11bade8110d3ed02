import { type Clock, no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import { type KeyRecord, type PublishedKey, readKey } from '../../model/proof/key-record.ts'
import { type SigningKey, signed } from '../../model/proof/signing.ts'
import { addKey, type KeptKey, keys, lastKey } from '../../store/proof/keys.ts'
import type { ProofFolder } from './folder.ts'

/** What signing works with. */
export interface ProofTools {
  db: Db
  clock: Clock
  proof: ProofFolder
  /** Where the service is reached; stands in everything it signs. */
  publicUrl: string
}

/**
 * The key that the service signs with now; the first one is made when it is first asked for.
 *
 * @returns `no-key` when another machine of this service has the key and this one has not
 */
export async function signingKey({ db, clock, proof }: ProofTools): Promise<Result<SigningKey, 'no-key'>> {
  const current = (await lastKey(db)) ?? (await firstKey({ db, clock, proof }))
  const privateKey = current && proof.privateKey(current.id)
  return privateKey ? yes({ id: current.id, privateKey }) : no('no-key', { id: current?.id ?? '' })
}

/** Two processes may begin at once: the database says whose key it is, the other one goes. */
async function firstKey({ db, clock, proof }: Omit<ProofTools, 'publicUrl'>) {
  await addNewKey({ db, clock, proof }, { number: 1, previous: null, reason: 'first' })
  return lastKey(db)
}

/**
 * Begins a new key. The old one signs it in, unless it is lost, which then stands openly in the record.
 *
 * @returns the new key's id, or `no-key` when the old one is not here and was not said to be lost
 */
export async function rotateKey(
  tools: ProofTools,
  { lost }: { lost: boolean },
): Promise<Result<string, 'no-key' | 'too-late'>> {
  const old = await lastKey(tools.db)
  const privateKey = old && tools.proof.privateKey(old.id)
  if (old && !privateKey && !lost) return no('no-key', { id: old.id })
  const previous = old ? { number: old.number + 1, previous: old.id } : { number: 1, previous: null }
  const reason = !old ? 'first' : lost ? 'lost' : 'rotation'
  const before = lost || !privateKey || !old ? undefined : { id: old.id, privateKey }
  const id = await addNewKey(tools, { ...previous, reason }, before)
  return id ? yes(id) : no('too-late')
}

async function addNewKey(
  { db, clock, proof }: Omit<ProofTools, 'publicUrl'>,
  record: Pick<KeyRecord, 'number' | 'previous' | 'reason'>,
  before?: SigningKey,
): Promise<string | undefined> {
  const { id, raw, privateKey } = proof.makeKey()
  const since = clock.now().round('second').toString()
  const content = { kind: 'sawt-key-1', id, publicKey: raw.toString('hex'), since, ...record }
  const approval = before ? signed(before, content).signature : null
  const added = await addKey(db, {
    id,
    number: record.number,
    ...signed({ id, privateKey }, content),
    approval,
  })
  if (added > 0) return id
  proof.forgetKey(id)
  return undefined
}

/** Every key that the service ever published, the first one first. */
export const publishedKeys = (db: Db): Promise<KeptKey[]> => keys(db)

/** The public keys by id, of those records whose own signature holds. */
export const publicKeys = (published: readonly PublishedKey[]): ReadonlyMap<string, Buffer> =>
  new Map(
    published.flatMap((key) => {
      const found = readKey(key)
      return found ? [[found.id, found.raw] as const] : []
    }),
  )
