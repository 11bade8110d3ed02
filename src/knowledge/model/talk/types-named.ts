import type { CaseType } from '#cases'
import { normalise, words as wordsOf } from '#language'

/**
 * A type that is called by its name, in a few words or in a wish with nothing else in it; `bare` when the message
 * tells no more than that. With a word or two of what it is about it is still no story.
 */
export function typeNamed(text: string, words: number): { named?: CaseType; bare: boolean } {
  if (words > MOST_WORDS) return { bare: false }
  const written = normalise(text)
  const found = (Object.keys(TYPE_WORDS) as CaseType[]).filter((type) => TYPE_WORDS[type].test(written))
  if (found.length !== 1) return { bare: false }
  const told = wordsOf(text).filter((word) => !WISH.has(word) && !TYPE_WORDS[found[0] as CaseType].test(word))
  const bare = told.length === 0
  return { named: bare || words <= 4 ? found[0] : undefined, bare }
}

const MOST_WORDS = 10

const TYPE_WORDS: Readonly<Record<CaseType, RegExp>> = {
  complaint: /شكو[يه]|شكاوي|اشتك|complain/u,
  suggestion: /اقتراح|اقترح|فكره|suggest|idea/u,
  praise: /ثناء|اشكر|مدح|praise|compliment/u,
  inquiry: /استفسار|استفسر|سؤال|سوال|اسال|inquir|enquir|question/u,
}

/** Words of wishing and sending, and of politeness: with nothing beside them nothing was told yet. */
const WISH: ReadonlySet<string> = new Set(
  `بدي بدنا ابي ابغي ابغا نبي اريد نريد ارغب حابب حابه ودي عندي عندنا لدي احتاج انا ان اني لي لكم لازم اقدم نقدم تقديم اسجل
  تسجيل ارسل ابعث ارفع اعمل اسوي اكتب احط علي عن في شيء شي جديد جديده طلب ممكن لو سمحت سمحتو سمحتوا سمحتم فضلك فضلكم
  من وحده واحده كمان مره ثانيه لا هي هو هاي هذه هذا خليها خليه
  i we want wanna would like to need have got a an another new some make file send submit give say ask please just
  can could my the one about it is no not`
    .split(/\s+/u)
    .flatMap((word) => [word, ...wordsOf(word)]),
)

/** What nobody says who is content: they do not answer, do not come, do not work, are bad. */
export const isGrievance = (text: string): boolean =>
  [normalise(text).replace(/['’]/gu, ''), wordsOf(text).join(' ')].some((each) => GRIEVANCE.test(each))

const GRIEVANCE =
  /(?<!\p{L})(?:ما|لا|لم|ولا) (?:حدا? )?(?:ب?[يت]?رد\p{L}*|[اجي]+[اوت]*|وصل\p{L}*|[يت]?شتغل\p{L}*|ب?[يت]?صلح\p{L}*|نظف\p{L}*|شال\p{L}*)(?!\p{L})|(?<!\p{L})(?:سيء|سيئه|سييه|زفت|خربان\p{L}*|واقف[هة]?|(?:ب|ع|م)?(?:ت|ي)قطع|(?:ب|عم )?تنقطع|مطفي[هة]?|طافي[هة]?|صرخ|شتم\p{L}*|اهان\p{L}*|بهدل\p{L}*|طرد\p{L}*|(?:ما|لم) (?:خلص|ي?خلص)\p{L}*|مليان[هة]? (?:حفر|زباله|نفايات))(?!\p{L})|\b(?:does not|doesnt|is not|isnt|never|wont|will not) (?:work|answer|reply|come|fix)|\b(?:bad|awful|dirty|damaged|overflowing)\b|\btoo (?:high|expensive|slow|late)\b|\b(?:full of|many) (?:holes|potholes|rubbish|garbage|trash)\b|\bno (?:water|power|electricity|answer|reply)\b/u
