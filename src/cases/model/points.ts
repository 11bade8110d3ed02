import { LIMITS } from './limits.ts'

/** Fewer words than this are a greeting or a sigh, no point. */
const LEAST_WORDS = 3
const MOST = 8

/**
 * The points that a text seems to raise, in its own words: its lines, numbered items and sentences. A proposal
 * for whoever answers, so that nothing that was asked is overlooked.
 */
export function splitPoints(text: string): string[] {
  const pieces = text
    .split(/\r?\n|(?<=[.!?؟؛])\s+/u)
    .map((piece) => piece.replace(/^[\s\-–•*·]*(?:[0-9٠-٩]{1,2}[.)-]\s*)?/u, '').trim())
    .filter((piece) => piece.split(/\s+/u).length >= LEAST_WORDS)
    .map((piece) =>
      piece.length > LIMITS.point ? `${piece.slice(0, LIMITS.point - 1)}…`.toWellFormed() : piece,
    )
  return [...new Set(pieces)].slice(0, MOST)
}
