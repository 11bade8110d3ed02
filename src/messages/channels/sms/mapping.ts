import { type ReportMapping, understandReports } from './report.ts'

/** How a gateway wants to be asked. */
export interface Mapping {
  url: string
  authorization?: string
  type: 'json' | 'form' | 'query'
  /** Names of its fields; dots go into nested ones. */
  to: string
  text: string
  /** A field that takes our own id, so that the gateway can tell a repetition. */
  id?: string
  /** `+97336001234`, `97336001234` or `0097336001234`. */
  phone: 'plus' | 'digits' | 'zeros'
  /** Where in its JSON answer the gateway's own id stands. */
  answer?: string
  /** What its answer must contain to count as taken. */
  ok?: string
  /** Fields that are always the same: the sender's name. */
  constants: Readonly<Record<string, string>>
  /** Whether and how it reports later what became of a message. */
  reports?: ReportMapping
}

/**
 * Reads SMS_URL. The mapping stands behind `#`, which is never sent; `set.NAME=VALUE` is a constant field:
 *
 *     https://user:password@sms.example.gov/send#type=form&to=msisdn&text=body&set.from=SAWT&answer=message.id
 *
 * User and password are sent as HTTP Basic; with `auth=bearer` the password is sent as a bearer token.
 */
export function understandGateway(url: string): Mapping {
  const address = new URL(url)
  const said = new URLSearchParams(address.hash.slice(1))
  const { username, password } = address
  address.hash = address.username = address.password = ''
  return {
    url: address.toString(),
    authorization: authorization(
      decodeURIComponent(username),
      decodeURIComponent(password),
      said.get('auth'),
    ),
    type: oneOf(said.get('type'), ['json', 'form', 'query'] as const),
    to: said.get('to') ?? 'to',
    text: said.get('text') ?? 'text',
    id: said.get('id') ?? undefined,
    phone: oneOf(said.get('phone'), ['plus', 'digits', 'zeros'] as const),
    answer: said.get('answer') ?? undefined,
    ok: said.get('ok') ?? undefined,
    reports: understandReports(said),
    constants: Object.fromEntries(
      [...said].flatMap(([name, value]) => (name.startsWith('set.') ? [[name.slice(4), value]] : [])),
    ),
  }
}

const oneOf = <const Choice extends string>(
  given: string | null,
  choices: readonly [Choice, ...Choice[]],
): Choice => choices.find((choice) => choice === given) ?? choices[0]

function authorization(user: string, password: string, how: string | null): string | undefined {
  if (!user && !password) return undefined
  return how === 'bearer' ? `Bearer ${password}` : `Basic ${btoa(`${user}:${password}`)}`
}
