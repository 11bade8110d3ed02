import { isId } from '#kernel'
import type { Officer } from '#people'
import type { Reader } from '#words'
import { noticeLine } from '../model/say.ts'
import * as notices from '../store/notices.ts'
import type { Tools } from './tools.ts'

type DeskTools = Pick<Tools, 'db' | 'clock'>

/** A notice as its reader sees it. */
export interface ShownNotice {
  id: string
  /** What kind it is. */
  name: string
  /** The same with the number. */
  title: string
  text: string
  caseId: string | null
  /** Where it leads on the desk, when it is about no case. */
  path: string | null
  at: Temporal.Instant
  unread: boolean
}

const PAGE = 50

/** An officer's notices in their language, the newest first. */
export async function listNotices(
  { db, clock }: DeskTools,
  officer: Officer,
  reader: Reader,
  after?: string,
): Promise<{ notices: ShownNotice[]; next: string | null }> {
  const found = await notices.noticesOf(db, officer.id, clock.now(), afterIn(after), PAGE + 1)
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    notices: shown.map(({ id, kind, facts, caseId, at, readAt }) => ({
      ...noticeLine({ kind, facts, reader }),
      id,
      caseId,
      path: facts.path ?? null,
      at,
      unread: readAt === null,
    })),
    next: found.length > PAGE && last ? `${last.at}_${last.id}` : null,
  }
}

function afterIn(text = ''): notices.After | null {
  const [at = '', id = ''] = text.split('_')
  if (!isId(id) || !/^[\d:.TZ-]{10,40}$/.test(at)) return null
  try {
    return { at: Temporal.Instant.from(at), id }
  } catch {
    return null
  }
}

/** How many an officer has not read: the counter beside the bell. */
export const countNotices = ({ db, clock }: DeskTools, officer: Pick<Officer, 'id'>): Promise<number> =>
  notices.countUnread(db, officer.id, clock.now())

/** Marks an officer's notices as read. */
export const readNotices = ({ db, clock }: DeskTools, officer: Pick<Officer, 'id'>) =>
  notices.markRead(db, officer.id, null, clock.now())

/** Whoever opened a case has seen what its notices say. */
export const readNoticesOfCase = ({ db, clock }: DeskTools, officer: Pick<Officer, 'id'>, caseId: string) =>
  notices.markCaseRead(db, officer.id, caseId, clock.now())
