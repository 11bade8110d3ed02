import { createHash } from 'node:crypto'
import { isId, newSecret, no, type Result, yes } from '#kernel'
import { dueAt } from '#promises'
import { type Reacher, rolesOn } from '../model/reach.ts'
import * as cases from '../store/cases.ts'
import * as links from '../store/entity-links.ts'
import { eventsOf } from '../store/events.ts'
import { type CaseFile, filesOf, type StoredFile } from '../store/files.ts'
import type { Tools } from './act.ts'
import { calendarOf } from './calendar-of.ts'
import type { Performed } from './perform.ts'
import { takeStep } from './take-step.ts'

/** Working days for which a link is good. */
const GOOD_FOR = 10

/**
 * Makes the one link by which an entity that has not joined answers this case. An earlier link ends with it.
 *
 * @returns the secret, which is shown once and kept nowhere
 */
export async function makeEntityLink(
  tools: Tools,
  officer: Reacher,
  caseId: string,
): Promise<Result<{ token: string; expiresAt: Temporal.Instant }>> {
  if (!isId(caseId)) return no('not-found')
  const [directory, book] = [await tools.directory(), await tools.book()]
  return tools.db.transaction(async (tx) => {
    const found = await cases.lockWithinReach(tx, officer, caseId)
    if (!found) return no('not-found')
    if (!rolesOn(officer, found).includes('reviewer')) return no('not-your-step')
    if (!found.entity) return no('no-entity')
    if (found.stage !== 'with-entity' || found.mergedInto) return no('wrong-stage')
    if (directory.joined(found.entity)) return no('entity-has-joined')
    const now = tools.clock.now()
    const calendar = calendarOf(null, { directory, book })
    const expiresAt = dueAt(now.toZonedDateTimeISO(calendar.timeZone), GOOD_FOR, calendar).toInstant()
    const token = newSecret()
    await links.endLinks(tx, caseId, now)
    await links.addLink(tx, {
      tokenHash: hashOf(token),
      caseId,
      entity: found.entity,
      by: officer.id,
      now,
      expiresAt,
    })
    return yes({ token, expiresAt })
  })
}

/** Ends the link of a case before it was used. */
export async function revokeEntityLink(
  tools: Tools,
  officer: Reacher,
  caseId: string,
): Promise<Result<undefined>> {
  const found = isId(caseId) ? await cases.findWithinReach(tools.db, officer, caseId) : undefined
  if (!found) return no('not-found')
  if (!rolesOn(officer, found).includes('reviewer')) return no('not-your-step')
  await links.endLinks(tools.db, caseId, tools.clock.now())
  return yes(undefined)
}

/** What a good link opens: the case as its entity may read it, without a word about who asked. */
export interface LinkedCase {
  found: cases.FoundCase
  expiresAt: Temporal.Instant
  /** What the resident wrote, at first and later. */
  texts: { text: string; at: Temporal.Instant }[]
  remedy?: string
  place?: string
  /** What the resident sent along. */
  files: CaseFile[]
}

/** Unknown, used, ended and expired links are one answer. */
export async function openEntityLink(
  tools: Tools,
  token: string,
): Promise<Result<LinkedCase, 'link-not-good'>> {
  const link = await links.goodLink(tools.db, hashOf(token), tools.clock.now())
  const found = link && (await cases.find(tools.db, link.caseId))
  if (!found) return no('link-not-good')
  const events = await eventsOf(tools.db, found.id)
  const first = events[0]?.words
  await links.markOpened(tools.db, hashOf(token), tools.clock.now())
  return yes({
    found,
    expiresAt: link.expiresAt,
    texts: events
      .filter(({ step, words }) => (step === 'submit' || step === 'add') && words?.text)
      .map(({ words, at }) => ({ text: words?.text ?? '', at })),
    remedy: first?.remedy,
    place: first?.place?.text,
    files: (await filesOf(tools.db, found.id)).filter(({ internal }) => !internal),
  })
}

/**
 * The entity's reply through its link: the step and the use of the link are one transaction, so that a link
 * answers once however often it is sent.
 */
export async function replyByLink(
  tools: Tools,
  token: string,
  input: unknown,
  files: StoredFile[] = [],
): Promise<Result<Performed>> {
  const link = await links.goodLink(tools.db, hashOf(token), tools.clock.now())
  if (!link) return no('link-not-good')
  return takeStep(
    tools,
    { kind: 'entity' },
    {
      caseId: link.caseId,
      step: 'reply',
      input,
      files,
      within: async (tx, now) =>
        (await links.useLink(tx, hashOf(token), now)) === 1 ? yes(true) : no('link-not-good'),
    },
  )
}

export const latestEntityLink = ({ db }: Pick<Tools, 'db'>, caseId: string) => links.latestLink(db, caseId)

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
