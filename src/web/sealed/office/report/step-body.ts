import { no, type Result, yes } from '#kernel'
import { type MessageContent, newSealedId, type Purpose } from '#sealing'
import type { Content, OpenedReport } from '../open-report.ts'
import { proof } from '../passkey.ts'
import { sealAnew, sealFor, sealReason } from '../seal.ts'
import { rosterOf, type Session } from '../session.ts'
import { type Answers, asked, fieldsOf, type StepName } from './forms.ts'

type Fields = Record<string, unknown>

/** What is sent for a step: sealed here, for those whom the roster proves. */
export async function stepBody(
  step: StepName,
  answers: Answers,
  session: Session,
  opened: OpenedReport,
): Promise<Result<Fields>> {
  if (step === 'ask-identity') return askIdentity(answers, session, opened)
  if (step === 'share' || step === 'hand-over') return passOnTo(answers.officer, step, session, opened)
  const coded = coding(step, answers, session, opened)
  const told = fieldsOf(step, opened.report).includes('text')
    ? await sealed(step, answers, session, opened)
    : yes({})
  if (!told.ok) return told
  const fresh = step === 'erase' ? await proof() : undefined
  if (fresh && !fresh.ok) return fresh
  return yes({ step, ...coded, ...told.value, ...(fresh && { proof: fresh.value }) })
}

/** What the room itself may read: the officers' own coding. */
function coding(step: StepName, answers: Answers, session: Session, { report }: OpenedReport): Fields {
  const { seriousness, retaliation, outcome, retaliated } = answers
  if (step === 'triage') return { seriousness, retaliation }
  if (step === 'close') return { outcome, retaliated: retaliated === 'yes' }
  if (step === 'withdraw-ask') return { what: asked(report, session.holder.id) }
  return {}
}

const PURPOSES: Partial<Record<StepName, Purpose>> = {
  note: 'note',
  reopen: 'note',
  transcript: 'transcript',
  refer: 'referral',
}

async function sealed(step: StepName, answers: Answers, session: Session, opened: OpenedReport) {
  const purpose = PURPOSES[step] ?? 'message'
  const also = purpose === 'message' || purpose === 'transcript' ? 'reporter' : 'nobody'
  const item = await sealFor(session, opened, { content: contentOf(step, answers), purpose, also })
  return item.ok ? yes({ item: item.value }) : item
}

function contentOf(step: StepName, { text, noteKind, to, subject }: Answers): Content {
  if (step === 'note') return { kind: noteKind || 'note', text }
  if (step === 'reopen') return { kind: 'reason', text }
  if (step === 'refer') return { kind: 'referral', to, subject, text }
  const kind =
    step === 'feedback' || step === 'close' ? 'feedback' : step === 'transcript' ? 'transcript' : 'message'
  return { kind, text, files: [] } satisfies MessageContent
}

/** The custodians get the reason, the reporter is told, and the screen was not left open: all in one request. */
async function askIdentity(
  answers: Answers,
  session: Session,
  opened: OpenedReport,
): Promise<Result<Fields>> {
  const request = newSealedId()
  const reason = await sealReason(session, opened, answers.reason, request)
  if (!reason.ok) return reason
  const content: MessageContent = { kind: 'identity-request', text: answers.text, files: [] }
  const item = await sealFor(session, opened, { content, purpose: 'message', also: 'reporter' })
  if (!item.ok) return item
  const fresh = await proof()
  if (!fresh.ok) return fresh
  const step = 'ask-identity'
  return yes({ step, request, reason: reason.value, item: item.value, proof: fresh.value })
}

async function passOnTo(
  officer: string,
  step: StepName,
  session: Session,
  opened: OpenedReport,
): Promise<Result<Fields>> {
  const to = rosterOf(session)?.officers.find(({ id }) => id === officer)
  if (!to) return no('nobody-left')
  const envelopes = await sealAnew(session, opened, to)
  if (!envelopes.ok) return envelopes
  const fresh = await proof()
  return fresh.ok ? yes({ step, to: officer, envelopes: envelopes.value, proof: fresh.value }) : fresh
}
