import { hash } from 'node:crypto'
import { Agent } from 'node:http'
import { base64url, newKeyPair, newSealedId, readRoster, recipientsOf, rosterHash, sealItem } from '#sealing'
import { type Load, send, spread } from './load.ts'
import type { Sawt } from './sawt.ts'

/**
 * Reports to the sealed room, each with its own keys, sealed and with its work done before the measuring begins: what
 * is measured is what the server does. No answer but 201 counts.
 */
export async function sealedReports(sawt: Sawt, clients: number, count: number): Promise<Load> {
  const bodies: string[] = []
  // Between two challenges a connection would grow old: the work takes its time.
  const once = new Agent({ keepAlive: false })
  const { rosters } = JSON.parse(
    (await send(once, sawt.port, { method: 'GET', path: '/sealed/api/rosters' })).text,
  )
  for (let made = 0; made < count; made++)
    bodies.push(JSON.stringify(await prepared(once, sawt.port, rosters.at(-1).document)))
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const times: number[] = []
  let wrong = 0
  const client = async () => {
    for (let body = bodies.pop(); body; body = bodies.pop()) {
      const began = performance.now()
      const headers = { 'content-type': 'application/json' }
      const { status } = await send(agent, sawt.port, {
        method: 'POST',
        path: '/sealed/api/reports',
        headers,
        body,
      })
      times.push(performance.now() - began)
      if (status !== 201) wrong++
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  return { ...spread(times), rate: (times.length - wrong) / seconds, wrong }
}

async function prepared(agent: Agent, port: number, document: string) {
  const read = readRoster(document)
  if (!read.ok) throw new Error(read.reason)
  const recipients = recipientsOf(read.value, { bodies: [], aboutUnit: false, excluded: [] })
  if (!recipients.ok) throw new Error(recipients.reason)
  const [id, reply] = [newSealedId(), newKeyPair()]
  const item = await sealItem(
    { what: 'x'.repeat(2000), reply: reply.publicKey },
    { report: id, purpose: 'report', item: id },
    recipients.value,
  )
  if (!item.ok) throw new Error(item.reason)
  const access = base64url(crypto.getRandomValues(new Uint8Array(32)))
  const common = {
    id,
    access,
    replyKey: reply.publicKey,
    roster: rosterHash(document),
    item: item.value,
    files: [],
  }
  return { ...(await work(agent, port)), ...common }
}

async function work(agent: Agent, port: number) {
  const headers = { 'content-type': 'application/json' }
  const asked = await send(agent, port, {
    method: 'POST',
    path: '/sealed/api/challenge',
    headers,
    body: '{}',
  })
  const { challenge, bits } = JSON.parse(asked.text)
  let counter = 0
  while (zeroBits(hash('sha256', `${challenge}:${counter}`, 'buffer')) < bits) counter++
  return { challenge, counter }
}

const zeroBits = (of: Buffer): number => {
  const first = of.findIndex((byte) => byte !== 0)
  return first * 8 + Math.clz32(of[first] ?? 0) - 24
}
