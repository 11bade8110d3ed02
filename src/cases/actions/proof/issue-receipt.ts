import { no, type Result, yes } from '#kernel'
import { keyFor, mac } from '#people'
import type { Db } from '#platform'
import { answerOf } from '../../model/answer.ts'
import { asInstantText, eventHash } from '../../model/proof/event-text.ts'
import { readHead } from '../../model/proof/head.ts'
import { inclusionRanges } from '../../model/proof/ranges.ts'
import {
  commitment,
  type Inclusion,
  type Opening,
  type Receipt,
  type ReceiptMoment,
  type Statement,
} from '../../model/proof/receipt.ts'
import { rawPublicKey, signed } from '../../model/proof/signing.ts'
import { eventsOf, type Happened } from '../../store/events.ts'
import { sealable } from '../../store/proof/chain.ts'
import { headOver } from '../../store/proof/heads.ts'
import { hashesOf, leafIndex } from './prove.ts'
import { type ProofTools, signingKey } from './signing-key.ts'

/** What receipts are made with. */
export type ReceiptTools = ProofTools & { secret: Buffer }

export interface Issued {
  statement: Statement
  receipt: Receipt
}

/**
 * The receipt of a case, at its submission or at its answer. The caller has made sure that it is theirs.
 *
 * Nothing is stored for it: asked for again it is the same, letter by letter, and once the event is under a
 * signed head it brings the proof of that.
 *
 * @returns `not-yet` before there is an answer, `imported` for what another system received, `no-key`
 */
export async function issueReceipt(
  tools: ReceiptTools,
  caseId: string,
  moment: ReceiptMoment,
): Promise<Result<Issued, 'not-yet' | 'imported' | 'no-key'>> {
  const events = await eventsOf(tools.db, caseId)
  const [submit] = events
  const about = moment === 'submitted' ? submit : events.findLast(isAnswer)
  if (!submit || !about) return no('not-yet')
  if (submit.facts.source) return no('imported')
  const [key, row] = [await signingKey(tools), await sealable(tools.db, caseId, about.seq)]
  if (!key.ok) return key
  if (!row) throw new Error('An event that was there is gone')
  const words = opening(tools.secret, submit, submit.words)
  const given = moment === 'answered' ? await answerGiven(tools.db, events, about) : undefined
  const answer = given && opening(tools.secret, about, given)
  if (moment === 'answered' && !answer) return no('not-yet')
  const statement = {
    kind: 'sawt-receipt-1',
    service: tools.publicUrl,
    reference: submit.facts.reference ?? '',
    type: submit.facts.type ?? 'complaint',
    submittedAt: submit.at.toString(),
    answerBy: promisedBy(events, about),
    event: eventHash({ ...row, at: asInstantText(row.at) }).toString('hex'),
    words: commitment(words),
    key: key.value.id,
    ...(given && answer
      ? { moment, answeredAt: about.at.toString(), outcome: given.outcome, answer: commitment(answer) }
      : { moment: 'submitted' }),
  } as Statement
  return yes({
    statement,
    receipt: {
      format: 'sawt-receipt-1',
      ...signed(key.value, statement),
      publicKey: rawPublicKey(key.value.privateKey).toString('hex'),
      words,
      answer,
      inclusion: await inclusionOf(tools.db, row),
    },
  })
}

const isAnswer = ({ step }: Happened) => step === 'release' || step === 'deliver'

/** The date that was told to the resident last before something happened. */
function promisedBy(events: readonly Happened[], { seq }: Happened): string {
  const told = events.findLast((event) => event.seq <= seq && event.facts.answerBy)?.facts.answerBy
  return (told ? Temporal.Instant.from(told).round('microsecond') : (events[0] as Happened).at).toString()
}

/** The salt follows from the installation's secret, so that it need not be stored and lives as long as PINs do. */
function opening(secret: Buffer, { caseId, seq }: Happened, content: unknown): Opening {
  const salt = mac(keyFor(secret, 'receipt salt'), `${caseId}/${seq}`).subarray(0, 16)
  return { salt: salt.toString('hex'), content: content ?? {} }
}

/** The answer as its resident got it; whoever followed another case got that one's, without its points. */
async function answerGiven(db: Db, events: readonly Happened[], about: Happened) {
  const until = events.filter(({ seq }) => seq <= about.seq)
  const other = about.step === 'deliver' ? about.facts.other : undefined
  const history = other
    ? (await eventsOf(db, other)).filter(({ at }) => Temporal.Instant.compare(at, about.at) <= 0)
    : until
  const answer = answerOf(history)
  if (!answer) return undefined
  const { text, outcome, points, legalGround, otherRemedy } = answer
  const promised = history.find(({ seq }) => seq === answer.seq)?.words?.actions
  return { text, outcome, points: other ? [] : points, legalGround, otherRemedy, actions: promised }
}

/** The proof that an event is under a signed head; undefined until the first head after it. */
async function inclusionOf(db: Db, place: Parameters<typeof leafIndex>[1]): Promise<Inclusion | undefined> {
  const index = await leafIndex(db, place)
  const head = index === undefined ? undefined : await headOver(db, index)
  const said = head && readHead(head.signed)
  if (index === undefined || !head || !said) return undefined
  const path = await hashesOf(db, inclusionRanges(index, { start: 0, end: said.size }))
  return {
    index,
    path: path.map((step) => step.toString('hex')),
    head: { signed: head.signed, signature: head.signature },
  }
}
