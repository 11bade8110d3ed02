import { join } from 'node:path'
import { openProofFolder } from '#cases'
import { systemClock } from '#kernel'
import { CannotStart, connect, migrate, openFiles, openLog, readConfig, visitDatabase } from '#platform'
import { evaluate } from './commands/evaluate.ts'
import { importFile } from './commands/import.ts'
import type { AtServer } from './commands/integrity/at-the-server.ts'
import { integrity } from './commands/integrity/index.ts'
import { problems } from './commands/problems.ts'
import { reconcile } from './commands/reconcile.ts'
import { seed } from './commands/seed.ts'
import { token } from './commands/token.ts'
import { verify } from './commands/verify.ts'
import { house } from './house.ts'
import { launch } from './launch.ts'
import { connectSealed } from './run.ts'
import { runSealed } from './sealed-process.ts'
import { openWing } from './sealed-wing.ts'
import { type AppTools, buildTools } from './tools.ts'

/** The operator's command: `./bin/sawt COMMAND …`. */
const HELP = `sawt COMMAND [--help]

Running
  start     everything on one machine, as npm start does
  web       only the pages and the API
  worker    only what works in the background
  migrate   brings the schema up to date
  sealed    the sealed room alone, in a process of its own

Setting up
  seed      fills an empty database with a country
  token     prints a bearer token for the API

The sealed room
  integrity keys, rosters, officers, escrow, drills

Bringing history
  import    brings cases from a CSV file with a mapping

Proving
  verify    that history was not rewritten, or that a receipt is genuine
  reconcile that every figure is what the cases and their events come to

Finding
  problems  has all cases read anew for recurring problems

Measuring
  evaluate  the text engine on your own texts

Settings are read from the environment: DATABASE_URL, DATA_DIR, PORT and the rest; see README.md.`

type Command = (tools: AppTools, args: string[]) => Promise<number>

const WITH_DATABASE: Record<string, Command> = {
  import: importFile,
  problems,
  reconcile,
  seed,
  token,
  verify,
  migrate: async () => said('The schema is up to date.'),
}

async function command([name = '', ...args]: string[]): Promise<number> {
  if (name === 'evaluate') return evaluate(args)
  if (name === 'sealed') return runSealed()
  if (name === 'integrity') return integrity(args, (run) => onDatabase((tools) => run(atServer(tools)), []))
  if (name === 'start' || name === 'web' || name === 'worker') {
    await launch([name === 'start' ? 'all' : name, ...args], house())
    return Number(process.exitCode ?? 0)
  }
  const known = WITH_DATABASE[name]
  if (known) return onDatabase(known, args)
  const asked = ['', 'help', '--help', '-h'].includes(name)
  ;(asked ? console.log : console.error)(asked ? HELP : `There is no command ${name}.\n\n${HELP}`)
  return asked ? 0 : 2
}

/** Opens the database of the Sawt that runs here, or brings it up for as long as the command takes. */
async function onDatabase(run: Command, args: string[]): Promise<number> {
  try {
    const config = readConfig(process.env)
    const log = openLog('warn')
    const database = await visitDatabase(config, log)
    await migrate(database.owner)
    const db = connect({ ...database.owner, role: 'sawt_app' })
    const sealed = connectSealed(config, database.owner)
    try {
      const files = openFiles({ dir: join(config.dataDir, 'files'), clamd: config.clamdUrl })
      const proof = openProofFolder(config.dataDir)
      const { publicUrl, demonstration } = config
      const secret = Buffer.from(config.secret)
      const clock = systemClock
      const tools = buildTools({ db, log, files, proof, secret, publicUrl, demonstration, clock })
      tools.sealed = openWing({ config, log, clock, sealed }, tools.clock)
      return await run(tools, args)
    } finally {
      await Promise.all([db.close(), sealed.close()])
      await database.stop()
    }
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    console.error(error.message)
    return 1
  }
}

/** The sealed room as the operator's commands use it, with the service's entities as the bodies to report about. */
function atServer({ sealed, directory }: AppTools): AtServer {
  if (!sealed) throw new Error('The room was opened with the tools')
  const bodies = async () => (await directory()).entities('en').map(({ id, name }) => ({ id, name }))
  const { room, dir, pages } = sealed
  return { room, dir, pages, bodies, print: console.log, complain: console.error }
}

function said(line: string): number {
  console.log(line)
  return 0
}

process.exitCode = await command(process.argv.slice(2))
