import { command } from './command.ts'

const HELP = `Brings the schema of the database up to date.

  sawt migrate

Every start does so too. By itself it is for a database whose owner the running Sawt is not: give the owner's address
in DATABASE_URL.`

/** `sawt migrate`. The schema was brought up to date as the database was opened, as for every command. */
export const migrate = command('migrate', {
  help: HELP,
  options: {},
  async run(_: unknown, __, { print }) {
    print('The schema is up to date.')
    return 0
  },
})
