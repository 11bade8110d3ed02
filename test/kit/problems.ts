import { submitCase } from '#cases'
import { newId } from '#kernel'
import type { Officer } from '#people'
import {
  linkCases,
  listProblems,
  type Problem,
  type ProblemStep,
  readEverything,
  STATES,
  takeProblemStep,
} from '#problems'
import type { Country } from './country.ts'
import { granted } from './situations.ts'

/** Ten people about one dark street, each in their own words. */
export const DARK_STREET = [
  'أعمدة الإنارة في شارعنا مطفية من أسبوع والشارع ظلمة.',
  'الليتات مال الشارع طافية كلها ونخاف نطلع بالليل.',
  'الشارع مظلم تماما، أعمدة الإنارة لا تعمل منذ أيام.',
  'إنارة الشارع طافيه كلها وصار حادث أمس من الظلام.',
  'نرجو إصلاح إنارة الشارع، الأعمدة كلها مطفأة ليلا والشارع مظلم.',
  'ليتات الشارع ما تشتغل من عشرة ايام، بناتي يخافون من الظلمة في الشارع.',
  'الشارع ظلام بسبب تعطل أعمدة الإنارة، والسيارات تسرع فيه.',
  'بلغنا عن إنارة الشارع المطفية اكثر من مرة ولا حد جا.',
  'أعمدة الإنارة مطفية في شارعنا كل ليلة من بداية الشهر.',
  'تعطل إنارة الشارع يسبب خطرا على المشاة في الليل.',
] as const

/** Each case is somebody else's, a day after the other. */
export async function bring(
  country: Country,
  texts: readonly string[],
  { days = 1, category = 'potholes' } = {},
) {
  const ids: string[] = []
  for (const [at, text] of texts.entries()) {
    const given = {
      type: 'complaint',
      text,
      category,
      requester: { name: `فاطمة علي ${at}`, phone: phoneOf(newId()) },
    }
    const key = { scope: 'test', key: newId(), bodyHash: Buffer.of() }
    ids.push(granted(await submitCase(country.tools, {}, given, key)).state.id)
    country.clock.forward({ hours: 24 * days })
  }
  await settle(country)
  return ids
}

/** Nobody's number twice. */
const phoneOf = (id: string) =>
  `+97333${String(Number.parseInt(id.slice(-8), 16) % 1_000_000).padStart(6, '0')}`

/** Everything that follows by itself from what happened so far. */
export async function settle({ tools }: Pick<Country, 'tools'>): Promise<void> {
  await readEverything(tools)
  while ((await linkCases(tools)) > 0);
}

export async function problems({ tools, people }: Country, officer: Officer = people.analyst) {
  return listProblems(tools, officer, STATES)
}

export const step = (
  { tools }: Country,
  officer: Officer,
  { id }: { id: string },
  name: ProblemStep['step'],
  input: object = {},
) => takeProblemStep(tools, officer, { id, step: name, input })

export const A_NAME = {
  titleAr: 'ظلام شارع المدرسة',
  titleEn: 'Dark street by the school',
  category: 'potholes',
  place: '',
  entity: 'works',
}

/** A fault that ten people brought, proposed by the finder. */
export async function proposed(country: Country): Promise<Problem> {
  await bring(country, DARK_STREET)
  const [found] = await problems(country)
  if (!found) throw new Error('nothing was proposed')
  return found
}

export async function accepted(country: Country): Promise<Problem> {
  const found = await proposed(country)
  const after = granted(await step(country, country.people.analyst, found, 'accept', A_NAME))
  await settle(country)
  return after
}

export async function fixed(country: Country): Promise<Problem> {
  const found = await accepted(country)
  const { liaison, head } = country.people
  const today = country.clock.now().toZonedDateTimeISO('Asia/Bahrain').toPlainDate()
  granted(await step(country, liaison, found, 'cause', { cause: 'كابل قديم يتلف مع الرطوبة' }))
  const fixBy = today.add({ days: 7 }).toString()
  granted(await step(country, liaison, found, 'plan', { fix: 'استبدال الكابل كله', fixBy }))
  return granted(await step(country, head, found, 'fix', { on: today.toString() }))
}
