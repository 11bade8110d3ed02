import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import type { Life } from './lives.ts'

/** What the file of another system says: rows of test/bench/history.ts. */
interface Row {
  id: string
  type: string
  channel: string
  entity: string
  category: string
  place: string
  status: string
  opened: string
  routed: string
  due: string
  answered: string
  closed: string
}

/**
 * The lives of a history, from the file that was imported and not from what became of it here.
 *
 * @param places ids that the country knows
 */
export async function livesFromFile(file: string, source: string, zone: string, places: ReadonlySet<string>) {
  const lives: Life[] = []
  const at = clockIn(zone)
  const rows = createReadStream(file).pipe(parse({ columns: true }))
  for await (const row of rows as AsyncIterable<Row>) lives.push(lifeOf(row, source, places, at))
  return lives
}

function lifeOf(row: Row, source: string, places: ReadonlySet<string>, at: (local: string) => number): Life {
  const { type, channel, entity, category, place, status } = row
  const [received, answerBy] = [at(row.opened), at(row.due)]
  const life: Life = {
    ...{ id: row.id, reference: '' },
    ...{ entity: '', category, type, channel, source, part: false, received, answerBy },
    place: places.has(place) ? place : '',
    ...{ outcome: '', merged: false, objected: false, returns: 0, reopens: 0, problems: 0 },
    ...{ promised: [], acts: [], rungs: [], stage: 'received', askedFrom: '', clock: 'routing', clockDue: 0 },
  }
  if (status === 'new') return life
  const routed = at(row.routed)
  Object.assign(life, { entity, routed, entityDue: answerBy, stage: 'with-entity', clock: 'first-action' })
  life.acts.push({ what: 'handed', at: routed, entity, category })
  if (status === 'open') return life
  const answered = row.answered ? at(row.answered) : undefined
  const told = answered && { answered, replied: answered, firstAct: answered }
  return Object.assign(life, { outcome: status, closed: at(row.closed), stage: 'closed', clock: '' }, told)
}

/** Clocks there change on the hour, so an hour's beginning is looked up once. */
function clockIn(zone: string): (local: string) => number {
  const hours = new Map<string, number>()
  return (local) => {
    const hour = local.slice(0, 13)
    let began = hours.get(hour)
    if (began === undefined) {
      began = Temporal.PlainDateTime.from(`${hour}:00`).toZonedDateTime(zone).epochMilliseconds
      hours.set(hour, began)
    }
    return began + Number(local.slice(14, 16)) * 60_000 + Number(local.slice(17, 19)) * 1000
  }
}
