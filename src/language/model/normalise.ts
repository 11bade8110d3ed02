import { westernDigits } from '#kernel'

/**
 * One spelling for everything that people write in many ways, in Arabic and in Latin letters.
 *
 * Marks, tatweel, invisible and bidirectional controls go; alef and hamza seats become bare letters, ya and
 * alef maqsura one letter, ta marbuta ha; all digits are Western, all Latin letters small and without
 * accents; drawn-out letters (كثييير, sooo) are shortened. Control characters become spaces.
 */
export function normalise(text: string): string {
  return quickly(text) ?? carefully(text)
}

/** Each word normalised. All at once is many times as fast as one by one, unless one becomes several. */
export function normaliseEach(words: readonly string[]): readonly string[] {
  const together = normalise(words.join(' ')).split(' ')
  return together.length === words.length ? together : words.map((each) => normalise(each))
}

function carefully(text: string): string {
  // NFKD parts hamza and madda from their seats and turns presentation forms into plain letters.
  return westernDigits(text.toWellFormed().normalize('NFKD'))
    .replace(UNSEEN, '')
    .replace(/\p{Cc}/gu, ' ')
    .toLowerCase()
    .replace(VARIANTS, (letter) => PLAIN[letter] ?? letter)
    .replace(/(\p{L})\1{2,}/gu, '$1')
}

/**
 * The same in one pass and a tenth of the time, for texts of letters that become one letter or none whatever stands
 * beside them: nearly all there are. Undefined for others.
 */
function quickly(text: string): string | undefined {
  const plain = new Uint16Array(text.length)
  let [end, same] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const becomes = code < BECOMES.length ? (BECOMES[code] as number) : UNKNOWN
    if (becomes === UNKNOWN) return undefined
    if (becomes === NOTHING) continue
    const letter = becomes & ~IS_LETTER
    same = becomes & IS_LETTER && end > 0 && plain[end - 1] === letter ? same + 1 : 1
    if (same === 3) end -= 1
    if (same < 3) plain[end++] = letter
  }
  return written(plain, end)
}

function written(codes: Uint16Array, end: number): string {
  if (end > SHORT) return Buffer.from(codes.buffer, 0, 2 * end).toString('utf16le')
  let text = ''
  for (let at = 0; at < end; at++) text += String.fromCharCode(codes[at] as number)
  return text
}

/** Letters. Up to here a string is faster put together than read from memory. */
const SHORT = 12

/** Marks (harakat, accents, the hamza parted from its seat), tatweel, and format characters. */
const UNSEEN = /[\p{M}\p{Cf}\u0640]/gu

/** Letters of neighbouring keyboards and the endings that are typed either way. */
const PLAIN: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ے: 'ي',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۀ: 'ه',
  ک: 'ك',
  گ: 'ك',
  ݣ: 'ك',
  ڤ: 'ف',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ز',
}
const VARIANTS = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g')

const [UNKNOWN, NOTHING, IS_LETTER] = [0, 1, 0x8000]

/** What each letter becomes, for ASCII, Arabic and general punctuation. */
const BECOMES = becomes([0x0000, 0x007f], [0x0600, 0x06ff], [0x2000, 0x206f])

function becomes(...blocks: readonly (readonly [number, number])[]): Uint16Array {
  const table = new Uint16Array(Math.max(...blocks.map(([, last]) => last)) + 1)
  for (const [first, last] of blocks) {
    for (let code = first; code <= last; code++) {
      const plain = carefully(String.fromCharCode(code))
      if (plain.length > 1) continue
      const letter = /\p{L}/u.test(plain) ? IS_LETTER : 0
      table[code] = plain ? plain.charCodeAt(0) | letter : NOTHING
    }
  }
  return table
}
