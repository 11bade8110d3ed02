import { importCases, mapping } from '#cases'
import { loadDirectory } from '#entities'
import { systemClock } from '#kernel'
import { connect } from '#platform'
import { loadPromiseBook } from '#promises'

/** An import in a process of its own, to be killed: `run-import.ts CONNECTION FILE MAPPING`, both JSON. */
const [connection = '', path = '', mapped = ''] = process.argv.slice(2)
const db = connect({ ...JSON.parse(connection), role: 'sawt_app', max: 3 })
const tools = { db, clock: systemClock, directory: () => loadDirectory(db), book: () => loadPromiseBook(db) }
const order = { path, mapping: mapping.parse(JSON.parse(mapped)), source: 'old-portal' }
const done = await importCases(tools, {
  ...order,
  onProgress: ({ records }) => console.log(String(records)),
})
console.log(JSON.stringify(done))
await db.close()
