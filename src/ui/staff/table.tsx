import type { ComponentChildren } from 'preact'
import { Reference } from '../case/reference.tsx'
import { DueChip, TypeTag } from '../case/tags.tsx'
import type { Examples } from '../example.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../page.tsx'

export interface Column<Row> {
  key: string
  label: string
  cell: (row: Row) => ComponentChildren
  /** Names the row; exactly one column does. With `rowHref` it carries the row's link. */
  header?: boolean
  number?: boolean
  /** On a phone, where rows are cards without a head, its name stands before the value. */
  named?: boolean
  /** Takes the room that is left and wraps; the others keep to one line. */
  wide?: boolean
  /** Leads to the list sorted by this column. */
  sort?: string
  sorted?: 'ascending' | 'descending'
}

export interface TableProps<Row> {
  /** Said to those who hear the page. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** The whole row leads there. */
  rowHref?: (row: Row) => string
}

/** Sorted, filtered and paged by the server; the address says how. Scrolls sideways within itself on a phone. */
export const Table = <Row,>({ caption, columns, rows, rowKey, rowHref }: TableProps<Row>) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
  <section class="table-frame" aria-label={caption} tabIndex={0}>
    <table class={rowHref ? 'table linked' : 'table'}>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>{columns.map((column) => cell(column, row, rowHref?.(row)))}</tr>
        ))}
      </tbody>
    </table>
  </section>
)

function Head<Row>({ column: { label, sort, sorted, ...column } }: { column: Column<Row> }) {
  const { ui } = useWords()
  const said = sorted && (sorted === 'ascending' ? ui.sortAscending : ui.sortDescending)
  return (
    <th scope="col" class={shape(column)} aria-sort={sorted}>
      {sort ? (
        <a class={`sort ${sorted ?? ''}`} href={sort}>
          {label}
          {sorted && <Icon name="chevron" />}
          {said && <span class="unseen"> ({said})</span>}
        </a>
      ) : (
        label
      )}
    </th>
  )
}

function cell<Row>(column: Column<Row>, row: Row, href?: string) {
  const content = column.cell(row)
  if (!column.header)
    return (
      <td class={shape(column)}>
        {column.named && Boolean(content) && <span class="cell-label soft">{column.label}: </span>}
        {content}
      </td>
    )
  return (
    <th scope="row" class={shape(column)}>
      {href ? (
        <a class="row-link" href={href}>
          {content}
        </a>
      ) : (
        content
      )}
    </th>
  )
}

const shape = ({ number, wide }: { number?: boolean; wide?: boolean }) =>
  [number && 'number', wide && 'wide'].filter(Boolean).join(' ') || undefined

const rows = [
  { number: '26483190274', type: 'complaint', state: 'late', days: 2 },
  { number: '26110045217', type: 'suggestion', state: 'on-time', days: 9 },
] as const

export const examples: Examples = {
  'a queue': (say) => (
    <Table
      caption={say('قائمة الطلبات', 'The queue')}
      rows={rows}
      rowKey={(row) => row.number}
      rowHref={(row) => `#${row.number}`}
      columns={[
        {
          key: 'subject',
          label: say('الموضوع', 'Subject'),
          header: true,
          wide: true,
          cell: () => say('حفرة أمام المدرسة', 'A hole before the school'),
        },
        { key: 'number', label: say('الرقم', 'Number'), cell: (row) => <Reference number={row.number} /> },
        { key: 'type', label: say('النوع', 'Type'), cell: (row) => <TypeTag type={row.type} /> },
        {
          key: 'due',
          label: say('الموعد', 'Due'),
          sort: '#sort',
          sorted: 'ascending',
          cell: (row) => <DueChip state={row.state} days={row.days} />,
        },
      ]}
    />
  ),
}
