import type { Context } from 'hono'
import type { Directory } from '#entities'
import { casesInRoom, LEVELS, type RoomCases, type RoomList, SOON_HOURS, WITHOUT } from '#insight'
import type { Officer } from '#people'
import { EmptyState, Heading, Pagination, Table, Tabs, useLink, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import type { StaffEnv } from '../base/env.ts'
import { useCaseColumns } from '../desk/case-columns.tsx'
import { type Line, linesOf } from '../desk/queue-lines.ts'
import { DeskPage } from '../desk/shell.tsx'
import { html } from '../html.ts'

/** The list behind a number of the wall; the address alone says which. */
export async function showRoomCases(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const found = await casesInRoom(tools, officer, c.req.query())
  if (!found.ok) return c.notFound()
  const [directory, book, now] = [await tools.directory(), await tools.book(), tools.clock.now()]
  const lines = linesOf(found.value.cases, { directory, book, now })
  return html(c, <RoomCasesPage officer={officer} found={found.value} lines={lines} directory={directory} />)
}

interface RoomCasesPageProps {
  officer: Officer
  found: RoomCases
  lines: readonly Line[]
  directory: Directory
}

function RoomCasesPage({ officer, found, lines, directory }: RoomCasesPageProps) {
  const { operations, behind } = useWords()
  const reader = useReader()
  const link = useLink()
  const { list, entity, part, count, next } = found
  const said = (n: number) => formatNumber(reader, n)
  const named = (each: RoomList) =>
    each === 'soon' ? operations.soon(said(SOON_HOURS)) : operations.rung[each]
  const address = (each: RoomList, cursor?: string) =>
    link(
      `/operations/cases?${new URLSearchParams({ list: each, ...(entity && { entity }), ...(cursor && { cursor }) })}`,
    )
  const only = entity ?? (part?.length === 1 ? part[0] : undefined)
  const whose = only === WITHOUT ? operations.central : directory.entity(only)?.name[reader.locale]
  return (
    <DeskPage officer={officer} title={named(list)} place="operations" back={link('/operations')}>
      <Heading
        above={whose ?? operations.title}
        title={named(list)}
        lead={
          <>
            <strong>{behind.cases(said(count), count)}</strong>
            {list !== 'soon' && <> · {operations.highest}</>}
          </>
        }
      />
      <Tabs
        label={operations.rungs}
        tabs={(['soon', ...LEVELS] as const).map((each) => ({
          href: address(each),
          label: named(each),
          current: each === list,
        }))}
      />
      {lines.length > 0 ? (
        <Lines lines={lines} directory={directory} caption={named(list)} />
      ) : (
        <EmptyState icon="check" title={behind.empty}>
          <p>{operations.roomEmptyHint}</p>
        </EmptyState>
      )}
      <Pagination next={next && address(list, next)} />
    </DeskPage>
  )
}

interface LinesProps extends Pick<RoomCasesPageProps, 'lines' | 'directory'> {
  caption: string
}

function Lines({ lines, directory, caption }: LinesProps) {
  const { subject, who, stage, due } = useCaseColumns(directory)
  const link = useLink()
  return (
    <Table
      caption={caption}
      rows={lines}
      rowKey={({ id }) => id}
      rowHref={({ id }) => link(`/desk/cases/${id}`)}
      columns={[subject, who, stage, due]}
    />
  )
}
