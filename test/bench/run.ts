import { readFileSync, statSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from '#platform'
import { sweepAbandoned } from '../kit/scratch.ts'
import { askGrowing } from './figures.ts'
import { type Category, writeHistory } from './history.ts'
import { climbTogether } from './ladder.ts'
import { type Load, load, send } from './load.ts'
import { nation } from './nation.ts'
import { readGrowing } from './problems.ts'
import { watchRoom } from './room.ts'
import { aSawt, type Sawt } from './sawt.ts'
import { sealedReports } from './sealed.ts'
import { lookGrowing } from './similar.ts'
import { submitAgainstRaw } from './submit.ts'
import { asResident, asStaff } from './visit.ts'

/*
 * `npm run bench`: one run, one machine, server, database and load together. Figures are compared within the
 * run; a machine's speed changes from hour to hour.
 */
async function bench() {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '100000,1000000' },
      seconds: { type: 'string', default: '6' },
      figures: { type: 'boolean' },
      similar: { type: 'boolean' },
      nation: { type: 'boolean' },
      own: { type: 'string', default: '4000' },
      keep: { type: 'string' },
      rounds: { type: 'string', default: '100' },
      ladder: { type: 'boolean' },
      sealed: { type: 'boolean' },
      reports: { type: 'string', default: '300' },
      clocks: { type: 'string', default: '100000' },
      problems: { type: 'boolean' },
      read: { type: 'string', default: '20000' },
      others: { type: 'string', default: '3000000' },
      room: { type: 'boolean' },
      viewers: { type: 'string', default: '2000' },
      changes: { type: 'string', default: '5' },
      port: { type: 'string', default: '8096' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    console.log(`npm run bench -- [--cases 100000,1000000] [--seconds 6]
    Measures submitting against raw inserts, pages, lists, search and import, at each number of cases.
npm run bench -- --sealed [--reports 300]
    Measures reports to the sealed room, sealed and with their work done before.
npm run bench -- --figures [--cases 100000,1000000] [--rounds 100]
    Measures dashboards and the public scorecard at each number of cases.
npm run bench -- --similar [--cases 100000,1000000] [--rounds 100]
    Measures like cases (a text of its own each round), searches, and proposals by length at each number of cases, and
    how many of the cases that a second person wrote about are found again. A million takes 3 to 6 minutes and 2.5 GB.
npm run bench -- --nation [--cases 1000000] [--own 4000] [--keep FOLDER] [--rounds 100]
    Builds a nation of imported history and living cases, and holds every number of its pages, public files and books
    against a count of its own; then measures the pages. Ends with 1 when a number differs. FOLDER keeps it.
npm run bench -- --ladder [--clocks 100000]
    Measures how long it takes until all clocks that are due at one moment have climbed, each once.
npm run bench -- --problems [--read 20000] [--others 3000000]
    Measures what the finder of recurring problems costs for a case, as cases become more.
npm run bench -- --room [--viewers 2000] [--changes 5]
    Measures the operations room on so many screens: memory, and how long until a change is on all of them.
--port 8096: where the Sawt that is measured listens.`)
    return
  }

  await sweepAbandoned()
  const seconds = Number(values.seconds)
  const sizes = values.cases.split(',').map(Number)
  const categories = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../db/seeds/reference/categories.json'), 'utf8'),
  )

  say(
    `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}`,
  )
  if (values.figures) return figures(sizes, Number(values.rounds))
  if (values.similar) return similar(sizes, Number(values.rounds), categories)
  if (values.nation) {
    const { own, keep, rounds, port } = values
    const options = {
      ...{ cases: sizes.at(-1) ?? 0, own: Number(own), keep },
      ...{ rounds: Number(rounds), port: Number(port) },
    }
    process.exitCode = await nation(options, say)
    return
  }
  if (values.ladder) return ladder(Number(values.clocks))
  if (values.problems) return problems(Number(values.read), Number(values.others), categories)
  const sawt = await aSawt(Number(values.port))
  try {
    if (values.sealed) return await sealed(sawt, Number(values.reports))
    if (values.room) return await room(sawt, Number(values.viewers), Number(values.changes))
    const token = (await sawt.command('token', '--role', 'agent', '--name', 'Bench')).output.trim()
    await submissions(sawt, token, seconds)
    await start(sawt)
    let there = 0
    for (const cases of sizes) {
      await grow(sawt, categories, there, cases)
      there = cases
      await pages(sawt, token, cases, seconds)
    }
  } finally {
    await sawt.db.close()
    await sawt.end()
  }
}

