import type { Board, Listable, RoomList } from '#insight'
import { listAddress } from '../analysis/address.ts'

/** Where the list behind a number of the wall is, below the language. Whoever sees a number may open its list. */
export function addressesOf({ part, at }: Pick<Board, 'part' | 'at'>, zone: string) {
  // Who sees several entities sees the same of them on every page; one of them is named.
  const entity = part?.length === 1 ? part[0] : undefined
  const period = at.toZonedDateTimeISO(zone).toPlainDate().toString()
  return {
    today: (figure: Listable, place?: string) => listAddress({ period, entity, place }, figure),
    standing: (figure: 'open' | 'overdue', of = entity) => listAddress({ entity: of }, figure),
    room: (list: RoomList, of?: string) =>
      `/operations/cases?${new URLSearchParams({ list, ...(of && { entity: of }) })}`,
  }
}
