import type { ImportProgress } from '#cases'

/** Between two lines of progress: a terminal is looked at, a log is read later. */
const EVERY = process.stderr.isTTY ? 250 : 5_000

/** Says now and then how far an import is: rows, rows a second, and what remains. */
export function progressLine(say: (line: string) => void, now: () => number = () => performance.now()) {
  const begun = now()
  let said = begun
  return {
    show({ records, resumed, bytesRead, bytes }: ImportProgress) {
      if (now() - said < EVERY) return
      said = now()
      const seconds = (said - begun) / 1_000
      const rate = Math.round(records / seconds)
      const left = bytesRead > 0 ? Math.round((seconds * (bytes - bytesRead)) / bytesRead) : 0
      const percent = bytes > 0 ? Math.floor((100 * bytesRead) / bytes) : 100
      const back = records <= resumed ? ', finding the place where it was interrupted' : ''
      say(`${records} rows (${percent} %), ${rate} a second, about ${left} s remain${back}`)
    },
    end() {
      if (said !== begun) say('')
    },
  }
}
