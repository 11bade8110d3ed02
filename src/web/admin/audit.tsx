import type { VNode } from 'preact'
import type { Directory } from '#entities'
import { latestGrants, staffNames } from '#people'
import { latestCalendarChanges, listCalendars, promiseHistory } from '#promises'
import { EmptyState, Table, Tabs, Tag, Time, useLink, useWords } from '#ui'
import type { Words } from '#words'
import { html } from '../html.ts'
import { AdminPage } from './admin-page.tsx'
import type { Admin } from './form-page.ts'
import { holdsFor } from './promises/rows.ts'
import { asked, readerOf, wordsOf } from './read.ts'
import { scopeName } from './staff/scope.ts'

const KINDS = ['calendar', 'promise', 'grant'] as const
type Kind = (typeof KINDS)[number]

/** A change of configuration, with who made it and why. */
interface Change {
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

export async function showAudit(c: Admin) {
  const kind = KINDS.find((each) => each === asked(c, 'kind'))
  const all = [...(await calendarChanges(c)), ...(await promiseChanges(c)), ...(await grantChanges(c))]
  const latest = all
    // What the installation brought with it is nobody's change.
    .filter(({ by }) => by !== null)
    .filter((change) => !kind || change.kind === kind)
    .sort((a, b) => Temporal.Instant.compare(b.at, a.at))
    .slice(0, MOST)
  const names = await staffNames(
    c.var.tools.db,
    latest.flatMap(({ by }) => by ?? []),
  )
  return html(c, <Audit c={c} kind={kind} changes={latest} names={names} />)
}

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

interface AuditProps {
  c: Admin
  kind: Kind | undefined
  changes: readonly Change[]
  names: ReadonlyMap<string, string>
}

function Audit({ c, kind, changes, names }: AuditProps): VNode {
  const { audit, fields } = useWords().admin
  const link = useLink()
  const tabs = [
    { href: link('/admin/audit'), label: audit.any, current: !kind },
    ...KINDS.map((each) => ({
      href: link(`/admin/audit?kind=${each}`),
      label: audit[each],
      current: each === kind,
    })),
  ]
  return (
    <AdminPage c={c} place="audit" title={audit.title} lead={audit.lead}>
      <Tabs label={audit.kinds} tabs={tabs} />
      {changes.length === 0 ? (
        <EmptyState icon="file" title={audit.none}>
          <p>{audit.noneHint}</p>
        </EmptyState>
      ) : (
        <Table
          caption={audit.title}
          rows={changes}
          rowKey={({ key }) => key}
          rowHref={({ href }) => link(href)}
          columns={[
            {
              key: 'what',
              label: audit.what,
              header: true,
              wide: true,
              cell: ({ what }) => <bdi>{what}</bdi>,
            },
            { key: 'kind', label: audit.kinds, cell: (change) => <Tag>{audit[change.kind]}</Tag> },
            { key: 'reason', label: fields.reason, cell: ({ reason }) => reason ?? '–' },
            { key: 'who', label: fields.who, cell: ({ by }) => (by && names.get(by)) ?? fields.itself },
            { key: 'when', label: fields.when, cell: ({ at }) => <Time at={at} as="short" /> },
          ]}
        />
      )}
      <p class="hint">{audit.shown}</p>
    </AdminPage>
  )
}
