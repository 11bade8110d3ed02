import type { Directory } from '#entities'
import type { ListedToken } from '#people'
import { Button, EmptyState, Form, LinkButton, Table, Tag, Time, useLink, useReader, useWords } from '#ui'
import { AdminPage } from './admin-page.tsx'
import { codeToTry } from './code-to-try.ts'
import { CodeField, Text } from './fields.tsx'
import type { Filled } from './filled.ts'
import type { Admin } from './form-page.ts'
import { scopeName, scopesOf } from './staff/scope.ts'
import { ChooseRole, ScopeFields } from './staff/scope-fields.tsx'

export interface KeptTokens {
  tokens: ListedToken[]
  directory: Directory
}

interface TokensProps {
  c: Admin
  form: Filled
  kept: KeptTokens
}

export function Tokens({ c, form, kept }: TokensProps) {
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

function TokenTable({ kept }: { kept: KeptTokens }) {
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

export function NewToken({ c, form, kept }: TokensProps) {
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
