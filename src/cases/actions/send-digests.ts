import { allStaffChoices, countNotices, enqueue, reachOf, type Telling, USUAL_STAFF_CHOICE } from '#messages'
import { listStaff } from '#people'
import type { Tools } from './act.ts'
import { countDesk } from './list-desk.ts'
import type { NotifyTools } from './notify.ts'

/** More than this is said as this: nobody counts on. */
const MOST = 500

/**
 * The one mail a day that gathers what waits for somebody, at the hour they chose and only when something waits.
 * For the background, every few minutes: the day is part of what causes it, so that it is sent once.
 *
 * @returns how many people were written to
 */
export async function sendDigests(
  tools: Pick<Tools, 'db'> & NotifyTools & { secret: Buffer },
): Promise<number> {
  const { db, clock } = tools
  const now = clock.now()
  const { timeZone } = await tools.directory()
  const local = now.toZonedDateTimeISO(timeZone)
  const [people, choices] = [await listStaff(tools, 'installation'), await allStaffChoices(tools)]
  if (!people.ok) throw new Error('the installation itself may always see its staff')
  const tellings: Telling[] = []
  for (const officer of people.value) {
    const { mail, digestHour } = choices.get(officer.id) ?? USUAL_STAFF_CHOICE
    if (!officer.active || !officer.email || mail === 'none' || mail === 'each' || digestHour !== local.hour)
      continue
    const [turn = 0, late = 0] =
      (await countDesk(tools, officer, [{ view: 'turn' }, { view: 'late' }], MOST)) ?? []
    const waiting = { turn, late, notices: await countNotices(tools, officer) }
    if (turn + late + waiting.notices === 0) continue
    const day = local.toPlainDate().toString()
    const to = {
      address: officer.email,
      channel: 'mail',
      language: officer.language,
      staffId: officer.id,
    } as const
    tellings.push({ cause: `digest:${day}`, kind: 'digest', to, facts: { day, waiting } })
  }
  if (tellings.length > 0)
    await enqueue(db, { now, reach: reachOf(tools.gateways), zone: timeZone }, tellings)
  return tellings.length
}
