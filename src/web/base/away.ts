/**
 * Whether an error says that the database, or the disk below it, cannot serve at this moment: nothing is wrong with
 * what was asked, and asking again later will do.
 *
 * Connection lost (08, 57P), no room for one more or no room on the disk (53), a disk that fails (58), a server that
 * only reads because it is coming up (25006), or the socket itself.
 */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (error instanceof AggregateError) return error.errors.some(isAway)
  return (
    /^(?:08...|57P0.|53...|58...|25006|ECONN\w+|ENOENT|ENOSPC|EDQUOT|EIO|EPIPE)$/.test(code) ||
    /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      error.message,
    )
  )
}
