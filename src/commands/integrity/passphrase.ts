import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Shorter ones can be guessed by whoever finds the file. */
const SHORTEST = 16

/** The passphrase: from SAWT_PASSPHRASE, or typed without being shown. Empty when nothing was given. */
export async function askPassphrase(question: string): Promise<string> {
  if (process.env.SAWT_PASSPHRASE) return process.env.SAWT_PASSPHRASE
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  process.stderr.write(`${question}: `)
  const typing = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY })
  try {
    return await typing.question('')
  } finally {
    typing.close()
    process.stderr.write('\n')
  }
}

export const isTooShort = (passphrase: string): boolean => passphrase.length < SHORTEST
export const TOO_SHORT = `A passphrase has ${SHORTEST} characters or more: six random words, for example.`
