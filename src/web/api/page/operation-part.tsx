import { Facts, Table, useWords } from '#ui'
import { Kind, type Schema } from './shape.tsx'

interface Parameter {
  name: string
  in: string
  description?: string
  schema?: Schema
}

interface Content {
  content?: Record<string, { schema?: Schema }>
}

export interface Described {
  operationId?: string
  summary?: string
  description?: string
  'x-roles'?: string[]
  parameters?: unknown[]
  requestBody?: unknown
  responses?: object
}

/** One address: what it is for, what it needs, what it answers. */
export function OperationPart({ path, method, operation }: OperationProps) {
  const { api, cases } = useWords()
  const roles = operation['x-roles']?.map((role) => cases.roles[role as keyof typeof cases.roles] ?? role)
  const answers = Object.entries((operation.responses ?? {}) as Record<string, Content>)
  const good = answers.find(([status]) => status < '300')
  const refused = answers.map(([status]) => status).filter((status) => status >= '400')
  return (
    <article id={operation.operationId}>
      <h3>
        <code dir="ltr">
          {method.toUpperCase()} {path}
        </code>
      </h3>
      <p lang="en" dir="ltr">
        <strong>{operation.summary}.</strong> {operation.description}
      </p>
      <Facts
        facts={[
          { name: api.needs, value: roles ? api.tokenOf(roles.join(' · ')) : api.noToken },
          { name: api.sends, value: <Kind schema={schemaOf(operation.requestBody as Content)} /> },
          { name: api.answers, value: <Kind schema={schemaOf(good?.[1])} /> },
          { name: api.refusals, value: refused.join(' · ') },
        ]}
      />
      <Parameters
        name={operation.operationId ?? path}
        parameters={(operation.parameters ?? []) as Parameter[]}
      />
    </article>
  )
}

export interface OperationProps {
  path: string
  method: string
  operation: Described
}

function Parameters({ name, parameters }: { name: string; parameters: Parameter[] }) {
  const { api } = useWords()
  if (parameters.length === 0) return null
  return (
    <Table
      caption={`${api.parameters}: ${name}`}
      rows={parameters}
      rowKey={({ name }) => name}
      columns={[
        {
          key: 'name',
          label: api.parameters,
          header: true,
          cell: ({ name }) => <code dir="ltr">{name}</code>,
        },
        { key: 'holds', label: api.holds, cell: ({ schema }) => <Kind schema={schema} /> },
        {
          key: 'about',
          label: api.about,
          wide: true,
          cell: ({ description }) => (
            <span lang="en" dir="ltr">
              {description}
            </span>
          ),
        },
      ]}
    />
  )
}

const schemaOf = (content: Content | undefined): Schema | undefined =>
  content?.content?.['application/json']?.schema
