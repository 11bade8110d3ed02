import { repeatable } from '../bench/repeatable.ts'

/** A case of a planted history: what was written, when, and which fault it is about, if any. */
export interface PlantedCase {
  text: string
  category: string
  place: string | null
  /** Hours after the beginning. */
  hour: number
  fault: string | null
  phone: string
}

interface Fault {
  name: string
  category: string
  place: string | null
  told: readonly string[]
}

export interface Phrases {
  id: string
  keywords_ar: readonly string[]
}

/**
 * Planted faults within a month, among noise of as many days: everyday phrases of all categories in all places, two
 * or three together, the categories of the faults ten times as often as others, since that is where mistakes are
 * made. The same seed gives the same history, in the order of time.
 */
export function plantedHistory(
  faults: readonly Fault[],
  categories: readonly Phrases[],
  places: readonly string[],
  { noise, days = 40, seed = 1 }: { noise: number; days?: number; seed?: number },
): PlantedCase[] {
  const random = repeatable(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const hard = categories.filter(({ id }) => faults.some(({ category }) => category === id))
  const hours = days * 24
  const cases: PlantedCase[] = faults.flatMap(({ name, category, place, told }) =>
    told.map((text, at) => ({
      text,
      category,
      place,
      hour: Math.floor(random() * hours),
      fault: name,
      phone: `+9733300${1000 + at}`,
    })),
  )
  for (let at = 0; at < noise; at++) {
    const one = hard.length > 0 && random() < 0.1 ? pick(hard) : pick(categories)
    const told = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(one.keywords_ar))
    cases.push({
      text: `${pick(OPENINGS)} ${[...new Set(told)].join(' و')} ${pick(ENDINGS)}`,
      category: one.id,
      place: pick(places),
      hour: Math.floor(random() * hours),
      fault: null,
      phone: `+97339${String(100000 + at)}`,
    })
  }
  return cases.sort((one, other) => one.hour - other.hour)
}

const OPENINGS = [
  'السلام عليكم،',
  'عندي مشكلة:',
  'أرجو النظر في هذا:',
  'للأسف',
  'من فترة',
  'يا جماعة',
  'اليوم',
]
const ENDINGS = [
  'وشكرا لكم',
  'ونتمنى الحل',
  'الله يعطيكم العافية',
  'ولا حد يرد',
  'من أسبوع',
  'جنب بيتنا',
  'أرجو الإفادة',
]
