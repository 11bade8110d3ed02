import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isId } from '#kernel'
import type { Shelf } from './stored-file.ts'

/**
 * Files in a local folder, under their ids, in 256 subfolders.
 *
 * Nothing that came from outside ever becomes part of a path: an id that is none finds nothing.
 */
export function openFolder(dir: string): Shelf {
  // The last digits of a UUIDv7 are random, the first are time and would fill one folder at a time.
  const place = (id: string) => join(dir, id.slice(-2).toLowerCase(), id.toLowerCase())
  return {
    put: (id, path) => moveForGood(path, place(id)),
    read: async (id) => {
      const handle = isId(id) ? await openIfThere(place(id)) : undefined
      return handle?.createReadStream()
    },
    remove: async (id) => {
      if (isId(id)) await rm(place(id), { force: true })
    },
  }
}

/** A renamed file survives a power cut only when the folder that names it is flushed as well. */
async function moveForGood(from: string, to: string) {
  const folder = dirname(to)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // Also when another upload made the folder a moment ago; costs nothing when there is nothing to flush.
  await flushFolder(dirname(folder))
  await rename(from, to)
  await flushFolder(folder)
}

async function flushFolder(folder: string) {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function openIfThere(path: string) {
  try {
    return await open(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
