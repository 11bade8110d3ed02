import { OpenAPIHono, z } from '@hono/zod-openapi'
import { STAFF_ROLES } from '#people'
import type { Operation } from './operation.ts'
import { problemShape } from './shapes/problem.ts'

/** Where the API lives. */
export const BASE = '/api/v1'

/** The description as OpenAPI 3.1, made from the operations themselves. */
export function describe(operations: readonly Operation[], publicUrl: string) {
  const described = new OpenAPIHono()
  described.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token for one role on one scope, made by `sawt token`.',
  })
  for (const operation of operations) described.openAPIRegistry.registerPath(pathOf(operation))
  return described.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Sawt',
      version: '1',
      description: INTRODUCTION,
      license: { name: 'EUPL-1.2', url: 'https://interoperable-europe.ec.europa.eu/collection/eupl' },
    },
    servers: [{ url: publicUrl }],
    tags: [
      { name: 'residents', description: 'Open to anybody.' },
      { name: 'staff', description: 'With a token.' },
    ],
  })
}

export type Description = ReturnType<typeof describe>

const pathOf = (operation: Operation) => {
  const { method, path, name, summary, description, roles, query, body, status = 200, answer } = operation
  const params = path.includes('{id}') ? { params: z.object({ id: idOrReference }) } : {}
  return {
    method,
    path: BASE + path,
    operationId: name,
    summary,
    description,
    tags: [roles ? 'staff' : 'residents'],
    security: [...(roles ? [] : [{}]), { token: [] as string[] }] as Record<string, string[]>[],
    ...(roles && { 'x-roles': [...roles] }),
    request: {
      ...params,
      ...(query && { query }),
      ...(method === 'post' && { headers: z.object({ 'Idempotency-Key': idempotencyKey }) }),
      ...(body && { body: { required: true, content: { 'application/json': { schema: body } } } }),
    },
    responses: {
      [status]: { description: 'Done.', content: { 'application/json': { schema: answer } } },
      ...Object.fromEntries(refusalsOf(operation).map((each) => [each, refusal(each)])),
    },
  }
}

/** The statuses an operation may refuse with: those of its kind, and its own. */
export const refusalsOf = ({ method, path, roles, limited, refuses = [] }: Operation): number[] =>
  [
    ...new Set([
      ...[401, 422, 500, 503],
      ...(method === 'post' ? [400, 413, 415] : []),
      ...(roles && roles.length < STAFF_ROLES.length ? [403] : []),
      ...(path.includes('{id}') ? [404] : []),
      ...(limited ? [429] : []),
      ...refuses,
    ]),
  ].sort()

const refusal = (status: number) => ({
  description: MEANING[status] ?? '',
  content: { 'application/problem+json': { schema: problemShape } },
  ...(RETRIES.includes(status) && {
    headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' as const } } },
  }),
})

const RETRIES = [429, 503]

const MEANING: Record<number, string> = {
  400: 'The request cannot be read.',
  401: 'A token is needed, or the one given is not good.',
  403: 'The role of the token never does this, or the same person may not do both.',
  404: 'There is no such thing within reach: what is out of reach and what does not exist are one answer.',
  409: 'The case is not in a state for this; `reason` says why.',
  413: 'The body is too large.',
  415: 'The body is not JSON.',
  422: 'Some fields are wrong, or the Idempotency-Key was used with another body; nothing was changed.',
  429: 'Too many tries.',
  500: 'Our fault; nothing was changed.',
  503: 'Not at this moment; nothing was changed.',
}

const idOrReference = z.string().openapi({
  description: 'The id of a case, or its public number.',
  example: '26-4831-9027-4',
})

const idempotencyKey = z.string().min(1).max(255).optional().openapi({
  description:
    'A value that is new for each intention, such as a UUID. The same key with the same body gets the same answer and happens once; with another body it is refused. It counts for one token, and without a token for everybody.',
})

const INTRODUCTION = [
  'Everything a program can do with Sawt. Bodies are JSON objects in UTF-8 of at most 256 KB; unknown fields are refused by name.',
  'Every refusal is a problem (RFC 9457) with its `reason` as a key and its `title` in Arabic or English, as Accept-Language prefers.',
  'Every POST may carry an Idempotency-Key; without one each request is an intention of its own.',
  'Moments are ISO 8601 with the offset of the country. Case numbers are understood in any digits.',
].join('\n\n')
