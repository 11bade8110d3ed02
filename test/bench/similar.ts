import { join } from 'node:path'
import { findSimilar, listDesk, openProofFolder, placesAside } from '#cases'
import { stoppedClock } from '#kernel'
import { findArticles } from '#knowledge'
import { suggest, trainSuggestions } from '#language'
import type { Officer, StaffRole } from '#people'
import { connect, migrate, openFiles, openLog, readConfig, visitDatabase } from '#platform'
import { seedCountry } from '../../src/commands/seeding/seed-country.ts'
import { type AppTools, buildTools } from '../../src/tools.ts'
import { removeScratch, scratchFolder } from '../kit/scratch.ts'
import { writer } from './everyday.ts'
import { aWritingNation, type Category, type Probe } from './writing-nation.ts'

export interface Timed {
  name: string
  p50: number
  p95: number
  /** Milliseconds of this process's own work for each. */
  own: number
}

export interface Looked {
  cases: number
  /** Seconds that bringing them took. */
  brought: number
  timed: Timed[]
  /** Of the cases that somebody else wrote about too, how many are among the first of the similar ones: 1, and 10. */
  recall: { at1: number; at10: number; n: number }
}

/**
 * How long it takes to find like cases, to search and to suggest, as cases become more: on a durable database of its
 * own, in one process, one after the other. Cases are put straight into the tables which these questions read, their
 * search rows by the room's own code.
 */
export async function lookGrowing(
  sizes: number[],
  rounds: number,
  categories: readonly Category[],
  tell: (looked: Looked) => void,
): Promise<void> {
  const dataDir = scratchFolder('similar')
  const config = readConfig({ DATA_DIR: dataDir, PATH: process.env.PATH })
  const log = openLog('fatal')
  const database = await visitDatabase(config, log)
  try {
    await migrate(database.owner)
    const [owner, db] = [connect(database.owner), connect({ ...database.owner, role: 'sawt_app', max: 4 })]
    const tools = buildTools({
      ...{ db, log, clock: stoppedClock('2026-10-04T07:30:00+03:00'), publicUrl: config.publicUrl },
      files: openFiles({ dir: join(dataDir, 'files') }),
      proof: openProofFolder(dataDir),
      secret: Buffer.from(config.secret),
      demonstration: false,
    })
    const seeded = await seedCountry(tools, 'jordan')
    if (!seeded.ok) throw new Error(seeded.reason)
    tools.forget()
    const nation = aWritingNation(tools, owner, categories)
    let there = 0
    for (const cases of sizes) {
      const started = performance.now()
      const probes = await nation.grow(there, cases)
      tools.forget()
      there = cases
      const brought = (performance.now() - started) / 1000
      const timed = await askAll(tools, probes, categories, rounds)
      tell({ cases, brought, timed, recall: await recallOf(tools, probes) })
    }
    await Promise.all([owner.close(), db.close()])
  } finally {
    await database.stop()
    removeScratch(dataDir)
  }
}

async function recallOf(tools: AppTools, probes: readonly Probe[]): Promise<Looked['recall']> {
  const ranks: number[] = []
  for (const { id, earlier } of probes) {
    const found = await findSimilar(tools, officer('reviewer', 'nation'), id)
    ranks.push(found.ok ? found.value.findIndex((each) => each.id === earlier) : -1)
  }
  const share = (most: number) => ranks.filter((rank) => rank >= 0 && rank < most).length / ranks.length
  return { at1: share(1), at10: share(10), n: probes.length }
}

