/**
 * The light stem of a normalised word: enough that والكهرباء and كهربا, شوارعنا and الشوارع, leaks and
 * leaking meet; never so much that the root is guessed. Words of other scripts and numbers stay as they are.
 */
export function stem(word: string): string {
  if (ARABIC.test(word)) return arabicStem(word)
  return LATIN.test(word) ? englishStem(word) : word
}

const ARABIC = /^[\u0621-\u064a]+$/
const LATIN = /^[a-z]+$/

/** "And", "then", "with", "like", "for" before the article, and the spoken عال، هال، مال. */
const ARTICLE = /^(?:[وف]?(?:بال|كال|عال|هال|لل|ال))(?=...)/
/** "And", unless the word itself begins with waw (ministry, job, document, medium, child, agency …). */
const AND =
  /^و(?=...)(?!زار|زير|زرا|ظيف|ظاي|ثيق|ثاي|اسط|حد|قت|رق|كال|كيل|لد|لاد|فا|ضع|صل|صول|قف|قود|جه|جبه|طن|رش|الد|سخ|صخ|اجب|لاي|سيل|ساي|راث|زن|قع|ين|ايد|احد|ديع|ريث|رث|هم)/
/** Endings of possession, plural and relation, the longest first; at least three letters stay. */
const ENDING = /(?<=...)(?:تهم|تها|تنا|تكم|هما|ات|ون|ين|ان|ها|هم|كم|نا|تي|ته|تك|يه|ه|ي|ك)$/
const LAST = /(?<=...)[هياء]$/

function arabicStem(word: string): string {
  const bare = ARTICLE.test(word) ? word.replace(ARTICLE, '') : word.replace(AND, '')
  return bare.replace(ENDING, '').replace(LAST, '')
}

function englishStem(word: string): string {
  if (word.length < 4) return word
  const singular = word.replace(/ies$/, 'y').replace(/(?<=ss|sh|ch|x)es$|(?<![sui])s$/, '')
  const bare = singular.replace(/(?<=[aeiouy].*..)(?:ing|ed)$|(?<=..[aeiouy].*)(?:ing|ed)$/, '')
  const undoubled = bare === singular ? bare : bare.replace(/([^lsz])\1$/, '$1')
  return undoubled.length > 3 ? undoubled.replace(/e$/, '') : undoubled
}
