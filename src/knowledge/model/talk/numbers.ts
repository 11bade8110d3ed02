import { normalise } from '#language'

/** What a number is called, normalised: written and spoken, in both languages, with the first few in order. */
const NAMES: readonly (readonly [number, string])[] = [
  [0, 'صفر زيرو zero oh'],
  [1, 'واحد واحده وحده الاول الاولي اول اولي one first'],
  [2, 'اثنين اثنان اثنتان ثنتين ثنين تنين تنتين الثاني الثانيه ثاني تاني التاني التانيه two second'],
  [3, 'ثلاثه ثلاث تلاته تلات الثالث الثالثه ثالث تالت three third'],
  [4, 'اربعه اربع الرابع الرابعه رابع four fourth'],
  [5, 'خمسه خمس الخامس الخامسه خامس five fifth'],
  [6, 'سته ست السادس السادسه six sixth'],
  [7, 'سبعه سبع السابع السابعه seven seventh'],
  [8, 'ثمانيه ثماني ثمان تمانيه تمنيه تمن eight eighth'],
  [9, 'تسعه تسع التاسع nine ninth'],
  [10, 'عشره عشر ten'],
  [11, 'احدعش حداشر احدعشر eleven'],
  [12, 'اثنعش اطنعش اتناشر اثناعشر twelve'],
  [13, 'ثلطعش تلتاشر ثلاثتعش thirteen'],
  [14, 'اربعطعش اربعتاشر fourteen'],
  [15, 'خمسطعش خمستاشر fifteen'],
  [16, 'سطعش ستاشر sixteen'],
  [17, 'سبعطعش سبعتاشر seventeen'],
  [18, 'ثمنطعش تمنتاشر eighteen'],
  [19, 'تسعطعش تسعتاشر nineteen'],
  [20, 'عشرين عشرون twenty'],
  [30, 'ثلاثين ثلاثون تلاتين thirty'],
  [40, 'اربعين اربعون forty fourty'],
  [50, 'خمسين خمسون fifty'],
  [60, 'ستين ستون sixty'],
  [70, 'سبعين سبعون seventy'],
  [80, 'ثمانين ثمانون تمانين eighty'],
  [90, 'تسعين تسعون ninety'],
  [100, 'ميه مايه مءه مئه'],
  [200, 'ميتين مايتين مايتان مءتين مءتان مئتين مئتان'],
  [300, 'ثلاثميه تلاتميه تلتميه ثلاثمايه ثلاثمءه ثلاثمئه'],
  [400, 'اربعميه اربعمايه اربعمءه اربعمئه'],
  [500, 'خمسميه خمسمايه خمسمءه خمسمئه'],
  [600, 'ستميه ستمايه ستمءه ستمئه'],
  [700, 'سبعميه سبعمايه سبعمءه سبعمئه'],
  [800, 'ثمانميه تمنميه ثمانمايه ثمانمءه ثمانمئه'],
  [900, 'تسعميه تسعمايه تسعمءه تسعمئه'],
]

const VALUES: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap(([value, names]) => names.split(' ').map((name): [string, number] => [name, value])),
)

/** A number that more words may still be part of. */
interface Begun {
  hundreds: number
  rest?: number
}

/** Every number of a text in order, each as its digits: "خمسة وعشرين ٧" is 25 and 7. */
export function numbersIn(text: string): string[] {
  const found: string[] = []
  let begun: Begun | undefined
  for (const word of wordsOf(text)) {
    const written = /^\d+$/.test(word)
    const value = written ? undefined : worth(word)
    const goesOn: Begun | undefined = begun && (value === undefined ? times(begun, word) : plus(begun, value))
    if (goesOn) found[found.length - 1] = String(goesOn.hundreds + (goesOn.rest ?? 0))
    else if (written) found.push(word)
    else if (value !== undefined) found.push(String(value))
    begun = goesOn ?? (value === undefined ? undefined : begin(value))
  }
  return found
}

const begin = (value: number): Begun => (value >= 100 ? { hundreds: value } : { hundreds: 0, rest: value })

/** Three hundred and ten, five and twenty, twenty five. */
function plus({ hundreds, rest }: Begun, value: number): Begun | undefined {
  if (value >= 100) return undefined
  if (rest === undefined) return { hundreds, rest: value }
  return joins(rest, value) ? { hundreds, rest: rest + value } : undefined
}

/** Three hundred. */
const times = ({ hundreds, rest = 0 }: Begun, word: string): Begun | undefined =>
  word === 'hundred' && hundreds === 0 && rest > 0 && rest < 10 ? { hundreds: rest * 100 } : undefined

/** The one number that a text says; undefined when it says none or several. */
export function numberIn(text: string): number | undefined {
  const found = numbersIn(text)
  return found.length === 1 ? Number(found[0]) : undefined
}

/** All digits of a text in a row, those in words too: how a PIN or a case's number is read out. */
export const digitsIn = (text: string): string => numbersIn(text).join('')

const wordsOf = (text: string): string[] => normalise(text).match(/\d+|[\p{L}]+/gu) ?? []

/** "وعشرين" is "and twenty". */
const worth = (word: string): number | undefined =>
  VALUES.get(word) ?? (word.startsWith('و') ? VALUES.get(word.slice(1)) : undefined)

/** Five and twenty, twenty five. */
const joins = (one: number, other: number): boolean =>
  (one > 0 && one < 10 && other >= 20) || (one >= 20 && other > 0 && other < 10)
