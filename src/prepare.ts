import { createHash } from 'node:crypto'
import type { Room } from '#integrity'
import { CannotStart, sql } from '#platform'
import { seedSealedDemonstration } from './commands/integrity/demonstration.ts'
import { accountLines } from './commands/seed.ts'
import { seedArticles, seedCannedAnswers } from './commands/seeding/articles.ts'
import { seedMonths } from './commands/seeding/months.ts'
import { arriveAtNow } from './commands/seeding/pass-time.ts'
import { seedProblems } from './commands/seeding/problems.ts'
import { seedCountry } from './commands/seeding/seed-country.ts'
import { seedSituations } from './commands/seeding/situations.ts'
import type { Tools as Opened } from './run.ts'
import { sealedFolder } from './sealed-wing.ts'
import type { AppTools } from './tools.ts'

/** Makes the database ready for its first resident; resolves to what the console should say of it. */
export async function prepare(tools: AppTools, { config }: Opened): Promise<string[]> {
  await checkSecret(tools)
  const { country } = await tools.directory()
  if (country && !config.demonstration) return []
  // An empty database becomes a demonstration; a ministry seeds its own with `sawt seed`.
  if (!country && !config.demonstration)
    return ['This database is empty. Make it a country’s with: ./bin/sawt seed --help']
  const seeded = await seedCountry(tools, country ?? config.country)
  tools.forget()
  if (seeded.ok && seeded.value.planted) {
    // The older history first: what is found is named after what was there then.
    await seedProblems(tools, seeded.value.country)
    await seedMonths(tools, seeded.value.country)
    await seedSituations(tools, seeded.value.country)
    await arriveAtNow(tools, seeded.value.country)
    await seedArticles(tools)
    await seedCannedAnswers(tools)
    tools.wake()
  }
  if (seeded.ok && tools.sealed) await seedRoom(tools, tools.sealed.room, sealedFolder(config))
  return seeded.ok ? accountLines(seeded.value.accounts) : []
}

/** The sealed room of a demonstration, with the country's entities as the bodies that one may report about. */
async function seedRoom(tools: AppTools, room: Room, dir: string) {
  const entities = (await tools.directory()).entities('en')
  await seedSealedDemonstration(
    room,
    dir,
    entities.map(({ id, name }) => ({ id, name })),
  )
}

/** PINs follow from the secret: with another one every resident would be locked out, so Sawt does not start. */
async function checkSecret({ db, secret }: AppTools) {
  const fingerprint = createHash('sha256').update('fingerprint\0').update(secret).digest()
  await db.run(sql`
    update installation set secret_fingerprint = ${fingerprint} where secret_fingerprint is null`)
  const kept = await db.row<{ same: boolean }>(sql`
    select secret_fingerprint = ${fingerprint} as same from installation`)
  if (kept?.same) return
  throw new CannotStart(
    'The secret does not belong to this database: every PIN given to residents would stop working. ' +
      "Put the original back in place: DATA_DIR's file `secret`, or SAWT_SECRET.",
  )
}
