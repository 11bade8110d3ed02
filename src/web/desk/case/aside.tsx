import { Facts, Section, Time, useReader, useWords } from '#ui'
import type { CaseData } from './data.ts'
import { EntityLinkForm } from './forms/entity-link.tsx'
import { Steps } from './forms/steps.tsx'
import { CaseLadder } from './ladder.tsx'
import type { MainStep } from './main-step.ts'
import { Similar } from './similar.tsx'
import { Watch } from './watch.tsx'

/** What one needs beside the matter: the next step, the others, and the facts. */
export function Aside({ data, main }: { data: CaseData; main: MainStep | undefined }) {
  return (
    <>
      {data.mayLink && <EntityLinkForm data={data} main={main === 'entity-link'} />}
      <Steps data={data} main={main} />
      <CaseLadder data={data} />
      <Similar data={data} />
      <Watch data={data} />
      <About data={data} />
      <Reads data={data} />
    </>
  )
}

function About({ data }: { data: CaseData }) {
  const { desk, cases } = useWords()
  const { locale } = useReader()
  const { state, directory, requester, sight, names } = data
  const { facts } = desk.page
  const said = [
    { name: facts.entity, value: directory.entity(state.entity)?.name[locale] },
    { name: facts.onboarding, value: onboardingOf(data, desk.onboarding) },
    { name: facts.unit, value: directory.unit(state.unit)?.name[locale] },
    { name: facts.handler, value: names.get(state.handler ?? '') },
    { name: facts.category, value: directory.category(state.category)?.name[locale] },
    { name: facts.requester, value: requester?.name ?? (sight.name ? desk.page.nameless : desk.page.hidden) },
    { name: facts.phone, value: requester?.phone && <bdi dir="ltr">{requester.phone}</bdi> },
    { name: facts.email, value: requester?.email && <bdi dir="ltr">{requester.email}</bdi> },
    { name: facts.channel, value: cases.channels[state.channel] },
    { name: facts.received, value: <Time at={state.receivedAt} /> },
    { name: facts.answerBy, value: <Time at={state.answerBy} /> },
    {
      name: facts.solved,
      value: state.solved && state.respect ? desk.page.rated(state.solved, state.respect) : null,
    },
  ]
  return (
    <Section title={desk.page.about}>
      <Facts facts={said.filter(({ value }) => value)} />
    </Section>
  )
}

const onboardingOf = ({ state, directory }: CaseData, said: Readonly<Record<string, string>>) => {
  const entity = directory.entity(state.entity)
  return entity && entity.onboarding !== 'joined' ? said[entity.onboarding] : undefined
}

/** Who opened the case, for those who answer for its confidence. */
function Reads({ data: { reads } }: { data: CaseData }) {
  const { desk, cases } = useWords()
  if (reads.length === 0) return null
  return (
    <Section title={desk.page.reads}>
      <ul class="reads">
        {reads.map(({ by, role, at }) => (
          <li key={`${by}${role}`}>
            <bdi>{by}</bdi>
            <small class="soft">
              {' '}
              · {cases.roles[role as keyof typeof cases.roles] ?? role} · <Time at={at} as="short" />
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
