import { casesOfResident, type OwnCase } from '#cases'
import {
  Actions,
  Button,
  EmptyState,
  Form,
  Heading,
  LinkButton,
  Reference,
  Section,
  StageTag,
  TypeTag,
} from '#ui'
import { formatDay, type Reader, words } from '#words'
import type { Handler } from '../base/env.ts'
import { html } from '../html.ts'
import { go } from './go.ts'
import { Shell } from './shell.tsx'

/** Every case of whoever is signed in: those we work on first. */
export const myCases: Handler = async (c) => {
  const { resident, tools, page } = c.var
  if (!resident) return go(c, '/sign-in?then=my')
  const { reader } = page
  const { mine } = words(reader.locale).resident.follow
  const { common } = words(reader.locale)
  const { home } = words(reader.locale).resident
  const all = await casesOfResident(tools.db, resident.id)
  const link = (path: string) => `/${reader.locale}${path}`
  return html(
    c,
    <Shell title={mine.title} secret>
      <Heading
        title={mine.title}
        lead={mine.lead}
        acts={<LinkButton href={link('/new')}>{home.start}</LinkButton>}
      />
      {all.length === 0 && (
        <EmptyState title={mine.empty}>
          <p>{mine.emptyNext}</p>
        </EmptyState>
      )}
      <CaseList title={mine.open} cases={all.filter(({ closedAt }) => !closedAt)} reader={reader} />
      <CaseList title={mine.over} cases={all.filter(({ closedAt }) => closedAt)} reader={reader} />
      <p>
        <a href={link('/follow')}>{mine.other}</a>
      </p>
      <Form action={link('/sign-out')}>
        <Actions>
          <LinkButton kind="quiet" href={link('/my/details')} icon="user">
            {mine.details}
          </LinkButton>
          <LinkButton kind="quiet" href={link('/my/messages')} icon="bell">
            {words(reader.locale).messages.pages.choices.mine}
          </LinkButton>
          <Button kind="plain">{common.acts.signOut}</Button>
        </Actions>
      </Form>
    </Shell>,
  )
}

function CaseList({ title, cases, reader }: { title: string; cases: readonly OwnCase[]; reader: Reader }) {
  const { mine } = words(reader.locale).resident.follow
  if (cases.length === 0) return null
  const when = ({ answeredAt, closedAt, answerBy }: OwnCase) =>
    answeredAt
      ? mine.answeredOn(formatDay(reader, answeredAt))
      : closedAt
        ? mine.closedOn(formatDay(reader, closedAt))
        : mine.answerBy(formatDay(reader, answerBy))
  return (
    <Section title={title}>
      <ul class="cards list">
        {cases.map((one) => (
          <li key={one.id}>
            <a class="card" href={`/${reader.locale}/my/${one.id}`}>
              <span class="card-words">
                <span class="card-title" dir="auto">
                  {one.subject}
                </span>
                <span class="card-text">{when(one)}</span>
                <span class="cluster">
                  <TypeTag type={one.type} />
                  {one.stage !== 'objected' && <StageTag stage={one.stage} />}
                  <Reference number={one.reference} />
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
