import type { Db } from '#platform'
import type { Reacher } from '../model/reach.ts'
import { answersOf, type EarlierAnswer } from '../store/similar.ts'
import type { SimilarCase } from './find-similar.ts'

/** Beside a reply in the making more would not be read. */
const MOST = 3

/** How cases like this one were answered, the likest first; only answers that reached their residents. */
export async function similarAnswers(
  db: Db,
  officer: Reacher,
  similar: readonly Pick<SimilarCase, 'id' | 'outcome'>[],
): Promise<EarlierAnswer[]> {
  const ids = similar.filter(({ outcome }) => outcome !== null).map(({ id }) => id)
  if (ids.length === 0) return []
  const found = new Map((await answersOf(db, officer, ids)).map((each) => [each.id, each]))
  return ids.flatMap((id) => found.get(id) ?? []).slice(0, MOST)
}

/** The answer of one case within reach; nothing when it has none yet, or is not theirs to see. */
export const answerOf = async (db: Db, officer: Reacher, id: string): Promise<EarlierAnswer | undefined> =>
  (await answersOf(db, officer, [id]))[0]
