import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { aDataFolder, aToken, postmasterOf, type RealSawt, startSawt } from '../kit/real-sawt.ts'
import { storedReferences, submit, submitting } from './submitting.ts'

/*
 * `npm run faults`: kills the application and the database in the middle of submissions, again and again, and
 * counts. SIGKILL does not test the loss of power: what the disk had acknowledged is there in either case.
 */
const HELP = `npm run faults -- [--app 200] [--database 50] [--clients 8]
  Kills the application and the database so many times under submissions, and counts what was lost or doubled.`

type Client = ReturnType<typeof submitting>

async function faults() {
  const { values } = parseArgs({
    options: {
      app: { type: 'string', default: '200' },
      database: { type: 'string', default: '50' },
      clients: { type: 'string', default: '8' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return console.log(HELP)
  const ends: (() => unknown)[] = []
  const folder = aDataFolder({ after: (end) => ends.push(end) })
  try {
    await killApp(folder, Number(values.app), Number(values.clients))
    await killDatabase(folder, Number(values.database), Number(values.clients))
  } finally {
    for (const end of ends) await end()
  }
}

async function killApp(folder: string, times: number, clients: number) {
  let sawt = await startSawt(folder)
  const token = await aToken(folder, 'agent')
  const all: Client[] = []
  const recoveries: number[] = []
  for (let round = 0; round < times; round++) {
    const these = Array.from({ length: clients }, () => submitting(sawt.address, token))
    all.push(...these)
    await pause(100 + Math.random() * 200)
    await sawt.kill()
    const killed = performance.now()
    await Promise.all(these.map((client) => client.stop()))
    sawt = await startSawt(folder)
    recoveries.push(performance.now() - killed)
    progress('application', round + 1, times)
  }
  await sumUp('application', times, folder, sawt, token, all, recoveries)
  await sawt.kill()
}

async function killDatabase(folder: string, times: number, clients: number) {
  const sawt = await startSawt(folder)
  const token = await aToken(folder, 'agent')
  const before = new Set(await storedReferences(folder))
  const all = Array.from({ length: clients }, () => submitting(sawt.address, token))
  const recoveries: number[] = []
  for (let round = 0; round < times; round++) {
    await pause(100 + Math.random() * 200)
    const pid = postmasterOf(folder)
    if (!pid) throw new Error('The database has not come back')
    process.kill(pid, 'SIGKILL')
    const killed = performance.now()
    const count = () => all.reduce((sum, client) => sum + client.acknowledged.length, 0)
    for (const known = count() + clients; count() < known; ) {
      if (performance.now() - killed > 60_000) throw new Error('Nothing was acknowledged for a minute')
      await pause(10)
    }
    recoveries.push(performance.now() - killed)
    progress('database', round + 1, times)
  }
  await Promise.all(all.map((client) => client.stop()))
  await sumUp('database', times, folder, sawt, token, all, recoveries, before)
  await sawt.kill()
}

/** Sends again what nobody heard of; then everything must be there once. */
async function sumUp(
  what: string,
  times: number,
  folder: string,
  { address }: RealSawt,
  token: string,
  clients: Client[],
  recoveries: number[],
  before: ReadonlySet<string> = new Set(),
) {
  const acknowledged = clients.flatMap((client) => client.acknowledged)
  const unheard = clients.flatMap((client) => client.unheard)
  const again: string[] = []
  for (const key of unheard) {
    const answer = await submit(address, key, token)
    if (answer) again.push(answer.reference)
  }
  const stored = (await storedReferences(folder)).filter((reference) => !before.has(reference))
  const known = new Set(
    [...acknowledged.map(({ reference }) => reference), ...again].map((each) => each.replaceAll('-', '')),
  )
  const lost = [...known].filter((reference) => !stored.includes(reference)).length
  const sorted = recoveries.toSorted((a, b) => a - b)
  const at = (share: number) =>
    `${((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) / 1000).toFixed(2)} s`
  console.log(
    `\nKilled the ${what} ${times} times under ${clients.length > 0 ? acknowledged.length : 0} acknowledged submissions`,
  )
  console.log(
    `  lost ${lost} of ${known.size}, doubled ${stored.length - known.size}; ${unheard.length} were never heard of and sent again`,
  )
  console.log(`  serving again after: median ${at(0.5)}, longest ${at(1)}`)
  if (lost > 0 || stored.length !== known.size) process.exitCode = 1
}

const progress = (what: string, done: number, of: number) =>
  process.stderr.write(`\r${what}: killed ${done} of ${of} times `)

await faults()
