import { newId, no, type Result, yes } from '#kernel'
import type { Rung } from '../model/ladder.ts'
import { type RungRefusal, readRung, type WrittenRung } from '../model/new-rung.ts'
import { raiseConfiguration } from '../store/configuration.ts'
import * as ladder from '../store/ladder.ts'
import { momentOfRow } from './list-ladder.ts'
import type { Author, Tools } from './save-calendar.ts'

export interface RungChange extends WrittenRung {
  /** The rung that changes; a new one is added without. It stays on its clock. */
  id?: string
  active: boolean
}

export type SaveRungRefusal = RungRefusal | 'rung-unknown'

/**
 * Adds a rung, changes it, or switches it off. A case that has climbed it does not climb it again, wherever it is
 * moved; open cases follow the new ladder within seconds.
 */
export function saveRung(
  { db, clock }: Tools,
  by: Author,
  { id, active, ...written }: RungChange,
): Promise<Result<{ id: string }, SaveRungRefusal>> {
  return db.transaction(async (tx) => {
    await raiseConfiguration(tx)
    const all = await ladder.all(tx)
    const before = all.find((rung) => rung.id === id)
    if (id && !before) return no('rung-unknown')
    const others = all.filter((rung) => rung.id !== id && rung.active && active)
    const read = readRung({ ...written, clock: before?.clock ?? written.clock }, others.map(asRung))
    if (!read.ok) return read
    const rung = { ...read.value, id: id ?? newRungId(read.value, new Set(all.map((each) => each.id))) }
    await ladder.put(tx, newId(), { ...rowOf(rung), active, changedBy: by.id, changedAt: clock.now() })
    await ladder.raiseLadder(tx)
    return yes({ id: rung.id })
  })
}

const asRung = (row: ladder.RungRow): Rung => ({ ...row, at: momentOfRow(row) })

const rowOf = ({ id, clock, at, tells }: Rung): ladder.RungRow => ({
  id,
  clock,
  share: 'share' in at ? at.share : null,
  workingDaysLate: 'share' in at ? null : at.workingDaysLate,
  tells: [...tells],
})

/** `reply/late-3`: begins with its clock, and is never used twice, not even for one that was switched off. */
function newRungId({ clock, at }: Omit<Rung, 'id'>, taken: ReadonlySet<string>): string {
  const name = 'share' in at ? `share-${Math.round(at.share * 100)}` : `late-${at.workingDaysLate}`
  const base = `${clock}/${name}`
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken.has(id)) return id
  }
}
