import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'

/** What is looked for, in the ways that programs write text. */
export const needles = (words: Record<string, string>): Map<string, Buffer> =>
  new Map(
    Object.entries(words).flatMap(([name, word]) => [
      [name, Buffer.from(word)],
      [`${name} (UTF-16)`, Buffer.from(word, 'utf16le')],
      // The middle of what base64 makes of it, whatever stands before.
      ...[0, 1, 2].map((shift) => [`${name} (base64, ${shift})`, inBase64(word, shift)] as const),
    ]),
  )

function inBase64(word: string, shift: number): Buffer {
  const written = Buffer.concat([Buffer.alloc(shift, 120), Buffer.from(word)]).toString('base64')
  return Buffer.from(written.slice(4, -4))
}

export const foundIn = (bytes: Buffer, wanted: Map<string, Buffer>): string[] =>
  [...wanted].filter(([, needle]) => bytes.includes(needle)).map(([name]) => name)

/** Every file below a folder in which something stands. */
export function foundBelow(folder: string, wanted: Map<string, Buffer>): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name)
      return foundIn(readFileSync(path), wanted).map((name) => `${path}: ${name}`)
    })
}

/**
 * What stands in the memory of a running process; undefined where this machine does not let one look.
 *
 * @param shared whether memory that it shares with others is looked through as well
 */
export function foundInMemory(
  pid: number,
  wanted: Map<string, Buffer>,
  { shared = true } = {},
): string[] | undefined {
  let memory: number
  try {
    memory = openSync(`/proc/${pid}/mem`, 'r')
  } catch {
    return undefined
  }
  const found = new Set<string>()
  for (const [from, to] of mapped(pid, shared))
    for (let at = from; at < to; at += PIECE)
      for (const name of foundIn(piece(memory, at, Math.min(to, at + PIECE + OVERLAP)), wanted))
        found.add(name)
  closeSync(memory)
  return [...found]
}

const PIECE = 4 * 1024 * 1024
/** Longer than any needle, so that none is cut in two. */
const OVERLAP = 1024
const ZEROS = Buffer.alloc(PIECE + OVERLAP)

/** Written memory that is really there: most of what a process reserves it never touches. */
function mapped(pid: number, shared: boolean): [number, number][] {
  const kind = shared ? /^([0-9a-f]+)-([0-9a-f]+) rw/ : /^([0-9a-f]+)-([0-9a-f]+) rw.p/
  return readFileSync(`/proc/${pid}/smaps`, 'utf8')
    .split(/\n(?=[0-9a-f]+-[0-9a-f]+ )/)
    .filter((map) => !/\nRss: +0 kB/.test(map))
    .flatMap((map) => {
      const [, from, to] = kind.exec(map) ?? []
      return from && to ? [[Number.parseInt(from, 16), Number.parseInt(to, 16)]] : []
    })
}

function piece(memory: number, from: number, to: number): Buffer {
  const bytes = Buffer.alloc(to - from)
  try {
    const read = bytes.subarray(0, readSync(memory, bytes, 0, bytes.length, from))
    return read.equals(ZEROS.subarray(0, read.length)) ? read.subarray(0, 0) : read
  } catch {
    // Guard pages and the like.
    return Buffer.alloc(0)
  }
}
