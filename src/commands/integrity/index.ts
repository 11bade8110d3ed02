import { parseArgs } from 'node:util'
import {
  type AtServer,
  draftRoster,
  exportLost,
  importRecovered,
  inviteOfficer,
  officerLeaves,
  publish,
  showManifest,
  showOfficers,
} from './at-the-server.ts'
import { holdDrill, makeAuthority, makeEscrow, showFingerprint, signDraft } from './offline.ts'
import { openRecovery } from './recover.ts'
import type { Say } from './say.ts'

const HELP = `The sealed room's keys and people; docs/operating/sealed-room.md says in which order and by whom.

On a machine that is never connected (no database, no network):
  sawt integrity authority --out FILE               the Authority's key, encrypted with a passphrase
  sawt integrity fingerprint --key FILE             its fingerprint, from FILE or FILE.pub
  sawt integrity escrow --out FOLDER --made YYYY-MM-DD [--trustee NAME …]
                                                    the escrow, in five sheets of which three are needed
  sawt integrity sign --draft FILE --key FILE --escrow FILE --age RECIPIENT --out FILE
                                                    signs the draft of a roster
  sawt integrity drill --escrow FILE --share FILE --share FILE --share FILE
                                                    proves that three sheets are the key; opens nothing
  sawt integrity recover open --file FILE --escrow FILE --authority FILE.pub --share FILE (three) --out FILE

At the server:
  sawt integrity invite --name-ar NAME --name-en NAME --office integrity|audit|custodian
                        [--body ENTITY] [--conflict ENTITY …]     a link for somebody new
  sawt integrity invite --officer ID [--lost]       a link for another device, or for a new key
  sawt integrity officers                           who there is, with the fingerprints of their keys
  sawt integrity leave --officer ID                 somebody leaves
  sawt integrity draft --out FILE                   the next roster, to be signed
  sawt integrity publish --file FILE [--authority FILE.pub]
  sawt integrity manifest                           fingerprints of everything that browsers are sent
  sawt integrity recover export --officer ID --out FILE
  sawt integrity recover import --file FILE

The passphrase is asked for, or taken from SAWT_PASSPHRASE.`

const text = { type: 'string' } as const
const many = { type: 'string', multiple: true } as const
type Options = Record<string, typeof text | typeof many | { type: 'boolean' }>

interface Sub {
  options: Options
  needs: string[]
  // biome-ignore lint/suspicious/noExplicitAny: each command names its own options, checked just before
  run: (to: any, given: any) => number | Promise<number>
}

const OFFLINE: Record<string, Sub> = {
  authority: { options: { out: text }, needs: ['out'], run: makeAuthority },
  fingerprint: { options: { key: text }, needs: ['key'], run: showFingerprint },
  escrow: { options: { out: text, made: text, trustee: many }, needs: ['out', 'made'], run: makeEscrow },
  sign: {
    options: { draft: text, key: text, escrow: text, age: text, out: text },
    needs: ['draft', 'key', 'escrow', 'age', 'out'],
    run: signDraft,
  },
  drill: { options: { escrow: text, share: many }, needs: ['escrow', 'share'], run: holdDrill },
  'recover open': {
    options: { file: text, escrow: text, authority: text, share: many, out: text },
    needs: ['file', 'escrow', 'authority', 'share', 'out'],
    run: openRecovery,
  },
}

const AT_SERVER: Record<string, Sub> = {
  invite: {
    options: {
      ...{ officer: text, lost: { type: 'boolean' }, office: text, body: text, conflict: many },
      ...{ 'name-ar': text, 'name-en': text },
    },
    needs: [],
    run: inviteOfficer,
  },
  officers: { options: {}, needs: [], run: showOfficers },
  leave: { options: { officer: text }, needs: ['officer'], run: officerLeaves },
  draft: { options: { out: text }, needs: ['out'], run: draftRoster },
  publish: { options: { file: text, authority: text }, needs: ['file'], run: publish },
  manifest: { options: {}, needs: [], run: showManifest },
  'recover export': { options: { officer: text, out: text }, needs: ['officer', 'out'], run: exportLost },
  'recover import': { options: { file: text }, needs: ['file'], run: importRecovered },
}

type OnServer = (run: (at: AtServer) => Promise<number>) => Promise<number>

/**
 * `sawt integrity …`.
 *
 * @param onServer opens the room for the commands that need it; the others never touch a database
 * @returns the exit code: 0, 1 when it was refused, 2 when the command is not understood
 */
export async function integrity(
  args: string[],
  onServer: OnServer,
  say: Say = { print: console.log, complain: console.error },
): Promise<number> {
  const [first = 'help', second = ''] = args
  if (['help', '--help', '-h'].includes(first)) {
    say.print(HELP)
    return 0
  }
  const name = first === 'recover' ? `${first} ${second}` : first
  const sub = OFFLINE[name] ?? AT_SERVER[name]
  if (!sub) return misunderstood(say, `There is no command integrity ${name}.`)
  try {
    const { values } = parseArgs({ args: args.slice(name.split(' ').length), options: sub.options })
    const missing = sub.needs.filter((need) => values[need] === undefined)
    if (missing.length > 0) return misunderstood(say, `--${missing.join(', --')} is missing.`)
    if (OFFLINE[name]) return await sub.run(say, values)
    return await onServer(async (at) => sub.run({ ...at, ...say }, values))
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    if (code.startsWith('ERR_PARSE_ARGS')) return misunderstood(say, message)
    if (code === 'EEXIST') return misunderstood(say, `${message}. What is there is never replaced.`)
    if (code === 'ENOENT') return misunderstood(say, message)
    throw error
  }
}

function misunderstood({ complain }: Say, why: string): number {
  complain(`${why}\nsawt integrity --help explains the commands.`)
  return 2
}
