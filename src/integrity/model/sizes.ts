const KIB = 1024
const TAG = 16

/** A sealed text is of one of these sizes and no other: a short one and a long one of a class look alike. */
export const CIPHERTEXT_SIZES: readonly number[] = [4, 16, 64, 256].map((size) => size * KIB + TAG)

export const CHUNK = 1024 * KIB + TAG
const SMALL_CHUNKS = [64 * KIB + TAG, 256 * KIB + TAG]
export const CHUNK_SIZES: readonly number[] = [...SMALL_CHUNKS, CHUNK]

export const MOST_FILES = 5
export const MOST_CHUNKS = 25

/** Whether these are the sizes of one whole file: of one small class, or of full chunks only. */
export const isFile = (sizes: readonly (number | undefined)[]): boolean =>
  sizes.every((size) => size === CHUNK) ||
  (sizes.length === 1 && SMALL_CHUNKS.some((size) => size === sizes[0]))
