import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'
import { removeScratch, scratchFolder } from '../../../../test/kit/scratch.ts'
import { findPostmaster } from './postmaster.ts'

/** A starting server takes away what a killed one left and writes its own, over and over. */
const REPLACING = `
  const { rmSync, writeFileSync } = require('node:fs')
  const { workerData } = require('node:worker_threads')
  for (;;) { writeFileSync(workerData, '4194303\\n'); rmSync(workerData) }`

test('a file that a starting server replaces while it is read is no fault', async (t) => {
  const folder = scratchFolder('postmaster')
  const server = new Worker(REPLACING, { eval: true, workerData: join(folder, 'postmaster.pid') })
  t.after(async () => {
    await server.terminate()
    removeScratch(folder)
  })
  await new Promise((started) => server.once('online', started))
  for (let look = 0; look < 20_000; look += 1) assert.equal(findPostmaster(folder), undefined)
})
