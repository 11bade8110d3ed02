import { randomBytes } from 'node:crypto'
import { type Clock, no, type Result, yes } from '#kernel'
import { type Author, authorId, mayConfigure } from '#people'
import type { Db } from '#platform'
import { tidy } from '../model/accept.ts'
import { posterCode, readPosterCode } from '../model/poster.ts'
import * as posters from '../store/posters.ts'

interface Tools {
  db: Db
  clock: Clock
}

export interface NewPoster {
  label: string
  entityId: string | null
  categoryId: string | null
  placeId: string | null
}

const LONGEST_LABEL = 120

/** Makes a poster with a code of its own. Entity, category and place have been looked up by the caller. */
export async function makePoster(
  { db, clock }: Tools,
  by: Author,
  { label: typed, ...where }: NewPoster,
): Promise<Result<{ code: string }, 'not-allowed' | 'name-missing' | 'name-too-long'>> {
  if (!mayConfigure(by)) return no('not-allowed')
  const label = tidy(typed)
  if (!label) return no('name-missing')
  if (label.length > LONGEST_LABEL) return no('name-too-long')
  // Nearly nine hundred million codes: a second draw is rare, a third will not happen.
  for (;;) {
    const code = posterCode(randomBytes(6))
    const at = clock.now()
    if (await posters.addPoster(db, { code, label, ...where, madeBy: authorId(by), at })) return yes({ code })
  }
}

/** Ends a poster: its code leads to the first page from then on. What came by it stays counted. */
export async function endPoster(
  { db, clock }: Tools,
  by: Author,
  typed: string,
): Promise<Result<undefined, 'not-allowed'>> {
  if (!mayConfigure(by)) return no('not-allowed')
  const code = readPosterCode(typed)
  if (code) await posters.endPoster(db, code, clock.now())
  return yes(undefined)
}

/** What a scanned code fills in; undefined when no poster of that code hangs. */
export async function scanPoster({ db }: Pick<Tools, 'db'>, typed: string) {
  const code = readPosterCode(typed)
  return code ? posters.scanPoster(db, code) : undefined
}

/** Every poster with what came in by it and what became of that: numbers alone, no word of a case. */
export const listPosters = ({ db, clock }: Pick<Tools, 'db' | 'clock'>) =>
  posters.listPosters(db, clock.now())
