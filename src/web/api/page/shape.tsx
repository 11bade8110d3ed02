import type { ComponentChildren } from 'preact'
import { Table, useWords } from '#ui'

/** What is read of a JSON schema: as much as our own descriptions use. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  description?: string
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

/** A named shape: its fields, or the shapes it can be. */
export function Shape({ name, schema: given }: { name: string; schema: unknown }) {
  const { api } = useWords()
  const schema = given as Schema
  const variants = schema.oneOf ?? schema.anyOf
  return (
    <article id={name}>
      <h3>
        <code dir="ltr">{name}</code>
      </h3>
      {schema.description && (
        <p lang="en" dir="ltr">
          {schema.description}
        </p>
      )}
      {schema.properties && <Fields caption={name} schema={schema} />}
      {variants?.map((variant, index) => (
        <Fields key={index} caption={`${name} ${index + 1} ${api.field}`} schema={variant} />
      ))}
      {!schema.properties && !variants && <Kind schema={schema} />}
    </article>
  )
}

function Fields({ caption, schema }: { caption: string; schema: Schema }) {
  const { api, common } = useWords()
  const optional = (name: string) => (schema.required?.includes(name) ? '' : ` (${common.optional})`)
  return (
    <Table
      caption={caption}
      rows={Object.entries(schema.properties ?? {})}
      rowKey={([name]) => name}
      columns={[
        {
          key: 'field',
          label: api.field,
          header: true,
          cell: ([name]) => (
            <>
              <code dir="ltr">{name}</code>
              {optional(name)}
            </>
          ),
        },
        {
          key: 'holds',
          label: api.holds,
          wide: true,
          cell: ([, field]) => (
            <span lang="en" dir="ltr">
              <Kind schema={field} /> {field.description}
            </span>
          ),
        },
      ]}
    />
  )
}

/** What a value is, in as few signs as possible; named shapes are links. */
export function Kind({ schema }: { schema: Schema | undefined }): ComponentChildren {
  if (!schema) return '–'
  const named = schema.$ref?.split('/').at(-1)
  if (named)
    return (
      <a href={`#${named}`}>
        <code dir="ltr">{named}</code>
      </a>
    )
  const several = schema.oneOf ?? schema.anyOf ?? schema.allOf
  if (several)
    return several.map((each, index) => (
      <>
        {index > 0 && ' | '}
        <Kind schema={each} />
      </>
    ))
  if (schema.items)
    return (
      <>
        <Kind schema={schema.items} />
        <code>[]</code>
      </>
    )
  return <code dir="ltr">{plain(schema)}</code>
}

const plain = ({ type, format, enum: values, const: only }: Schema): string => {
  if (only !== undefined) return JSON.stringify(only)
  if (values) return values.map(String).join(' | ')
  return `${[type ?? 'any'].flat().join(' | ')}${format ? ` (${format})` : ''}`
}
