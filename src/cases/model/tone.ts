import { normalise } from '#language'

/** Puts the fault on whoever asks; said so, it is never needed, even where it is true. */
const BLAMES = [
  'كان عليك',
  'كان عليكم',
  'كان يجب عليك',
  'كان الأجدر بك',
  'أنت المسؤول',
  'أنتم المسؤولون',
  'الخطأ منك',
  'الخطأ منكم',
  'خطؤك',
  'بسبب إهمالك',
  'بسبب إهمالكم',
  'لم تلتزم',
  'سبق أن أخبرناك',
  'سبق وأن أوضحنا لك',
  'ادعاؤك',
  'ما تدعيه',
  'حسب زعمك',
  'you should have',
  'you failed to',
  'your own fault',
  'as we already told you',
  'as already explained to you',
  'your allegation',
  'you claim',
]

/** Says nothing, in many words. */
const COLD = [
  'نحيطكم علما',
  'نفيدكم علما',
  'لا يسعنا إلا',
  'وتفضلوا بقبول',
  'فائق الاحترام والتقدير',
  'سيتم اتخاذ اللازم',
  'جاري اتخاذ اللازم',
  'تم اتخاذ اللازم',
  'حسب الأصول',
  'وفق الإجراءات المتبعة',
  'لإجراء المقتضى',
  'please be informed',
  'kindly be advised',
  'the necessary action',
  'as per procedure',
  'do the needful',
]

export type Tone = 'blames' | 'cold'

/** What about the tone of a reply would hurt or leave its reader with nothing; spelling and marks do not matter. */
export function toneOf(text: string): Tone[] {
  const said = ` ${plain(text)} `
  const says = (phrases: readonly string[]) =>
    phrases.some((phrase) => ['', 'و', 'ف'].some((and) => said.includes(` ${and}${plain(phrase)} `)))
  return [...(says(BLAMES) ? (['blames'] as const) : []), ...(says(COLD) ? (['cold'] as const) : [])]
}

const plain = (text: string): string =>
  normalise(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