/** What leaders and the public ask, as cases become more: the whole page's figures, one question after the other. */
async function figures(sizes: number[], rounds: number) {
  await askGrowing(sizes, rounds, ({ cases, cells, asked }) => {
    say(`\nFigures at ${number(cases)} cases (${number(cells)} cells; ${rounds} rounds each)`)
    for (const { name, p50, p95 } of asked)
      say(`  ${name.padEnd(34)} p50 ${p50.toFixed(1).padStart(6)} ms  p95 ${p95.toFixed(1).padStart(6)} ms`)
  })
}

/** What is looked up while somebody writes or reads a case. */
async function similar(sizes: number[], rounds: number, categories: Parameters<typeof lookGrowing>[2]) {
  await lookGrowing(sizes, rounds, categories, ({ cases, brought, timed, recall }) => {
    say(`\nLooking among ${number(cases)} cases (brought in ${brought.toFixed(0)} s; ${rounds} rounds each)`)
    for (const { name, p50, p95, own } of timed)
      say(
        `  ${name.padEnd(40)} p50 ${p50.toFixed(2)} ms  p95 ${p95.toFixed(2)} ms  own work ${own.toFixed(2)} ms`,
      )
    const { at1, at10, n } = recall
    say(`  of ${n} matters of which two people wrote, first ${at1.toFixed(2)}, among ten ${at10.toFixed(2)}`)
  })
}

/** Cases of four months, read one after the other. */
async function problems(cases: number, others: number, categories: Category[]) {
  say(`\nRecurring problems: ${number(cases)} cases, beside ${number(others)} keys of others`)
  await readGrowing(cases, others, categories, ({ before, perCase, ownWork, clusters }) =>
    say(
      `  after ${number(before).padStart(9)} cases  ${perCase.toFixed(2)} ms a case, own work ${ownWork.toFixed(2)}  ${number(clusters)} clusters`,
    ),
  )
}

/** The sealed room: the field's best known answered 0.5 reports a second, and refused two thirds at eight clients. */
async function sealed(sawt: Sawt, count: number) {
  say(`\nSealed reports: ${number(count)} at each number of clients, each durable with a key of its own`)
  for (const clients of [1, 8, 32]) {
    const found = await sealedReports(sawt, clients, count)
    say(
      `  ${pad(clients)} clients  ${rate(found)}  p50 ${ms(found.p50)}  p95 ${ms(found.p95)}  p99 ${ms(found.p99)}  refused ${found.wrong} of ${count}`,
    )
  }
}

/** The operations room on many screens: real streams, from another process than the application's. */
async function room(sawt: Sawt, viewers: number, changes: number) {
  say(`\nOperations room: ${number(viewers)} open streams, ${changes} changes one after the other`)
  const found = await watchRoom(sawt, viewers, changes, (line) => say(`  ${line}`))
  for (const { half, all, reached } of found.changes)
    say(
      `  on half of the screens after ${half.toFixed(2)} s, on all after ${all.toFixed(2)} s  (${number(reached)} of ${number(viewers)})`,
    )
  const mb = (megabytes: number) => `${megabytes.toFixed(0)} MB`
  say(
    `  memory of the application: before ${mb(found.before)}, with all open ${mb(found.open)}, at most ${mb(found.peak)}, after they were cut ${mb(found.after)}; streams lost ${found.lost}`,
  )
}

/** Everybody at once, as on the first morning after Eid. */
async function ladder(clocks: number) {
  say(`\nThe ladder: ${number(clocks)} clocks due at one moment`)
  for (const workers of [1, 2]) {
    const { seconds, rungs, doubled, left } = await climbTogether(clocks, workers)
    say(
      `  ${workers} ${workers === 1 ? 'worker ' : 'workers'}  ${seconds.toFixed(1)} s  ${(clocks / seconds).toFixed(0)}/s  climbed ${number(rungs)}, twice ${doubled}, left ${left}`,
    )
  }
}

