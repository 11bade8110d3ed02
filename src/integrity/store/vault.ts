import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs, utimes } from 'node:fs/promises'
import { join } from 'node:path'

type Day = Temporal.PlainDate

/**
 * What lies in folders beside the database: one small key a report, and the chunks of files.
 *
 * Whatever is written is flushed to the disk before anybody is told so, and carries no moment: the time of files
 * and folders is set to the beginning of the day. Every name is hex that was checked before.
 */
export interface Vault {
  /** The report's key, made now; when there is one already (a crash came between), that one. */
  makeKey(report: string, day: Day): Promise<Buffer>
  key(report: string): Promise<Buffer | undefined>
  /** As much work as `key`, for a report that there is not. */
  decoy(): Promise<Buffer>
  destroyKey(report: string, day: Day): Promise<void>
  keys(): Promise<{ report: string; day: string }[]>
  /** Bytes that the disk of the files still has. */
  free(): Promise<number>
  putChunk(folder: string, file: string, index: number, content: Buffer, day: Day): Promise<void>
  /** Bytes, or undefined where there is none. */
  chunkSize(folder: string, file: string, index: number): Promise<number | undefined>
  chunk(folder: string, file: string, index: number): Promise<Buffer | undefined>
  /** The files of which there is any chunk. */
  filesIn(folder: string): Promise<string[]>
  folders(): Promise<{ folder: string; day: string }[]>
  removeFolder(folder: string, day: Day): Promise<void>
}

/** @param dir DATA_DIR/sealed: its folder `keys` is to be backed up for at most seven days, `files` like the database */
export function openVault(dir: string): Vault {
  const keys = join(dir, 'keys')
  const files = join(dir, 'files')
  for (const folder of [keys, files]) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const place = (folder: string, file: string, index: number) => join(files, folder, `${file}-${index}`)
  return {
    makeKey: async (report, day) => {
      const made = randomBytes(32)
      if (await write(join(keys, report), made, day)) return made
      return readFile(join(keys, report))
    },
    key: (report) => ifThere(readFile(join(keys, report))),
    decoy: async () => (await ifThere(readFile(join(keys, 'decoy')))) ?? randomBytes(32),
    destroyKey: async (report, day) => {
      await rm(join(keys, report), { force: true })
      await settle(keys, day)
    },
    keys: async () => (await named(keys)).map(({ name, day }) => ({ report: name, day })),
    free: async () => {
      const { bavail, bsize } = await statfs(files)
      return bavail * bsize
    },
    putChunk: async (folder, file, index, content, day) => {
      await mkdir(join(files, folder), { recursive: true, mode: 0o700 })
      const path = place(folder, file, index)
      const half = `${path}.${randomBytes(6).toString('hex')}.half`
      await write(half, content, day, 'elsewhere')
      await rename(half, path)
      await settle(join(files, folder), day)
      await settle(files, day)
    },
    chunkSize: async (folder, file, index) => (await ifThere(stat(place(folder, file, index))))?.size,
    chunk: (folder, file, index) => ifThere(readFile(place(folder, file, index))),
    filesIn: async (folder) => {
      const names = (await ifThere(readdir(join(files, folder)))) ?? []
      return [...new Set(names.map((name) => name.split('-')[0] ?? ''))]
    },
    folders: async () => (await named(files)).map(({ name, day }) => ({ folder: name, day })),
    removeFolder: async (folder, day) => {
      await rm(join(files, folder), { recursive: true, force: true })
      await settle(files, day)
    },
  }
}

/** Whether it was written: a file that is there stays as it is. */
async function write(path: string, content: Buffer, day: Day, settled?: 'elsewhere'): Promise<boolean> {
  const handle = await ifNotThere(open(path, 'wx', 0o600))
  if (!handle) return false
  try {
    await handle.writeFile(content)
    await handle.utimes(midnight(day), midnight(day))
    await handle.sync()
  } finally {
    await handle.close()
  }
  if (!settled) await settle(join(path, '..'), day)
  return true
}

/** A new name survives a power cut only when its folder is flushed as well. */
async function settle(folder: string, day: Day): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  await utimes(folder, midnight(day), midnight(day))
}

const midnight = (day: Day) => new Date(`${day}T00:00:00Z`)

async function named(folder: string): Promise<{ name: string; day: string }[]> {
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f]+$/.test(name))
  return Promise.all(
    names.map(async (name) => {
      const found = await ifThere(stat(join(folder, name)))
      return { name, day: (found?.mtime ?? new Date()).toISOString().slice(0, 10) }
    }),
  )
}

const ifThere = <Value>(asked: Promise<Value>) => except(asked, 'ENOENT')
const ifNotThere = <Value>(asked: Promise<Value>) => except(asked, 'EEXIST')

async function except<Value>(asked: Promise<Value>, code: string): Promise<Value | undefined> {
  try {
    return await asked
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === code) return undefined
    throw error
  }
}
