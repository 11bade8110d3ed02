import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { casesOfResident, type OwnCase } from '#cases'
import { type Resident, saveResident } from '#people'
import {
  Actions,
  Button,
  EmptyState,
  Form,
  Heading,
  LinkButton,
  Notice,
  Radios,
  Reference,
  Section,
  StageTag,
  TextField,
  TypeTag,
} from '#ui'
import { formatDay, type Reader, words } from '#words'
import type { Handler } from '../base/env.ts'
import { FORM_STATUS, readForm } from '../forms/index.ts'
import { html } from '../html.ts'
import { go } from './go.ts'
import { Shell } from './shell.tsx'
import { formTrouble, type Trouble, troubleOf } from './trouble.ts'

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

/** What we call them and in which language we write. */
export const askDetails: Handler = (c) =>
  c.var.resident ? drawDetails(c, c.var.resident) : go(c, '/sign-in?then=my')

export const saveDetails: Handler = async (c) => {
  const { resident, tools, page } = c.var
  const form = await readForm(c)
  if (!resident) return go(c, '/sign-in?then=my')
  if (!form.ok)
    return drawDetails(c, resident, [formTrouble(page.reader.locale, form.reason)], FORM_STATUS[form.reason])
  const language = form.value.text('language') === 'en' ? 'en' : 'ar'
  const saved = await saveResident(tools.db, resident.id, { name: form.value.text('name'), language })
  if (saved.ok) return go(c, '/my/details?saved')
  const text = words(page.reader.locale).resident.errors.contact['name-long']
  const typed = { ...resident, name: form.value.text('name'), language } as const
  return drawDetails(c, typed, [{ field: 'name', text }], 422)
}

function drawDetails(
  c: Parameters<Handler>[0],
  { name, phone, email, language }: Resident,
  errors: readonly Trouble[] = [],
  status?: ContentfulStatusCode,
) {
  const { locale } = c.var.page.reader
  const { resident, common } = words(locale)
  const { details } = resident.follow
  const { languages } = resident.journey.contact
  return html(
    c,
    <Shell title={details.title} back={`/${locale}/my`} errors={errors} secret>
      {c.req.query('saved') !== undefined && errors.length === 0 && (
        <Notice kind="done" title={details.saved} />
      )}
      <Heading
        title={details.title}
        lead={[details.contact, ' ', <bdi key="contact">{phone ?? email}</bdi>]}
      />
      <Form action={`/${locale}/my/details`}>
        <TextField
          name="name"
          label={details.name}
          value={name ?? ''}
          error={troubleOf(errors, 'name')}
          autocomplete="name"
          optional
        />
        <Radios
          name="language"
          label={details.language}
          inline
          value={language}
          choices={[
            { value: 'ar', label: languages.ar },
            { value: 'en', label: languages.en },
          ]}
        />
        <Button>{common.acts.save}</Button>
      </Form>
    </Shell>,
    status,
  )
}
