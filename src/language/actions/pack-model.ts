import { lexiconOf } from '../model/latin-letters.ts'
import type { SuggestionModel } from './train-suggestions.ts'

/**
 * A model as bytes, to be stored and loaded by other processes: half precision, which changes no proposal by more
 * than a thousandth and halves the room (103 categories: 3.4 MB).
 */
export function packModel({
  labels,
  weighing,
  linear,
  confidence,
  lexicon,
}: SuggestionModel): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(
    JSON.stringify({ labels, confidence, size: weighing.rarity.length, words: [...lexicon.values()].flat() }),
  )
  const numbers = [weighing.rarity, linear.bias, linear.weights]
  const count = numbers.reduce((sum, { length }) => sum + length, 0)
  const start = startOf(head.length)
  const bytes = new Uint8Array(start + 2 * count)
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, 4)
  const halves = new Float16Array(bytes.buffer, start)
  let at = 0
  for (const each of numbers) {
    halves.set(each, at)
    at += each.length
  }
  return bytes
}

/** The model that was packed. Bytes that are no packed model throw: they were stored by this program. */
export function unpackModel(packed: Uint8Array): SuggestionModel {
  const bytes = packed.slice()
  const length = new DataView(bytes.buffer).getUint32(0, true)
  // Models that were stored before they carried words read Latin letters by the words of complaints alone.
  const {
    labels,
    confidence,
    size,
    words = [],
  } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)))
  const halves = new Float16Array(bytes.buffer, startOf(length))
  const cut = (from: number, to: number) => Float32Array.from(halves.subarray(from, to))
  const biases = size + labels.length
  return {
    labels,
    confidence,
    lexicon: lexiconOf(words),
    weighing: { rarity: cut(0, size) },
    linear: { labels: labels.length, bias: cut(size, biases), weights: cut(biases, halves.length) },
  }
}

/** Where the numbers begin: behind length and head, on an even byte. */
const startOf = (head: number): number => 4 + head + (head % 2)
