import type { Directory } from '#entities'
import { isId } from '#kernel'
import { type About, type Announcement, concerns } from '../model/announcement.ts'
import type { Problem } from '../model/problem.ts'
import * as announcements from '../store/announcements.ts'
import * as problems from '../store/problems.ts'
import { type PublicProblem, publicProblems } from '../store/public.ts'
import type { Tools } from './tools.ts'

const MOST_BANNERS = 20
const MOST_PUBLIC = 200

/** What is announced on the residents' pages now, the newest first. */
export const announced = ({ db, clock }: Pick<Tools, 'db' | 'clock'>): Promise<Announcement[]> =>
  announcements.running(db, clock.now(), MOST_BANNERS)

/** Known problems that what somebody is about to send may be about: two at most. */
export async function knownAbout(
  tools: Pick<Tools, 'db' | 'clock' | 'directory'>,
  about: { category?: string | null; entity?: string | null; place?: string | null },
): Promise<Announcement[]> {
  const running = await announced(tools)
  if (running.length === 0) return []
  const directory = await tools.directory()
  const places = pathOf(about.place, directory)
  const meant: About = { category: about.category, entity: about.entity, places }
  return running.filter((one) => concerns(one, pathOf(one.place, directory), meant)).slice(0, 2)
}

const pathOf = (place: string | null | undefined, directory: Directory) =>
  directory.placePath(place).map(({ id }) => id)

/** A known problem while it is announced; nothing afterwards. */
export async function knownProblem(
  { db, clock }: Pick<Tools, 'db' | 'clock'>,
  id: string,
): Promise<{ problem: Problem; said: Announcement } | undefined> {
  const said = isId(id) ? await announcements.runningOf(db, id, clock.now()) : undefined
  const problem = said && (await problems.find(db, id))
  return problem && said ? { problem, said } : undefined
}

/** What everybody may know: fixes that were published, and problems that are announced. */
export const listPublicProblems = ({ db, clock }: Pick<Tools, 'db' | 'clock'>): Promise<PublicProblem[]> =>
  publicProblems(db, clock.now(), MOST_PUBLIC)
