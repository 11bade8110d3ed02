import { createHash } from 'node:crypto'
import { CannotStart, sql } from '#platform'
import { accountLines } from './commands/seed.ts'
import { seedArticles } from './commands/seeding/articles.ts'
import { seedCountry } from './commands/seeding/seed-country.ts'
import { seedSituations } from './commands/seeding/situations.ts'
import type { Tools as Opened } from './run.ts'
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
    await seedSituations(tools, seeded.value.country)
    await seedArticles(tools)
    tools.wake()
  }
  return seeded.ok ? accountLines(seeded.value.accounts) : []
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
