import assert from 'node:assert/strict'
import { type CaseState, type Performed, submitCase, takeStep, type Who } from '#cases'
import { newId, type Result } from '#kernel'
import type { Officer } from '#people'
import type { Country } from './country.ts'

/** Someone's complaint about a hole in the road, in their own words. */
export const aPothole = {
  type: 'complaint',
  text: 'في حفرة كبيرة قدام مدرسة البنات من أسبوعين. خربت تاير سيارتي وأخاف على الأطفال.',
  remedy: 'أتمنى تسدونها بسرعة',
  requester: { name: 'فاطمة', phone: '+97333001122' },
} as const

export const key = (text: string = newId()) => ({ scope: 'test', key: text, bodyHash: Buffer.from('same') })

export const staff = (officer: Officer): Who => ({ kind: 'staff', officer })
export const resident: Who = { kind: 'resident', id: null }

/** The value of what must not be refused. */
export function granted<Value>(result: Result<Value>): Value {
  assert.ok(result.ok, `refused: ${JSON.stringify(result)}`)
  return result.value
}

export async function submitted({ tools }: Country, given: object = aPothole): Promise<CaseState> {
  return granted(await submitCase(tools, {}, given, key())).state
}

type StepName = Parameters<typeof takeStep>[2]['step']

export const step = (
  country: Country,
  who: Who,
  { id }: { id: string },
  name: StepName,
  input: object = {},
) => takeStep(country.tools, who, { caseId: id, step: name, input })

/** Takes steps one after the other, each of which must be allowed; the last state. */
export async function through(country: Country, found: CaseState, ...steps: [Who, StepName, object?][]) {
  let state = found
  for (const [who, name, input] of steps)
    state = granted<Performed>(await step(country, who, found, name, input)).state
  return state
}

export const routed = async (country: Country, given?: object) =>
  through(country, await submitted(country, given), [
    staff(country.people.reviewer),
    'route',
    { entity: 'works', category: 'potholes' },
  ])

export const A_REPLY = {
  text: 'أصلحنا الحفرة يوم الأحد وسوينا الشارع، وشكرًا على تنبيهكم.',
  outcome: 'solved',
  points: [{ point: 'الحفرة أمام المدرسة', answer: 'رُدمت وعُبّدت' }],
}

export const replied = async (country: Country) =>
  through(country, await routed(country), [staff(country.people.liaison), 'reply', A_REPLY])

export const verified = async (country: Country) =>
  through(country, await replied(country), [staff(country.people.reviewer), 'verify'])

export const answered = async (country: Country) =>
  through(country, await verified(country), [staff(country.people.releaser), 'release'])
