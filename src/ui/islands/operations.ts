/*
 * The wall of the operations room: parts of the page are built anew as they change. Without this script the page is as
 * of its loading. Elements are built one by one from data: no text ever becomes markup.
 */
type Tree = string | [tag: string, attributes: Record<string, string>, ...inside: Tree[]]

const wall = document.querySelector<HTMLElement>('[data-live]')
const state = document.querySelector<HTMLElement>('#wall-state')

if (wall?.dataset.live) follow(wall, wall.dataset.live)

function follow(wall: HTMLElement, address: string): void {
  const stream = new EventSource(address)
  stream.addEventListener('open', () => say(wall.dataset.liveSaid, 'live'))
  stream.addEventListener('error', () => {
    say(wall.dataset.stale, 'stale')
    if (stream.readyState !== EventSource.CLOSED) return
    // Refused: too many screens, or signed out. We ask again after a while.
    setTimeout(() => follow(wall, address), 30_000)
  })
  stream.addEventListener('board', (event) => {
    const parts: Record<string, Tree[]> = JSON.parse((event as MessageEvent<string>).data)
    for (const [name, trees] of Object.entries(parts)) {
      const part = wall.querySelector<HTMLElement>(`[data-part="${name}"]`)
      if (part) put(part, trees)
    }
  })
}

function say(text: string | undefined, mark: string): void {
  if (!state) return
  state.textContent = text ?? ''
  state.dataset.state = mark
}

/** What somebody has unfolded stays so, and whoever walks by keyboard stays where they are. */
function put(part: HTMLElement, trees: Tree[]): void {
  const here = stops(part).indexOf(document.activeElement as HTMLElement)
  const unfolded = [...part.querySelectorAll('details')].map(({ open }) => open)
  part.replaceChildren(...trees.map((tree) => built(tree, HTML)))
  part.querySelectorAll('details').forEach((each, at) => {
    each.open = unfolded[at] ?? false
  })
  if (here >= 0) stops(part)[here]?.focus({ preventScroll: true })
}

const stops = (part: HTMLElement) => [...part.querySelectorAll<HTMLElement>('a, summary, [tabindex]')]

const HTML = 'http://www.w3.org/1999/xhtml'
const SVG = 'http://www.w3.org/2000/svg'

function built(tree: Tree, space: string): Node {
  if (typeof tree === 'string') return document.createTextNode(tree)
  const [tag, attributes, ...inside] = tree
  const own = tag === 'svg' ? SVG : space
  const element = document.createElementNS(own, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...inside.map((each) => built(each, own)))
  return element
}

export {}
