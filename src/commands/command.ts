import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'

/** Where a command speaks. */
export interface Say {
  print: Print
  complain: Print
  /** Overwrites its own last line where the terminal can. */
  progress?: Print
}

export type Print = (line: string) => void

/** A command is understood before anything is opened: the exit code of one that needs nothing, or what it will do. */
export type Command<Tools> = (args: readonly string[], say?: Say) => Understood<Tools>
export type Understood<Tools> = number | ((tools: Tools) => Promise<number>)

/** What was typed: options by their names, and the words that stand without dashes. */
export type Typed<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options }>
>['values'] & { words: string[] }

interface Written<Options extends ParseArgsOptionsConfig, Tools> {
  /** What `--help` prints. */
  help: string
  options: Options
  /** How many words may stand without dashes: none unless told. */
  words?: number
  /** What is missing or does not go together, in words. */
  mistake?(typed: Typed<Options>): string | undefined
  /** @returns the exit code: 0, or 1 when it was refused */
  run(tools: Tools, typed: Typed<Options>, say: Say): Promise<number>
}

/** A command of `sawt`: explains itself on `--help` with 0, and names what it does not understand with 2. */
export const command =
  <const Options extends ParseArgsOptionsConfig, Tools>(
    name: string,
    { help, options, words = 0, mistake, run }: Written<Options, Tools>,
  ): Command<Tools> =>
  (args, say = CONSOLE) => {
    try {
      const known = { ...options, help: { type: 'boolean', short: 'h' } } as const
      const { values, positionals } = parseArgs({ args, options: known, allowPositionals: words > 0 })
      if ('help' in values) {
        say.print(help)
        return 0
      }
      const typed = { ...values, words: positionals } as Typed<Options>
      const wrong = positionals.length > words ? `One too many: ${positionals[words]}.` : mistake?.(typed)
      return wrong ? misunderstood(name, wrong, say) : (tools) => run(tools, typed, say)
    } catch (error) {
      if (!isOfParsing(error)) throw error
      return misunderstood(name, error.message, say)
    }
  }

export const CONSOLE: Say = {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
}

/** What Node says of options that it does not know or that lack their value. */
const isOfParsing = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

/** @returns the exit code */
export function misunderstood(name: string, why: string, { complain }: Say): 2 {
  complain(`${why}\nsawt ${name} --help explains the command.`)
  return 2
}
