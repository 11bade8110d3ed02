import type { Context } from 'hono'
import { listNotices, readNotices, type ShownNotice } from '#messages'
import {
  Button,
  EmptyState,
  Form,
  Heading,
  LinkButton,
  Notice,
  Pagination,
  Table,
  Tag,
  Time,
  useLink,
  useWords,
} from '#ui'
import type { StaffEnv } from '../base/env.ts'
import { DeskPage } from '../desk/shell.tsx'
import { readForm } from '../forms/index.ts'
import { html } from '../html.ts'
import { WithNumbers } from './letter.tsx'

/** What happened in the cases that concern an officer, the newest first. */
export async function showNotices(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const { notices, next } = await listNotices(tools, officer, page.reader, c.req.query('after'))
  const done = c.req.query('done') !== undefined
  return html(c, <NoticesPage officer={officer} notices={notices} next={next} done={done} />)
}

/** All of them count as read. */
export async function postRead(c: Context<StaffEnv>) {
  const form = await readForm(c)
  const { tools, officer, page } = c.var
  if (form.ok) await readNotices(tools, officer)
  return c.redirect(`/${page.reader.locale}/staff/notices${form.ok ? '?done' : ''}`, 303)
}

interface NoticesPageProps {
  officer: StaffEnv['Variables']['officer']
  notices: readonly ShownNotice[]
  next: string | null
  done: boolean
}

function NoticesPage({ officer, notices, next, done }: NoticesPageProps) {
  const { notices: said, push } = useWords().messages.pages
  const link = useLink()
  const here = link('/staff/notices')
  return (
    <DeskPage officer={officer} title={said.title} place="notices">
      {done && <Notice kind="done" title={said.done} />}
      <Heading
        title={said.title}
        lead={said.lead}
        acts={
          <>
            <LinkButton href={`${here}/choices`} kind="quiet" icon="settings" small>
              {said.choices}
            </LinkButton>
            <LinkButton href={`${here}/push`} kind="plain" small>
              {push.title}
            </LinkButton>
          </>
        }
      />
      {notices.length === 0 ? (
        <EmptyState icon="bell" title={said.empty}>
          <p>{said.emptyNext}</p>
        </EmptyState>
      ) : (
        <>
          <NoticeTable notices={notices} />
          <Form action={here}>
            <Button kind="quiet" icon="check" small>
              {said.readAll}
            </Button>
          </Form>
          <Pagination next={next ? `${here}?after=${encodeURIComponent(next)}` : undefined} />
        </>
      )}
    </DeskPage>
  )
}

function NoticeTable({ notices }: Pick<NoticesPageProps, 'notices'>) {
  const { notices: said } = useWords().messages.pages
  const link = useLink()
  return (
    <Table
      caption={said.table}
      rows={notices}
      rowKey={({ id }) => id}
      rowHref={({ caseId, path }) => link(caseId ? `/desk/cases/${caseId}` : (path ?? '/staff/notices'))}
      columns={[
        { key: 'what', label: said.what, header: true, cell: ({ name }) => name },
        { key: 'text', label: said.details, wide: true, cell: ({ text }) => <WithNumbers text={text} /> },
        { key: 'when', label: said.when, cell: ({ at }) => <Time at={at} as="short" /> },
        {
          key: 'new',
          label: said.unread,
          cell: ({ unread }) => (unread ? <Tag icon="bell">{said.unread}</Tag> : ''),
        },
      ]}
    />
  )
}
