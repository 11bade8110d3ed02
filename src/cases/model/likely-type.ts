import { normalise, words } from '#language'
import type { CaseType } from './stages.ts'

/**
 * The type that a text is obviously of; undefined when it is not obvious. A resident always decides.
 *
 * A complaint may end in thanks and be put as a question, so that it is looked for before both.
 */
export function likelyType(text: string): CaseType | 'violation' | undefined {
  const written = normalise(text).trim()
  // Arabic that was typed in Latin letters is read as Arabic too.
  const read = words(text).join(' ')
  return (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).find(
    (type) => SIGNS[type].test(written) || SIGNS[type].test(read),
  )
}

/** Words that give a type away, in the one spelling of normalised text. */
const SIGNS: Record<CaseType | 'violation', RegExp> = {
  violation:
    /رشوه|رشاوي|مرتشي|اختلاس|اختلس|فساد مالي|فساد اداري|تزوير|\br[aei]s?(?:h|ch)w[ae]h?\b|\bbrib|\bcorrupt|embezzl|\bfraud/u,
  suggestion:
    /اقترح|اقتراح|يا ?ريت|يا ?ليت|حبذا|عندي فكره|لدي فكره|\bsuggest|\bpropos|have an idea|it would be (?:good|great|nice|better)/u,
  complaint:
    /مشكل|شكوي|اشتك|خربان|خربت|معطل|متعطل|مقطوع|انقطاع|تاخير|تاخر|متاخر|ما يرد|ما ردو|ما حد|لم يتم|لم يرد|لم احصل|حفره|مكسور|طفح|تسرب|اهمال|سوء |مكشوف|مسدود|متراكم|ما في (?:مي|ماي|مويه|كهربا)|\bproblem|\bcomplain|\bbroken|\bdelay|still (?:no|not|waiting)|\bno ?(?:one|body)\b|\brude\b|\bleak|\bpothole|not working|(?:has|have)(?: not|n'?t) (?:yet )?been|no (?:water|power|electricity)\b/u,
  praise:
    /شكرا|اشكر|نشكر|مشكور|جزاكم|جزاه الله|جزاها الله|يعطيكم العافيه|يعطيهم العافيه|ممتاز|\bthank|\bgrateful|\bexcellent|\bkudos|well done/u,
  inquiry:
    /[؟?]$|استفسار|استفسر|^(?:كيف|متي|وين|اين|هل|كم|ما هي|ما هو|شنو|شلون|ايش|وش|بدي اعرف|ابي اعرف|اريد ان اعرف)\s|^(?:how|when|where|what|which|who|can i|do i|is it|are there)\b/u,
}
