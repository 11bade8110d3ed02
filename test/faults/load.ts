import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '#kernel'

/** Where the load goes, and with whose tokens. */
export interface Target {
  address: string
  agent: string
  reviewer: string
}

/** Something that a client wants: sent again under the same key until somebody says yes to it. */
export interface Intention {
  what: 'submit' | 'route' | 'add'
  key: string
  path: string
  token?: string
  body: Record<string, unknown>
}

export interface Case {
  id: string
  reference: string
  pin: string
}

export interface Load {
  /** What the service said yes to, with its answer. */
  acknowledged: (Intention & { answer: Answer })[]
  /** What was sent and not answered with a yes before the end: nobody knows whether it happened. */
  unheard: Intention[]
  /** How often something was sent again under its key, because no yes was heard. */
  repeated: number
  /** How often the service said that it cannot answer now, with the words and the Retry-After that belong to it. */
  refused: number
  /** Answers that are neither a yes nor such a refusal, nor a connection that broke. */
  dishonest: string[]
  stop(): Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: an answer of the interface, looked at by whoever asked
type Answer = any

/**
 * Clients that submit a case, route it as the central office and add to it as its resident, one after the other,
 * until they are stopped. `address` is asked for anew each time: the service may have come back elsewhere.
 *
 * @param pace milliseconds between two cases of one client
 */
export function underLoad(target: () => Target, { clients = 4, pace = 0, mail = false } = {}): Load {
  const load: Omit<Load, 'stop'> = { acknowledged: [], unheard: [], repeated: 0, refused: 0, dishonest: [] }
  let stopped = false
  // Under the same key until it is a yes, as a browser or a program that hears nothing does.
  const insist = async (intention: Intention) => {
    for (;;) {
      const answer = await say(target(), intention, load)
      if (answer) return answer
      if (stopped) return void load.unheard.push(intention)
      load.repeated++
      await pause(20)
    }
  }
  const client = async () => {
    while (!stopped) {
      const made = await insist(submission(target(), mail))
      if (made && (await insist(routing(target(), made)))) await insist(addition(made))
      if (pace > 0) await pause(pace)
    }
  }
  const done = Promise.all(Array.from({ length: clients }, client))
  const stop = async () => {
    stopped = true
    await done
  }
  return Object.assign(load, { stop })
}

const submission = ({ agent }: Target, mail: boolean): Intention => {
  const key = newId()
  const text = `حفرة كبيرة في شارعنا ${key}`
  const requester = mail && { requester: { email: `${key}@example.com` } }
  return {
    what: 'submit',
    key,
    path: '/cases',
    token: agent,
    body: { type: 'complaint', text, ...requester },
  }
}

const routing = ({ reviewer }: Target, { id }: Case): Intention => ({
  what: 'route',
  key: newId(),
  path: `/desk/cases/${id}/steps`,
  token: reviewer,
  body: { step: 'route', entity: 'ministry-of-works', category: 'road-potholes' },
})

const addition = ({ reference, pin }: Case): Intention => ({
  what: 'add',
  key: newId(),
  path: '/cases/lookup/steps',
  body: { reference, pin, step: 'add', text: 'واتسعت بعد المطر' },
})

/** Says it once. @returns the answer when it was a yes */
async function say(to: Target, intention: Intention, load: Omit<Load, 'stop'>): Promise<Answer> {
  const response = await send(to, intention).catch(() => undefined)
  if (response?.ok) {
    // A yes whose words were cut off by the kill is not a yes that anybody heard.
    const answer = await response.json().catch(() => undefined)
    if (answer) load.acknowledged.push({ ...intention, answer })
    return answer
  }
  if (response?.status === 503 && response.headers.has('retry-after')) load.refused++
  else if (response) load.dishonest.push(`${intention.what}: ${response.status} ${await response.text()}`)
  return undefined
}

const send = ({ address }: Target, { path, key, token, body }: Intention) =>
  fetch(`${address}/api/v1${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })

/** Sends again what was never heard of, under the same keys: it happens now, or it is told that it had happened. */
export async function sayAgain(to: Target, load: Load): Promise<void> {
  const again = load.unheard.splice(0)
  for (const intention of again) if (!(await say(to, intention, load))) load.unheard.push(intention)
}

/** Says what was acknowledged once more. @returns how many answers were not the one of the first time */
export async function sayTwice(to: Target, said: Load['acknowledged']): Promise<number> {
  let different = 0
  for (const { answer, ...intention } of said) {
    const response = await send(to, intention)
    const again: Answer = await response.json()
    const same =
      intention.what === 'submit'
        ? again.reference === answer.reference && again.pin === answer.pin
        : response.ok && (again.event?.at ?? '') === (answer.event?.at ?? '')
    if (!same) different++
  }
  return different
}
