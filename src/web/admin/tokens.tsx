import type { Directory } from '#entities'
import { no, yes } from '#kernel'
import { createToken, type ListedToken, listTokens, personName, revokeToken, stepUp } from '#people'
import { Button, EmptyState, Form, LinkButton, Table, Tag, Time, useLink, useReader, useWords } from '#ui'
import { AdminPage } from './admin-page.tsx'
import { CodeField, Text } from './fields.tsx'
import type { Filled } from './filled.ts'
import { type Admin, formPage } from './form-page.ts'
import { carry } from './handed-out.ts'
import { asked } from './read.ts'
import { codeToTry } from './staff/grant.tsx'
import { SCOPE_FIELDS, scopeIn, scopeName, scopesOf } from './staff/scope.ts'
import { ChooseRole, ScopeFields } from './staff/scope-fields.tsx'

interface Kept {
  tokens: ListedToken[]
  directory: Directory
}

async function find(c: Admin): Promise<Kept> {
  const listed = await listTokens(c.var.tools, c.var.officer)
  return { tokens: listed.ok ? listed.value : [], directory: await c.var.tools.directory() }
}

/** Every token; sent, it ends one. */
export const tokens = formPage<Kept>({
  find,
  async act(form, _, c) {
    const revoked = await revokeToken(c.var.tools, c.var.officer, form.text('token'))
    return revoked.ok ? yes('/admin/tokens?done=revoked') : revoked
  },
  draw: (kept, form, c) => <Tokens c={c} form={form} kept={kept} />,
})

/** A token for an outside program: a right like any other, so the code is asked for again. */
export const newToken = formPage<Kept>({
  find,
  values: (_, c) => ({ role: asked(c, 'role') }),
  fields: { ...SCOPE_FIELDS, 'name-missing': 'name', 'name-too-long': 'name', 'code-wrong': 'code' },
  async act(form, { directory }, c) {
    const { tools, officer } = c.var
    const named = scopeIn(form, directory)
    if (!named.ok) return named
    const name = personName(form.text('name'))
    if (!name.ok) return name
    const again = await stepUp(tools, officer, form.text('code'))
    if (!again.ok) return again
    const wanted = { role: form.text('role'), name: name.value, ...named.value }
    const made = await createToken(tools, officer, wanted)
    if (!made.ok) return made.reason === 'not-allowed' ? no('not-allowed') : made
    return yes(carry(c, { token: made.value.token, name: name.value, next: '/admin/tokens' }))
  },
  draw: (kept, form, c) => <NewToken c={c} form={form} kept={kept} />,
})

interface TokensProps {
  c: Admin
  form: Filled
  kept: Kept
}

function Tokens({ c, form, kept }: TokensProps) {
  const { tokens } = useWords().admin
  const link = useLink()
  const add = (
    <LinkButton href={link('/admin/tokens/new')} icon="plus">
      {tokens.add}
    </LinkButton>
  )
  return (
    <AdminPage c={c} place="tokens" title={tokens.title} lead={tokens.lead} acts={add} form={form}>
      {kept.tokens.length === 0 ? (
        <EmptyState icon="lock" title={tokens.none}>
          <p>{tokens.noneHint}</p>
        </EmptyState>
      ) : (
        <TokenTable kept={kept} />
      )}
    </AdminPage>
  )
}

function TokenTable({ kept }: { kept: Kept }) {
  const words = useWords()
  const { tokens, staff, fields } = words.admin
  const { locale } = useReader()
  return (
    <Table
      caption={tokens.title}
      rows={kept.tokens}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', label: tokens.program, header: true, cell: ({ name }) => <bdi>{name}</bdi> },
        { key: 'role', label: staff.role, cell: ({ role }) => words.cases.roles[role] },
        {
          key: 'scope',
          label: staff.scope,
          wide: true,
          cell: (token) => scopeName(token, kept.directory, locale, words),
        },
        { key: 'made', label: tokens.made, cell: ({ createdAt }) => <Time at={createdAt} as="date" /> },
        { key: 'state', label: fields.state, cell: (token) => <TokenState token={token} /> },
        { key: 'revoke', label: tokens.revoke, cell: (token) => !token.endedAt && <Revoke token={token} /> },
      ]}
    />
  )
}

function TokenState({ token: { endedAt } }: { token: ListedToken }) {
  const { tokens } = useWords().admin
  if (!endedAt)
    return (
      <Tag icon="check" state="on-time">
        {tokens.works}
      </Tag>
    )
  return (
    <Tag icon="close">
      {tokens.ended} <Time at={endedAt} as="date" />
    </Tag>
  )
}

function Revoke({ token: { id, name } }: { token: ListedToken }) {
  const { tokens } = useWords().admin
  const link = useLink()
  return (
    <Form action={link('/admin/tokens')} hidden={{ token: id }}>
      <Button kind="danger" small>
        {tokens.revoke}
        <span class="unseen"> {name}</span>
      </Button>
    </Form>
  )
}

function NewToken({ c, form, kept }: TokensProps) {
  const { admin, cases } = useWords()
  const { tokens } = admin
  const role = form.text('role')
  const chosen = scopesOf(role).length > 0
  return (
    <AdminPage
      c={c}
      place="tokens"
      title={tokens.add}
      above={chosen ? cases.roles[role as keyof typeof cases.roles] : undefined}
      lead={tokens.addLead}
      back={chosen ? '/admin/tokens/new' : '/admin/tokens'}
      form={form}
    >
      <div class="measure">
        {chosen ? (
          <Form hidden={{ role }}>
            <Text
              form={form}
              name="name"
              label={tokens.program}
              hint={tokens.programHint}
              autocomplete="off"
            />
            <ScopeFields form={form} role={role} directory={kept.directory} />
            <CodeField form={form} demonstration={codeToTry(c)} />
            <Button>{tokens.add}</Button>
          </Form>
        ) : (
          <ChooseRole form={form} />
        )}
      </div>
    </AdminPage>
  )
}
