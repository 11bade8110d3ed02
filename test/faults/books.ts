import { sql } from '#platform'
import { type Load, sayAgain, sayTwice, type Target } from './load.ts'
import { type Place, until } from './place.ts'

/** What a fault came to: what clients were told, counted against what the database holds. */
export interface Outcome {
  what: string
  /** How often the fault struck, in words. */
  times: string
  /** What was counted: answers that clients heard, mails, rungs. */
  n: number
  lost: number
  doubled: number
  /** Seconds until it served again, each time. */
  recoveries: number[]
  /** What else a person must know to read the figures. */
  notes: string[]
  /** A promise that was broken without anything lost or doubled. */
  broken: string[]
}

/** Why a fault could not be tried on this machine. */
export interface NotTried {
  what: string
  notTried: string
}

/**
 * Sends again what was never heard of, then counts: every answer that a client heard must be in the database, and
 * the database must hold nothing of these clients that nobody heard.
 *
 * @param since cases that are older were not submitted by this load
 */
export async function balance(
  { rows }: Place,
  to: Target,
  load: Load,
  before: ReadonlySet<string> = new Set(),
) {
  const unheard = load.unheard.length
  await until('it is ready', async () => (await fetch(`${to.address}/readyz`)).status === 200)
  await sayAgain(to, load)
  const known = new Set(load.acknowledged.map(keyOf))
  const stored = (await rows<Stored>(STORED)).filter(({ reference }) => !before.has(reference)).map(storedKey)
  const held = new Set(stored)
  const different = await sayTwice(to, load.acknowledged.slice(-10))
  return {
    n: known.size,
    lost: [...known].filter((key) => !held.has(key)).length,
    doubled: stored.filter((key) => !known.has(key)).length + (stored.length - held.size),
    notes: [`${load.repeated + unheard} times sent again under the same key`],
    broken: [
      ...(load.unheard.length > 0 ? [`${load.unheard.length} not accepted when sent again`] : []),
      ...(different > 0 ? [`${different} answered differently when sent twice`] : []),
      ...load.dishonest.slice(0, 3),
      ...(load.dishonest.length > 3 ? [`… ${load.dishonest.length} such answers in all`] : []),
    ],
  }
}

/** The references of what came by the interface so far. */
export const referencesOf = async ({ rows }: Place): Promise<Set<string>> =>
  new Set((await rows<Stored>(STORED)).map(({ reference }) => reference))

interface Stored {
  reference: string
  step: string
  seq: number
}

const STORED = sql`
  select c.reference, e.step, e.seq from cases c join case_events e on e.case_id = c.id
   where c.channel = 'api' and e.step in ('submit', 'route', 'add')`

/** Each of the three is asked for once of a case, so a second one is a repetition: told apart by its place. */
const storedKey = ({ reference, step, seq }: Stored) =>
  `${reference}:${step}${step === 'add' ? '' : `:${seq}`}`

function keyOf({ what, body, answer }: Load['acknowledged'][number]): string {
  const reference = (
    what === 'submit' ? answer.reference : what === 'add' ? body.reference : answer.case.reference
  ) as string
  const number = reference.replaceAll('-', '')
  if (what === 'add') return `${number}:add`
  return `${number}:${what}:${what === 'submit' ? 1 : answer.event.seq}`
}

/** The table that closes a run. @returns whether every promise was kept */
export function print(outcomes: readonly (Outcome | NotTried)[]): boolean {
  const lines = outcomes.map((each) =>
    'notTried' in each
      ? [each.what, `not tried: ${each.notTried}`]
      : [each.what, each.times, ...[each.n, each.lost, each.doubled].map(String), ...recovery(each)],
  )
  const head = ['what', 'how often', 'N', 'lost', 'doubled', 'serving again: median', 'longest']
  const widths = head.map((title, at) =>
    Math.max(title.length, ...lines.filter((line) => line.length > 2).map((line) => line[at]?.length ?? 0)),
  )
  const row = (cells: string[]) => cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')
  console.log(`\n${row(head)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`)
  outcomes.forEach((each, at) => {
    console.log(row(lines[at] ?? []))
    if (!('notTried' in each)) for (const note of each.notes) console.log(`    ${note}`)
    if (!('notTried' in each)) for (const broken of each.broken) console.log(`    BROKEN: ${broken}`)
  })
  return outcomes.every((each) => 'notTried' in each || isKept(each))
}

export const isKept = ({ lost, doubled, broken, n }: Outcome): boolean =>
  lost === 0 && doubled === 0 && broken.length === 0 && n > 0

function recovery({ recoveries }: Outcome): string[] {
  if (recoveries.length === 0) return ['', '']
  const sorted = recoveries.toSorted((a, b) => a - b)
  const at = (share: number) => `${(sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2)} s`
  return [at(0.5), at(1)]
}
