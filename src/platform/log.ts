import { type Logger, pino } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/**
 * The log: one JSON object a line on standard output, for whatever collects it. It says what the machine
 * did, never what people wrote or who they are; names of fields that could hold such are censored
 * wherever they appear, as a second wall.
 */
export function openLog(level: (typeof LOG_LEVELS)[number], write?: { write(line: string): void }): Log {
  const options = {
    level,
    base: { pid: process.pid },
    redact: { paths: REDACTED, censor: '[private]' },
    serializers: { err },
  }
  return write ? pino(options, write) : pino(options)
}

const PRIVATE = [
  ...['name', 'phone', 'email', 'address', 'nationalId', 'requester', 'resident', 'caller'],
  ...['text', 'subject', 'body', 'comment', 'note', 'answer', 'reply', 'question', 'place', 'filename'],
  ...['pin', 'password', 'token', 'code', 'secret', 'cookie', 'authorization', 'session', 'totp'],
  ...['parameters', 'values', 'detail', 'where'],
]

// The path of a redaction knows no "at any depth".
const REDACTED = PRIVATE.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`])

/**
 * What of an error may be written. PostgreSQL's `detail` and `where` quote the row, and so do its messages
 * about wrong values (class 22); other fields of an error can hold anything.
 */
function err(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code } = error as NodeJS.ErrnoException
  const wrongValue = code?.length === 5 && code.startsWith('22')
  return {
    type: error.name,
    message: wrongValue ? '[private]' : error.message,
    stack: wrongValue ? error.stack?.replace(error.message, '[private]') : error.stack,
    ...(code ? { kind: code } : {}),
    ...(error.cause === undefined ? {} : { cause: err(error.cause) }),
  }
}
