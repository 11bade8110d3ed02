/** Where a problem stands. */
export const STATES = [
  'proposed',
  'open',
  'fixing',
  'fixed',
  'held',
  'came-back',
  'rejected',
  'merged',
] as const
export type State = (typeof STATES)[number]

/** Accepted by somebody and not given up: new cases of its kind belong to it. */
export const ACTIVE: readonly State[] = ['open', 'fixing', 'fixed', 'held', 'came-back']
/** Waits for its owner. */
export const UNFIXED: readonly State[] = ['open', 'fixing', 'came-back']

/**
 * One table says who may do what to a problem, and from which state; every page and the finder ask it.
 *
 * Nobody judges their own fix: the owner says that something was fixed, and what residents bring afterwards says
 * whether it held.
 */
export const STEPS = {
  // The finder proposes, a person decides. What was rejected comes again only when it has clearly grown.
  propose: { from: [], to: 'proposed', by: ['system'] },
  'propose-again': { from: ['rejected'], to: 'proposed', by: ['system'] },
  // What people in the operations room know before any text says it.
  declare: { from: [], to: 'open', by: ['analyst', 'operator'] },
  accept: { from: ['proposed'], to: 'open', by: ['analyst'] },
  reject: { from: ['proposed'], to: 'rejected', by: ['analyst'] },
  edit: { from: ['proposed', 'open', 'fixing', 'fixed', 'held', 'came-back'], to: 'same', by: ['analyst'] },
  merge: { from: ['proposed', 'open', 'fixing', 'came-back'], to: 'merged', by: ['analyst'] },
  'leave-out': {
    from: ['open', 'fixing', 'fixed', 'held', 'came-back'],
    to: 'same',
    by: ['analyst', 'reviewer', 'liaison'],
  },
  'take-in': {
    from: ['open', 'fixing', 'fixed', 'held', 'came-back'],
    to: 'same',
    by: ['reviewer', 'operator', 'liaison'],
  },

  // The owner's. For an entity that has not joined the central office writes down what it says.
  cause: {
    from: ['open', 'fixing', 'fixed', 'held', 'came-back'],
    to: 'same',
    by: ['liaison', 'head', 'central'],
  },
  plan: { from: ['open', 'fixing', 'came-back'], to: 'fixing', by: ['liaison', 'head', 'central'] },
  fix: { from: ['fixing'], to: 'fixed', by: ['liaison', 'head', 'central'] },
  answer: {
    from: ['open', 'fixing', 'fixed', 'held', 'came-back'],
    to: 'same',
    by: ['liaison', 'central'],
  },

  // What time and the residents say of a fix.
  hold: { from: ['fixed'], to: 'held', by: ['system'] },
  'come-back': { from: ['fixed', 'held'], to: 'came-back', by: ['system'] },

  // What everybody may read: while it lasts, and once it is over.
  announce: { from: ['open', 'fixing', 'came-back'], to: 'same', by: ['operator'] },
  'end-announcement': {
    from: ['open', 'fixing', 'fixed', 'held', 'came-back'],
    to: 'same',
    by: ['operator'],
  },
  publish: { from: ['fixed', 'held'], to: 'same', by: ['analyst'] },
} as const satisfies Record<string, Step>

export type StepName = keyof typeof STEPS

export interface Step {
  from: readonly State[]
  to: State | 'same'
  by: readonly Actor[]
}

/** Roles of staff; `central` is a reviewer who acts for an owner that has not joined; `system` is the finder and time. */
export type Actor = (typeof ACTORS)[number]
export const ACTORS = [
  'analyst',
  'operator',
  'reviewer',
  'releaser',
  'liaison',
  'head',
  'minister',
  'central',
  'system',
] as const

export const STEP_NAMES = Object.keys(STEPS) as StepName[]
export const isStep = (name: string): name is StepName => Object.hasOwn(STEPS, name)
