import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { words } from '#words'

const text = z.string().max(20_000)
const language = z.strictObject({
  /** What the law says, for what and against whom one may report. */
  law: text,
  /** How whoever reports is protected. */
  protection: text,
  /** Other ways to report: by post, in person, by telephone. */
  routes: z.array(z.strictObject({ name: text, text })).max(30),
})
const shape = z.strictObject({ ar: language, en: language })

/** What the operator says on the room's pages, in both languages. */
export type SealedTexts = z.infer<typeof shape>

/**
 * The operator's texts from `texts.json` in the room's folder, read again when the file changed; until there is one,
 * the country's routes and nothing that a lawyer has not written.
 */
export function operatorsTexts(dir: string, country: 'bahrain' | 'jordan'): () => SealedTexts {
  const file = join(dir, 'texts.json')
  let kept: { at: number; texts: SealedTexts } | undefined
  return () => {
    const at = statSync(file, { throwIfNoEntry: false })?.mtimeMs
    if (at === undefined) return { ar: common('ar', country), en: common('en', country) }
    if (kept?.at !== at) kept = { at, texts: shape.parse(JSON.parse(readFileSync(file, 'utf8'))) }
    return kept.texts
  }
}

function common(locale: 'ar' | 'en', country: 'bahrain' | 'jordan') {
  const { routes } = words(locale).resident.violation
  return { law: '', protection: '', routes: routes[country].map(({ name, text }) => ({ name, text })) }
}
