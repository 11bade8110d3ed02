import { MOST_LETTERS } from './features.ts'
import { normaliseEach } from './normalise.ts'

/** Shorter names are ordinary words too often. */
const SHORTEST = 4

/**
 * What takes names out of texts before they are classified: what a place is called says nothing of what is wrong there
 * (الرصيفة is a town, and no pavement). A name made of words that people use for the matter itself (العيون, الشجرة)
 * stays, and so does a text that is nothing but a name. Of a long text the beginning is left, as much as is judged.
 *
 * @param names in any mix of Arabic and English
 * @param spoken phrases whose words speak of matters
 */
export function namesAside(names: Iterable<string>, spoken: Iterable<string>): (text: string) => string {
  const known = byFirstWord(names, new Set([...spoken].flatMap(tokens).flatMap(withoutParticles)))
  return (whole) => {
    const text = whole.slice(0, MOST_LETTERS)
    const written = tokens(text)
    const taken: [first: number, last: number][] = []
    for (let at = 0; at < written.length; at++) {
      const words = longest(known, written, at)
      if (words === 0) continue
      taken.push([at, at + words - 1])
      at += words - 1
    }
    const left = taken.length === 0 ? text : without(text, taken)
    return /\p{L}{2}/u.test(left) ? left : text
  }
}

type Names = ReadonlyMap<string, readonly (readonly string[])[]>

function byFirstWord(names: Iterable<string>, spoken: ReadonlySet<string>): Names {
  const found = new Map<string, string[][]>()
  for (const name of names) {
    const [first, ...rest] = tokens(name.replace(KIND, '')).filter(Boolean).map(bare)
    if (!first || [first, ...rest].join('').length < SHORTEST) continue
    if ([first, ...rest].every((word) => spoken.has(word))) continue
    found.set(first, [...(found.get(first) ?? []), rest])
  }
  return found
}

/** How many words from here on are a name; the longest name counts. */
function longest(names: Names, written: readonly string[], at: number): number {
  let most = 0
  for (const first of withoutParticles(written[at] ?? ''))
    for (const rest of names.get(first) ?? [])
      if (rest.length >= most && rest.every((word, n) => bare(written[at + 1 + n] ?? '') === word))
        most = rest.length + 1
  return most
}

/** بالزرقاء, للزرقاء, والزرقا and عالزرقاء name one town. */
function withoutParticles(word: string): string[] {
  const found = [word]
  for (const particle of PARTICLES.get(word.charAt(0)) ?? [])
    if (word.startsWith(particle)) found.push(word.slice(particle.length))
  return found
}

const PARTICLES: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  'ال و ف ب ل ع بال وبال فبال لل ولل فلل وال فال عال وب فب ول فل'.split(' '),
  (particle) => particle.charAt(0),
)

const TOKEN = /[\p{L}\p{M}\p{N}\u0640'’ʼ-]+/gu
/** What kind of place a name is of: people leave it out. */
const KIND =
  /^(?:محافظة|مدينة|منطقة|بلدية|لواء|قضاء|قرية)\s+|\s+(?:governorate|municipality|district|city)$/iu

const JOINTS = /['’ʼ-]/gu

/** In one spelling; الزرقاء is typed without its hamza as often as with it. */
function tokens(text: string): string[] {
  const found = normaliseEach(text.match(TOKEN) ?? [])
  const loose = /['’ʼ-]/u.test(text) ? found.map((word) => word.replace(JOINTS, '')) : found
  return loose.map((word) => (word.endsWith('اء') ? word.slice(0, -1) : word))
}

const bare = (word: string): string => word.replace(/^ال(?=\p{L}{3})/u, '')

/** @param taken the first and the last token of each part that goes */
function without(text: string, taken: readonly (readonly [number, number])[]): string {
  const found = [...text.matchAll(TOKEN)]
  let [left, from] = ['', 0]
  for (const [first, last] of taken) {
    left += text.slice(from, found[first]?.index)
    from = (found[last]?.index ?? 0) + (found[last]?.[0].length ?? 0)
  }
  return left + text.slice(from)
}