/** Durable submissions through HTTP against raw inserts of the same rows. */
async function submissions(sawt: Sawt, token: string, seconds: number) {
  say('\nSubmit: durable, through HTTP, against raw inserts of the same five rows with `pg` alone')
  for (const clients of [1, 8, 32]) {
    const { raw, ours } = await submitAgainstRaw(sawt, token, clients, seconds)
    say(
      `  ${pad(clients)} clients  ${rate(ours)}  p50 ${ms(ours.p50)}  p99 ${ms(ours.p99)}  raw ${rate(raw)}  ratio ${(ours.rate / raw.rate).toFixed(2)}${wrong(ours)}`,
    )
  }
}

async function start(sawt: Sawt) {
  const memory = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${sawt.pid}/status`, 'utf8'))?.[1]) / 1024
  say(`\nMemory of the application after that: ${memory.toFixed(0)} MB`)
}

/** Brings the database to so many cases by importing history, and waits until search knows them. */
async function grow(sawt: Sawt, categories: Category[], there: number, cases: number) {
  say(`\nImport: from ${number(there)} to ${number(cases)} cases of history, with their events`)
  const { file, mapping } = await writeHistory(sawt.dataDir, categories, there, cases)
  const megabytes = statSync(file).size / 2 ** 20
  let started = performance.now()
  const { code, output } = await sawt.command('import', file, '--mapping', mapping, '--source', 'bench')
  const took = (performance.now() - started) / 1000
  if (code !== 0) throw new Error(`The import failed:\n${output.slice(-1000)}`)
  say(
    `  ${number(cases - there)} rows, ${megabytes.toFixed(0)} MB: ${((cases - there) / took).toFixed(0)} rows/s`,
  )
  started = performance.now()
  await searchIsReady(sawt)
  say(`  search caught up ${((performance.now() - started) / 1000).toFixed(0)} s later`)
  await sawt.db.run(sql`select 1`)
}

async function searchIsReady({ db }: Sawt) {
  for (;;) {
    const left = await db.row<{ left: boolean }>(sql`
      select exists (select from case_events e, feed_cursors f
                      where f.consumer = 'search' and (e.tx, e.case_id, e.seq) > (f.tx, f.case_id, f.seq)) as left`)
    if (!left?.left) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function pages(sawt: Sawt, token: string, cases: number, seconds: number) {
  const submitted = await send(undefined, sawt.port, {
    method: 'POST',
    path: '/api/v1/cases',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'complaint', text: 'الكهربا مقطوعة عنا من مبارح بالزرقاء والموظف ما رد' }),
  })
  const resident = await asResident(sawt, JSON.parse(submitted.text))
  const reviewer = await asStaff(sawt, 'reviewer@sawt.example')
  const liaison = await asStaff(sawt, 'liaison.works@sawt.example')
  say(`\nPages at ${number(cases)} cases, 16 connections`)
  await measure('a case, as its resident sees it', () => resident())
  await measure('desk list, an entity', () => liaison('/ar/desk'))
  await measure('desk list, the nation', () => reviewer('/ar/desk'))
  await measure('desk search, two words', () => reviewer(`/ar/desk?q=${pick(WORDS)}`))
  say('  one at a time:')
  await measure('desk list, an entity', () => liaison('/ar/desk'), 1)
  await measure('desk list, the nation', () => reviewer('/ar/desk'), 1)
  await measure('desk search, two words', () => reviewer(`/ar/desk?q=${pick(WORDS)}`), 1)

  async function measure(what: string, next: () => ReturnType<typeof resident>, clients = 16) {
    await load(sawt.port, clients, 0.5, next)
    const found = await load(sawt.port, clients, seconds / 2, next)
    say(
      `  ${what.padEnd(34)} ${rate(found)}  p50 ${ms(found.p50)}  p95 ${ms(found.p95)}  p99 ${ms(found.p99)}${wrong(found)}`,
    )
  }
}

const WORDS = [
  'حفرة شارع',
  'انقطاع كهرباء',
  'ماء مقطوع',
  'موعد مستشفى',
  'حي 117',
  'راتب متأخر',
  'نفايات متراكمة',
].map(encodeURIComponent)
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item

function say(line: string) {
  console.log(line)
}
const pad = (value: number) => String(value).padStart(2)
const number = (value: number) => value.toLocaleString('en')
const rate = ({ rate }: Load) => `${rate.toFixed(0).padStart(6)}/s`
const ms = (value: number) => `${value.toFixed(1)} ms`
const wrong = ({ wrong, count }: Load) => (wrong > 0 ? `  WRONG ANSWERS: ${wrong} of ${count}` : '')

await bench()
