import pg from 'pg'

/**
 * How values cross between PostgreSQL and TypeScript: `timestamptz` is an Instant, `date` a PlainDate,
 * `bigint` and `numeric` are numbers (no count here reaches 2^53), `jsonb` is what it holds.
 */
export function parsers(oid: number, format?: 'text' | 'binary') {
  return (format !== 'binary' && PARSERS[oid]) || pg.types.getTypeParser(oid, format)
}

const { INT8, NUMERIC, TIMESTAMPTZ, DATE } = pg.types.builtins

const PARSERS: Record<number, (text: string) => unknown> = {
  [INT8]: Number,
  [NUMERIC]: Number,
  // The session's time zone is UTC, so the text always ends in +00, which is not ISO 8601 for Temporal.
  [TIMESTAMPTZ]: (text) => Temporal.Instant.from(`${text.slice(0, 10)}T${text.slice(11)}:00`),
  [DATE]: (text) => Temporal.PlainDate.from(text),
}

/** A value for jsonb: arrays would otherwise become PostgreSQL arrays. */
export const json = (value: unknown): string => JSON.stringify(value)

export function encode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(encode)
  return isTemporal(value) ? value.toString() : value
}

const isTemporal = (value: unknown): value is { toString(): string } =>
  value instanceof Temporal.Instant ||
  value instanceof Temporal.PlainDate ||
  value instanceof Temporal.PlainTime
