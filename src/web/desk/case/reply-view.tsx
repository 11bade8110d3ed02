import type { Words as Written } from '#cases'
import { mayPublish } from '#knowledge'
import { Icon, LinkButton, Notice, Quote, Section, Tag, Time, useLink, useWords } from '#ui'
import type { CaseData } from './data.ts'
import { Files } from './matter.tsx'

/** The reply as it stands, for its reviewers and for those who look later, with its promises. */
export function ReplyView({ data }: { data: CaseData }) {
  const { desk, cases } = useWords()
  const { reply, state, warnings, events } = data
  if (!reply) return null
  const event = events.findLast(({ step }) => step === 'reply')
  const by = event?.by ?? (reply.signedBy && <bdi>{reply.signedBy}</bdi>)
  return (
    <Section
      id="the-reply"
      title={
        <span class="cluster">
          {desk.reply.title}
          {state.outcome && <Tag state="brand">{cases.outcomes[state.outcome]}</Tag>}
        </span>
      }
    >
      {warnings.length > 0 && (
        <Notice kind="warning" title={desk.formula.title}>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{desk.formula.warnings[warning]}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Quote
        text={reply.text ?? ''}
        by={
          event && (
            <>
              {by ? <>{by} · </> : null}
              {cases.roles[event.role]} · <Time at={event.at} />
            </>
          )
        }
      />
      <PointsView points={reply.points} />
      {reply.legalGround && <Ground name={desk.reply.legalGround} text={reply.legalGround} />}
      {reply.otherRemedy && <Ground name={desk.reply.otherRemedy} text={reply.otherRemedy} />}
      {event && <Files data={data} seqs={(seq) => seq === event.seq} />}
      <Objection data={data} />
      <ForEverybody data={data} />
    </Section>
  )
}

/** A good answer helps others too: the first of two clicks that publish it. */
function ForEverybody({ data: { state, officer } }: { data: CaseData }) {
  const { desk: said } = useWords().knowledge
  const link = useLink()
  if (!state.answeredAt || !mayPublish(officer)) return null
  return (
    <>
      <p class="hint">{said.fromCaseHint}</p>
      <LinkButton kind="quiet" small icon="file" href={link(`/desk/articles/from/${state.id}`)}>
        {said.fromCase}
      </LinkButton>
    </>
  )
}

/** What the resident has against the reply, while it is being decided. */
function Objection({ data: { state, events } }: { data: CaseData }) {
  const { desk } = useWords()
  const objection = events.findLast(({ step }) => step === 'object')
  if (state.stage !== 'objected' || !objection) return null
  return (
    <Notice kind="warning" title={desk.page.objection}>
      <p dir="auto" class="written">
        {objection.words?.reason}
      </p>
    </Notice>
  )
}

export function PointsView({ points = [] }: { points?: Written['points'] }) {
  if (points.length === 0) return null
  return (
    <dl class="points">
      {points.map(({ point, answer }) => (
        // Both begin on the side where the question does; an answer in the other language keeps its own order.
        <div key={point + answer} dir="auto">
          <dt>
            <Icon name="message" />
            <span>{point}</span>
          </dt>
          <dd>
            <bdi>{answer}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Ground = ({ name, text }: { name: string; text: string }) => (
  <p class="ground">
    <strong>{name}:</strong> <bdi>{text}</bdi>
  </p>
)
