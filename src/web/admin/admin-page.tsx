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
import { worksOnCases } from '../desk/roles.ts'
import type { Filled } from './filled.ts'
import type { Admin } from './form-page.ts'

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

export const PLACES = [
  ['overview', '', 'home'],
  ['entities', '/entities', 'building'],
  ['categories', '/categories', 'list'],
  ['promises', '/promises', 'clock'],
  ['calendars', '/calendars', 'calendar'],
  ['staff', '/staff', 'users'],
  ['tokens', '/tokens', 'lock'],
  ['posters', '/posters', 'print'],
  ['webhooks', '/webhooks', 'send'],
  ['installation', '/installation', 'settings'],
  ['audit', '/audit', 'file'],
] as const

function usePlaces(c: Admin, current: Place): StaffLink[] {
  const { admin, time, messages } = useWords()
  const link = useLink()
  const { notices = 0 } = usePage()
  const places: StaffLink[] = PLACES.map(([place, path, icon]) => ({
    href: link(`/admin${path}`),
    label: admin.places[place],
    icon,
    current: place === current,
  }))
  const calendars = places.findIndex(({ href }) => href === link('/admin/calendars'))
  places.splice(calendars + 1, 0, {
    href: link('/admin/ladder'),
    label: time.ladder.place,
    icon: 'bell',
    current: current === 'ladder',
  })
  places.push({
    href: link('/staff/notices'),
    label: messages.pages.notices.title,
    icon: 'bell',
    count: notices,
    live: link('/staff/notices/live'),
  })
  if (c.var.tools.demonstration)
    places.push({
      href: link('/admin/clock'),
      label: time.clock.place,
      icon: 'clock',
      current: current === 'clock',
    })
  if (worksOnCases(c.var.officer))
    places.push({ href: link('/desk'), label: admin.places.desk, icon: 'inbox' })
  return places
}
