import { isStep } from '#cases'
import { DELIVERY_STATES, type Delivery, type Fault } from '#messages'
import { Button, EmptyState, Form, Section, Table, Tabs, Tag, Time, useLink, useWords } from '#ui'
import type { KeptEndpoint } from './endpoint.tsx'

/** The latest of what was sent, by its state: no case and no content, which are none of an administrator's business. */
export function Deliveries({ kept }: { kept: KeptEndpoint }) {
  const { webhooks } = useWords().admin
  const link = useLink()
  const { endpoint, deliveries, state } = kept
  const here = link(`/admin/webhooks/${endpoint.id}`)
  const counts = { queued: endpoint.queued, delivered: undefined, failed: endpoint.failed }
  const tabs = [
    { href: here, label: webhooks.all, current: !state },
    ...DELIVERY_STATES.map((each) => ({
      href: `${here}?state=${each}`,
      label: webhooks.deliveryStates[each],
      current: each === state,
      ...(counts[each] !== undefined && { count: counts[each] }),
    })),
  ]
  return (
    <Section title={webhooks.deliveries}>
      <Tabs label={webhooks.deliveries} tabs={tabs} />
      {deliveries.length === 0 ? (
        <EmptyState icon="send" title={webhooks.noDeliveries}>
          <p>{webhooks.noDeliveriesHint}</p>
        </EmptyState>
      ) : (
        <DeliveryTable endpointId={endpoint.id} deliveries={deliveries} />
      )}
    </Section>
  )
}

function DeliveryTable({ endpointId, deliveries }: { endpointId: string; deliveries: Delivery[] }) {
  const { webhooks, fields } = useWords().admin
  return (
    <Table
      caption={webhooks.deliveries}
      rows={deliveries}
      rowKey={({ id }) => id}
      columns={[
        { key: 'event', label: webhooks.event, header: true, cell: ({ event }) => <Event name={event} /> },
        {
          key: 'caused',
          label: webhooks.caused,
          cell: ({ createdAt }) => <Time at={createdAt} as="short" />,
        },
        { key: 'state', label: fields.state, cell: (delivery) => <State delivery={delivery} /> },
        {
          key: 'answer',
          label: webhooks.answer,
          wide: true,
          cell: (delivery) => <Outcome delivery={delivery} />,
        },
        {
          key: 'again',
          label: webhooks.again,
          cell: (delivery) =>
            delivery.kept &&
            delivery.state !== 'queued' && <Again endpointId={endpointId} delivery={delivery} />,
        },
      ]}
    />
  )
}

function Event({ name }: { name: string }) {
  const { admin, cases } = useWords()
  return <>{isStep(name) ? cases.happened[name] : admin.webhooks.trial}</>
}

const TAGS = {
  queued: { icon: 'clock' },
  delivered: { icon: 'check', state: 'on-time' },
  failed: { icon: 'close', state: 'late' },
} as const

function State({ delivery: { state } }: { delivery: Delivery }) {
  const { deliveryStates } = useWords().admin.webhooks
  return <Tag {...TAGS[state]}>{deliveryStates[state]}</Tag>
}

/** The last answer, after how many attempts, and when the next one is. */
function Outcome({ delivery: { state, status, fault, attempts, readyAt } }: { delivery: Delivery }) {
  const { webhooks } = useWords().admin
  if (attempts === 0 && !fault) return <>{webhooks.tries(0)}</>
  return (
    <>
      <Answer status={status} fault={fault} />
      <span class="hint">
        {' · '}
        {webhooks.tries(attempts)}
        {state === 'queued' && readyAt && (
          <>
            {' · '}
            {webhooks.next} <Time at={readyAt} as="short" />
          </>
        )}
      </span>
    </>
  )
}

/** What an endpoint answered, or why it did not. */
export function Answer({ status, fault }: { status: number | null; fault: Fault | null }) {
  const { webhooks } = useWords().admin
  if (fault) return <>{webhooks.faults[fault]}</>
  return <>{status === null ? '–' : webhooks.answered(status)}</>
}

function Again({ endpointId, delivery }: { endpointId: string; delivery: Delivery }) {
  const { webhooks } = useWords().admin
  const link = useLink()
  return (
    <Form action={link(`/admin/webhooks/${endpointId}/again`)} hidden={{ delivery: delivery.id }}>
      <Button kind="quiet" small>
        {webhooks.again}
      </Button>
    </Form>
  )
}
