import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type StepToTake, submitCase, type Tools, takeStep, type Who } from '#cases'
import { newId, stoppedClock } from '#kernel'
import { findOfficer, type Officer } from '#people'
import { demonstrationAccounts } from './demonstration.ts'
import { passTime } from './pass-time.ts'
import { somewhere } from './spread.ts'

interface Situation {
  hoursAgo: number
  type: string
  language: 'ar' | 'en'
  category: string
  name: string
  channel: string
  text: string
  remedy?: string
  hidden?: boolean
  steps: { after: number; step: StepToTake['step']; input?: Input }[]
}

type Input = Record<string, unknown> & { actions?: { text: string; inDays: number }[] }

const FILE = join(import.meta.dirname, '../../../db/seeds/countries/situations.json')

/**
 * Invented cases in every stage, so that a demonstration shows a day's work. They are submitted and worked
 * on through the same doors as any other, by the demonstration's people, with the clock set back.
 *
 * @returns how many cases there are now
 */
export async function seedSituations(tools: Tools, country: string): Promise<number> {
  const situations: Situation[] = JSON.parse(readFileSync(FILE, 'utf8'))
  const staff = await staffOf(tools, country)
  for (const [nth, situation] of situations.entries()) await live(tools, staff, situation, nth)
  return situations.length
}

async function live(tools: Tools, staff: Staff, situation: Situation, nth: number) {
  const { hoursAgo, type, category, name, language, channel, text, remedy, hidden } = situation
  const began = tools.clock.now().subtract({ hours: hoursAgo })
  const clock = stoppedClock(began)
  const then = { ...tools, clock }
  const directory = await tools.directory()
  const given = {
    type,
    category,
    text,
    remedy,
    channel,
    identityHidden: hidden,
    ...somewhere(directory, nth, { type, category }),
    requester: { name, language },
  }
  const agentId = channel === 'web' ? null : staff.get('agent')?.id
  const key = { scope: 'seed', key: newId(), bodyHash: Buffer.of() }
  const submitted = await submitCase(then, { agentId }, given, key)
  if (!submitted.ok) throw new Error(`a situation was refused: ${JSON.stringify(submitted)}`)
  const { id } = submitted.value.state
  const entity = directory.category(category)?.entityId ?? directory.central?.id ?? ''
  for (const { after, step, input } of situation.steps) {
    await passTime(then, clock, began.add({ hours: after }))
    const who = takerOf(staff, step, entity)
    const taken = await takeStep(then, who, {
      caseId: id,
      step,
      input: inputOf(step, entity, input, clock.now()),
    })
    if (!taken.ok) throw new Error(`${step} of «${text.slice(0, 30)}» was refused: ${JSON.stringify(taken)}`)
  }
}

/** Roles, and `liaison ENTITY` for each entity that has one. */
type Staff = ReadonlyMap<string, Officer>

async function staffOf({ db, clock }: Tools, country: string): Promise<Staff> {
  const staff = new Map<string, Officer>()
  for (const { email, role, scopeId } of demonstrationAccounts(country)) {
    const officer = await findOfficer(db, email, clock.now())
    const key = role === 'liaison' ? `liaison ${scopeId}` : role
    if (officer && !staff.has(key)) staff.set(key, officer)
  }
  return staff
}

const RESIDENT_STEPS = ['add', 'rate', 'object', 'accept', 'withdraw']
const CENTRAL_STEPS: Record<string, string> = {
  route: 'reviewer',
  verify: 'reviewer',
  return: 'reviewer',
  release: 'releaser',
}

/** The liaison officer where the entity has one; the central office acts for the others. */
function takerOf(staff: Staff, step: string, entity: string): Who {
  if (RESIDENT_STEPS.includes(step)) return { kind: 'resident', id: null }
  const officer = staff.get(CENTRAL_STEPS[step] ?? `liaison ${entity}`) ?? staff.get('reviewer')
  if (!officer) throw new Error('The demonstration has no reviewer')
  return { kind: 'staff', officer }
}

function inputOf(step: string, entity: string, input: Input = {}, now: Temporal.Instant): object {
  if (step === 'route') return { entity, ...input }
  const dueOn = (inDays: number) =>
    now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: inDays }).toString()
  return input.actions
    ? { ...input, actions: input.actions.map(({ text, inDays }) => ({ text, dueOn: dueOn(inDays) })) }
    : input
}
