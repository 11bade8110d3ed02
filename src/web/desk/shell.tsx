import type { ComponentChildren } from 'preact'
import { maySettle } from '#arrivals'
import { runsOperations, seesEvaluation, seesFigures, seesOperations } from '#insight'
import { mayWriteArticles } from '#knowledge'
import { mayWatchOver } from '#messages'
import { holds, holdsAny, type Officer, rolesOf } from '#people'
import { type StaffLink, StaffPage, useLink, usePage, useReader, useWords } from '#ui'
import { formatList, type Words } from '#words'
import { seesProblems } from '../problems/roles.ts'
import { Keys } from './keys.tsx'
import { seesLearning } from './learning/show.tsx'

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
  const nav = placesOf(officer, useWords(), link, demonstration).map(({ key, ...each }) => ({
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

/** Whoever works on cases has the desk; an administrator has none of them. */
export const worksOnCases = (officer: Officer): boolean =>
  holdsAny(officer, ['agent', 'reviewer', 'releaser', 'liaison', 'handler', 'head', 'minister', 'operator'])

/** Where an officer begins. */
export function homeOf(officer: Officer): string {
  if (worksOnCases(officer)) return '/desk'
  if (holds(officer, 'analyst')) return '/desk/problems'
  return holds(officer, 'admin') ? '/admin' : '/desk'
}

function placesOf(
  officer: Officer,
  {
    arrivals,
    chat,
    desk,
    evaluation,
    insight,
    knowledge,
    learning,
    messages,
    operations,
    problems,
    time,
  }: Words,
  link: (path: string) => string,
  demonstration = false,
) {
  const { places } = desk
  const all: (Omit<StaffLink, 'count'> & { key: string; when: boolean })[] = [
    { key: 'queue', href: link('/desk'), icon: 'inbox', label: places.queue, when: worksOnCases(officer) },
    {
      key: 'operations',
      href: link(runsOperations(officer) ? '/operations/desk' : '/operations'),
      icon: 'globe',
      label: operations.place,
      when: seesOperations(officer),
    },
    {
      key: 'soon',
      href: link('/desk/soon'),
      icon: 'clock',
      label: time.soon.place,
      when: holdsAny(officer, PROMISING),
    },
    {
      key: 'promised',
      href: link('/desk/promised'),
      icon: 'check',
      label: time.promised.place,
      when: holdsAny(officer, PROMISING),
    },
    {
      key: 'analysis',
      href: link('/analysis'),
      icon: 'chart',
      label: insight.place,
      when: seesFigures(officer),
    },
    {
      key: 'evaluation',
      href: link('/evaluation'),
      icon: 'star',
      label: evaluation.place,
      when: seesEvaluation(officer),
    },
    {
      key: 'notices',
      href: link('/staff/notices'),
      icon: 'bell',
      label: messages.pages.notices.title,
      when: true,
    },
    {
      key: 'register',
      href: link('/centre/new'),
      icon: 'phone',
      label: places.register,
      when: mayRegister(officer),
    },
    {
      key: 'caller',
      href: link('/centre'),
      icon: 'user',
      label: places.caller,
      when: holds(officer, 'agent'),
    },
    {
      key: 'arrivals',
      href: link('/centre/arrivals'),
      icon: 'mail',
      label: arrivals.place,
      when: maySettle(officer),
    },
    {
      key: 'problems',
      href: link('/desk/problems'),
      icon: 'flag',
      label: problems.place,
      when: seesProblems(officer),
    },
    {
      key: 'learning',
      href: link('/desk/suggestions'),
      icon: 'chart',
      label: learning.place,
      when: seesLearning(officer),
    },
    {
      key: 'chat',
      href: link('/centre/chat'),
      icon: 'message',
      label: chat.desk.place,
      when: mayRegister(officer),
    },
    {
      key: 'templates',
      href: link('/desk/templates'),
      icon: 'file',
      label: places.templates,
      when: mayWriteTemplates(officer),
    },
    {
      key: 'articles',
      href: link('/desk/articles'),
      icon: 'bulb',
      label: knowledge.desk.place,
      when: mayWriteArticles(officer),
    },
    {
      key: 'undelivered',
      href: link('/staff/undelivered'),
      icon: 'mail',
      label: messages.pages.dead.title,
      when: mayWatchOver(officer),
    },
    {
      key: 'clock',
      href: link('/admin/clock'),
      icon: 'clock',
      label: time.clock.place,
      when: demonstration && holds(officer, 'operator'),
    },
    {
      key: 'admin',
      href: link('/admin'),
      icon: 'settings',
      label: places.admin,
      when: holds(officer, 'admin'),
    },
  ]
  return all.filter(({ when }) => when).map(({ when, ...each }) => each)
}

/** Whoever owes an entity's promises, or watches over them. */
const PROMISING = ['reviewer', 'releaser', 'liaison', 'handler', 'head', 'minister', 'operator'] as const

export const mayRegister = (officer: Officer): boolean => holdsAny(officer, ['agent'])
export const mayWriteTemplates = (officer: Officer): boolean => holdsAny(officer, ['liaison', 'reviewer'])
