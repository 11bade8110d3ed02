/*
 * Keys under which cases meet: the town and category themselves, and MinHash in bands (Broder 1997; Leskovec,
 * Rajaraman and Ullman, chapter 3). People tell one fault in so many words that two of them share a tenth of their
 * stems: a town's newest cases of a category are always compared, whatever they say; bands find the rest.
 */

/** Among cases of one category, wherever: what has no place, or many. Meets at a likeness of .3 in 7 of 10 tries. */
const NEAR = { bands: 12, rows: 2 }
/** Among all: where much is said alike, under whatever category it was filed. */
const FAR = { bands: 4, rows: 3 }

/** A text is known by its first words; what somebody wants is said by then. */
const MOST_TERMS = 60

/**
 * The keys under which a case can be met, each once; none for a text without words.
 *
 * @param terms stems, as `searchTerms` of the language room gives them
 * @returns whole numbers below 2^53
 */
export function keysOf(
  terms: readonly string[],
  { category, place }: { category: string | null; place: string | null },
): number[] {
  const hashes = terms.slice(0, MOST_TERMS).map((term) => hash(term, 0))
  if (hashes.length === 0) return []
  const cell = hash(`${category ?? ''}|${place ?? ''}`, 3) * 2 ** 21 + (hash(place ?? '', 4) >>> 11)
  const near = bands(hashes, NEAR, hash(category ?? '', 1))
  const far = bands(hashes, FAR, hash('', 2))
  return [...new Set([cell, ...near, ...far])]
}

function bands(hashes: readonly number[], { bands, rows }: typeof NEAR, salt: number): number[] {
  return Array.from({ length: bands }, (_, band) => {
    let [high, low] = [mix(salt ^ band), mix(salt + band)]
    for (let row = 0; row < rows; row++) {
      const least = smallest(hashes, mix(Math.imul(band * rows + row + 1, 0x9e3779b1) ^ rows))
      high = mix(high ^ least)
      low = mix(low + least)
    }
    return high * 2 ** 21 + (low >>> 11)
  })
}

const smallest = (hashes: readonly number[], seed: number): number => {
  let least = 0xffffffff
  for (const each of hashes) least = Math.min(least, mix(each ^ seed))
  return least
}

/** FNV-1a. */
function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return mix(value)
}

function mix(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
