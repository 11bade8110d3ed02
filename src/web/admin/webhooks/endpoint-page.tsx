import { isStep } from '#cases'
import { Columns, Facts, LinkButton, Notice, Section, Time, useLink, useReader, useWords } from '#ui'
import { formatList } from '#words'
import { AdminPage } from '../admin-page.tsx'
import type { Filled } from '../filled.ts'
import type { Admin } from '../form-page.ts'
import { Acts, Replays } from './acts.tsx'
import { Answer, Deliveries } from './deliveries.tsx'
import type { KeptEndpoint } from './endpoint.tsx'
import { whose } from './find.ts'
import { StateTag } from './state-tag.tsx'

export interface EndpointPageProps {
  c: Admin
  kept: KeptEndpoint
  form: Filled
}

export function EndpointPage({ c, kept, form }: EndpointPageProps) {
  return <Whole c={c} kept={kept} form={form} />
}

function Whole({ c, kept, form }: EndpointPageProps) {
  const { admin } = useWords()
  const link = useLink()
  const { endpoint } = kept
  return (
    <AdminPage
      c={c}
      place="webhooks"
      title={endpoint.name}
      lead={<StateTag endpoint={endpoint} />}
      back="/admin/webhooks"
      acts={
        <LinkButton href={link(`/admin/webhooks/${endpoint.id}/edit`)} kind="quiet" icon="settings">
          {admin.fields.edit}
        </LinkButton>
      }
      form={form}
    >
      <Trouble kept={kept} now={c.var.tools.clock.now()} />
      <Columns aside={<Acts c={c} kept={kept} form={form} />}>
        <Known kept={kept} />
      </Columns>
      <Deliveries kept={kept} />
      <Replays replays={kept.replays} />
    </AdminPage>
  )
}

/** What must be read before anything else: that nothing arrives. */
function Trouble({ kept: { endpoint }, now }: { kept: KeptEndpoint; now: Temporal.Instant }) {
  const { webhooks } = useWords().admin
  const { givenUpAt, failingSince, active, oldUntil } = endpoint
  return (
    <>
      {failingSince && (givenUpAt || active) && (
        <Notice kind="warning" title={givenUpAt ? webhooks.givenUpTitle : webhooks.failingTitle}>
          <p>
            {givenUpAt ? webhooks.givenUpHint : webhooks.failingHint} <Time at={failingSince} />
          </p>
        </Notice>
      )}
      {oldUntil && Temporal.Instant.compare(oldUntil, now) > 0 && (
        <Notice>
          <p>
            {webhooks.twoSecrets} <Time at={oldUntil} />
          </p>
        </Notice>
      )}
    </>
  )
}

function Known({ kept: { endpoint, directory } }: { kept: KeptEndpoint }) {
  const { admin, cases } = useWords()
  const { webhooks } = admin
  const reader = useReader()
  const { url, events, createdAt, lastAt, lastStatus, lastFault } = endpoint
  const steps = events?.map((event) => (isStep(event) ? cases.happened[event] : event))
  const facts = [
    {
      name: webhooks.url,
      value: (
        <bdi class="address" dir="ltr">
          {url}
        </bdi>
      ),
    },
    { name: webhooks.whose, value: whose(endpoint, directory, reader.locale, admin) },
    { name: webhooks.steps, value: steps ? formatList(reader, steps) : webhooks.everyStep },
    {
      name: webhooks.last,
      value: lastAt ? (
        <>
          <Time at={lastAt} as="short" /> · <Answer status={lastStatus} fault={lastFault} />
        </>
      ) : (
        webhooks.never
      ),
    },
    { name: webhooks.added, value: <Time at={createdAt} as="date" /> },
  ]
  return (
    <Section title={webhooks.name}>
      <Facts facts={facts} />
    </Section>
  )
}
