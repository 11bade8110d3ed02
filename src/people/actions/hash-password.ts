import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** OWASP's least for Argon2id: 19 MiB, two passes; 29 ms on the machine it was measured on. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

const derive = promisify(argon2)

/** A password as it is stored: Argon2id in PHC form, so that the cost can be raised without locking anyone out. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { ...COST, message: Buffer.from(password), nonce })
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(nonce)}$${base64(tag)}`
}

/** Whether it is this password. Without a hash as much work is done, so that the time tells nothing. */
export async function checkPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  const known = hash ? PHC.exec(hash) : undefined
  const [, memory, passes, parallelism, nonce = '', tag = ''] = known ?? NOBODY
  const expected = Buffer.from(tag, 'base64')
  const found = await derive('argon2id', {
    message: Buffer.from(password.normalize('NFC')),
    nonce: Buffer.from(nonce, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  })
  return timingSafeEqual(found, expected) && known !== undefined
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/
const NOBODY = ['', COST.memory, COST.passes, COST.parallelism, 'A'.repeat(22), 'A'.repeat(43)].map(String)

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
