import { no, type Result, westernDigits, yes } from '#kernel'
import { COMMON_WORDS } from './common-words.ts'

export const SHORTEST = 15
export const LONGEST = 128

export type PasswordRefusal = 'password-too-short' | 'password-too-long' | 'password-too-common'

/**
 * A password as it will be hashed: NFC, so that one keyboard's alif-hamza is another's; otherwise untouched,
 * in any script, with spaces (ASVS 6.2). Length is counted in characters.
 *
 * `about` are words an attacker would try first for this person: their address and name.
 */
export function acceptablePassword(
  typed: string,
  about: readonly string[] = [],
): Result<string, PasswordRefusal> {
  const password = typed.normalize('NFC')
  const length = [...password].length
  if (length < SHORTEST) return no('password-too-short', { shortest: SHORTEST })
  if (length > LONGEST) return no('password-too-long', { longest: LONGEST })
  return isCommon(password, about) ? no('password-too-common') : yes(password)
}

/** Whether nearly nothing is left once the words that everybody tries first are taken out. */
function isCommon(password: string, about: readonly string[]): boolean {
  const plain = westernDigits(password).toLowerCase()
  if (new Set(plain).size < 5) return true
  if (RUNS.some((run) => run.includes(plain))) return true
  const known = [...COMMON_WORDS, ...about.flatMap(wordsOf)].sort((a, b) => b.length - a.length)
  const left = [plain, unleet(plain)].map(
    (text) => known.reduce((rest, word) => rest.replaceAll(word, ''), text).replace(/[^\p{L}]/gu, '').length,
  )
  const onlyDigits = !/\p{L}/u.test(plain)
  return !onlyDigits && Math.min(...left) < 4
}

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => word.length >= 3)

const LEET: Record<string, string> = { '@': 'a', '0': 'o', '1': 'l', '3': 'e', $: 's', '5': 's', '7': 't' }

const unleet = (text: string): string => text.replace(/[@01357$]/g, (sign) => LEET[sign] ?? sign)

const RUNS = [
  '1234567890',
  '0987654321',
  'qwertyuiopasdfghjklzxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
].map((run) => run.repeat(14))
