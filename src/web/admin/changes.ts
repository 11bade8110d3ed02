import type { Directory } from '#entities'
import { latestGrants, staffNames } from '#people'
import { ladderChanges, latestCalendarChanges, listCalendars, promiseHistory } from '#promises'
import { formatList, type Words } from '#words'
import { momentOf } from '../desk/explain/moment.ts'
import type { Admin } from './form-page.ts'
import { holdsFor } from './promises/rows.ts'
import { readerOf, wordsOf } from './read.ts'
import { scopeName } from './staff/scope.ts'

export const KINDS = ['calendar', 'promise', 'ladder', 'grant'] as const
export type Kind = (typeof KINDS)[number]

/** A change of configuration, with who made it and why. */
export interface Change {
  key: string
  kind: Kind
  at: Temporal.Instant
  by: string | null
  what: string
  reason?: string
  href: string
}

/** Of each kind; a year's changes of a country of some thirty entities. */
const MOST = 200

/** The latest changes of every kind, in no order. */
export const latestChanges = async (c: Admin): Promise<Change[]> => [
  ...(await calendarChanges(c)),
  ...(await promiseChanges(c)),
  ...(await rungChanges(c)),
  ...(await grantChanges(c)),
]

async function calendarChanges(c: Admin): Promise<Change[]> {
  const { db } = c.var.tools
  const { locale } = readerOf(c)
  const { audit } = wordsOf(c).admin
  const named = new Map(
    (await listCalendars(db)).map((each) => [each.id, locale === 'ar' ? each.nameAr : each.nameEn]),
  )
  return (await latestCalendarChanges(db, MOST)).map(({ id, version, reason, createdBy, createdAt }) => ({
    key: `calendar ${id} ${version}`,
    kind: 'calendar',
    at: createdAt,
    by: createdBy,
    what: audit.calendarChanged(named.get(id) ?? id, version),
    ...(reason && { reason }),
    href: `/admin/calendars/${id}?version=${version}`,
  }))
}

async function promiseChanges(c: Admin): Promise<Change[]> {
  const { db, directory } = c.var.tools
  const words = wordsOf(c)
  const about = await subjects(words, await directory(), c)
  return (await promiseHistory(db, MOST)).flatMap((rule) => {
    const set: Change = {
      key: `promise ${rule.id}`,
      kind: 'promise',
      at: rule.validFrom,
      by: rule.createdBy,
      what: words.admin.audit.promiseSet(about(rule), words.common.workingDays(rule.workingDays)),
      href: '/admin/promises/history',
    }
    if (!rule.endedBy || !rule.validTo) return [set]
    const what = words.admin.audit.promiseEnded(about(rule))
    return [set, { ...set, key: `${set.key} end`, at: rule.validTo, by: rule.endedBy, what }]
  })
}

const subjects = async (words: Words, directory: Directory, c: Admin) => {
  const { locale } = readerOf(c)
  return (rule: Parameters<typeof holdsFor>[0] & { type: keyof Words['common']['types'] }) =>
    `${words.common.types[rule.type]} · ${holdsFor(rule, directory, locale, words)}`
}

async function rungChanges(c: Admin): Promise<Change[]> {
  const [words, reader] = [wordsOf(c), readerOf(c)]
  const { cases, time } = words
  return (await ladderChanges(c.var.tools.db, MOST)).map(
    ({ changeId, id, clock, at, tells, active, ...change }) => ({
      key: `ladder ${changeId}`,
      kind: 'ladder',
      at: change.changedAt,
      by: change.changedBy,
      what: [
        cases.clocks[clock].name,
        momentOf(at, words, reader),
        formatList(
          reader,
          tells.map((role) => cases.roles[role as keyof typeof cases.roles] ?? role),
        ),
        ...(active ? [] : [time.ladder.off]),
      ].join(' · '),
      href: `/admin/ladder/rung?${new URLSearchParams({ id })}`,
    }),
  )
}

async function grantChanges(c: Admin): Promise<Change[]> {
  const { db, directory: read } = c.var.tools
  const [words, { locale }, directory] = [wordsOf(c), readerOf(c), await read()]
  const grants = await latestGrants(db, MOST)
  const names = await staffNames(
    db,
    grants.map(({ staffId }) => staffId),
  )
  return grants.map((grant) => ({
    key: `grant ${grant.id}`,
    kind: 'grant',
    at: grant.validFrom,
    by: grant.grantedBy,
    what: words.admin.audit.granted(
      names.get(grant.staffId) ?? '–',
      `${words.cases.roles[grant.role]} · ${scopeName(grant, directory, locale, words)}`,
    ),
    href: `/admin/staff/${grant.staffId}`,
  }))
}
