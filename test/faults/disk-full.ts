import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { aDataFolder } from '../kit/real-sawt.ts'
import { removeScratch, scratchFolder } from '../kit/scratch.ts'
import { balance, type NotTried, type Outcome } from './books.ts'
import { servesAgain } from './kill-application.ts'
import { type Load, underLoad } from './load.ts'
import { type Bench, onePlace, until } from './place.ts'

const MEGABYTE = 2 ** 20
const WHAT = 'disk full'

/**
 * The disk below DATA_DIR is full for so many seconds, time after time: refused with words, and served again once there
 * is room, by the same process.
 */
export async function diskFull(bench: Bench, spells: readonly number[]): Promise<Outcome | NotTried> {
  const disk = aSmallDisk(bench)
  if (!disk) return { what: WHAT, notTried: 'only root may mount a small disk here' }
  const place = onePlace(bench, aDataFolder(bench, disk.folder))
  const sawt = await place.start()
  const target = { ...place.tokens, address: sawt.address }
  const load = underLoad(() => target)
  const recoveries: number[] = []
  const broken: string[] = []
  for (const seconds of spells) {
    await servesAgain(load)
    disk.fill()
    await refuses(load)
    await pause(seconds * 1000)
    broken.push(...(await pageIsHonest(sawt.address)))
    disk.empty()
    recoveries.push(await servesAgain(load))
  }
  await load.stop()
  const books = await balance(place, target, load)
  if (sawt.child.exitCode !== null) broken.push('the application ended')
  const notes = [...books.notes, `${load.refused} refusals with words and Retry-After`]
  const how = `for ${spells.join(', ')} s`
  return { what: WHAT, times: how, recoveries, ...books, notes, broken: [...books.broken, ...broken] }
}

/** Until clients hear no more yes for a second. */
async function refuses(load: Load): Promise<void> {
  let [known, since] = [-1, performance.now()]
  await until(
    'a refusal',
    () => {
      if (load.acknowledged.length !== known) [known, since] = [load.acknowledged.length, performance.now()]
      return performance.now() - since > 1_000
    },
    120,
  )
}

/** What a resident's browser is shown: the page, or words about when to come back. */
async function pageIsHonest(address: string): Promise<string[]> {
  const response = await fetch(`${address}/ar/follow`, { headers: { accept: 'text/html' } })
  const text = await response.text()
  const honest =
    response.ok || (response.status === 503 && response.headers.has('retry-after') && text.includes('<h1'))
  return honest ? [] : [`a page was answered ${response.status}: ${text.slice(0, 200)}`]
}

/** A file system in memory, with a ballast that fills it up to the last page. */
function aSmallDisk(bench: Bench) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const at = scratchFolder('disk')
  bench.after(() => removeScratch(at))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=420m,mode=0755', 'tmpfs', at]).status !== 0)
    return undefined
  bench.after(() => spawnSync('umount', ['-l', at]))
  const folder = join(at, 'data')
  mkdirSync(folder)
  const ballast = join(at, 'ballast')
  return {
    folder,
    fill() {
      const { bavail, bsize } = statfsSync(at)
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - MEGABYTE)))
    },
    empty: () => rmSync(ballast),
  }
}
