import type { Directory } from '#entities'
import { isStaffRole, type ListedStaff, STAFF_ROLES } from '#people'
import { EmptyState, LinkButton, Pagination, Select, useLink, useReader, useWords } from '#ui'
import { inDigits } from '#words'
import { html } from '../../html.ts'
import { AdminPage } from '../admin-page.tsx'
import type { Admin } from '../form-page.ts'
import { everybody } from '../liaisons.ts'
import { ListFilters } from '../list-filters.tsx'
import { entityOptions } from '../options.ts'
import { asked, numberIn } from '../read.ts'
import { stateOf } from './state.tsx'
import { StaffTable } from './table.tsx'

const A_PAGE = 50

interface Query {
  q: string
  role: string
  entity: string
  state: string
}

export async function listOfStaff(c: Admin) {
  const directory = await c.var.tools.directory()
  const query = {
    q: asked(c, 'q'),
    role: asked(c, 'role'),
    entity: asked(c, 'entity'),
    state: asked(c, 'state'),
  }
  const now = c.var.tools.clock.now()
  const people = (await everybody(c)).filter(({ email }) => email !== null)
  const found = people.filter((person) => fits(person, query, directory, now))
  const start = Math.max(0, numberIn(asked(c, 'after')) || 0)
  return html(c, <Staff c={c} directory={directory} query={query} found={found} start={start} />)
}

function fits(
  person: ListedStaff,
  { q, role, entity, state }: Query,
  directory: Directory,
  now: Temporal.Instant,
) {
  const { name, email, grants } = person
  const sought = q.trim().toLocaleLowerCase()
  if (sought && !`${name}\n${email}`.toLocaleLowerCase().includes(sought)) return false
  if (isStaffRole(role) && !grants.some((grant) => grant.role === role)) return false
  if (state && stateOf(person, now) !== state) return false
  // Whoever works in a unit works for its entity.
  const at = grants.map(({ scope, scopeId }) =>
    scope === 'unit' ? directory.unit(scopeId)?.entityId : scopeId,
  )
  return !entity || at.includes(entity)
}

interface StaffProps {
  c: Admin
  directory: Directory
  query: Query
  found: readonly ListedStaff[]
  start: number
}

function Staff({ c, directory, query, found, start }: StaffProps) {
  const { staff } = useWords().admin
  const reader = useReader()
  const link = useLink()
  const shown = found.slice(start, start + A_PAGE)
  const page = (after: number) =>
    link(`/admin/staff?${new URLSearchParams({ ...query, after: String(after) })}`)
  const add = (
    <LinkButton href={link('/admin/staff/new')} icon="plus">
      {staff.add}
    </LinkButton>
  )
  return (
    <AdminPage c={c} place="staff" title={staff.title} lead={staff.lead} acts={add}>
      <StaffFilters directory={directory} query={query} />
      {shown.length === 0 ? (
        <EmptyState icon="users" title={staff.none}>
          <p>{staff.noneHint}</p>
        </EmptyState>
      ) : (
        <>
          <StaffTable c={c} directory={directory} shown={shown} />
          <Pagination
            previous={start > 0 ? page(Math.max(0, start - A_PAGE)) : undefined}
            next={start + A_PAGE < found.length ? page(start + A_PAGE) : undefined}
          >
            {inDigits(reader, staff.shown(start + 1, start + shown.length, found.length))}
          </Pagination>
        </>
      )}
    </AdminPage>
  )
}

function StaffFilters({ directory, query }: Pick<StaffProps, 'directory' | 'query'>) {
  const { admin, cases } = useWords()
  const { staff, fields } = admin
  const { locale } = useReader()
  const states = Object.entries(staff.states).map(([value, label]) => ({ value, label }))
  const roles = STAFF_ROLES.map((role) => ({ value: role, label: cases.roles[role] }))
  return (
    <ListFilters at="/admin/staff" query={query} search={staff.searchName} states={states}>
      <Select name="role" label={staff.role} empty={staff.anyRole} value={query.role} options={roles} />
      <Select
        name="entity"
        label={fields.entity}
        empty={fields.any}
        value={query.entity}
        options={entityOptions(directory, locale)}
      />
    </ListFilters>
  )
}
