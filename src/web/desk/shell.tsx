import type { ComponentChildren } from 'preact'
import { type Officer, rolesOf } from '#people'
import { StaffPage, useLink, usePage, useReader, useWords } from '#ui'
import { formatList } from '#words'
import { adminPlacesOf, onlyAdministers } from '../admin/places.ts'
import { Keys } from './keys.tsx'
import { placesOf } from './places.ts'
import { worksOnCases } from './roles.ts'

export interface DeskPageProps {
  title: string
  officer: Officer
  /** The place of the menu that this page belongs to. */
  place?: string
  /** What was searched for. */
  asked?: string
  /** How many cases wait for the officer. */
  waiting?: number
  back?: string
  wrong?: boolean
  islands?: readonly string[]
  children: ComponentChildren
}

/** A page of the desk: the places that this officer's roles open, and the search. */
export function DeskPage({ officer, place, asked, waiting, islands = [], children, ...rest }: DeskPageProps) {
  const { chat, desk, cases } = useWords()
  const link = useLink()
  const reader = useReader()
  const { path, notices, chats, demonstration } = usePage()
  const roles = rolesOf(officer).map((role) => cases.roles[role])
  const places = onlyAdministers(officer) ? adminPlacesOf : placesOf
  const nav = places(officer, useWords(), link, demonstration).map(({ key, ...each }) => ({
    ...each,
    current: key === place,
    count: { queue: waiting, notices: notices ?? 0, chat: chats }[key],
    live: key === 'notices' ? link('/staff/notices/live') : undefined,
    ...(key === 'chat' && { event: 'chats', said: chat.desk.inQueue(chats ?? 0) }),
  }))
  return (
    <StaffPage
      {...rest}
      nav={nav}
      home={link('/desk')}
      search={worksOnCases(officer) ? { action: link('/desk'), value: asked } : undefined}
      islands={['keyboard.js', 'notices.js', ...islands]}
      user={{
        name: officer.name,
        role: formatList(reader, roles),
        signOut: link('/staff/sign-out'),
        links: [
          { href: link('/staff/password'), label: desk.password.title, current: path === '/staff/password' },
        ],
      }}
    >
      {children}
      <Keys />
    </StaffPage>
  )
}
