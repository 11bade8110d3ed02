import type { StepToTake } from '#cases'
import { repeatable } from '../repeatable.ts'

/** Who of the demonstration's staff takes a step; `entity` is its liaison officer, or the central office for it. */
export type Taker = 'resident' | 'entity' | 'reviewer' | 'other-reviewer' | 'releaser' | 'other-releaser'

export interface PlannedStep {
  /** Hours after the step before. */
  after: number
  by: Taker
  step: StepToTake['step']
  input?: object
}

/** One resident's case, and what people do about it if the rules let them. */
export interface Plan {
  given: object
  /** Hours after the beginning at which it comes in. */
  at: number
  steps: PlannedStep[]
}

/** What plans are drawn from. */
export interface Country {
  categories: readonly { id: string; entity: string; words: readonly string[] }[]
  places: readonly string[]
}

type Draw = ReturnType<typeof drawing>

/** Lives of cases over so many hours, of every kind; the same seed gives the same plans. */
export function plansOf(country: Country, cases: number, hours: number, seed = 7): Plan[] {
  const draw = drawing(seed)
  const plans = Array.from({ length: cases }, (_, number): Plan => {
    const category = draw.pick(country.categories)
    return {
      // The last ones come in the hours before the end, so that today has cases too.
      at: number % 25 === 0 ? hours - draw.hours(9) : draw.hours(hours),
      given: {
        type: draw.pick(['complaint', 'complaint', 'complaint', 'inquiry', 'suggestion', 'praise'] as const),
        text: `${draw.pick(category.words)} و${draw.pick(category.words)} رقم ${number}`,
        category: category.id,
        channel: draw.pick(['web', 'phone', 'counter', 'chat', 'mail', 'api'] as const),
        ...(draw.chance(0.9) && { place: { id: draw.pick(country.places) } }),
      },
      steps: lifeOf(draw, category, draw.pick(country.categories)),
    }
  })
  return plans.sort((one, other) => one.at - other.at)
}

type Place = Country['categories'][number]

function lifeOf(draw: Draw, own: Place, other: Place): PlannedStep[] {
  // Nobody looks at these: their clocks climb.
  if (draw.chance(0.03)) return []
  const first = { entity: own.entity, category: own.id }
  const routed = step(draw.hours(30), 'reviewer', 'route', first)
  const kind = draw.pick(KINDS)
  if (kind === 'withdrawn') return [routed, step(draw.hours(200), 'resident', 'withdraw', {})]
  if (kind === 'left lying') return [routed]
  if (kind === 'bounced')
    return [
      step(2, 'reviewer', 'route', { entity: other.entity, category: other.id }),
      step(draw.hours(60), 'entity', 'refuse', { reason: 'ليس لنا', why: 'not-ours' }),
      routed,
      ...answered(draw),
    ]
  if (kind === 'in parts') {
    const parts = [own, other].map(({ entity, id }) => ({ entity, category: id, text: 'جزء من الطلب' }))
    return [step(draw.hours(20), 'reviewer', 'split', { parts }), ...answered(draw)]
  }
  return [routed, ...BEFORE[kind](draw, other), ...answered(draw)]
}

const BEFORE = {
  plain: () => [],
  'taken up': (draw: Draw) => [step(draw.hours(40), 'entity', 'take-up', {})],
  asked: (draw: Draw) => [
    step(draw.hours(40), 'entity', 'ask', { question: 'أين بالضبط؟' }),
    step(draw.hours(300), 'resident', 'add', { text: 'أمام المدرسة' }),
  ],
  silent: (draw: Draw) => [step(draw.hours(40), 'entity', 'ask', { question: 'متى حدث ذلك؟' })],
  extended: (draw: Draw) => [step(draw.hours(60), 'entity', 'extend', { days: 5, reason: 'قطعة ناقصة' })],
  returned: (draw: Draw) => [
    step(draw.hours(80), 'entity', 'reply', reply('solved')),
    step(draw.hours(20), 'reviewer', 'return', { reason: 'لا يجيب عن النقطة' }),
  ],
  handed: (draw: Draw, { entity, id }: Place) => [
    step(draw.hours(80), 'reviewer', 'route', { entity, category: id }),
  ],
} satisfies Record<string, (draw: Draw, other: Place) => PlannedStep[]>

const KINDS = [
  ...Array<'plain'>(8).fill('plain'),
  ...(Object.keys(BEFORE) as (keyof typeof BEFORE)[]),
  ...(['withdrawn', 'left lying', 'bounced', 'in parts'] as const),
]

/** The entity's reply, both reviews, and what the resident makes of it. */
function answered(draw: Draw): PlannedStep[] {
  const outcome = draw.pick(['solved', 'solved', 'explained', 'refused', 'cannot-act'] as const)
  const again = answeredOnce(draw, 'explained')
  return [
    ...answeredOnce(draw, outcome),
    ...(draw.chance(0.4) ? [step(draw.hours(48), 'resident', 'rate', ratings(draw))] : []),
    ...(draw.chance(0.3) ? [step(draw.hours(200), 'entity', 'fulfil', { action: 1 })] : []),
    ...after(draw, again),
  ]
}

function after(draw: Draw, again: PlannedStep[]): PlannedStep[] {
  const drawn = draw.hours(100)
  const object = step(draw.hours(120), 'resident', 'object', { reason: 'لم يُحل شيء' })
  if (drawn < 10)
    return [object, step(draw.hours(60), 'other-releaser', 'reopen', { reason: 'صحيح' }), ...again]
  if (drawn < 18)
    return [
      object,
      step(draw.hours(60), 'other-releaser', 'uphold', { reason: 'أُصلحت', otherRemedy: 'ديوان المظالم' }),
    ]
  if (drawn < 22) return [object]
  return drawn < 40 ? [step(draw.hours(90), 'resident', 'accept')] : []
}

const answeredOnce = (draw: Draw, outcome: string): PlannedStep[] => [
  step(draw.chance(0.2) ? 150 + draw.hours(500) : draw.hours(120), 'entity', 'reply', {
    ...reply(outcome),
    ...(draw.chance(0.4) && { actions: [{ text: 'نعود بعد أسبوع', inDays: 1 + draw.hours(20) }] }),
  }),
  step(draw.hours(30), 'other-reviewer', 'verify'),
  step(draw.hours(30), 'releaser', 'release'),
]

const reply = (outcome: string) => ({
  text: 'أصلحنا الحفرة يوم الأحد وسوينا الشارع، وشكرًا على تنبيهكم.',
  outcome,
  points: [{ point: 'الحفرة أمام المدرسة', answer: 'رُدمت وعُبّدت' }],
  ...(outcome === 'refused' && { legalGround: 'المادة 7 من قانون الطرق' }),
  ...(outcome === 'cannot-act' && { otherRemedy: 'المحكمة الإدارية' }),
})

const ratings = (draw: Draw) => ({ solved: 1 + draw.hours(5), respect: 1 + draw.hours(5) })

const step = (after: number, by: Taker, name: PlannedStep['step'], input?: object): PlannedStep => ({
  ...{ after, by, step: name },
  ...(input && { input }),
})

function drawing(seed: number) {
  const random = repeatable(seed)
  return {
    chance: (share: number) => random() < share,
    /** Whole, from 0 to the one before. */
    hours: (before: number) => Math.floor(random() * before),
    pick: <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item,
  }
}
