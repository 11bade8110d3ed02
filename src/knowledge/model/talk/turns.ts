import type { Say, Talk, Turn } from './talk.ts'

/** What can be begun from anywhere. */
export const MENU = ['do:file', 'do:ask', 'do:follow', 'do:person'] as const

/** A turn that goes on at another place; the choices of the last thing said are what a number means next. */
export function turn(talk: Talk, ...says: Say[]): Turn {
  const offered = says.findLast(({ choices }) => choices)?.choices ?? []
  return { talk: { ...talk, offered, missed: 0 }, says, keep: true }
}

/** Back to where everything can be begun, with nothing half done. */
export function home(talk: Talk, ...says: Say[]): Turn {
  const { filed, caseId, may } = talk
  const last = says.at(-1)
  const all = last?.choices ? says : [...says, { say: 'menu', choices: MENU } as Say]
  return turn({ at: 'open', filed, caseId, may, offered: [], missed: 0 }, ...all)
}

/** Not understood: says so, and after the second time offers a person. The place is asked again by `again`. */
export function missed(talk: Talk, again: readonly Say[]): Turn {
  const count = talk.missed + 1
  const first: Say = { say: count >= 2 ? 'offer-person' : 'not-understood' }
  const says = [first, ...again].map((each, at, all) =>
    at === all.length - 1 && count >= 2 ? withPerson(each) : each,
  )
  const next = turn(talk, ...says)
  return { ...next, talk: { ...next.talk, missed: count } }
}

const withPerson = (say: Say): Say => ({
  ...say,
  choices: [...new Set([...(say.choices ?? []), 'do:person'])],
})

/** Puts something before what a turn says. */
export const before = (say: Say, next: Turn): Turn => ({ ...next, says: [say, ...next.says] })
