import { isId, newId, no, type Result, yes } from '#kernel'
import type { Officer } from '#people'
import { mayComment, reachOf } from '../../model/evaluation/reach.ts'
import { addComment, findCard } from '../../store/evaluation/cards.ts'
import type { EvaluationTools } from './freeze.ts'

/** Characters that a comment may have. */
export const COMMENT_LIMIT = 2_000

/** What the rated say to a card: kept with its version, and never changed. */
export async function commentOn(
  { db, clock, directory: load }: EvaluationTools,
  officer: Officer,
  { card: id, said }: { card: string; said: string },
): Promise<Result<undefined, 'not-found' | 'comment-missing' | 'comment-too-long'>> {
  const card = isId(id) ? await findCard(db, reachOf(officer, await load()), id) : undefined
  if (!card || !mayComment(officer, card)) return no('not-found')
  const text = said.trim()
  if (!text) return no('comment-missing')
  if (text.length > COMMENT_LIMIT) return no('comment-too-long')
  await addComment(db, { id: newId(), card: id, by: officer.id, at: clock.now(), said: text })
  return yes(undefined)
}
