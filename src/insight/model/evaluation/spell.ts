import type { Evidence } from './credit.ts'

/** A case in the hands of one entity, from the moment it got it until it is answered or taken away. */
export interface Spell {
  entity: string
  /** Who works on it by name; null while nobody was named. */
  handler: string | null
  /** The entity's date in this spell; null where none was promised. */
  due: Temporal.Instant | null
  firstDue: Temporal.Instant | null
  /** Since when the entity's time runs; null while others hold it up: the resident, the reviewers. */
  since: Temporal.Instant | null
  /** Seconds by whoever had it by name; under '' while nobody had. */
  spent: Map<string, number>
  /** The first act is done, or was missed. */
  begun: boolean
  /** The promise was missed. */
  missed: boolean
  returned: boolean
  reply: Reply | null
}

/** A reply under review. */
export interface Reply {
  seq: number
  at: Temporal.Instant
  entity: string
  /** Whose doing it is; null for an entity's one-time link. */
  person: string | null
  /** Where that person works, when not at the entity: the central office. */
  personAt?: string
  actions: readonly { number: number; dueOn: string }[]
}

/** @param event the one that handed the case over, or gave it back to work */
export const spellFrom = ({ step, at, facts }: Evidence, entity: string, handler: string | null): Spell => ({
  entity,
  handler,
  due: instantOf(facts.entityDue),
  firstDue: step === 'route' ? instantOf(facts.due) : null,
  since: at,
  spent: new Map(),
  begun: step !== 'route',
  missed: false,
  returned: false,
  reply: null,
})

/** The time until a moment, put down to whoever has the case; it stops there. */
export function spend(spell: Spell, until: Temporal.Instant): void {
  if (!spell.since) return
  const who = spell.handler ?? ''
  const seconds = (until.epochMilliseconds - spell.since.epochMilliseconds) / 1000
  spell.spent.set(who, (spell.spent.get(who) ?? 0) + seconds)
  spell.since = null
}

/** Who had it longest; null when that was nobody by name. Of equals, nobody is blamed by name before somebody is. */
export function longestHolder({ spent }: Spell): string | null {
  const most = Math.max(0, ...spent.values())
  if ((spent.get('') ?? 0) >= most) return null
  return [...spent].find(([, seconds]) => seconds === most)?.[0] ?? null
}

export const instantOf = (text: string | null | undefined): Temporal.Instant | null =>
  text ? Temporal.Instant.from(text) : null

export const isLater = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) > 0
