import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from '#platform'
import { postmasterOf, removeScratch, scratchFolder, sweepAbandoned } from './scratch.ts'

const HOLDER = join(import.meta.dirname, 'hold-postgres.ts')

/** A temporary folder of this test alone, and what a process left there. */
function aHome(t: TestContext) {
  const home = scratchFolder('sweep')
  t.after(() => removeScratch(home))
  const left = (by: number, purpose = 'bench') => {
    const folder = join(home, `sawt-${purpose}-${by}-a1B2c3`)
    mkdirSync(folder)
    chmodSync(folder, 0o711)
    writeFileSync(join(folder, 'case.txt'), 'a case')
    return folder
  }
  return { home, left }
}

/** The number of a process that has ended. */
const ended = () => spawnSync('true').pid

async function held(t: TestContext, folder: string): Promise<ChildProcess> {
  const holder = spawn(process.execPath, ['--no-warnings', HOLDER, join(folder, 'postgres')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  t.after(() => holder.kill('SIGKILL'))
  await once(holder.stdout, 'data')
  return holder
}

/** PostgreSQL takes a moment to notice that the Sawt which had it is dead; until then it counts as worked on. */
async function sweptUntilGone(home: string, folder: string) {
  for (let tries = 0; tries < 100 && existsSync(folder); tries++) {
    await sweepAbandoned(home)
    await pause(50)
  }
}

test('what a run that was killed left behind goes, with the cluster that lay elsewhere; what a living one made stays', async (t) => {
  const { home, left } = aHome(t)
  const [abandoned, own, elsewhere] = [left(ended()), left(process.pid), join(home, 'cluster')]
  const others = join(home, 'sawt-notes')
  for (const folder of [elsewhere, others]) mkdirSync(folder)
  symlinkSync(elsewhere, join(abandoned, 'postgres'))
  await sweepAbandoned(home)
  assert.deepEqual([abandoned, own, elsewhere, others].map(existsSync), [false, true, false, true])
})

test('a database that outlived its run is ended and removed; one that a Sawt still works on is left alone', async (t) => {
  const { home, left } = aHome(t)
  const [orphaned, worked] = [left(ended(), 'ladder'), left(ended(), 'figures')]
  const [killed, working] = await Promise.all([held(t, orphaned), held(t, worked)])
  const servers = [orphaned, worked].map((folder) => postmasterOf(folder) ?? 0)
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  assert.deepEqual(servers.map(isAlive), [true, true], 'a killed Sawt leaves its database running')
  await sweptUntilGone(home, orphaned)
  assert.deepEqual([orphaned, worked].map(existsSync), [false, true])
  assert.deepEqual(servers.map(isAlive), [false, true])
  working.kill('SIGKILL')
  await once(working, 'exit')
  await sweptUntilGone(home, worked)
  assert.deepEqual([existsSync(worked), ...servers.map(isAlive)], [false, false, false])
})
