import { parseArgs } from 'node:util'
import { sweepAbandoned } from '../kit/scratch.ts'
import { isKept, type NotTried, type Outcome, print } from './books.ts'
import { FAULTS, type Fault, FULL, type Measure, SHORT, strike } from './faults.ts'
import { anOrigin, type Origin } from './place.ts'

/*
 * `npm run faults`: makes everything fail that can be made to fail on one machine, under submits, steps and
 * deliveries, and counts what clients were told against what the database holds. SIGKILL does not test the loss of
 * power: what the disk had acknowledged is there in either case.
 */
const HELP = `npm run faults -- [--short] [--only NAME,NAME] [--application 200] [--database 50] [--worker 50]
  Kills the application, its workers and its database so many times, fills the disk, takes the mail server away,
  lets two workers work at once and moves the clock of the machine; counts what was lost or doubled.

  --short   each a few times: about two minutes instead of twenty
  --only    some of: ${Object.keys(FAULTS).join(', ')}`

async function faults(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      short: { type: 'boolean' },
      only: { type: 'string' },
      application: { type: 'string' },
      database: { type: 'string' },
      worker: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    console.log(HELP)
    return true
  }
  const usual = values.short ? SHORT : FULL
  const measure = {
    ...usual,
    application: Number(values.application ?? usual.application),
    database: Number(values.database ?? usual.database),
    worker: Number(values.worker ?? usual.worker),
  }
  const chosen = values.only?.split(',') ?? Object.keys(FAULTS)
  const unknown = chosen.find((name) => !FAULTS[name])
  if (unknown) throw new Error(`There is no fault ${unknown}.\n\n${HELP}`)
  await sweepAbandoned()
  const ends: (() => unknown)[] = []
  try {
    const origin = await anOrigin({ after: (end) => ends.unshift(end) })
    const outcomes: (Outcome | NotTried)[] = []
    for (const name of chosen) outcomes.push(await attempt(name, measure, origin))
    return print(outcomes)
  } finally {
    for (const end of ends) await end()
  }
}

/** A fault that Sawt does not come back from is a broken promise, and the others are tried all the same. */
async function attempt(name: string, measure: Measure, origin: Origin): Promise<Outcome | NotTried> {
  const fault = FAULTS[name] as Fault
  const began = performance.now()
  process.stderr.write(`${name} … `)
  const nothing = { n: 0, lost: 0, doubled: 0, recoveries: [], notes: [] }
  const outcome = await strike(fault, measure, origin).catch((error: Error) => ({
    ...{ what: name, times: 'not finished', broken: [error.message] },
    ...nothing,
  }))
  const kept = 'notTried' in outcome ? 'not tried' : isKept(outcome) ? 'kept' : 'BROKEN'
  process.stderr.write(`${kept} (${((performance.now() - began) / 1000).toFixed(0)} s)\n`)
  return outcome
}

process.exitCode = (await faults()) ? 0 : 1
