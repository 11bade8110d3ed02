import { words } from '#words'
import type { Checking } from './board-page.ts'
import { numeric, tableOf } from './board-page.ts'
import { emptySum, type Sum } from './count.ts'
import type { Life } from './lives.ts'
import { figuresIn, partOf, plain, tablesIn } from './read-page.ts'

const LEVELS = ['operations', 'minister', 'head', 'warned'] as const
type Level = (typeof LEVELS)[number]
const ROLES: readonly [role: string, level: Level][] = [
  ['operator', 'operations'],
  ['minister', 'minister'],
  ['head', 'head'],
]
const SOON = 8 * 3_600_000
const DAY = 86_400_000

/** Every number on the wall of the operations room that says something of cases. */
export async function checkWall(on: Checking, own: readonly Life[], locale: 'ar' | 'en'): Promise<void> {
  const began = on.now()
  const html = await on.get('operator', `/${locale}/operations`)
  const moments = [began, on.now()]
  const { operations } = words(locale)
  const shown = new Map(figuresIn(html).map(({ label, value }) => [label, value]))
  const same = (what: string, found: unknown, counted: unknown) =>
    on.comparing.same('operations room', `/${locale}/operations ${what}`, found, counted)
  const numbers = (label: string) => numeric(shown.get(plain(label)))

  const today = moments.map((now) => countToday(on, now, () => 'all').get('all') ?? emptySum())
  for (const [what, label] of [
    ['received', operations.today],
    ['answered', operations.answeredToday],
  ] as const)
    same(
      what,
      numbers(label),
      today.map(({ counts }) => counts[what] ?? 0),
    )
  same(
    'open',
    numbers(operations.open),
    today.map(({ open }) => open),
  )
  same(
    'overdue',
    numbers(operations.overdue),
    today.map(({ overdue }) => overdue),
  )
  same(
    'soon',
    numbers(operations.soon(String(SOON / 3_600_000))),
    moments.map((now) => endingSoon(own, now)),
  )

  const heights = [...own].flatMap((life) => heightOf(life))
  for (const level of LEVELS)
    same(level, numbers(operations.rung[level]), heights.filter((each) => each.level === level).length)
  checkTrouble(on, html, locale, heights, moments, same)
  checkHours(on, html, locale, moments, same)
  checkMap(on, html, locale, moments, same)
  checkArriving(own, html, moments, same)
}

type Same = (what: string, found: unknown, counted: unknown) => void

/** Of all time, with what happened today in its counts. */
function countToday(
  { nation }: Checking,
  now: number,
  key: (of: { entity: string; place: string }) => string,
): Map<string, Sum> {
  const from = nation.day(now)
  const to = Temporal.PlainDate.from(from).add({ days: 1 }).toString()
  return nation.count({}, { from, to }, key, now)
}

const WORKED = ['routing', 'first-action', 'reply', 'verification', 'release', 'objection-review']

const endingSoon = (own: readonly Life[], now: number): number =>
  own.filter(({ clock, clockDue }) => WORKED.includes(clock) && clockDue > now && clockDue <= now + SOON)
    .length

/** How high a case stands on the ladder of the clock that runs; the central office's own clocks are nobody's. */
function heightOf({ stage, clock, rungs, entity }: Life): { entity: string; level: Level }[] {
  const climbed = rungs.filter(
    (rung) => rung.clock === clock || (rung.clock === 'reply' && clock === 'first-action'),
  )
  if (stage === 'closed' || climbed.length === 0) return []
  const told = new Set(climbed.flatMap(({ tells }) => tells))
  const level = ROLES.find(([role]) => told.has(role))?.[1] ?? 'warned'
  return [{ level, entity: clock === 'reply' || clock === 'first-action' ? entity : '' }]
}

function checkTrouble(
  on: Checking,
  html: string,
  locale: 'ar' | 'en',
  heights: { entity: string; level: Level }[],
  moments: number[],
  same: Same,
): void {
  const { operations } = words(locale)
  const overdue = moments.map((now) => countToday(on, now, ({ entity }) => entity))
  const names = on.atlas.named('entity', locale)
  const rows = tablesIn(partOf(html, 'trouble')).flatMap((table) => table.rows)
  on.comparing.must(`/${locale}/operations: no entity in trouble`, rows.length > 0)
  for (const [name, ...cells] of rows) {
    const entity = name?.text === operations.central ? '' : (names.get(name?.text ?? '') ?? '?')
    for (const [at, level] of LEVELS.slice(0, 3).entries())
      same(
        `${name?.text} ${level}`,
        numeric(cells[at]?.text),
        heights.filter((each) => each.entity === entity && each.level === level).length,
      )
    same(
      `${name?.text} overdue`,
      numeric(cells[3]?.text),
      overdue.map((each) => each.get(entity)?.overdue ?? 0),
    )
  }
}

function checkHours(
  { nation }: Checking,
  html: string,
  locale: 'ar' | 'en',
  moments: number[],
  same: Same,
): void {
  const { flow, flowExpected } = words(locale).operations
  const table = tableOf(html, flowExpected) ?? tableOf(html, flow)
  for (const [hour, n] of table?.rows ?? [])
    same(
      `hour ${hour?.text}`,
      numeric(n?.text),
      moments.map((now) => nation.receivedInHour(nation.day(now), Number(hour?.text))),
    )
}

function checkMap(on: Checking, html: string, locale: 'ar' | 'en', moments: number[], same: Same): void {
  const shown = figuresIn(partOf(html, 'map'))
  const counted = moments.map((now) => countToday(on, now, ({ place }) => on.atlas.governorate(place)))
  const names = new Map([...on.atlas.mapped(locale), [words(locale).insight.none, '']])
  on.comparing.must(`/${locale}/operations: no governorate is shown`, shown.length > 5)
  for (const { label, value } of shown)
    same(
      `governorate ${label}`,
      numeric(value),
      counted.map((sums) => sums.get(names.get(label) ?? '?')?.counts.received ?? 0),
    )
}

/** What climbed last, if that went beyond an entity; the latest first, as many as the wall has room for. */
function checkArriving(own: readonly Life[], html: string, moments: number[], same: Same): void {
  // The address of a case may look like a number, too.
  const shown = [...partOf(html, 'arriving').matchAll(/(?<![\w-])\d\d-\d{4}-\d{4}-\d(?![\w-])/g)].map(
    ([number]) => number.replaceAll('-', ''),
  )
  const latest = moments.map((now) =>
    own
      .flatMap((life) => {
        const last = life.acts.findLast(({ what }) => CLIMBED.includes(what))
        return last && last.what !== 'toHead' && last.at >= now - DAY ? [{ life, at: last.at }] : []
      })
      .sort((one, other) => other.at - one.at || (one.life.id < other.life.id ? -1 : 1))
      .map(({ life }) => life.reference),
  )
  same('arriving, at least three where there are', shown.length >= Math.min(3, latest[0]?.length ?? 0), true)
  same(
    'arriving',
    shown.join(),
    latest.map((each) => each.slice(0, shown.length).join()),
  )
}

const CLIMBED = ['toHead', 'toMinister', 'toOperations']
