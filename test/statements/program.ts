import { join, relative } from 'node:path'
import type { TestContext } from 'node:test'
import type { Node } from 'typescript/unstable/ast'
import { API, type Project, SignatureKind, type Type } from 'typescript/unstable/sync'

export const ROOT = join(import.meta.dirname, '../..')

/** The project as the compiler sees it: its checker knows every type that a row is declared with. */
export function openProgram(t: Pick<TestContext, 'after'>): Project {
  const api = new API({ cwd: ROOT })
  t.after(() => api.close())
  const config = join(ROOT, 'tsconfig.json')
  const project = api.updateSnapshot({ openProjects: [config] }).getProject(config)
  if (!project) throw new Error(`The compiler does not open ${config}`)
  return project
}

export const isDb = (type?: Type): boolean => /^(Db|Database)$/.test(type?.getSymbol()?.name ?? '')

/** What a file exports and is called with a database. */
export interface Entrance {
  name: string
  takes: Type[]
}

export function entrancesOf({ program, checker }: Project, file: string): Entrance[] {
  const source = program.getSourceFile(file)
  const module = source && checker.getSymbolAtLocation(source)
  return (module ? checker.getExportsOfModule(module) : []).flatMap((exported) => {
    const type = checker.getTypeOfSymbol(exported)
    const [signature] = type ? checker.getSignaturesOfType(type, SignatureKind.Call) : []
    const takes = signature?.getParameters().map((each) => checker.getTypeOfSymbol(each) as Type) ?? []
    return takes.some(isDb) ? [{ name: exported.name, takes }] : []
  })
}

export function nodesOf({ program }: Project, file: string): Node[] {
  const source = program.getSourceFile(file)
  if (!source) throw new Error(`${file} is not part of the project`)
  const nodes: Node[] = []
  const collect = (node: Node): void => {
    nodes.push(node)
    node.forEachChild(collect)
  }
  collect(source)
  return nodes
}

export interface Place {
  /** For people: `cases/store/events.ts:14` */
  where: string
  /** File, line and column, as a stack trace tells them. */
  at: string
}

export function placeOf(node: Node): Place {
  const source = node.getSourceFile()
  const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source))
  return {
    where: `${relative(ROOT, source.fileName).replace(/^src./, '')}:${line + 1}`,
    at: `${source.fileName}:${line + 1}:${character + 1}`,
  }
}
