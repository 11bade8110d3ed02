import { maySettle } from '#arrivals'
import { runsOperations, seesEvaluation, seesFigures, seesOperations } from '#insight'
import { mayWriteArticles } from '#knowledge'
import { mayWatchOver } from '#messages'
import { holds, holdsAny, type Officer } from '#people'
import type { IconName } from '#ui'
import type { Words } from '#words'
import { seesProblems } from '../problems/roles.ts'
import { seesLearning } from './learning/show.tsx'
import { mayRegister, mayWriteTemplates, worksOnCases } from './roles.ts'

type Place = [key: string, path: string, icon: IconName, label: string, opens: boolean]

/** The places of the menu that an officer's roles open, in the order of a day's work. */
export function placesOf(
  officer: Officer,
  words: Words,
  link: (path: string) => string,
  demonstration = false,
) {
  const { arrivals, chat, evaluation, insight, knowledge, learning, messages, operations, problems } = words
  const { desk, time } = words
  const room = runsOperations(officer) ? '/operations/desk' : '/operations'
  const promising = holdsAny(officer, PROMISING)
  const movesClock = demonstration && holds(officer, 'operator')
  const all: Place[] = [
    ['queue', '/desk', 'inbox', desk.places.queue, worksOnCases(officer)],
    ['operations', room, 'globe', operations.place, seesOperations(officer)],
    ['soon', '/desk/soon', 'clock', time.soon.place, promising],
    ['promised', '/desk/promised', 'check', time.promised.place, promising],
    ['analysis', '/analysis', 'chart', insight.place, seesFigures(officer)],
    ['evaluation', '/evaluation', 'star', evaluation.place, seesEvaluation(officer)],
    ['notices', '/staff/notices', 'bell', messages.pages.notices.title, true],
    ['register', '/centre/new', 'phone', desk.places.register, mayRegister(officer)],
    ['caller', '/centre', 'user', desk.places.caller, holds(officer, 'agent')],
    ['arrivals', '/centre/arrivals', 'mail', arrivals.place, maySettle(officer)],
    ['problems', '/desk/problems', 'flag', problems.place, seesProblems(officer)],
    ['learning', '/desk/suggestions', 'chart', learning.place, seesLearning(officer)],
    ['chat', '/centre/chat', 'message', chat.desk.place, mayRegister(officer)],
    ['templates', '/desk/templates', 'file', desk.places.templates, mayWriteTemplates(officer)],
    ['articles', '/desk/articles', 'bulb', knowledge.desk.place, mayWriteArticles(officer)],
    ['undelivered', '/staff/undelivered', 'mail', messages.pages.dead.title, mayWatchOver(officer)],
    ['clock', '/admin/clock', 'clock', time.clock.place, movesClock],
    ['admin', '/admin', 'settings', desk.places.admin, holds(officer, 'admin')],
  ]
  return all.flatMap(([key, path, icon, label, opens]) =>
    opens ? [{ key, href: link(path), icon, label }] : [],
  )
}

/** Whoever owes an entity's promises, or watches over them. */
const PROMISING = ['reviewer', 'releaser', 'liaison', 'handler', 'head', 'minister', 'operator'] as const
