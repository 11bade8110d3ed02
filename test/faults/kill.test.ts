import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { aDataFolder, aToken, postmasterOf, type RealSawt, startSawt } from '../kit/real-sawt.ts'
import { type Acknowledged, storedReferences, submit, submitting } from './submitting.ts'

async function found(address: string, { reference, pin }: Acknowledged): Promise<boolean> {
  const response = await fetch(`${address}/api/v1/cases/lookup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ reference, pin }),
  })
  return response.status === 200
}

/** Everything acknowledged is there, and asking again with the same keys makes nothing new. */
async function nothingLost(
  { address }: RealSawt,
  folder: string,
  token: string,
  acknowledged: (Acknowledged & { key: string })[],
) {
  assert.ok(acknowledged.length > 0, 'nothing was acknowledged: the test proved nothing')
  const stored = new Set(await storedReferences(folder))
  for (const { reference } of acknowledged)
    assert.ok(stored.has(reference.replaceAll('-', '')), `${reference} is lost`)
  for (const each of acknowledged.slice(-3))
    assert.ok(await found(address, each), `${each.reference} cannot be followed`)
  for (const each of acknowledged.slice(-5)) {
    const again = await submit(address, each.key, token)
    assert.deepEqual([again?.reference, again?.pin], [each.reference, each.pin])
  }
}

test('killed in the middle of submissions, the application loses nothing that it acknowledged', async (t) => {
  const folder = aDataFolder(t)
  let sawt = await startSawt(folder)
  const token = await aToken(folder, 'agent')
  for (let round = 0; round < 2; round++) {
    const clients = Array.from({ length: 4 }, () => submitting(sawt.address, token))
    await pause(250)
    await sawt.kill()
    await Promise.all(clients.map((client) => client.stop()))
    sawt = await startSawt(folder)
    await nothingLost(
      sawt,
      folder,
      token,
      clients.flatMap((client) => client.acknowledged),
    )
  }
  await sawt.kill()
})

test('a database that is killed comes back by itself, with everything that was acknowledged', async (t) => {
  const folder = aDataFolder(t)
  const sawt = await startSawt(folder)
  const token = await aToken(folder, 'agent')
  const clients = Array.from({ length: 4 }, () => submitting(sawt.address, token))
  for (let round = 0; round < 2; round++) {
    await pause(250)
    const pid = postmasterOf(folder)
    assert.ok(pid)
    process.kill(pid, 'SIGKILL')
    const before = clients.flatMap((client) => client.acknowledged).length
    const patience = Date.now() + 30_000
    while (clients.flatMap((client) => client.acknowledged).length < before + 4 && Date.now() < patience)
      await pause(50)
  }
  await Promise.all(clients.map((client) => client.stop()))
  await nothingLost(
    sawt,
    folder,
    token,
    clients.flatMap((client) => client.acknowledged),
  )
  await sawt.kill()
})
