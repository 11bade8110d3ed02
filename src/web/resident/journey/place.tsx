import { type Answers, LIMITS } from '#cases'
import { placeNamed } from '#entities'
import { westernDigits } from '#kernel'
import { Button, PlaceFields } from '#ui'
import type { PostedForm } from '../../forms/index.ts'
import type { Visit } from '../answers.ts'
import type { Trouble } from '../trouble.ts'
import { areas, hasTowns } from './areas.ts'
import type { Ask, Asking } from './ask.ts'

/** Where: by words, from a list or by coordinates. No map is needed, and no place is an answer. What they wrote may say it. */
export const place: Ask = {
  title: ({ t }) => t.journey.place.title,
  fields: (here) => {
    const { directory } = here
    const found = placeSoFar(here)
    const path = directory.placePath(found?.id)
    const listed = path.find(({ id }) => id === found?.id && !hasTowns(directory)) ?? path[0]
    return {
      'place.area': listed?.id ?? '',
      'place.text': found?.text ?? '',
      'place.lat': found?.lat?.toString() ?? '',
      'place.lon': found?.lon?.toString() ?? '',
    }
  },
  draw: (asking) => (
    <>
      <h1 class="question">{asking.t.journey.place.title}</h1>
      <p class="hint">{asking.t.journey.place.hint}</p>
      <Named {...asking} />
      <PlaceFields
        areas={areas(asking)}
        value={eachPart((part) => asking.value(`place.${part}`))}
        errors={eachPart((part) => asking.trouble(`place.${part}`))}
      />
    </>
  ),
  read: (form, asking) => {
    if (form.text('none')) return { keep: { place: null } }
    const { place: found, troubles } = readPlace(form, asking)
    if (troubles.length > 0) return { troubles }
    const towns = hasTowns(asking.directory) && asking.directory.places(found?.id ?? '-', asking.locale)
    return { keep: { place: found }, ...(towns && towns.length > 0 && { go: '/new/place/town' }) }
  },
}

/** What they answered; before that, the place that their own words name. */
const placeSoFar = ({ answers, directory }: Pick<Visit, 'answers' | 'directory'>): Answers['place'] =>
  answers.place === undefined ? named(answers, directory) : answers.place

function named({ text = '' }: Answers, directory: Visit['directory']) {
  const found = placeNamed(directory, text)
  return found && { id: found.id }
}

/** Says why a place stands there already. */
function Named({ answers, directory, locale, t }: Asking) {
  const found = answers.place === undefined ? directory.place(named(answers, directory)?.id) : undefined
  return found ? <p class="hint">{t.journey.place.named(found.name[locale])}</p> : null
}

/** The second button of the page. */
export const NoPlace = ({ label }: { label: string }) => (
  <Button kind="quiet" name="none" value="yes">
    {label}
  </Button>
)

const PARTS = ['text', 'area', 'lat', 'lon'] as const

const eachPart = <Value,>(value: (part: (typeof PARTS)[number]) => Value) =>
  Object.fromEntries(PARTS.map((part) => [part, value(part)])) as Record<(typeof PARTS)[number], Value>

function readPlace(form: PostedForm, { answers, directory, t }: Asking) {
  const written = eachPart((part) => form.text(`place.${part}`).trim())
  const troubles: Trouble[] = []
  const wrong = (part: string, text: string) => troubles.push({ field: `place.${part}`, text })
  if (written.text.length > LIMITS.place) wrong('text', t.errors.place['too-long'])
  if (written.area && !directory.place(written.area)) wrong('area', t.errors.place.area)
  const lat = degrees(written.lat, 90)
  const lon = degrees(written.lon, 180)
  if (written.lat && lat === undefined) wrong('lat', t.errors.place.lat)
  if (written.lon && lon === undefined) wrong('lon', t.errors.place.lon)
  if (Boolean(written.lat) !== Boolean(written.lon)) wrong(written.lat ? 'lon' : 'lat', t.errors.place.both)
  // The town that was chosen before stays, as long as it lies in the area that is chosen now.
  const before = placeSoFar({ answers, directory })
  const within = directory.placePath(before?.id).some(({ id }) => id === written.area)
  const place: NonNullable<Answers['place']> = {
    ...(written.area && { id: within ? before?.id : written.area }),
    ...(written.text && { text: written.text }),
    ...(lat !== undefined && lon !== undefined && { lat, lon }),
  }
  return { place: Object.keys(place).length > 0 ? place : null, troubles }
}

/** Degrees as people type them: any digits, a point or a comma, the Arabic one too. */
function degrees(typed: string, most: number): number | undefined {
  const plain = westernDigits(typed)
    .replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069°]/gu, '')
    .replace(/[−–]/u, '-')
    .replace(/[,٫،]/u, '.')
  if (!/^-?\d{1,3}(\.\d{1,15})?$/.test(plain)) return undefined
  return Math.abs(Number(plain)) <= most ? Number(plain) : undefined
}
