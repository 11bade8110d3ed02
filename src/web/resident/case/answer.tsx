import { Details, Quote, Section, Tag } from '#ui'
import { formatDay, words } from '#words'
import { FileList } from './file-list.tsx'
import type { Shown } from './own.ts'

/** The answer, point by point, with what it comes to and what was promised in it. */
export function TheAnswer(shown: Shown) {
  const { view, t } = shown
  if (!view.answer) return null
  const { page } = t.follow
  // After a reopening the earlier answer is history, not the answer.
  if (!view.state.answeredAt)
    return (
      <Details title={page.earlier}>
        <Content {...shown} />
      </Details>
    )
  return (
    <Section title={page.answer} id="answer">
      <Content {...shown} />
    </Section>
  )
}

function Content(shown: Shown) {
  const { view, t, reader } = shown
  const { page } = t.follow
  const { answer } = view
  if (!answer) return null
  const { outcomes } = words(reader.locale).cases
  return (
    <>
      <p class="cluster">
        <Tag state={answer.outcome === 'solved' ? 'done' : 'brand'}>{outcomes[answer.outcome]}</Tag>
        <span class="hint">{formatDay(reader, answer.at)}</span>
      </p>
      <Quote text={answer.text} />
      {answer.points.length > 0 && (
        <>
          <h3>{page.points}</h3>
          <dl class="facts">
            {answer.points.map(({ point, answer: said }) => (
              <div key={point}>
                <dt dir="auto">{point}</dt>
                <dd dir="auto">{said}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <Grounds {...shown} />
      <Promised {...shown} />
      <FileList {...shown} files={view.files.filter(({ seq }) => seq === answer.seq)} fromEntity />
    </>
  )
}

/** A refusal names its ground, and whoever cannot act names who can. */
function Grounds({ view: { answer, outsideRemedy, state }, t, reader }: Shown) {
  const { page } = t.follow
  const outside = outsideRemedy?.[reader.locale]
  const facts = [
    { name: page.legalGround, value: answer?.legalGround },
    { name: page.otherRemedy, value: answer?.otherRemedy },
    { name: page.outside, value: state.outcome === 'solved' ? undefined : outside },
  ].filter(({ value }) => value)
  if (facts.length === 0) return null
  return (
    <dl class="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Promised({ view, t, reader }: Shown) {
  const { page } = t.follow
  if (view.actions.length === 0) return null
  return (
    <>
      <h3>{page.actions}</h3>
      <ul>
        {view.actions.map(({ number, action, dueOn, doneAt, late }) => (
          <li key={number}>
            <span dir="auto">{action}</span>{' '}
            <span class="hint">
              {doneAt ? page.done(formatDay(reader, doneAt)) : page.by(formatDay(reader, dueOn))}
            </span>{' '}
            {late && (
              <Tag state="late" icon="alert">
                {words(reader.locale).time.promised.lateToResident}
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
