import type {
  CallExpression,
  Expression,
  Node,
  NoSubstitutionTemplateLiteral,
  TemplateLiteral,
} from 'typescript/unstable/ast'
import {
  isCallExpression,
  isPropertyAccessExpression,
  isTaggedTemplateExpression,
  isTemplateExpression,
} from 'typescript/unstable/ast/is'
import type { Checker, Project, Type } from 'typescript/unstable/sync'
import { isDb, nodesOf, type Place, placeOf } from './program.ts'

/** A place where code hands a statement to the database. */
export interface Site extends Place {
  /** What it says a row is; nothing where it does not care for rows. */
  row?: Type
  /** The statement as it stands there; nothing when it is composed of pieces. */
  text?: string
}

/** One sql`…`: a whole statement or a piece of one. */
export interface Piece extends Place {
  /** What stands between its holes. */
  texts: string[]
}

export const sitesIn = (project: Project, file: string): Site[] =>
  nodesOf(project, file).flatMap((node) => {
    const name = speaksTo(project.checker, node)
    return name ? [{ ...placeOf(name), ...asked(project.checker, node as CallExpression) }] : []
  })

export const piecesIn = (project: Project, file: string): Piece[] =>
  nodesOf(project, file).flatMap((node) => {
    const template = sqlTemplate(node)
    return template ? [{ ...placeOf(node), texts: textsOf(template) }] : []
  })

/** The `rows` of `db.rows(…)`, when the node is such a call on a database. */
function speaksTo(checker: Checker, node: Node): Node | undefined {
  if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return undefined
  const { name, expression } = node.expression
  const speaks = /^(rows?|run)$/.test(name.getText()) && isDb(checker.getTypeAtLocation(expression))
  return speaks ? name : undefined
}

/** The row a call declares, or lets the compiler infer from where its answer goes, and its statement. */
function asked(checker: Checker, call: CallExpression): Pick<Site, 'row' | 'text'> {
  const signature = checker.getResolvedSignature(call)
  const promise = signature && checker.getReturnTypeOfSignature(signature)
  const answer = promise && argumentOf(checker, promise)
  const one = answer && checker.isArrayType(answer) ? argumentOf(checker, answer) : answer
  const row = one && checker.getNonNullableType(one)
  const text = wholeText(checker, call.arguments[0])
  return { ...(row && declaresColumns(checker, row) && { row }), ...(text !== undefined && { text }) }
}

const argumentOf = (checker: Checker, type: Type): Type | undefined =>
  type.isTypeReference() ? checker.getTypeArguments(type)[0] : undefined

/** Whoever only asks whether there is a row declares none of its columns. */
const declaresColumns = (checker: Checker, row: Type): boolean =>
  (row.isObjectType() || row.isUnionType() || row.isIntersectionType()) &&
  checker.getPropertiesOfType(row).length > 0

/** The statement with its values numbered, unless a hole of the template holds another piece of SQL. */
function wholeText(checker: Checker, statement?: Expression): string | undefined {
  const template = statement && sqlTemplate(statement)
  if (!template) return undefined
  const isPiece = (hole: Expression) => checker.getTypeAtLocation(hole)?.getSymbol()?.name === 'Sql'
  const spans = isTemplateExpression(template) ? template.templateSpans : []
  if (spans.some(({ expression }) => isPiece(expression))) return undefined
  return textsOf(template).reduce((sofar, text, index) => `${sofar}$${index}${text}`)
}

const sqlTemplate = (node: Node): TemplateLiteral | undefined =>
  isTaggedTemplateExpression(node) && node.tag.getText() === 'sql' ? node.template : undefined

const textsOf = (template: TemplateLiteral): string[] =>
  isTemplateExpression(template)
    ? [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)]
    : [(template as NoSubstitutionTemplateLiteral).text]
