/**
 * A language model with an OpenAI-compatible interface that an operator runs. Whatever it says is a hint: a server
 * that is slow, broken or gone gives `undefined`, and nothing waits for it.
 */
export interface ModelServer {
  /** What the operator calls it, for whoever wants to know who said something. */
  readonly name: string
  /** The one of `choices` that the model takes a text for; undefined when it names none of them. */
  choose(task: string, choices: readonly string[], text: string): Promise<string | undefined>
  /** The text as numbers that lie near for texts that mean the same; undefined where no such model is named. */
  vector(text: string): Promise<readonly number[] | undefined>
}

/** Milliseconds; it works in the background, but a hung server must not hold a connection for ever. */
const PATIENCE = 15_000
/** Bytes. What a model answers is a word, or a few thousand numbers. */
const LONGEST_ANSWER = 1_000_000

/**
 * Opens the server at an address like `https://:KEY@models.example/v1?chat=NAME&vectors=NAME`: the password is sent
 * as a bearer token, `chat` names the model that is asked and `vectors` the one that makes vectors. Either may be
 * left out, and is then not asked.
 */
export function openModelServer(address: string, patience = PATIENCE): ModelServer {
  const { origin, pathname, password, searchParams } = new URL(address)
  const [chat, vectors] = [searchParams.get('chat'), searchParams.get('vectors')]
  const base = `${origin}${pathname.replace(/\/+$/, '')}`
  const ask = (path: string, body: object) =>
    post(`${base}${path}`, decodeURIComponent(password), body, patience)
  return {
    name: [chat, vectors].filter(Boolean).join(' + '),
    async choose(task, choices, text) {
      if (!chat) return undefined
      const messages = [
        { role: 'system', content: `${task}\n${choices.join('\n')}` },
        { role: 'user', content: text },
      ]
      const answer = await ask('/chat/completions', { model: chat, messages, temperature: 0, max_tokens: 20 })
      const said = textAt(answer)?.trim().toLowerCase()
      return choices.find((choice) => choice.toLowerCase() === said)
    },
    async vector(text) {
      if (!vectors) return undefined
      return numbersAt(await ask('/embeddings', { model: vectors, input: text }))
    },
  }
}

async function post(url: string, key: string, body: object, patience: number): Promise<unknown> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(key && { Authorization: `Bearer ${key}` }) },
      body: JSON.stringify(body),
      // The text goes to the address that the operator named, and nowhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > LONGEST_ANSWER) return undefined
    const text = await answer.text()
    return text.length > LONGEST_ANSWER ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

interface Said {
  choices?: { message?: { content?: unknown } }[]
  data?: { embedding?: unknown }[]
}

function textAt(answer: unknown): string | undefined {
  const content = (answer as Said | undefined)?.choices?.[0]?.message?.content
  return typeof content === 'string' ? content : undefined
}

function numbersAt(answer: unknown): readonly number[] | undefined {
  const found = (answer as Said | undefined)?.data?.[0]?.embedding
  return Array.isArray(found) && found.length > 0 && found.every(Number.isFinite) ? found : undefined
}
