import { SPOKEN_WORDS } from './dialect.ts'
import { normalise } from './normalise.ts'
import { sounds } from './sounds.ts'
import { STOP_WORDS } from './stop-words.ts'

/**
 * Arabic that was typed in Latin letters and digits (el kahraba ma2to3a 3anna mn mbare7), in Arabic letters; every
 * other word as it is. Only a text that shows a word which can be nothing else is read so.
 *
 * @param words the normalised words of one text, in order
 * @param read is told how each was read
 */
export function inArabicLetters(
  words: readonly string[],
  read = new Map<string, string>(),
): readonly string[] {
  if (!words.some(isSurelyArabic)) return words
  // An article that stands alone belongs to the next word, and says nothing.
  return words
    .filter((word) => !(word in ARTICLES))
    .map((word) => read.get(word) ?? read.set(word, arabicOf(word)).get(word) ?? word)
}

/** The likeliest Arabic spelling of a normalised word in Latin letters; English stop words and others stay. */
export function arabicOf(word: string): string {
  const known = KNOWN.get(word)
  if (known) return known
  if (!LETTERS.test(word) || !/[a-z]/.test(word) || (STOP_WORDS.has(word) && !isSurelyArabic(word)))
    return word
  const [, article = '', bare = word] = ARTICLE.exec(word) ?? []
  return (ARTICLES[article] ?? '') + (KNOWN.get(bare) ?? vocabularyWord(bare) ?? guess(bare))
}

const LETTERS = /^[a-z0-9]+$/
/** One digit at a time among at least two letters: a digit that stands for a letter. */
const DIGIT_AS_LETTER = /^(?=(?:.*[a-z]){2})(?=.*[235679])(?!.*\d\d)[a-z2356789]+$/
/** Ordinals, measures, models and numbered places are none. */
const NO_ARABIC =
  /^(?:\d(?:st|nd|rd|th|gb|mb|km|kg|pm|am|mins?|hrs?|days?|years?)|mp\d|ps\d|co2|h2o|[bp]2[bp]|(?:win|iphone|gate|block|road|phase|unit|apt|flat|room|zone|area|level|floor|building|villa|house|street|line|lane|exit|class|grade|day|week|bus|route|ward|clinic|terminal|page|item|no|version|part|step)\d)$/

const isSurelyArabic = (word: string): boolean =>
  word.charCodeAt(0) < FIRST_BEYOND_ASCII &&
  (SURE.has(word) || (DIGIT_AS_LETTER.test(word) && !NO_ARABIC.test(word)))

/** Most words are Arabic letters already, and need no closer look. */
const FIRST_BEYOND_ASCII = 128

/** The article with what may stand before it; only where a word is left that does not begin with a vowel. */
const ARTICLE = /^(wel|wil|bel|bil|bal|lel|lil|3al|3el|el|il|al)(?=[^aeiou].{2})(.+)$/
const ARTICLES: Readonly<Record<string, string>> = {
  ...{ wel: 'وال', wil: 'وال', bel: 'بال', bil: 'بال', bal: 'بال', lel: 'لل', lil: 'لل' },
  ...{ '3al': 'عال', '3el': 'عال', el: 'ال', il: 'ال', al: 'ال' },
}

/** What is typed so often, or so short, that no rule finds it. */
const KNOWN = listed(`
شو shu sho shou · ايش aish eish esh ash · وش wsh wesh · ليش lesh leish laish leesh · وين wen wein ween wain
كيف kif keef kef · شلون shlon shloon ashlon · متى emta imta mata · مين min meen · من mn men · في fi fe fee fy
ما ma · مافي mafi mafe mafee mafeesh mafish · مش mish mesh msh mosh · مو mo mu moo · لا la · على ala · عن an
بدي bdi bedi biddi baddi bdde · بدنا bdna bedna · ابي abi abee aby abii · ابغى abgha abga abghi · اريد areed arid
الماء elmai elmayy elmay elmoya · مي mai mayy may maye · مويه moya moyya mowya · كهربا kahraba kahrba kahraba2 kahrabaa
بس bas bs · كل kul kol kull · يوم yom youm yoom · ايام ayam ayyam iyam · شهر shahr shaher · سنة sene sane sana
و w · يا ya · انا ana · احنا e7na i7na ihna ehna · هون hon hoon · كتير ktir kteer ktr kthir · وايد wayed wayid
شارع share3 shari3 share shar3 · بيت bet beit bait · دار dar · ولد walad weld · بنت bent bint · ابوي abooy abouy
راتب rateb ratib · فلوس floos flous flos · مصاري masari masare · سيارة sayara sayyara siyara · رخصة rokhsa ro5sa rukhsa
زبالة zbale zebale zbaleh zbala zibala · بلدية baladiya baladye baladeye baladia · وزارة wizara wezara · مدرسة madrase madrasa madraseh
مستشفى mustashfa mostashfa · دكتور doctor daktor · دوا dawa · موعد maw3ed maw3id · موظف mowazaf muwazzaf mwazzaf mwazaf
مكسور maksoor maksur · خربان kharban 5arban · مقطوع ma2too3 maqtoo3 magtoo3 ma2tu3 · مقطوعة ma2to3a maqtou3a magtoo3a ma2tou3a ma2too3a
رد rad radd · مبارح mbareh mbare7 embare7 imbare7 · اليوم elyom alyoum · بكرا bukra bokra · صار sar saar · راح rah
`)

