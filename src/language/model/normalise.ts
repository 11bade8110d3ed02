import { westernDigits } from '#kernel'

/**
 * One spelling for everything that people write in many ways, in Arabic and in Latin letters.
 *
 * Marks, tatweel, invisible and bidirectional controls go; alef and hamza seats become bare letters, ya and
 * alef maqsura one letter, ta marbuta ha; all digits are Western, all Latin letters small and without
 * accents; drawn-out letters (كثييير, sooo) are shortened. Control characters become spaces.
 */
export function normalise(text: string): string {
  // NFKD parts hamza and madda from their seats and turns presentation forms into plain letters.
  return westernDigits(text.toWellFormed().normalize('NFKD'))
    .replace(UNSEEN, '')
    .replace(/\p{Cc}/gu, ' ')
    .toLowerCase()
    .replace(VARIANTS, (letter) => PLAIN[letter] ?? letter)
    .replace(/(\p{L})\1{2,}/gu, '$1')
}

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
