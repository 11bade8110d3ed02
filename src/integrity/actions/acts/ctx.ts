import type { Result } from '#kernel'
import type { Db } from '#platform'
import type { KnownRoster } from '#sealing'
import type { StepBody } from '../../model/office-bodies.ts'
import type { OfficerRow } from '../../store/officers.ts'
import type { ReportRow } from '../../store/reports.ts'
import type { Shell } from '../keep-item.ts'
import type { Room } from '../room.ts'

/** What a step works with: the report locked, its transaction open, its rules already asked. */
export interface Ctx {
  room: Room
  tx: Db
  officer: OfficerRow
  row: ReportRow
  report: Shell
  /** Those who hold it and stand in the roster. */
  holders: string[]
  roster: KnownRoster | undefined
  day: Temporal.PlainDate
}

export type Body<Name extends StepBody['step']> = Extract<StepBody, { step: Name }>

/** What changes in the report's row; `gone` when there is nothing left to change. */
export type Act<Name extends StepBody['step']> = (
  ctx: Ctx,
  body: Body<Name>,
) => Promise<Result<Partial<ReportRow> | 'gone'>>
