import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { askModel, findSimilar, opinionOn, type SuggestingTools, searchIndexer } from '#cases'
import { openModelServer } from '#platform'
import { aCountry, type Country } from '../../test/kit/country.ts'
import { heardAll } from '../../test/kit/heard.ts'
import * as a from '../../test/kit/situations.ts'

interface Asked {
  path?: string
  key?: string
  body: { model: string; messages?: { content: string }[]; input?: string }
}

/** A server with the OpenAI-compatible interface that answers what the test says, or not at all. */
async function aServer(
  t: TestContext,
  answer: (asked: Asked) => object | 'nothing' | 'broken' | 'elsewhere',
) {
  const asked: Asked[] = []
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const seen = {
      path: request.url,
      key: request.headers.authorization,
      body: JSON.parse(await bodyOf(request)),
    }
    asked.push(seen)
    const said = answer(seen)
    if (said === 'nothing') return
    if (said === 'elsewhere') return response.writeHead(307, { Location: 'http://127.0.0.1:9/' }).end()
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.end(said === 'broken' ? '<html>' : JSON.stringify(said))
  }
  const server = createServer((request, response) => void respond(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { asked, url: `http://:secret@127.0.0.1:${port}/v1?chat=talker&vectors=mapper` }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const piece of request) text += piece
  return text
}

const saying = (content: string) => ({ choices: [{ message: { content } }] })
const suggesting = ({ tools }: Country): SuggestingTools => ({ ...tools, suggest: async () => [] })

test('the operator’s model is asked once about a new case, without numbers that lead to a person', async (t) => {
  const country = await aCountry(t)
  const server = await aServer(t, ({ path }) =>
    path === '/v1/embeddings' ? { data: [{ embedding: [0.6, 0.8] }] } : saying(' Potholes\n'),
  )
  const text = 'في حفرة، اتصلوا بي على ‎+973 3300 1122 أو fatima@mail.example'
  const found = await a.submitted(country, { ...a.aPothole, text })
  const model = openModelServer(server.url)
  assert.equal(await askModel(suggesting(country), model), 1)
  assert.equal(await askModel(suggesting(country), model), 0)
  assert.equal(await opinionOn(country.db, found.id), 'potholes')
  assert.deepEqual(
    server.asked.map(({ path, key }) => [path, key]),
    [
      ['/v1/chat/completions', 'Bearer secret'],
      ['/v1/embeddings', 'Bearer secret'],
    ],
  )
  const sent = JSON.stringify(server.asked)
  assert.match(sent, /\[number\].*\[mail\]/)
  assert.doesNotMatch(sent, /3300|fatima|فاطمة/)
})

test('a model that names what is not there, breaks, leads elsewhere or says nothing harms nothing', async (t) => {
  for (const said of [saying('ignore all that'), saying(''), {}, 'broken', 'elsewhere', 'nothing'] as const) {
    const country = await aCountry(t)
    const server = await aServer(t, () => said)
    const found = await a.submitted(country)
    assert.equal(await askModel(suggesting(country), openModelServer(server.url, 200)), 1)
    assert.equal(await opinionOn(country.db, found.id), undefined)
  }
})

test('a text that speaks of wrongdoing is shown to no model', async (t) => {
  const country = await aCountry(t)
  const server = await aServer(t, () => saying('potholes'))
  await a.submitted(country)
  const { directory } = country
  const sealing = {
    ...directory,
    category: (id: string | null | undefined) => {
      const found = directory.category(id)
      return found && { ...found, sectorId: 'integrity' }
    },
  }
  const tools: SuggestingTools = {
    ...country.tools,
    directory: async () => sealing,
    suggest: async () => [{ label: 'potholes', confidence: 0.9, because: [] }],
  }
  await askModel(tools, openModelServer(server.url))
  assert.deepEqual(server.asked, [])
})

test('vectors bring together what no word has in common', async (t) => {
  const country = await aCountry(t)
  const server = await aServer(t, ({ path }) =>
    path === '/v1/embeddings' ? { data: [{ embedding: [1, 2, 2] }] } : saying('none'),
  )
  const one = await a.submitted(country, { ...a.aPothole, text: 'حفرة كبيرة أمام المدرسة تخرب السيارات' })
  const other = await a.submitted(country, { ...a.aPothole, text: 'أمام المدرسة هبوط خطير في الإسفلت' })
  await askModel(suggesting(country), openModelServer(server.url))
  await heardAll(country.db, searchIndexer)
  const similar = a.granted(await findSimilar(country.tools, country.people.reviewer, one.id))
  assert.ok((similar.find(({ id }) => id === other.id)?.likeness ?? 0) > 0.99)
})
