import { isOverdue } from '#cases'
import { newId } from '#kernel'
import { Button, Form, Section, Tag, Time, useLink, useWords } from '#ui'
import { type CaseData, may } from './data.ts'

/** What the entity promised in its reply, tracked until it is done. */
export function Promises({ data }: { data: CaseData }) {
  const { desk, cases } = useWords()
  const link = useLink()
  const { actions, state, now, directory } = data
  if (actions.length === 0) return null
  return (
    <Section title={desk.reply.promised} id="promised">
      <ul class="related">
        {actions.map(({ number, action, dueOn, doneAt }) => (
          <li key={number}>
            <bdi class="line">{action}</bdi>
            <span class="cluster">
              {doneAt ? (
                <Tag state="done" icon="check">
                  {desk.reply.kept} <Time at={doneAt} as="date" />
                </Tag>
              ) : (
                <Due dueOn={dueOn} late={isOverdue({ dueOn, doneAt }, now, directory.timeZone)} />
              )}
              {!doneAt && may(data, 'fulfil') && (
                <Form
                  action={link(`/desk/cases/${state.id}/fulfil`)}
                  hidden={{ key: newId(), action: String(number) }}
                >
                  <Button kind="quiet" small>
                    {cases.steps.fulfil}
                  </Button>
                </Form>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Due({ dueOn, late }: { dueOn: Temporal.PlainDate; late: boolean }) {
  const { reply } = useWords().desk
  return (
    <Tag state={late ? 'late' : 'on-time'} icon={late ? 'alert' : 'calendar'}>
      {late ? reply.wasUntil : reply.until} <Time at={dueOn} as="date" />
    </Tag>
  )
}
