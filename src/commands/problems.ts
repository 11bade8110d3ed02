import { parseArgs } from 'node:util'
import { rebuildProblems } from '#problems'
import type { AppTools } from '../tools.ts'

const HELP = `Recurring problems are found as cases arrive.

  sawt problems --rebuild
      Has the finder read all cases anew, from the first: after a change of how texts are compared. Runs behind
      everything else in the Sawt that works here. Problems, their cases and what was rejected stay as they are.`

type Print = (line: string) => void

/** `sawt problems`. Returns the exit code: 0, or 2 when the command is not understood. */
export async function problems(
  tools: Pick<AppTools, 'db'>,
  args: string[],
  print: Print = console.log,
  complain: Print = console.error,
): Promise<number> {
  const options = read(args)
  if (typeof options === 'string' || (!options.rebuild && !options.help)) {
    complain(
      `${typeof options === 'string' ? options : 'Nothing was asked.'}\nsawt problems --help explains the command.`,
    )
    return 2
  }
  if (options.rebuild) await rebuildProblems(tools)
  print(options.rebuild ? 'All cases will be read anew for recurring problems.' : HELP)
  return 0
}

function read(args: string[]) {
  try {
    const options = { rebuild: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
    return parseArgs({ args, options }).values
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
