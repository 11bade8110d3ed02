import { normalise } from './normalise.ts'

/** Shorter names are ordinary words too often. */
const SHORTEST = 4

/**
 * What takes names out of texts before they are classified: what a place is called says nothing of what is wrong there
 * (الرصيفة is a town, and no pavement). A name made of words that people use for the matter itself (العيون, الشجرة)
 * stays, and so does a text that is nothing but a name.
 *
 * @param names in any mix of Arabic and English
 * @param spoken phrases whose words speak of matters
 */
export function namesAside(names: Iterable<string>, spoken: Iterable<string>): (text: string) => string {
  const known = byFirstWord(names, new Set([...spoken].flatMap(tokens).flatMap(withoutParticles)))
  return (text) => {
    const found = [...text.matchAll(TOKEN)]
    const written = found.map(([word]) => plain(word))
    const spans: [from: number, to: number][] = []
    for (let at = 0; at < written.length; at++) {
      const taken = longest(known, written, at)
      const [first, last] = [found[at], found[at + taken - 1]]
      if (taken === 0 || !first || !last) continue
      spans.push([first.index, last.index + last[0].length])
      at += taken - 1
    }
    const left = without(text, spans)
    return /\p{L}{2}/u.test(left) ? left : text
  }
}

type Names = ReadonlyMap<string, readonly (readonly string[])[]>

function byFirstWord(names: Iterable<string>, spoken: ReadonlySet<string>): Names {
  const found = new Map<string, string[][]>()
  for (const name of names) {
    const [first, ...rest] = tokens(name.replace(KIND, '')).map(bare)
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
const withoutParticles = (word: string): string[] => [
  ...new Set(
    [/^/u, /^ال/u, /^[وفبلع]/u, /^(?:[وف]?بال|[وف]?لل|[وفع]ال)/u, /^[وف][بل]/u].map((particle) =>
      word.replace(particle, ''),
    ),
  ),
]

const TOKEN = /[\p{L}\p{M}\p{N}\u0640'’ʼ-]+/gu
/** What kind of place a name is of: people leave it out. */
const KIND =
  /^(?:محافظة|مدينة|منطقة|بلدية|لواء|قضاء|قرية)\s+|\s+(?:governorate|municipality|district|city)$/iu

const tokens = (text: string): string[] => (text.match(TOKEN) ?? []).map(plain).filter(Boolean)
/** One spelling; الزرقاء is typed without its hamza as often as with it. */
const plain = (word: string): string =>
  normalise(word)
    .replace(/['’ʼ-]/gu, '')
    .replace(/اء$/u, 'ا')
const bare = (word: string): string => word.replace(/^ال(?=\p{L}{3})/u, '')

function without(text: string, spans: readonly (readonly [number, number])[]): string {
  let [left, from] = ['', 0]
  for (const [start, end] of spans) {
    left += text.slice(from, start)
    from = end
  }
  return left + text.slice(from)
}
