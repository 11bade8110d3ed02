import type { VNode } from 'preact'
import { staffNames } from '#people'
import { EmptyState, Table, Tabs, Tag, Time, useLink, useWords } from '#ui'
import { html } from '../html.ts'
import { AdminPage } from './admin-page.tsx'
import { type Change, KINDS, type Kind, latestChanges } from './changes.ts'
import type { Admin } from './form-page.ts'
import { asked } from './read.ts'

const SHOWN = 200

export async function showAudit(c: Admin) {
  const kind = KINDS.find((each) => each === asked(c, 'kind'))
  const latest = (await latestChanges(c))
    // What the installation brought with it is nobody's change.
    .filter(({ by }) => by !== null)
    .filter((change) => !kind || change.kind === kind)
    .sort((a, b) => Temporal.Instant.compare(b.at, a.at))
    .slice(0, SHOWN)
  const names = await staffNames(
    c.var.tools.db,
    latest.flatMap(({ by }) => by ?? []),
  )
  return html(c, <Audit c={c} kind={kind} changes={latest} names={names} />)
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
