import { normalise } from '#language'
import type { Heard } from './hear.ts'

/** What of the summary a few words speak of: «the place», «غيّر النوع». */
export function partNamed({ text, words }: Heard): string | undefined {
  if (words > 4) return undefined
  const written = normalise(text)
  const found = PARTS.filter(([, named]) => named.test(written))
  return found.length === 1 ? `change:${found[0]?.[0]}` : undefined
}

const PARTS = [
  ['type', /(?<!\p{L})(?:ال)?نوع(?!\p{L})|\btype\b/u],
  ['subject', /(?<!\p{L})(?:ال)?موضوع(?!\p{L})|\b(?:subject|topic)\b/u],
  ['place', /(?<!\p{L})(?:ال)?(?:مكان|موقع|عنوان)(?!\p{L})|\b(?:place|location|address)\b/u],
  ['text', /(?<!\p{L})(?:ال)?(?:نص|كلام|وصف)(?!\p{L})|\b(?:text|story|description)\b/u],
  [
    'contact',
    /(?<!\p{L})(?:(?:ال)?(?:هاتف|تلفون|بريد|ايميل)|وسيله التواصل)(?!\p{L})|\b(?:phone|email|contact)\b/u,
  ],
] as const