async function askAll(
  tools: AppTools,
  probes: readonly Probe[],
  categories: readonly Category[],
  rounds: number,
): Promise<Timed[]> {
  const nation = officer('reviewer', 'nation')
  const entity = officer(
    'liaison',
    'entity',
    categories.find(({ entities }) => entities.jo)?.entities.jo ?? '',
  )
  const model = trainSuggestions(
    categories.flatMap(({ id, ar, en, keywords_ar, keywords_en }) =>
      [ar, en, ...keywords_ar, ...keywords_en].map((text) => ({ text, label: id })),
    ),
  )
  const { next } = writer(categories, 99)
  const texts = Array.from({ length: 400 }, () => next().text)
  const aside = placesAside(await tools.directory())
  const propose = (length: number) => {
    const given = texts.map((_, at) => [...texts.slice(at), ...texts].slice(0, 70).join(' ').slice(0, length))
    return (at: number) => suggest(model, aside(given[at % given.length] ?? ''))
  }
  const asked = (words: readonly string[], at: number) => words[at % words.length] ?? ''
  const desk = (who: Officer, words: readonly string[]) => async (at: number) => {
    const found = await listDesk(tools, who, { q: asked(words, at), view: 'all' })
    if (!found.ok) throw new Error(found.reason)
  }
  const like = (who: Officer) => async (at: number) => {
    await findSimilar(tools, who, probes[at % probes.length]?.id ?? '')
  }
  const questions: [string, (at: number) => unknown][] = [
    ['like cases, the nation', like(nation)],
    ['staff search, two common words, nation', desk(nation, COMMON)],
    ['staff search, two common words, entity', desk(entity, COMMON)],
    ['staff search, a rarer word, nation', desk(nation, RARER)],
    ['staff search, words never together', desk(nation, NEVER)],
    ['staff search, words always together', desk(nation, TOGETHER)],
    ['residents’ search', (at) => findArticles(tools.db, asked(ASKED, at))],
    ...LENGTHS.map((length): [string, (at: number) => unknown] => [
      `proposal, ${length.toLocaleString('en')} characters`,
      propose(length),
    ]),
  ]
  const timed: Timed[] = []
  for (const [name, ask] of questions) timed.push({ name, ...(await time(ask, rounds)) })
  return timed
}

/** Milliseconds of each of some calls, one after the other, after some that are not counted. */
async function time(ask: (at: number) => unknown, rounds: number): Promise<Omit<Timed, 'name'>> {
  const took: number[] = []
  for (let at = 0; at < WARM; at++) await ask(at)
  const before = process.cpuUsage()
  for (let at = 0; at < rounds; at++) {
    const began = performance.now()
    await ask(WARM + at)
    took.push(performance.now() - began)
  }
  const { user, system } = process.cpuUsage(before)
  took.sort((one, other) => one - other)
  const of = (share: number) => took[Math.floor(rounds * share)] ?? 0
  return { p50: of(0.5), p95: of(0.95), own: (user + system) / 1000 / rounds }
}

/** Calls before it counts; a hundred of what is pure, until it is compiled. */
const WARM = 100
/** Characters: a sentence, a chat, two long stories, and the most that the form takes. */
const LENGTHS = [60, 250, 1_024, 4_000, 10_000]

const COMMON = [
  'حفرة شارع',
  'انقطاع كهرباء',
  'ماء مقطوع',
  'موعد مستشفى',
  'راتب متأخر',
  'نفايات متراكمة',
  'شكوى مدرسة',
]
const RARER = ['كردينو', 'شارع راسلدي', 'حسقاديعب', 'حي نزجب مدرسة', 'زينو قرب']
const TOGETHER = [
  'لم يتم اتخاذ أي إجراء',
  'انتظرت على الهاتف ساعة كاملة',
  'المقاول ترك الشغل',
  'نطالب بمحاسبة المقصرين',
  'إرسال فريق للكشف',
]
const NEVER = ['راتب كهرباء', 'جواز حفرة', 'نفايات توجيهي', 'طبيب إشارة']
const ASKED = [
  'كيف أجدد جوازي',
  'الكهربا مقطوعة',
  'فاتورة المي غالية',
  'how do I renew my licence',
  'موعد المستشفى',
]

const officer = (role: StaffRole, scope: 'nation' | 'entity', scopeId?: string): Officer => ({
  id: '00000000-0000-7000-8000-000000000000',
  name: role,
  language: 'ar',
  grants: [{ id: '00000000-0000-7000-8000-000000000000', role, scope, ...(scopeId && { scopeId }) }],
})
