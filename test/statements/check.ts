import type { Project } from 'typescript/unstable/sync'
import { differences } from './compare.ts'
import type { Describe } from './describe.ts'
import { heardAt } from './listen.ts'
import { piecesIn, type Site, sitesIn } from './sites.ts'

export interface Checked {
  /** One line for each fault. */
  faults: string[]
  sites: Site[]
  /** Every statement that was described. */
  texts: string[]
}

/** Holds every statement in some files against PostgreSQL: what it says, what it may do, and what its rows are. */
export async function checkStatements(
  project: Project,
  files: string[],
  describe: Describe,
): Promise<Checked> {
  const said = new Map<Site, string[]>()
  for (const file of files) {
    const sites = sitesIn(project, file)
    const composed = sites.filter(({ text }) => text === undefined)
    const heard = composed.length > 0 ? await heardAt(project, file, composed) : undefined
    for (const site of sites)
      said.set(site, site.text === undefined ? [...(heard?.get(site) ?? [])] : [site.text])
  }
  const faults: string[] = []
  for (const [site, texts] of said) faults.push(...(await faultsOf(project, site, texts, describe)))
  const texts = [...said.values()].flat()
  faults.push(...unsaid(project, files, texts))
  return { faults: [...new Set(faults)], sites: [...said.keys()], texts }
}

async function faultsOf({ checker }: Project, { where, row }: Site, texts: string[], describe: Describe) {
  if (texts.length === 0) return [nobodySays(where)]
  const faults = new Set<string>()
  for (const text of texts) {
    try {
      const columns = await describe(text)
      if (row)
        for (const difference of differences(checker, row, columns)) faults.add(`${where} ${difference}`)
    } catch (error) {
      faults.add(`${where} is refused by PostgreSQL: ${(error as Error).message}`)
    }
  }
  return [...faults]
}

/** Pieces that no statement was described with, so that nobody has looked at them. */
function unsaid(project: Project, files: string[], texts: string[]): string[] {
  return files
    .flatMap((file) => piecesIn(project, file))
    .filter((piece) => !texts.some((text) => piece.texts.every((part) => text.includes(part))))
    .map(({ where }) => nobodySays(where))
}

const nobodySays = (where: string) => `${where} is SQL that no exported function could be brought to say`
