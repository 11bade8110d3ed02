import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Directory } from '#entities'
import type { Board } from '#insight'
import { type Page, PageProvider } from '#ui'
import { PARTS, partsOf } from './parts.tsx'
import { treeOf } from './tree.ts'

/** A board as it goes to every screen of one language: encoded once, whoever listens. */
export interface Telling {
  board: Board
  /** The board that `change` leads from. */
  before: Board | undefined
  whole: Uint8Array
  change: Uint8Array
  parts: ReadonlyMap<string, string>
}

/**
 * Draws each board once for each part of the room and language, and keeps the newest alone, as long as somebody looks
 * at that part.
 */
export function tellings() {
  const kept = new WeakMap<object, Map<string, Telling>>()
  return (view: object, board: Board, directory: Directory, page: Page): Telling => {
    const { locale } = page.reader
    const ofView = kept.get(view) ?? new Map<string, Telling>()
    kept.set(view, ofView)
    const last = ofView.get(locale)
    if (last?.board === board) return last
    const parts = drawn(board, directory, page)
    const changed = new Map([...parts].filter(([name, tree]) => last?.parts.get(name) !== tree))
    const telling = { board, before: last?.board, parts, whole: event(parts), change: event(changed) }
    ofView.set(locale, telling)
    return telling
  }
}

const drawn = (board: Board, directory: Directory, page: Page): Map<string, string> =>
  new Map(
    partsOf(board).map((name) => {
      const part = h(PARTS[name], { board, directory })
      return [name, JSON.stringify(treeOf(renderToString(h(PageProvider, { page }, part))))]
    }),
  )

const event = (parts: ReadonlyMap<string, string>): Uint8Array =>
  new TextEncoder().encode(
    `event: board\ndata: {${[...parts].map(([name, tree]) => `${JSON.stringify(name)}:${tree}`).join(',')}}\n\n`,
  )
