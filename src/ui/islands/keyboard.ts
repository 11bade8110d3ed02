/*
 * The desk by keyboard. Everything it does can be done without it: it moves the focus, follows links that
 * stand on the page, and opens the list of its own keys.
 */

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.row-link')]

const KEYS: Readonly<Record<string, () => void>> = {
  j: () => move(1),
  k: () => move(-1),
  '/': () => focusOn(document.querySelector<HTMLInputElement>('#search')),
  n: () => toNextStep(),
  '?': () => document.querySelector<HTMLDialogElement>('#keys')?.showModal(),
}

/** Whoever writes means letters, and whoever holds a modifier means the browser's own. */
const isWriting = (event: KeyboardEvent): boolean =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  event.isComposing ||
  (event.target instanceof HTMLElement &&
    event.target.closest('input, textarea, select, [contenteditable]') !== null)

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && event.target instanceof HTMLInputElement) event.target.blur()
  if (isWriting(event) || document.querySelector('dialog[open]')) return
  const act = KEYS[LETTERS[event.code] ?? event.key] ?? KEYS[event.key]
  if (!act) return
  event.preventDefault()
  act()
})

/** On an Arabic keyboard the same key writes another letter. */
const LETTERS: Readonly<Record<string, string>> = { KeyJ: 'j', KeyK: 'k', KeyN: 'n' }

/** To the next or the previous line of a list; Enter then follows its link, as ever. */
function move(by: number) {
  const all = rows()
  const at = all.indexOf(document.activeElement as HTMLElement)
  focusOn(all[Math.min(all.length - 1, Math.max(0, at + by))] ?? null)
}

/** To the step that comes next: its first field, or its button. */
function toNextStep() {
  const step = document.querySelector('.step.main form, #entity-link form, .proposals form, #reply-form')
  focusOn(step?.querySelector<HTMLElement>('textarea, select, input:not([type="hidden"]), button') ?? null)
}

function focusOn(found: HTMLElement | null) {
  found?.focus()
  found?.scrollIntoView({ block: 'center' })
}
