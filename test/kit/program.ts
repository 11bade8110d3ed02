import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { createToken, type StaffRole } from '#people'
import { anApp } from './app.ts'
import { granted } from './situations.ts'

/** An outside program that talks to the API and holds every answer against the description. */
export async function aProgram(t: Pick<TestContext, 'after'>) {
  const { app, tools, country } = await anApp(t)
  const description = (await (await app.request('/api/v1/openapi.json')).json()) as Described
  const fits = fitting(description)
  const answered = new Set<string>()

  /** The answer to one request; fails when the description does not foresee it. */
  async function ask(method: string, address: string, { body, token, headers = {} }: Asked = {}) {
    const response = await app.request(`/api/v1${address}`, {
      method,
      headers: {
        'accept-language': 'en',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    })
    const text = await response.text()
    const said: Said = { status: response.status, headers: response.headers, body: JSON.parse(text), text }
    const operation = `${method.toLowerCase()} ${pathOf(description, address)}`
    answered.add(`${operation} ${said.status}`)
    fits(operation, said)
    return said
  }

  const tokenOf = async (role: StaffRole, where: { entity?: string; sector?: string; unit?: string } = {}) =>
    granted(
      await createToken(tools, 'installation', { role, name: `${role} ${Object.values(where)}`, ...where }),
    ).token

  return {
    ...{ app, tools, country, description, answered, ask, tokenOf },
    get: (address: string, token?: string) => ask('GET', address, { token }),
    post: (address: string, body: unknown, token?: string, headers?: Record<string, string>) =>
      ask('POST', address, { body, token, headers }),
    /** A token for every role, on the scope it is held on in the invented country's Ministry of Works. */
    tokens: async () => ({
      agent: await tokenOf('agent'),
      reviewer: await tokenOf('reviewer'),
      releaser: await tokenOf('releaser'),
      liaison: await tokenOf('liaison', { entity: 'works' }),
      handler: await tokenOf('handler', { unit: 'works-roads' }),
      head: await tokenOf('head', { entity: 'works' }),
      minister: await tokenOf('minister', { sector: 'infrastructure' }),
      operator: await tokenOf('operator'),
      integrity: await tokenOf('integrity'),
      analyst: await tokenOf('analyst'),
      admin: await tokenOf('admin'),
    }),
  }
}

export type Program = Awaited<ReturnType<typeof aProgram>>

interface Asked {
  /** Sent as JSON; a text is sent as it is. */
  body?: unknown
  token?: string
  headers?: Record<string, string>
}

export interface Said {
  status: number
  headers: Headers
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: an answer is held against the description, not against types
  body: any
}

export interface Described {
  paths: Record<string, Record<string, { operationId: string; 'x-roles'?: string[]; responses: object }>>
  [member: string]: unknown
}

/** The described path that an address is an instance of. */
function pathOf({ paths }: Described, address: string): string {
  const asked = `/api/v1${address.split('?')[0]}`
  if (paths[asked]) return asked
  const [path] = Object.keys(paths).filter((each) =>
    new RegExp(`^${each.replace('{id}', '[^/]+')}$`).test(asked),
  )
  assert.ok(path, `${asked} is not described`)
  return path
}

/** Holds an answer against what is described for its operation and status. */
function fitting(description: Described) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ;(addFormats as unknown as (to: Ajv2020) => void)(ajv)
  ajv.addSchema(description, 'description')
  return (operation: string, { status, headers, body }: Said) => {
    const [method = '', path = ''] = operation.split(' ')
    const type = headers.get('content-type') ?? ''
    const at = ['paths', path, method, 'responses', String(status), 'content', type, 'schema']
    const pointer = at.map((each) => encodeURIComponent(each.replaceAll('~', '~0').replaceAll('/', '~1')))
    const validate = compiled(ajv, `description#/${pointer.join('/')}`)
    assert.ok(validate, `${operation} does not describe ${status} as ${type}: ${JSON.stringify(body)}`)
    assert.ok(
      validate(body),
      `${operation} ${status}: ${JSON.stringify(validate.errors)} ${JSON.stringify(body)}`,
    )
    if (status >= 400) assert.equal((body as { status?: number }).status, status)
  }
}

function compiled(ajv: Ajv2020, reference: string) {
  try {
    return ajv.getSchema(reference) ?? ajv.compile({ $ref: reference })
  } catch {
    return undefined
  }
}
