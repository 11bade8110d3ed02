/*
 * The numbers beside the bell and the chats, as they change. Without it they are those that the page came with. Only the
 * window that is seen has a stream: browsers open six connections to one address, and a desk has many windows.
 */

const bell = document.querySelector<HTMLElement>('[data-live]')
const places = document.querySelectorAll<HTMLElement>('[data-event]')
const address = bell?.dataset.live
let stream: EventSource | undefined
let later: ReturnType<typeof setTimeout> | undefined

function open(): void {
  clearTimeout(later)
  if (!address || stream || document.hidden) return
  stream = new EventSource(address)
  for (const place of places)
    stream.addEventListener(place.dataset.event ?? '', (event) =>
      show(place, JSON.parse((event as MessageEvent<string>).data)),
    )
  stream.addEventListener('enough', close)
  stream.addEventListener('error', () => {
    // Refused, or signed out: the browser has given up, and we ask once more after a while.
    if (stream?.readyState !== EventSource.CLOSED) return
    close()
    later = setTimeout(open, 60_000)
  })
}

function close(): void {
  stream?.close()
  stream = undefined
}

function show(
  place: HTMLElement,
  { count, shown, said }: { count: number; shown: string; said: string },
): void {
  const badge = place.querySelector<HTMLElement>('.count')
  if (!badge) return
  badge.hidden = count === 0
  const [seen, heard] = badge.children
  if (seen) seen.textContent = shown
  if (heard) heard.textContent = said
}

if (address) {
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) close()
    else open()
  })
  for (const sign of ['keydown', 'pointerdown', 'focus']) addEventListener(sign, open, { passive: true })
  open()
}

export {}
