import type { ComponentChildren } from 'preact'
import { rolesOf } from '#people'
import {
  ErrorSummary,
  Heading,
  Notice,
  type StaffLink,
  StaffPage,
  useLink,
  usePage,
  useReader,
  useWords,
} from '#ui'
import { formatList, type Words } from '#words'
import type { Filled } from './filled.ts'
import type { Admin } from './form-page.ts'
import { adminPlacesOf } from './places.ts'

export type Place = Exclude<keyof Words['admin']['places'], 'desk'> | 'ladder' | 'clock'

export interface AdminPageProps {
  c: Admin
  place: Place
  title: string
  above?: ComponentChildren
  lead?: ComponentChildren
  /** What can be done with the whole. */
  acts?: ComponentChildren
  /** Below the language: where "back" leads. */
  back?: string
  form?: Filled
  children: ComponentChildren
}

/** A page of the administrator, with what was done last and what was wrong. */
export function AdminPage({ c, place, title, above, lead, acts, back, form, children }: AdminPageProps) {
  const { admin, cases, desk } = useWords()
  const reader = useReader()
  const link = useLink()
  const { officer } = c.var
  const errors = form?.errors ?? []
  const done = errors.length > 0 ? undefined : admin.done[c.req.query('done') as keyof typeof admin.done]
  const roles = rolesOf(officer).map((role) => cases.roles[role])
  return (
    <StaffPage
      title={title}
      nav={usePlaces(c, place)}
      home={link('/admin')}
      back={back && link(back)}
      wrong={errors.length > 0}
      islands={['notices.js']}
      user={{
        name: officer.name,
        role: formatList(reader, roles),
        signOut: link('/staff/sign-out'),
        links: [{ href: link('/staff/password'), label: desk.password.title }],
      }}
    >
      {done && <Notice kind="done" title={done} />}
      <ErrorSummary errors={errors} />
      <Heading above={above} title={title} lead={lead} acts={acts} />
      {children}
    </StaffPage>
  )
}

function usePlaces(c: Admin, current: Place): StaffLink[] {
  const { notices = 0 } = usePage()
  const link = useLink()
  return adminPlacesOf(c.var.officer, useWords(), link, Boolean(c.var.tools.demonstration)).map(
    ({ key, ...each }) => ({
      ...each,
      current: key === current,
      ...(key === 'notices' && { count: notices, live: link('/staff/notices/live') }),
    }),
  )
}
