import type { Command } from '../../src/commands/command.ts'

/** A command as an operator types it: its exit code, and every line it said. */
export async function typed<Tools>(command: Command<Tools>, tools: Tools, ...args: string[]) {
  const said = { out: [] as string[], error: [] as string[] }
  const understood = command(args, {
    print: (line) => said.out.push(line),
    complain: (line) => said.error.push(line),
    progress: () => undefined,
  })
  const code = typeof understood === 'number' ? understood : await understood(tools)
  return { code, out: said.out, error: said.error.join('\n') }
}
