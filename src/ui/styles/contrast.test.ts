import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

/** A colour token in one theme: the first of `light-dark` is light. */
function colour(token: string, theme: 'light' | 'dark'): string {
  const [, light, dark] = new RegExp(`--${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css) ?? []
  const found = theme === 'light' ? light : dark
  assert.ok(found, `there is no colour --${token}`)
  return found
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const GROUNDS = ['paper', 'surface', 'sand']
const STATES = ['on-time', 'soon', 'late', 'done', 'sealed', 'brand']

/** What is read upon what. */
const TEXT: readonly (readonly [string, string])[] = [
  ...['ink', 'soft', 'brand', 'brand-deep', 'late'].flatMap((text) =>
    GROUNDS.map((on) => [text, on] as const),
  ),
  ...STATES.flatMap((state) => [`${state}-tint`, 'paper', 'surface'].map((on) => [state, on] as const)),
  ...STATES.flatMap((state) => ['ink', 'soft'].map((text) => [text, `${state}-tint`] as const)),
  ['on-brand', 'brand'],
  ['on-brand', 'brand-deep'],
]

/** Borders of controls and the ring of the focus. */
const CONTROLS = [...GROUNDS, 'brand-tint'].flatMap((on) => [['edge', on] as const, ['focus', on] as const])

for (const theme of ['light', 'dark'] as const) {
  const below = (pairs: readonly (readonly [string, string])[], least: number) =>
    pairs
      .map(([text, on]) => [`${text} on ${on}`, contrast(colour(text, theme), colour(on, theme))] as const)
      .filter(([, ratio]) => ratio < least)

  test(`every text can be read in the ${theme} theme (4.5 to 1)`, () => {
    assert.deepEqual(below(TEXT, 4.5), [])
  })
  test(`every control can be seen in the ${theme} theme (3 to 1)`, () => {
    assert.deepEqual(below(CONTROLS, 3), [])
  })
}
