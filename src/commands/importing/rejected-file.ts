import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Rejection } from '#cases'
import { readConfig } from '#platform'

/**
 * The rows that could not become cases: their own columns behind the line and the reason, so that the file can
 * be mended and imported in its turn. Written anew by each run; there is none when no row was rejected.
 */
export function rejectedFile(wanted: string | undefined, file: string, source: string) {
  const path =
    wanted ?? join(readConfig(process.env).dataDir, 'imports', `${basename(file)}.${source}.rejected.csv`)
  let columns: string[] = []
  let open: number | undefined
  const start = () => {
    mkdirSync(dirname(path), { recursive: true })
    // Rows of residents: for nobody but the operator.
    const made = openSync(path, 'w', 0o600)
    writeSync(made, lineOf(['line', 'reason', ...columns]))
    return made
  }
  return {
    path,
    begin(header: string[]) {
      columns = header
      rmSync(path, { force: true })
    },
    add({ line, reason, fields }: Rejection) {
      open ??= start()
      writeSync(open, lineOf([String(line), reason, ...fields]))
    },
    close() {
      if (open !== undefined) closeSync(open)
    },
  }
}

const lineOf = (fields: string[]): string => `${fields.map(quoted).join(',')}\n`

const quoted = (field: string): string =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
