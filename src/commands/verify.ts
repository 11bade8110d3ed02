import { type ProofTools, rotateKey, verifyHistory } from '#cases'
import { command, type Say } from './command.ts'
import { checkReceiptFile } from './verifying/receipt.ts'
import { sayFault, sum } from './verifying/say.ts'
import { readWitnesses } from './verifying/witnesses.ts'

const HELP = `Proves that history was not rewritten, or that a receipt is genuine.

  sawt verify [--heads PATH]…       every event and every word against the chain and its signed heads
  sawt verify --receipt FILE        a receipt: its file, its PDF, or the letters of its QR code
  sawt verify --new-key [--lost]    begins a new signing key; the old one signs it in, unless it is lost

--heads   heads kept elsewhere (by the audit bureau, in the gazette): a file, or a folder of them. Those in
          DATA_DIR/heads are always held against the database. Without heads from outside, somebody who has
          the database, the data folder and the key could rewrite everything.

Ends with 0 when all is in order, 1 when something was found (each thing in words), 2 when misunderstood.
What to do then stands in docs/operating/proof.md.`

/** `sawt verify`. */
export const verify = command('verify', {
  help: HELP,
  options: {
    'new-key': { type: 'boolean' },
    lost: { type: 'boolean' },
    receipt: { type: 'string' },
    heads: { type: 'string', multiple: true },
  },
  async run(tools: ProofTools, { receipt, heads = [], lost = false, ...typed }, say) {
    if (typed['new-key']) return newKey(tools, lost, say)
    if (receipt !== undefined) return checkReceiptFile(tools, receipt, say)
    return history(tools, heads, say)
  },
})

async function history(
  { db, proof }: ProofTools,
  paths: string[],
  { print, complain }: Say,
): Promise<number> {
  const witnesses = readWitnesses(proof, paths)
  if (typeof witnesses === 'string') {
    complain(witnesses)
    return 2
  }
  const began = performance.now()
  let told = began
  const found = await verifyHistory(db, { witnesses, known: proof.publicKeys() }, (done, of) => {
    if (performance.now() - told < 2000) return
    told = performance.now()
    print(`  ${Math.floor((100 * done) / Math.max(1, of))} %: ${done} of ${of} events`)
  })
  for (const fault of found.faults) complain(sayFault(fault))
  if (found.more > 0) complain(`… and ${found.more} more.`)
  print(sum(found, witnesses.length, (performance.now() - began) / 1000))
  return found.faults.length > 0 ? 1 : 0
}

async function newKey(tools: ProofTools, lost: boolean, { print, complain }: Say): Promise<number> {
  const made = await rotateKey(tools, { lost })
  if (made.ok) {
    print(`The service signs with the key ${made.value} from now on; it lies in ${tools.proof.keysDir}.`)
    print(
      'Bring it to every machine of this service, and publish its fingerprint (the page /en/proof has it).',
    )
    return 0
  }
  complain(
    made.reason === 'no-key'
      ? `The present key ${made.details?.id} is not in ${tools.proof.keysDir}, so it cannot sign the new one in. ` +
          'Run this where it is; if it is gone for good, add --lost.'
      : 'Another process has just begun a new key; nothing was done.',
  )
  return 1
}
