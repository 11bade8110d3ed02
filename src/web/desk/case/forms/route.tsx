import { newId } from '#kernel'
import { Button, Checkbox, Form, Icon, Select, TextArea, useLink, useReader, useWords } from '#ui'
import { formatPercent } from '#words'
import { named } from '../../../choices.ts'
import { fieldsOf } from '../attempt.ts'
import type { CaseData } from '../data.ts'
import { type Proposal, proposalsOf } from './proposals.ts'

/** Routing: what the words of the resident speak for, each one tap away, and the whole list for anything else. */
export function RouteForm({ data, main }: { data: CaseData; main: boolean }) {
  const words = useWords()
  const { desk, cases } = words
  const { attempt } = data
  const proposals = proposalsOf(data)
  const open = attempt?.step === 'route' || (main && proposals.length === 0)
  return (
    <div id="route">
      {main && proposals.length > 0 && (
        <section class="proposals">
          <h3>{desk.route.title}</h3>
          {proposals.map((proposal, at) => (
            <OneProposal
              key={`${proposal.entity}${proposal.category}`}
              data={data}
              proposal={proposal}
              first={at === 0 && !open}
            />
          ))}
        </section>
      )}
      <details class="step" open={open}>
        <summary>
          <Icon name="send" />
          <span>{main && proposals.length > 0 ? desk.route.other : cases.steps.route}</span>
        </summary>
        <ByHand data={data} main={open && main} />
      </details>
    </div>
  )
}

function OneProposal({ data, proposal, first }: { data: CaseData; proposal: Proposal; first: boolean }) {
  const { desk } = useWords()
  const reader = useReader()
  const link = useLink()
  const { directory, state } = data
  const { entity, category, confidence, because, by } = proposal
  const owner = directory.entity(entity)
  return (
    <Form
      action={link(`/desk/cases/${state.id}/route`)}
      hidden={{ key: newId(), entity, ...(category && { category }) }}
    >
      <div class="proposal">
        <div>
          <strong>{owner?.name[reader.locale]}</strong>
          <span class="line soft">
            {directory.category(category)?.name[reader.locale]}
            {confidence !== undefined && ` · ${formatPercent(reader, confidence)}`}
          </span>
          {by && <span class="line soft">{desk.route.by[by]}</span>}
          {because.length > 0 && (
            <span class="line soft">
              {desk.route.because}{' '}
              {because.map((word, at) => (
                <>
                  {at > 0 && ' · '}
                  <bdi key={word}>{word}</bdi>
                </>
              ))}
            </span>
          )}
          {owner && owner.onboarding !== 'joined' && (
            <span class="line soft">{desk.onboarding[owner.onboarding]}</span>
          )}
        </div>
        <Button kind={first ? 'main' : 'quiet'} small>
          {desk.route.accept}
        </Button>
      </div>
    </Form>
  )
}

function ByHand({ data, main }: { data: CaseData; main: boolean }) {
  const words = useWords()
  const { desk, cases } = words
  const { locale } = useReader()
  const link = useLink()
  const { directory, state, attempt } = data
  const field = fieldsOf('route', words, attempt)
  return (
    <Form action={link(`/desk/cases/${state.id}/route`)} hidden={{ key: newId() }}>
      <Select
        {...field('entity', state.entity ?? '')}
        label={desk.ask.entity}
        options={named(directory.entities(locale), locale)}
      />
      <Select
        {...field('category', state.category ?? '')}
        label={desk.ask.category}
        empty={desk.ask.noCategory}
        options={named(directory.categories(locale), locale)}
      />
      <TextArea {...field('note')} label={desk.ask.note} rows={2} optional />
      <Checkbox
        name="urgent"
        id="route-urgent"
        value="true"
        label={desk.ask.urgent}
        checked={state.urgent || field('urgent').value === 'true'}
      />
      <Button kind={main ? 'main' : 'quiet'}>{cases.steps.route}</Button>
    </Form>
  )
}
