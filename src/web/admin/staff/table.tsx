import type { Directory } from '#entities'
import type { ListedStaff } from '#people'
import { Table, Tag, useLink, useReader, useWords } from '#ui'
import { formatList } from '#words'
import type { Admin } from '../form-page.ts'
import { scopeName } from './scope.ts'
import { StateTag } from './state.tsx'

interface StaffTableProps {
  c: Admin
  directory: Directory
  shown: readonly ListedStaff[]
}

export function StaffTable({ c, directory, shown }: StaffTableProps) {
  const words = useWords()
  const { staff, fields } = words.admin
  const reader = useReader()
  const link = useLink()
  const now = c.var.tools.clock.now()
  const rights = ({ grants }: ListedStaff) =>
    grants.map((grant) =>
      grant.scope === 'nation'
        ? words.cases.roles[grant.role]
        : `${words.cases.roles[grant.role]} · ${scopeName(grant, directory, reader.locale, words)}`,
    )
  return (
    <Table
      caption={staff.title}
      rows={shown}
      rowKey={({ id }) => id}
      rowHref={({ id }) => link(`/admin/staff/${id}`)}
      columns={[
        { key: 'name', label: staff.name, header: true, cell: ({ name }) => <bdi>{name}</bdi> },
        {
          key: 'roles',
          label: staff.roles,
          wide: true,
          cell: (person) =>
            person.grants.length > 0 ? (
              formatList(reader, rights(person))
            ) : (
              <Tag icon="question" state="soon">
                {staff.noRoles}
              </Tag>
            ),
        },
        {
          key: 'email',
          label: staff.email,
          cell: ({ email }) => (
            <bdi class="address" dir="ltr">
              {email}
            </bdi>
          ),
        },
        { key: 'state', label: fields.state, cell: (person) => <StateTag person={person} now={now} /> },
      ]}
    />
  )
}
