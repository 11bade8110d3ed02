/*
 * The chat without reloading, for residents and for agents: what is said appears by itself. Without this script
 * every message is a form, and the page says the same. Builds elements one by one: no text ever becomes markup.
 */
interface Line {
  seq: number
  by: string
  who: string
  at: string
  paragraphs: string[]
  links: { href: string; label: string }[]
  choices: { value: string; label: string }[]
}

interface News {
  lines: Line[]
  desk: string
  typing: boolean
  key?: string
  trouble?: string
}

const log = document.querySelector<HTMLElement>('#chat')
const place = document.querySelector<HTMLElement>('#chat-form')
const form = document.querySelector<HTMLFormElement>('#chat-write')
const choices = document.querySelector<HTMLElement>('#chat-choices')
const typing = document.querySelector<HTMLElement>('#chat-typing')

if (log && place) begin(log, place, form)

/** The queue of the contact centre: drawn anew when who waits has changed, unless somebody is just choosing. */
const queue = document.querySelector<HTMLElement>('#chat-queue')
if (queue?.dataset.news) {
  let before: string | undefined
  new EventSource(queue.dataset.news).addEventListener('news', (event) => {
    const { data } = event as MessageEvent<string>
    if (before !== undefined && before !== data) location.reload()
    before = data
  })
}

function begin(log: HTMLElement, place: HTMLElement, form: HTMLFormElement | null) {
  const seen = { after: Number(place.dataset.after) }
  let stream: EventSource | undefined

  const show = (news: News) => {
    const fresh = news.lines.filter(({ seq }) => seq > seen.after)
    for (const line of fresh) log.append(bubble(line))
    if (fresh.length > 0) {
      seen.after = fresh.at(-1)?.seq ?? seen.after
      offer(fresh.at(-1))
      log.scrollTop = log.scrollHeight
      document.querySelector('#chat-end')?.removeAttribute('hidden')
    }
    if (typing) typing.textContent = news.typing ? (place.dataset.saysTyping ?? '') : ''
    if (place.dataset.desk === 'taken' && news.desk !== 'taken' && place.dataset.away) location.reload()
    place.dataset.desk = news.desk
    follow()
  }

  /** A stream is open only while a person is waited for, or talks. */
  const follow = () => {
    const live = place.dataset.desk === 'waiting' || place.dataset.desk === 'taken'
    if (live && !stream) {
      stream = new EventSource(`${place.dataset.news}?after=${seen.after}`)
      stream.addEventListener('news', (event) => show(JSON.parse((event as MessageEvent<string>).data)))
      // The browser opens it again by itself, from where it began: what is there already is not shown twice.
    } else if (!live && stream) {
      stream.close()
      stream = undefined
    }
  }

  const offer = (line: Line | undefined) => {
    const row = choices?.querySelector('.chat-choices')
    if (!choices || !row) return
    const offered = line?.by === 'service' ? line.choices : []
    choices.hidden = offered.length === 0
    row.replaceChildren(...offered.map(choice))
  }

  const send = async (event: SubmitEvent) => {
    const from = event.currentTarget as HTMLFormElement
    event.preventDefault()
    const body = new FormData(from, event.submitter)
    const address = `${from.action}${from.action.includes('?') ? '&' : '?'}after=${seen.after}`
    try {
      const answer = await fetch(address, { method: 'POST', body, headers: { accept: 'application/json' } })
      const news = (await answer.json()) as News
      if (news.trouble) return say(news.trouble)
      for (const field of document.querySelectorAll<HTMLInputElement>('input[name="key"]'))
        field.value = news.key ?? ''
      form?.reset()
      say('')
      show(news)
      form?.querySelector<HTMLElement>('[name="text"]')?.focus()
    } catch {
      // No network, or something unexpected: the page knows how to say it.
      from.removeEventListener('submit', sending)
      from.requestSubmit(event.submitter as HTMLButtonElement | null)
    }
  }

  const sending = (event: SubmitEvent) => void send(event)

  const say = (text: string) => {
    if (typing) typing.textContent = text
  }

  for (const each of [form, choices?.querySelector('form')]) each?.addEventListener('submit', sending)
  if (form) {
    form.addEventListener('input', tellTyping(place, form))
    for (const each of document.querySelectorAll<HTMLButtonElement>('button[data-canned]'))
      each.addEventListener('click', () => put(form, each.dataset.canned ?? ''))
  }
  log.scrollTop = log.scrollHeight
  follow()
}

/** At most one word every three seconds, and only to a person. */
function tellTyping(place: HTMLElement, form: HTMLFormElement) {
  let told = 0
  return () => {
    if (place.dataset.desk !== 'taken' || Date.now() - told < 3000 || !place.dataset.typing) return
    told = Date.now()
    const body = new FormData()
    body.set('csrf', String(new FormData(form).get('csrf')))
    fetch(place.dataset.typing, { method: 'POST', body }).catch(() => undefined)
  }
}

/** A ready answer goes into the field, to be changed before it is sent. */
function put(form: HTMLFormElement, text: string) {
  const field = form.querySelector<HTMLTextAreaElement>('[name="text"]')
  if (!field) return
  field.value = field.value ? `${field.value}\n${text}` : text
  field.focus()
}

function bubble({ by, who, at, paragraphs, links }: Line): HTMLElement {
  const element = made('div', `bubble ${by}`)
  const head = made('p', 'bubble-who', `${who} `)
  head.append(made('span', 'bubble-at', at))
  element.append(head)
  for (const text of paragraphs) {
    const paragraph = made('p', 'written', text)
    paragraph.dir = 'auto'
    element.append(paragraph)
  }
  for (const { href, label } of links) {
    const link = made('a', '', label) as HTMLAnchorElement
    link.href = href
    const paragraph = made('p', '')
    paragraph.append(link)
    element.append(paragraph)
  }
  return element
}

function choice({ value, label }: { value: string; label: string }): HTMLElement {
  const button = made('button', 'button quiet', label) as HTMLButtonElement
  button.name = 'choice'
  button.value = value
  return button
}

function made(tag: string, name: string, text = ''): HTMLElement {
  const element = document.createElement(tag)
  if (name) element.className = name
  element.textContent = text
  return element
}
