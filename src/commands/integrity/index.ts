import { CONSOLE, command, misunderstood, type Say } from '../command.ts'
import { type AtServer, showManifest } from './at-the-server.ts'
import { exportLost, importRecovered } from './lost-keys.ts'
import { inviteOfficer, officerLeaves, showOfficers } from './officers.ts'
import { holdDrill, makeAuthority, makeEscrow, showFingerprint, signDraft } from './offline.ts'
import { openRecovery } from './recover.ts'
import { draftRoster, publish } from './rosters.ts'

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
export async function integrity(args: string[], onServer: OnServer, say: Say = CONSOLE): Promise<number> {
  const [first = 'help', second = ''] = args
  const name = first === 'recover' && !isHelp(second) ? `${first} ${second}` : first
  const sub = [OFFLINE, AT_SERVER].find((subs) => Object.hasOwn(subs, name))?.[name]
  if (!sub && (isHelp(name) || args.some(isHelp))) {
    say.print(HELP)
    return 0
  }
  if (!sub) return misunderstood('integrity', `There is no command integrity ${name}.`, say)
  const understood = understand(sub, name, args.slice(name.split(' ').length), say)
  if (typeof understood === 'number') return understood
  try {
    return OFFLINE[name] ? await understood(say) : await onServer((at) => understood({ ...at, ...say }))
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    if (code === 'EEXIST')
      return misunderstood('integrity', `${message}. What is there is never replaced.`, say)
    if (code === 'ENOENT') return misunderstood('integrity', message, say)
    throw error
  }
}

const isHelp = (word: string) => ['help', '--help', '-h'].includes(word)

const understand = ({ options, needs, run }: Sub, name: string, args: string[], say: Say) =>
  command<Options, Say>('integrity', {
    help: HELP,
    options,
    mistake: (typed) => {
      const missing = needs.filter((need) => typed[need] === undefined)
      return missing.length > 0 ? `integrity ${name}: --${missing.join(', --')} is missing.` : undefined
    },
    run: async (to, typed) => run(to, typed),
  })(args, say)
