import { mayWatchOver } from '#messages'
import { holds, type Officer } from '#people'
import type { IconName } from '#ui'
import type { Words } from '#words'
import { seesLearning } from '../desk/learning/show.tsx'
import { worksOnCases } from '../desk/roles.ts'

/** What an administrator configures, in the order of the menu and of the overview. */
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

/** Whose one menu is the administrator's: an administrator who has no cases of their own. */
export const onlyAdministers = (officer: Officer): boolean =>
  holds(officer, 'admin') && !worksOnCases(officer)

type Place = { key: string; href: string; icon: IconName; label: string }

/** The administrator's menu: the same on every page that they open. */
export function adminPlacesOf(
  officer: Officer,
  { admin, learning, messages, time }: Words,
  link: (path: string) => string,
  demonstration = false,
): Place[] {
  const place = (key: string, path: string, icon: IconName, label: string) => ({
    ...{ key, icon, label },
    href: link(path),
  })
  const configured = PLACES.map(([key, path, icon]) =>
    place(key, `/admin${path}`, icon, admin.places[key]),
  ).flatMap((each) =>
    each.key === 'calendars' ? [each, place('ladder', '/admin/ladder', 'bell', time.ladder.place)] : [each],
  )
  const more = [
    [seesLearning(officer), place('learning', '/desk/suggestions', 'chart', learning.place)],
    [mayWatchOver(officer), place('undelivered', '/staff/undelivered', 'mail', messages.pages.dead.title)],
    [true, place('notices', '/staff/notices', 'bell', messages.pages.notices.title)],
    [demonstration, place('clock', '/admin/clock', 'clock', time.clock.place)],
    [worksOnCases(officer), place('desk', '/desk', 'inbox', admin.places.desk)],
  ] as const
  return [...configured, ...more.flatMap(([opens, each]) => (opens ? [each] : []))]
}
