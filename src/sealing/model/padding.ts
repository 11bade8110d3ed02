import { no, type Result, yes } from '#kernel'
import type { Bytes } from './bytes.ts'

const KIB = 1024
export const CHUNK = 1024 * KIB
export const TEXT_CLASSES = [4 * KIB, 16 * KIB, 64 * KIB, 256 * KIB] as const
const SMALL_FILES = [64 * KIB, 256 * KIB]

export const MOST_FILES = 5
export const LARGEST_FILE = 25 * CHUNK

/** The content, `0x80`, zeros up to the class: a short text and a long one of a class look alike. */
export function padText(content: Uint8Array): Result<Bytes, 'text-too-long'> {
  const size = TEXT_CLASSES.find((one) => content.length < one)
  if (!size) return no('text-too-long')
  const padded = new Uint8Array(size)
  padded.set(content)
  padded[content.length] = 0x80
  return yes(padded)
}

/** The content of a padded text; undefined when the padding is not what it must be. */
export function unpadText(padded: Uint8Array): Uint8Array | undefined {
  if (!TEXT_CLASSES.some((size) => size === padded.length)) return undefined
  const end = padded.lastIndexOf(0x80)
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) return undefined
  return padded.subarray(0, end)
}

/** How large a file of `size` bytes looks from outside: 64 KiB, 256 KiB, then whole MiB. */
export const paddedFileSize = (size: number): number =>
  SMALL_FILES.find((one) => size <= one) ?? Math.max(1, Math.ceil(size / CHUNK)) * CHUNK

/** Into how many chunks a file of `size` bytes is cut. */
export const chunksOf = (size: number): number => Math.ceil(paddedFileSize(size) / CHUNK)
