/**
 * What is left of an Arabic word when it is heard rather than written: no vowels, and one letter for those that
 * dialects exchange and Latin letters do not tell apart. Words of other scripts stay as they are.
 */
export function sounds(word: string): string {
  let heard = ''
  let last = ''
  for (const letter of word) {
    const sound = ALIKE[letter] ?? letter
    if (sound !== last) heard += sound
    if (sound) last = sound
  }
  return heard
}

const ALIKE: Readonly<Record<string, string>> = {
  ...{ ا: '', و: '', ي: '', ء: '', ه: '' },
  ...{ ط: 'ت', ث: 'ت', ص: 'س', ض: 'د', ظ: 'ز', ذ: 'ز', ك: 'ق', غ: 'ج' },
}
