import type { Directory } from '#entities'
import type { Endpoint } from '#messages'
import { EmptyState, LinkButton, Notice, Table, useLink, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import { html } from '../../html.ts'
import { AdminPage } from '../admin-page.tsx'
import type { Admin } from '../form-page.ts'
import { endpointsOf, whose } from './find.ts'
import { StateTag } from './state-tag.tsx'

interface EndpointsProps {
  c: Admin
  endpoints: readonly Endpoint[]
  directory: Directory
}

export async function listOfEndpoints(c: Admin) {
  const directory = await c.var.tools.directory()
  return html(c, <Endpoints c={c} endpoints={await endpointsOf(c)} directory={directory} />)
}

function Endpoints({ c, endpoints, directory }: EndpointsProps) {
  const { webhooks } = useWords().admin
  const link = useLink()
  const add = (
    <LinkButton href={link('/admin/webhooks/new')} icon="plus">
      {webhooks.add}
    </LinkButton>
  )
  const givenUp = endpoints.filter(({ givenUpAt }) => givenUpAt)
  return (
    <AdminPage c={c} place="webhooks" title={webhooks.title} lead={webhooks.lead} acts={add}>
      {givenUp.map(({ id, name }) => (
        <Notice key={id} kind="warning" title={webhooks.givenUpTitle}>
          <p>
            <a href={link(`/admin/webhooks/${id}`)}>
              <bdi>{name}</bdi>
            </a>
          </p>
        </Notice>
      ))}
      {endpoints.length === 0 ? (
        <EmptyState icon="send" title={webhooks.none}>
          <p>{webhooks.noneHint}</p>
        </EmptyState>
      ) : (
        <EndpointTable endpoints={endpoints} directory={directory} />
      )}
    </AdminPage>
  )
}

function EndpointTable({ endpoints, directory }: Omit<EndpointsProps, 'c'>) {
  const { admin } = useWords()
  const { webhooks, fields } = admin
  const reader = useReader()
  const link = useLink()
  return (
    <Table
      caption={webhooks.title}
      rows={endpoints}
      rowKey={({ id }) => id}
      rowHref={({ id }) => link(`/admin/webhooks/${id}`)}
      columns={[
        { key: 'name', label: webhooks.name, header: true, cell: ({ name }) => <bdi>{name}</bdi> },
        {
          key: 'whose',
          label: webhooks.whose,
          wide: true,
          cell: (endpoint) => whose(endpoint, directory, reader.locale, admin),
        },
        { key: 'state', label: fields.state, cell: (endpoint) => <StateTag endpoint={endpoint} /> },
        {
          key: 'waiting',
          label: webhooks.waiting,
          number: true,
          cell: ({ queued }) => formatNumber(reader, queued),
        },
        {
          key: 'dead',
          label: webhooks.dead,
          number: true,
          cell: ({ failed }) => formatNumber(reader, failed),
        },
      ]}
    />
  )
}
