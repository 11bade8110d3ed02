import { setTimeout as pause } from 'node:timers/promises'
import { sql } from '#platform'
import { launch } from '../../src/launch.ts'

/** Sawt's start and stop with almost nothing inside: `/` counts visits in the database, `/slow` takes its time. */
process.exitCode = await launch(process.argv.slice(2), {
  prepare: async ({ owner, config }) => {
    const { connect } = await import('#platform')
    const db = connect(owner)
    await db.run(sql`create table if not exists visits (at timestamptz default now())`)
    await db.run(sql`grant select, insert on visits to sawt_app`)
    await db.close()
    return [`Prepared for ${config.country}.`]
  },
  startWork: async ({ log }) => ({ stop: async () => log.info('work put down') }),
  buildApp: ({ db }) => ({
    fetch: async (request) => {
      if (new URL(request.url).pathname === '/slow') await pause(600)
      await db.run(sql`insert into visits default values`)
      const found = await db.row<{ visits: number }>(sql`select count(*) as visits from visits`)
      return new Response(`${found?.visits}`)
    },
  }),
})
