import { type Directory, ownerAt, placeNamed, UNSORTED } from '#entities'
import { CALLING_CODES } from '#people'
import { fitting } from '../../model/ranking.ts'
import type { Known } from '../../model/talk/hear.ts'
import { findArticles } from '../find-articles.ts'
import type { ChatTools } from './tools.ts'

/** Wrongdoing of officials belongs into the sealed room, never among the subjects of ordinary cases. */
const SEALED = 'integrity'
/** From here a second subject of another entity is a second matter. */
const SECOND = 0.2

/** Everything about a message that the talk must be told: what it may be about, where, and what is published. */
export async function lookUp(
  tools: ChatTools,
  { text, phone, resident }: { text: string; phone?: string; resident?: unknown },
): Promise<Known> {
  const directory = await tools.directory()
  const spoken = /\p{L}{2}/u.test(text)
  const [suggested, articles] = spoken
    ? await Promise.all([tools.suggest(text), findArticles(tools.db, text, 3)])
    : [[], []]
  const subjects = suggested
    .filter(({ label, because }) => because.length > 0 && isOrdinary(directory, label))
    .slice(0, 5)
    .map(({ label, confidence }) => ({ id: label, confidence }))
  return {
    subjects,
    also: secondMatter(directory, subjects),
    place: spoken ? placeNamed(directory, text)?.id : undefined,
    articles: fitting(articles, suggested).map(({ id, sure }) => ({ id, sure })),
    reachable: Boolean(phone ?? resident),
    entityOf: (category, place) => ownerAt(directory, category, place)?.id ?? null,
    callingCode: CALLING_CODES[directory.country ?? ''],
  }
}

const isOrdinary = (directory: Directory, id: string): boolean => {
  const category = directory.category(id)
  return Boolean(category?.active) && category?.sectorId !== SEALED && id !== UNSORTED
}

/** Of the likeliest subjects the second, where both are likely and different entities answer for them. */
function secondMatter(directory: Directory, [first, second]: Known['subjects']): string | undefined {
  const owner = (id: string) => directory.category(id)?.entityId
  const apart = first && second && second.confidence >= SECOND && owner(first.id) !== owner(second.id)
  return apart && first.confidence >= SECOND ? second.id : undefined
}
