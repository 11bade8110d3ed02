import { readFileSync } from 'node:fs'
import { Agent, get, type IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '#kernel'
import { send } from './load.ts'
import type { Sawt } from './sawt.ts'
import { asStaff } from './visit.ts'

export interface Watched {
  viewers: number
  /** Megabytes of the application: before, with all of them open, and the most it ever had. */
  before: number
  open: number
  peak: number
  /** Seconds from the beginning of a submission until so many screens showed it. */
  changes: { half: number; all: number; reached: number }[]
  /** Streams that ended before they were told to. */
  lost: number
  /** Megabytes after all of them were cut. */
  after: number
}

/** A screen in the making of this measure: what it last showed as received today, and when. */
interface Viewer {
  received: number
  at: number
  ended: boolean
  answer: IncomingMessage
}

/** So many operators at as many walls: real streams of one process, each of which hears of every change. */
export async function watchRoom(
  sawt: Sawt,
  viewers: number,
  changes: number,
  told: (line: string) => void,
): Promise<Watched> {
  const wall = await asStaff(sawt, 'operator@sawt.example')
  const token = (await sawt.command('token', '--role', 'agent', '--name', 'Room')).output.trim()
  for (let n = 0; n < 20; n++) await send(undefined, sawt.port, wall('/ar/operations'))
  const before = memory(sawt, 'VmRSS')
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY })
  const open: Viewer[] = []
  while (open.length < viewers) {
    const some = Math.min(50, viewers - open.length)
    const { headers } = wall('/ar/operations/live')
    open.push(...(await Promise.all(Array.from({ length: some }, () => view(agent, sawt.port, headers)))))
  }
  await until(() => open.every(({ received }) => received >= 0))
  told(`${viewers} streams are open, each has its board`)
  await pause(3000)
  const found: Watched['changes'] = []
  for (let n = 0; n < changes; n++) found.push(await change(sawt, token, open))
  const with_ = memory(sawt, 'VmRSS')
  const lost = open.filter(({ ended }) => ended).length
  for (const { answer } of open) answer.destroy()
  agent.destroy()
  await pause(2000)
  return {
    ...{ viewers, before, open: with_, peak: memory(sawt, 'VmHWM') },
    ...{ changes: found, lost, after: memory(sawt, 'VmRSS') },
  }
}

function view(agent: Agent, port: number, headers?: Record<string, string>): Promise<Viewer> {
  return new Promise((resolve, reject) => {
    const asked = get({ agent, port, host: '127.0.0.1', path: '/ar/operations/live', headers }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`A stream was refused: ${answer.statusCode}`))
      const viewer: Viewer = { received: -1, at: 0, ended: false, answer }
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        text += part
        const end = text.lastIndexOf('\n\n')
        if (end < 0) return
        const said = RECEIVED.exec(text.slice(0, end))?.[1]
        text = text.slice(end + 2)
        if (said === undefined) return
        viewer.received = Number(said.replace(/\D/g, ''))
        viewer.at = performance.now()
      })
      answer.on('error', () => undefined)
      answer.on('close', () => {
        viewer.ended = true
      })
      resolve(viewer)
    })
    asked.on('error', reject)
  })
}

/** The first figure of the part that says what is received today; from one on it is a link to its cases. */
const RECEIVED = /"now":\[.*?\["strong",\{\},(?:\["a",\{[^}]*\},)?"([\d,٠-٩]+)"\]/

/** A case arrives; all screens show one more. */
async function change(sawt: Sawt, token: string, viewers: readonly Viewer[]) {
  const wanted = Math.max(...viewers.map(({ received }) => received)) + 1
  const started = performance.now()
  await send(undefined, sawt.port, {
    method: 'POST',
    path: '/api/v1/cases',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': newId(),
    },
    body: JSON.stringify({ type: 'complaint', text: 'حفرة كبيرة في الشارع أمام المدرسة' }),
  })
  const has = ({ received }: Viewer) => received >= wanted
  await until(() => viewers.every(has), 30_000)
  const times = viewers
    .filter(has)
    .map(({ at }) => (at - started) / 1000)
    .toSorted((one, other) => one - other)
  return { half: times[times.length >> 1] ?? 0, all: times.at(-1) ?? 0, reached: times.length }
}

async function until(done: () => boolean, patience = 120_000) {
  const end = performance.now() + patience
  while (!done() && performance.now() < end) await pause(10)
}

/** Megabytes, as the kernel counts them. */
const memory = ({ pid }: Sawt, what: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