/** None of these is a word of English: one of them is enough to know the language. */
const SURE: ReadonlySet<string> = new Set(
  `shu shou lesh leish laish leesh wein kahraba kahrba kahrabaa mafi mafe mafee mafeesh mafish bdi bedi biddi baddi
  bdna bedna abgha abga areed shlon shloon ktir kteer wayed wayid baladiya baladye zbale zebale sayara sayyara
  madrase mustashfa mostashfa mowazaf mwazzaf bukra elmai elmoya mwazaf mbareh floos masari rokhsa emta imta`.split(
    /\s+/,
  ),
)

function listed(text: string): ReadonlyMap<string, string> {
  const lines = text.trim().split(/\s*[·\n]\s*/)
  return new Map(
    lines.flatMap((line) => {
      const [written = '', ...typed] = line.split(/\s+/)
      return typed.map((word): [string, string] => [word, normalise(written)])
    }),
  )
}

/** Two letters before one, then each letter; vowels within a word are mostly short and not written. */
const SPELT: readonly (readonly [RegExp, string])[] = [
  [/3'/g, 'غ'],
  [/kh/g, 'خ'],
  [/sh|ch/g, 'ش'],
  [/gh/g, 'غ'],
  [/th/g, 'ث'],
  [/dh/g, 'ذ'],
  [/(.)\1/g, '$1'],
  [/^[aeiou]/, 'ا'],
  [/aa|a(?=.?$)/g, 'ا'],
  [/ou|oo|u(?=.$)|o(?=.$)/g, 'و'],
  [/ee|ei|i(?=.?$)/g, 'ي'],
  [/e$/g, 'ه'],
  [/[aeiou]/g, ''],
]
const LETTER: Readonly<Record<string, string>> = {
  ...{
    b: 'ب',
    c: 'ك',
    d: 'د',
    f: 'ف',
    g: 'ج',
    h: 'ه',
    j: 'ج',
    k: 'ك',
    l: 'ل',
    m: 'م',
    n: 'ن',
    p: 'ب',
    q: 'ق',
  },
  ...{ r: 'ر', s: 'س', t: 'ت', v: 'ف', w: 'و', x: 'كس', y: 'ي', z: 'ز' },
  ...{ 2: 'ق', 3: 'ع', 4: 'ذ', 5: 'خ', 6: 'ط', 7: 'ح', 8: 'غ', 9: 'ص' },
}

function guess(word: string): string {
  const spelt = SPELT.reduce((text, [from, to]) => text.replace(from, to), word)
  return spelt.replace(/[a-z0-9]/g, (letter) => LETTER[letter] ?? letter)
}

/** Words of complaints by their sounds; fewer than three sounds could be anything. */
const VOCABULARY: ReadonlyMap<string, readonly string[]> = Map.groupBy(SPOKEN_WORDS, sounds)

/** The word of the list that sounds alike; of several the one whose length is nearest to how it was typed. */
function vocabularyWord(word: string): string | undefined {
  for (const spelt of readings(word).map(guess)) {
    const heard = sounds(spelt)
    const alike = heard.length < 3 ? [] : (VOCABULARY.get(heard) ?? [])
    const apart = (other: string) => Math.abs(other.length - spelt.length)
    const [nearest] = alike.toSorted((one, other) => apart(one) - apart(other))
    if (nearest) return nearest
  }
  return undefined
}

/** Qaf is typed as it is spoken: a 2 in the cities of the Levant, a g in the Gulf and the countryside. */
const readings = (word: string): string[] => [
  ...new Set([word, word.replaceAll('2', 'a'), word.replaceAll('g', 'q')]),
]
