import type { PastGrant } from '#people'
import {
  Button,
  Details,
  EmptyState,
  Form,
  Section,
  Table,
  Tag,
  Time,
  useLink,
  useReader,
  useWords,
} from '#ui'
import type { KeptPerson } from './person.tsx'
import { scopeName } from './scope.ts'

interface RightsProps {
  kept: KeptPerson
  now: Temporal.Instant
  /** Nobody ends their own. */
  self: boolean
}

/** Rights in force and to come, and behind them those that ended. */
export function Rights({ kept, now, self }: RightsProps) {
  const { staff } = useWords().admin
  const isOver = ({ validTo }: PastGrant) => validTo !== null && Temporal.Instant.compare(validTo, now) <= 0
  const past = kept.grants.filter(isOver)
  const held = kept.grants.filter((grant) => !isOver(grant))
  return (
    <Section title={staff.rights} id="rights">
      {held.length === 0 ? (
        <EmptyState icon="shield" title={staff.noRights}>
          <p>{staff.noRightsHint}</p>
        </EmptyState>
      ) : (
        <GrantTable kept={kept} grants={held} now={now} caption={staff.rights} ending={!self} />
      )}
      {past.length > 0 && (
        <Details title={staff.pastRights}>
          <GrantTable kept={kept} grants={past} now={now} caption={staff.pastRights} ending={false} />
        </Details>
      )}
    </Section>
  )
}

interface GrantTableProps {
  kept: KeptPerson
  grants: readonly PastGrant[]
  now: Temporal.Instant
  caption: string
  ending: boolean
}

function GrantTable({ kept, grants, now, caption, ending }: GrantTableProps) {
  const words = useWords()
  const { staff, fields } = words.admin
  const { locale } = useReader()
  const acts = {
    key: 'end',
    label: staff.endGrant,
    cell: (grant: PastGrant) => <EndGrant kept={kept} grant={grant} />,
  }
  return (
    <Table
      caption={caption}
      rows={grants}
      rowKey={({ id }) => id}
      columns={[
        { key: 'role', label: staff.role, header: true, cell: ({ role }) => words.cases.roles[role] },
        {
          key: 'scope',
          label: staff.scope,
          wide: true,
          cell: (grant) => scopeName(grant, kept.directory, locale, words),
        },
        { key: 'dates', label: staff.when, cell: (grant) => <Dates grant={grant} now={now} /> },
        {
          key: 'by',
          label: staff.grantedBy,
          cell: ({ grantedBy }) => (grantedBy && kept.names.get(grantedBy)) ?? fields.itself,
        },
        ...(ending ? [acts] : []),
      ]}
    />
  )
}

/** From when until when; the last day is still theirs. */
function Dates({ grant: { validFrom, validTo }, now }: { grant: PastGrant; now: Temporal.Instant }) {
  const { staff, fields } = useWords().admin
  const ahead = Temporal.Instant.compare(validFrom, now) > 0
  return (
    <>
      <span class="line">
        {ahead ? (
          <Tag icon="clock" state="soon">
            {staff.begins} <Time at={validFrom} as="date" />
          </Tag>
        ) : (
          <>
            {fields.from} <Time at={validFrom} as="date" />
          </>
        )}
      </span>
      {validTo && (
        <span class="line">
          {staff.until} <Time at={validTo.subtract({ milliseconds: 1 })} as="date" />
        </span>
      )}
    </>
  )
}

function EndGrant({ kept: { person }, grant }: { kept: KeptPerson; grant: PastGrant }) {
  const { admin, cases } = useWords()
  const link = useLink()
  return (
    <Form action={link(`/admin/staff/${person.id}/end-grant`)} hidden={{ grant: grant.id }}>
      <Button kind="danger" small>
        {admin.staff.endGrant}
        <span class="unseen"> {cases.roles[grant.role]}</span>
      </Button>
    </Form>
  )
}
