import type { Replay } from '#messages'
import { Section, StepForm, Table, Time, useLink, useWords } from '#ui'
import { codeToTry } from '../code-to-try.ts'
import { CodeField, DateField, Text } from '../fields.tsx'
import type { EndpointPageProps } from './endpoint-page.tsx'

/** What can be done about one endpoint, each behind its explanation. */
export function Acts({ c, kept: { endpoint }, form }: EndpointPageProps) {
  const { webhooks } = useWords().admin
  const link = useLink()
  const to = (act: string) => link(`/admin/webhooks/${endpoint.id}/${act}`)
  const { active } = endpoint
  return (
    <Section title={webhooks.acts}>
      {active && (
        <StepForm title={webhooks.test} icon="send" submit={webhooks.test} action={to('test')}>
          <p class="hint">{webhooks.testHint}</p>
        </StepForm>
      )}
      <StepForm
        title={webhooks.replay}
        icon="clock"
        submit={webhooks.replay}
        action={to('replay')}
        open={Boolean(form.wrong('date') ?? form.wrong('time'))}
      >
        <p class="hint">{webhooks.replayHint}</p>
        <DateField form={form} name="date" label={webhooks.replayDate} />
        <Text
          form={form}
          name="time"
          label={webhooks.replayTime}
          hint={webhooks.replayTimeHint}
          optional
          dir="ltr"
          size="small"
        />
      </StepForm>
      <StepForm
        title={webhooks.rotate}
        icon="lock"
        submit={webhooks.rotate}
        action={to('secret')}
        open={Boolean(form.wrong('code'))}
      >
        <p class="hint">{webhooks.rotateHint}</p>
        <CodeField form={form} demonstration={codeToTry(c)} />
      </StepForm>
      <StepForm
        title={active ? webhooks.switchOff : webhooks.switchOn}
        icon={active ? 'pause' : 'check'}
        submit={active ? webhooks.switchOff : webhooks.switchOn}
        danger={active}
        action={to('switch')}
        hidden={{ to: active ? 'off' : 'on' }}
      >
        <p class="hint">{active ? webhooks.switchOffHint : webhooks.switchOnHint}</p>
      </StepForm>
    </Section>
  )
}

/** What was asked to be sent again, and how far that is. */
export function Replays({ replays }: { replays: readonly Replay[] }) {
  const { webhooks, fields } = useWords().admin
  if (replays.length === 0) return null
  return (
    <Section title={webhooks.replays}>
      <Table
        caption={webhooks.replays}
        rows={replays}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'since',
            label: webhooks.replay,
            header: true,
            cell: ({ since }) => <Time at={since} as="short" />,
          },
          { key: 'asked', label: fields.when, cell: ({ askedAt }) => <Time at={askedAt} as="short" /> },
          { key: 'events', label: webhooks.event, cell: ({ events }) => webhooks.replayed(events) },
          {
            key: 'state',
            label: fields.state,
            cell: ({ doneAt }) => (doneAt ? <Time at={doneAt} as="short" /> : webhooks.replayRunning),
          },
        ]}
      />
    </Section>
  )
}
