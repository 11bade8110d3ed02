import { normalise } from '#language'

/**
 * Whether a question that asks when, or how much, is met by a text that names no time, or no number. Other questions
 * ask for what no word gives away: they are taken for met.
 */
export function lacksWhatIsAsked(question: string, said: string): boolean {
  const [asked, told] = [normalise(question), normalise(said)]
  return ASKED.some(({ asks, given }) => asks.test(asked) && !given.test(told))
}

/** Whether a question asks when, or how much. */
export const asksFor = (question: string): boolean => ASKED.some(({ asks }) => asks.test(normalise(question)))

const word = (...each: string[]) => `(?<!\\p{L})(?:${each.join('|')})(?!\\p{L})`
/** Behind the article and what Arabic writes together with a word, and with the endings of number and case. */
const stem = (each: readonly string[]) =>
  `(?<!\\p{L})[وف]?(?:بال|لل|ال|[بلك])?(?:${each.join('|')})(?:ين|ان|ات|تين|تان|يا|[اهي])?(?!\\p{L})`

// As the normaliser writes them.
const TIMES =
  'يوم ايام اسبوع اسابيع شهر اشهر شهور سنه سنوات عام ساع دقيق دقايق غد بكر امس مبارح الان حال فور صباح مساء ليل رمضان عيد شتاء صيف احد اثنين ثلاثاء اربعاء خميس جمعه سبت'.split(
    ' ',
  )
const NUMBERS =
  'واحد مره مرتين مرتان ثلاث اربع خمس ست سبع ثمان تسع عشر ميه ميت الف نصف ربع كل مجان رسوم'.split(' ')
const ENGLISH_TIMES =
  'today|tomorrow|yesterday|now|already|days?|weeks?|months?|years?|hours?|minutes?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december'
const ENGLISH_NUMBERS =
  'one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|once|twice|half|every|daily|weekly|free|no (?:fee|charge|cost)|none'

const ASKED = [
  {
    asks: new RegExp(
      `${word('متي', 'امتي', 'ايمتي', 'ايمت', 'وقتاش', 'شوكت')}|\\b(?:when (?:will|is|are|do|does|did|can|could|would|should)|how long|how soon)\\b`,
      'u',
    ),
    given: new RegExp(`\\p{N}|${stem(TIMES)}|\\b(?:${ENGLISH_TIMES})\\b`, 'u'),
  },
  {
    asks: new RegExp(`${word('ب?كم', 'ا?قديش', 'اديش')}|\\bhow (?:much|many|often)\\b`, 'u'),
    given: new RegExp(`\\p{N}|${stem(NUMBERS)}|\\b(?:${ENGLISH_NUMBERS})\\b`, 'u'),
  },
]
