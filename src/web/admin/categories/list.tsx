import type { Category, Directory } from '#entities'
import { EmptyState, LinkButton, Select, useLink, useReader, useWords } from '#ui'
import { html } from '../../html.ts'
import { AdminPage } from '../admin-page.tsx'
import type { Admin } from '../form-page.ts'
import { ListFilters } from '../list-filters.tsx'
import { entityOptions, sectorOptions } from '../options.ts'
import { asked, nameHolds, readerOf } from '../read.ts'
import { CategoryTable } from './table.tsx'

interface Query {
  q: string
  sector: string
  owner: string
  state: string
}

/** In the owner's place: those that nobody owns. */
const NOBODY = 'nobody'

export async function listCategories(c: Admin) {
  const directory = await c.var.tools.directory()
  const query = {
    q: asked(c, 'q'),
    sector: asked(c, 'sector'),
    owner: asked(c, 'owner'),
    state: asked(c, 'state'),
  }
  const { q, sector, owner, state } = query
  const found = directory
    .allCategories(readerOf(c).locale)
    .filter(({ name, id }) => nameHolds(name, q) || id === q.trim())
    .filter(({ sectorId }) => !sector || sectorId === sector)
    .filter(({ entityId }) => !owner || (owner === NOBODY ? entityId === null : entityId === owner))
    .filter(({ active }) => !state || active === (state === 'active'))
  return html(c, <Categories c={c} directory={directory} query={query} found={found} />)
}

interface CategoriesProps {
  c: Admin
  directory: Directory
  query: Query
  found: readonly Category[]
}

function Categories({ c, directory, query, found }: CategoriesProps) {
  const { categories } = useWords().admin
  const link = useLink()
  const add = (
    <LinkButton href={link('/admin/categories/new')} icon="plus">
      {categories.add}
    </LinkButton>
  )
  return (
    <AdminPage c={c} place="categories" title={categories.title} lead={categories.lead} acts={add}>
      <CategoryFilters directory={directory} query={query} />
      {found.length === 0 ? (
        <EmptyState icon="list" title={categories.none}>
          <p>{categories.noneHint}</p>
        </EmptyState>
      ) : (
        <CategoryTable directory={directory} found={found} />
      )}
    </AdminPage>
  )
}

function CategoryFilters({ directory, query }: { directory: Directory; query: Query }) {
  const { fields, categories } = useWords().admin
  const { locale } = useReader()
  const owners = [{ value: NOBODY, label: categories.noOwner }, ...entityOptions(directory, locale)]
  const states = [
    { value: 'active', label: fields.active },
    { value: 'closed', label: fields.closed },
  ]
  return (
    <ListFilters at="/admin/categories" query={query} states={states}>
      <Select
        name="sector"
        label={fields.sector}
        empty={fields.any}
        value={query.sector}
        options={sectorOptions(directory, locale)}
      />
      <Select
        name="owner"
        label={categories.owner}
        empty={categories.anyOwner}
        value={query.owner}
        options={owners}
      />
    </ListFilters>
  )
}
