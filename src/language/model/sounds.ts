/**
 * What is left of an Arabic word when it is heard rather than written: no vowels, and one letter for those that
 * dialects exchange and Latin letters do not tell apart. Words of other scripts stay as they are.
 */
export function sounds(word: string): string {
  let heard = ''
  let last = 0
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at)
    const sound = letter < BEYOND_ARABIC ? (ALIKE[letter] as number) : letter
    if (sound !== last && sound !== SILENT) heard += String.fromCharCode(sound)
    if (sound !== SILENT) last = sound
  }
  return heard
}

const SILENT = 0
const BEYOND_ARABIC = 0x700

/** What each letter sounds like; a vowel, like nothing. */
const ALIKE = alike('اويءه', { ط: 'ت', ث: 'ت', ص: 'س', ض: 'د', ظ: 'ز', ذ: 'ز', ك: 'ق', غ: 'ج' })

function alike(vowels: string, sounds: Readonly<Record<string, string>>): Uint16Array {
  const table = Uint16Array.from({ length: BEYOND_ARABIC }, (_, letter) => letter)
  for (const vowel of vowels) table[vowel.charCodeAt(0)] = SILENT
  for (const [letter, sound] of Object.entries(sounds)) table[letter.charCodeAt(0)] = sound.charCodeAt(0)
  return table
}
