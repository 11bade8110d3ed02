import type { Directory } from '#entities'
import { CALLING_CODES } from '#people'
import type { Known } from '../../model/talk/hear.ts'
import { findArticles } from '../find-articles.ts'
import { placeNamed } from '../place-named.ts'
import type { ChatTools } from './tools.ts'

/** Wrongdoing of officials belongs into the sealed room, never among the subjects of ordinary cases. */
const SEALED = 'integrity'

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
    place: spoken ? placeNamed(directory, text)?.id : undefined,
    articles: articles.map(({ id, sure }) => ({ id, sure })),
    reachable: Boolean(phone ?? resident),
    entityOf: (category) => directory.category(category)?.entityId ?? null,
    callingCode: CALLING_CODES[directory.country ?? ''],
  }
}

const isOrdinary = (directory: Directory, id: string): boolean => {
  const category = directory.category(id)
  return Boolean(category?.active) && category?.sectorId !== SEALED
}
