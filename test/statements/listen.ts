import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import type { Project, Type } from 'typescript/unstable/sync'
import type { Db, Sql } from '#platform'
import { inventing } from './invent.ts'
import { entrancesOf } from './program.ts'
import type { Site } from './sites.ts'

/** Enough invented arguments for every branch that puts another piece into a statement. */
const CALLS = 100

/**
 * What is said at sites whose statements are composed of pieces: everything the file exports is called with
 * invented arguments and a database that only listens, and answers with invented rows.
 */
export async function heardAt(
  project: Project,
  file: string,
  sites: Site[],
): Promise<Map<Site, Set<string>>> {
  const heard = new Map(sites.map((site) => [site, new Set<string>()]))
  const invent: (type: Type) => fc.Arbitrary<unknown> = inventing(
    project.checker,
    listening(heard, (row) => invent(row)),
  )
  const exported = await import(pathToFileURL(file).href)
  for (const { name, takes } of entrancesOf(project, file))
    for (const given of fc.sample(fc.tuple(...takes.map(invent)), { numRuns: CALLS, seed: 1 }))
      await attempt(() => exported[name](...given))
  return heard
}

/** Whether a function can do something with what was invented does not matter, only what it said until then. */
async function attempt(work: () => unknown) {
  try {
    await work()
  } catch {}
}

function listening(heard: Map<Site, Set<string>>, invent: (row: Type) => fc.Arbitrary<unknown>): Db {
  let seed = 0
  const draw = <Value>(values: fc.Arbitrary<Value>): Value =>
    fc.sample(values, { numRuns: 1, seed: seed++ })[0] as Value
  const hear = (statement: Sql): fc.Arbitrary<unknown> => {
    const stack = new Error().stack ?? ''
    const site = [...heard.keys()].find(({ at }) => stack.includes(`${at})`) || stack.includes(`${at}\n`))
    if (site) heard.get(site)?.add(statement.text)
    return site?.row ? invent(site.row) : fc.constant({})
  }
  const db: Db = {
    rows: async <Row>(statement: Sql) => draw(fc.array(hear(statement), { maxLength: 2 })) as Row[],
    row: async <Row>(statement: Sql) =>
      draw(fc.option(hear(statement), { nil: undefined })) as Row | undefined,
    run: async (statement) => {
      hear(statement)
      return draw(fc.nat({ max: 1 }))
    },
    copy: async ({ values }) => values.length,
    transaction: (work) => work(db),
  }
  return db
}
