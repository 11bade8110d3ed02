import type { Command, Understood } from './commands/command.ts'
import { evaluate } from './commands/evaluate.ts'
import { importFile } from './commands/import.ts'
import type { AtServer } from './commands/integrity/at-the-server.ts'
import { integrity } from './commands/integrity/index.ts'
import { migrate } from './commands/migrate.ts'
import { problems } from './commands/problems.ts'
import { reconcile } from './commands/reconcile.ts'
import { seed } from './commands/seed.ts'
import { token } from './commands/token.ts'
import { verify } from './commands/verify.ts'
import { house } from './house.ts'
import { launch } from './launch.ts'
import { sealed } from './sealed-process.ts'
import type { AppTools } from './tools.ts'
import { withDatabase } from './with-database.ts'

type Run = (args: string[]) => number | Promise<number>

/** The operator's command: `./bin/sawt COMMAND …`. Nothing is opened before a command has been understood. */
const COMMANDS: Record<string, Record<string, [about: string, run: Run]>> = {
  Running: {
    start: ['everything on one machine, as npm start does', (args) => launched('all', args)],
    web: ['only the pages and the API', (args) => launched('web', args)],
    worker: ['only what works in the background', (args) => launched('worker', args)],
    migrate: ['brings the schema up to date', onDatabase(migrate)],
    sealed: ['the sealed room alone, in a process of its own', (args) => alone(sealed(args))],
  },
  'Setting up': {
    seed: ['fills an empty database with a country', onDatabase(seed)],
    token: ['prints a bearer token for the API', onDatabase(token)],
  },
  'The sealed room': {
    integrity: ['keys, rosters, officers, escrow, drills', (args) => integrity(args, inTheRoom)],
  },
  'Bringing history': {
    import: ['brings cases from a CSV file with a mapping', onDatabase(importFile)],
  },
  Proving: {
    verify: ['that history was not rewritten, or that a receipt is genuine', onDatabase(verify)],
    reconcile: ['that every figure is what the cases and their events come to', onDatabase(reconcile)],
  },
  Finding: {
    problems: ['has all cases read anew for recurring problems', onDatabase(problems)],
  },
  Measuring: {
    evaluate: ['the text engine on your own texts', (args) => evaluate(args)],
  },
}

/** Does what was typed. @returns the exit code: 0, 1 when it was refused, 2 when it is not understood */
export async function operate([name = 'help', ...args]: string[]): Promise<number> {
  const known = Object.values(COMMANDS).find((group) => Object.hasOwn(group, name))?.[name]
  if (known) return known[1](args)
  const [about] = args
  if (name === 'help' && about) return operate([about, '--help'])
  const asked = ['help', '--help', '-h'].includes(name)
  ;(asked ? console.log : console.error)(asked ? help() : `There is no command ${name}.\n\n${help()}`)
  return asked ? 0 : 2
}

const help = (): string => `sawt COMMAND [--help]

${Object.entries(COMMANDS)
  .map(([group, commands]) => [group, ...Object.entries(commands).map(line)].join('\n'))
  .join('\n\n')}

Settings are read from the environment: DATABASE_URL, DATA_DIR, PORT and the rest; see README.md.`

const line = ([name, [about]]: [string, [string, Run]]) => `  ${name.padEnd(11)}${about}`

const launched = (role: string, args: string[]): Promise<number> => launch([role, ...args], house())

const alone = (understood: Understood<void>) =>
  typeof understood === 'number' ? understood : understood(undefined)

const inTheRoom = (run: (at: AtServer) => Promise<number>) => withDatabase((tools) => run(atServer(tools)))

function onDatabase(command: Command<AppTools>): Run {
  return (args) => {
    const understood = command(args)
    return typeof understood === 'number' ? understood : withDatabase(understood)
  }
}

/** The sealed room as the operator's commands use it, with the service's entities as the bodies to report about. */
function atServer({ sealed, directory }: AppTools): AtServer {
  if (!sealed) throw new Error('The room was opened with the tools')
  const bodies = async () => (await directory()).entities('en').map(({ id, name }) => ({ id, name }))
  const { room, dir, pages } = sealed
  return { room, dir, pages, bodies, print: console.log, complain: console.error }
}
