import { beginFiling } from './draft.ts'
import { FILING } from './filing.ts'
import { beginFollowing, FOLLOWING, inCase } from './following.ts'
import type { Heard, Known } from './hear.ts'
import { helped, open } from './open.ts'
import type { PlaceName, Say, Talk, Turn } from './talk.ts'
import { before, home, turn } from './turns.ts'

/**
 * One table says what each place makes of a message, as the table of steps says who may do what. Before it comes
 * what holds everywhere: wrongdoing is sealed, and anybody may stop, ask for a person, or turn to something else.
 */
const PLACES: Readonly<Record<PlaceName, (talk: Talk, heard: Heard, known: Known) => Turn>> = {
  open,
  helped,
  ...FILING,
  ...FOLLOWING,
  case: (talk, heard, known) => inCase(talk, heard) ?? open({ ...talk, at: 'open' }, heard, known),
  sealed: (talk, heard, known) =>
    (['greeting', 'thanks', 'bye', 'who', 'help', 'yes', 'no'] as const).some((each) => heard.is(each))
      ? open({ ...talk, at: 'open' }, heard, known)
      : sealed(talk),
  // A person answers; what the service still hears is that somebody would rather have it back.
  person: (talk, heard) =>
    heard.is('bot') || heard.choice === 'do:bot'
      ? home(talk, { say: 'back-to-bot' })
      : { talk, says: [], keep: true },
}

/** What a message comes to. Pure: what must be done outside is wanted, and `afterwards` is told how it ended. */
export function respond(talk: Talk, heard: Heard, known: Known): Turn {
  if (heard.is('sealed')) return sealed(talk)
  const next = everywhere(talk, heard, known) ?? PLACES[talk.at](talk, heard, known)
  if (heard.is('emergency') && talk.at !== 'person') return before({ say: 'emergency' }, next)
  if (heard.is('angry') && talk.at !== 'person') return before({ say: 'sorry' }, next)
  return next
}

/** Points to the sealed room. Nothing of the message is kept, nor of what was being written. */
const sealed = (talk: Talk): Turn => ({
  ...turn(
    { at: 'sealed', filed: talk.filed, offered: [], missed: 0 },
    { say: 'sealed', choices: ['do:menu'] },
  ),
  keep: false,
})

/** What may be said at any place. In the middle of a story the same words are part of it, which `signals` sees to. */
function everywhere(talk: Talk, heard: Heard, known: Known): Turn | undefined {
  const { choice } = heard
  if (talk.at === 'person') return undefined
  if (choice === 'do:cancel' || choice === 'do:menu')
    return home(talk, ...(choice === 'do:cancel' ? [{ say: 'left' } as Say] : []))
  if (choice === 'do:person' || (!choice && heard.is('person')))
    return { ...turn(talk), want: { do: 'person' } }
  if (choice === 'do:file') return beginFiling(talk, { ...heard, text: '', type: undefined }, known)
  if (choice === 'do:ask') return home(talk, { say: 'hello', choices: ['do:file', 'do:follow', 'do:person'] })
  if (choice === 'do:follow') return beginFollowing(talk, heard)
  if (!choice && heard.is('cancel')) return home(talk, { say: 'left' })
  if (!choice && heard.is('help')) return home(talk, { say: 'who' })
  if (!choice && isAside(talk, heard)) return follows(talk, heard)
  return undefined
}

/** Turning to another case in the middle of something else; not where a number is what was asked for. */
const isAside = ({ at }: Talk, heard: Heard): boolean =>
  !['reference', 'pin', 'code', 'open', 'case', 'contact'].includes(at) &&
  (heard.reference !== undefined ? heard.words <= 8 : heard.is('follow') && heard.words <= 5)

const follows = (talk: Talk, heard: Heard): Turn => beginFollowing(talk, heard)
