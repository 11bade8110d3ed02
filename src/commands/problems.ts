import { rebuildProblems } from '#problems'
import type { AppTools } from '../tools.ts'
import { command } from './command.ts'

const HELP = `Recurring problems are found as cases arrive.

  sawt problems --rebuild
      Has the finder read all cases anew, from the first: after a change of how texts are compared. Runs behind
      everything else in the Sawt that works here. Problems, their cases and what was rejected stay as they are.`

/** `sawt problems`. */
export const problems = command('problems', {
  help: HELP,
  options: { rebuild: { type: 'boolean' } },
  mistake: ({ rebuild }) => (rebuild ? undefined : 'Nothing was asked.'),
  async run(tools: Pick<AppTools, 'db'>, _, { print }) {
    await rebuildProblems(tools)
    print('All cases will be read anew for recurring problems.')
    return 0
  },
})
