import { listTokens } from '#people'
import { listCalendars } from '#promises'
import { CardLinks, EmptyState, type Figure, Figures, Icon, Section, useLink, useWords } from '#ui'
import { formatNumber } from '#words'
import { html } from '../html.ts'
import { AdminPage } from './admin-page.tsx'
import { type Need, needs } from './attention.ts'
import type { Admin } from './form-page.ts'
import { everybody } from './liaisons.ts'
import { PLACES } from './places.ts'
import { readerOf, wordsOf } from './read.ts'

export async function showOverview(c: Admin) {
  return html(c, <Overview c={c} needs={await needs(c)} figures={await figures(c)} />)
}

async function figures(c: Admin): Promise<Figure[]> {
  const { tools, officer, page } = c.var
  const { overview } = wordsOf(c).admin
  const number = (count: number) => formatNumber(readerOf(c), count)
  const directory = await tools.directory()
  const entities = directory.entities('ar')
  const joined = entities.filter(({ onboarding }) => onboarding === 'joined').length
  const people = (await everybody(c)).filter(({ email, active }) => email && active).length
  const tokens = await listTokens(tools, officer)
  const working = tokens.ok ? tokens.value.filter(({ endedAt }) => !endedAt).length : 0
  const categories = directory.categories('ar').length
  const calendars = (await listCalendars(tools.db)).length
  const at = (path: string) => `/${page.reader.locale}/admin${path}`
  return [
    { label: overview.entities, value: overview.of(joined, entities.length), href: at('/entities') },
    { label: overview.categories(categories), value: number(categories), href: at('/categories') },
    { label: overview.people(people), value: number(people), href: at('/staff') },
    { label: overview.calendars(calendars), value: number(calendars), href: at('/calendars') },
    { label: overview.tokens(working), value: number(working), href: at('/tokens') },
  ]
}

function Overview({ c, needs, figures }: { c: Admin; needs: readonly Need[]; figures: readonly Figure[] }) {
  const { overview, places } = useWords().admin
  const link = useLink()
  const cards = PLACES.flatMap(([place, path, icon]) =>
    place === 'overview'
      ? []
      : [{ href: link(`/admin${path}`), icon, title: places[place], text: overview.about[place] }],
  )
  return (
    <AdminPage c={c} place="overview" title={overview.title} lead={overview.lead}>
      <Figures figures={figures} />
      <Section title={overview.attention}>
        <Attention needs={needs} />
      </Section>
      <CardLinks links={cards} />
    </AdminPage>
  )
}

function Attention({ needs }: { needs: readonly Need[] }) {
  const { overview, places } = useWords().admin
  const link = useLink()
  if (needs.length === 0)
    return (
      <EmptyState icon="check" title={overview.allWell}>
        <p>{overview.allWellHint}</p>
        <p>
          <a href={link('/admin/audit')}>{places.audit}</a>
        </p>
      </EmptyState>
    )
  return (
    <ul class="needs">
      {needs.map(({ text, href }) => (
        <li key={href}>
          <a class="due soon" href={link(href)}>
            <Icon name="alert" />
            <span>{text}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
