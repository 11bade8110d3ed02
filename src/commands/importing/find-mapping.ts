import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Mapping, mapping, mappingFaults } from '#cases'
import { no, type Result, yes } from '#kernel'

const FOLDER = join(import.meta.dirname, '../../../db/mappings')

/** The mappings that Sawt ships with. */
export const MAPPINGS: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))
  .sort()

/** A shipped mapping by its name, or one of the operator's own by its path; refused in words that say what to mend. */
export function findMapping(nameOrFile: string): Result<Mapping, string> {
  const path = MAPPINGS.includes(nameOrFile) ? join(FOLDER, `${nameOrFile}.json`) : nameOrFile
  const content = readJson(path)
  if (!content.ok) return content
  const parsed = mapping.safeParse(content.value)
  if (parsed.success) return yes(parsed.data)
  const faults = mappingFaults(parsed.error).map((fault) => `  ${fault}`)
  return no(`The mapping ${path} is not in order:\n${faults.join('\n')}`)
}

function readJson(path: string): Result<unknown, string> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return no(
      `There is no mapping ${path}. Shipped are ${MAPPINGS.join(', ')}; anything else is read as a file.`,
    )
  }
  try {
    return yes(JSON.parse(text.replace(/^\ufeff/, '')))
  } catch (error) {
    return no(`The mapping ${path} is no JSON: ${(error as Error).message}`)
  }
}
