/**
 * An expected refusal is a value, never an exception; an exception is a bug.
 * The reason is a key that the word catalogue translates.
 */
export type Result<Value, Reason extends string = string> = Yes<Value> | No<Reason>

export interface Yes<Value> {
  readonly ok: true
  readonly value: Value
}

export interface No<Reason extends string = string> {
  readonly ok: false
  readonly reason: Reason
  /** What the sentence needs to be said: names, dates, limits. */
  readonly details?: Readonly<Record<string, string | number>>
}

export const yes = <Value>(value: Value): Yes<Value> => ({ ok: true, value })

export const no = <Reason extends string>(reason: Reason, details?: No['details']): No<Reason> =>
  details ? { ok: false, reason, details } : { ok: false, reason }
