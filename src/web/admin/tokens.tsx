import { no, yes } from '#kernel'
import { createToken, listTokens, personName, revokeToken, stepUp } from '#people'
import { type Admin, formPage } from './form-page.ts'
import { carry } from './handed-out.ts'
import { asked } from './read.ts'
import { SCOPE_FIELDS, scopeIn } from './staff/scope.ts'
import { type KeptTokens, NewToken, Tokens } from './token-pages.tsx'

async function find(c: Admin): Promise<KeptTokens> {
  const listed = await listTokens(c.var.tools, c.var.officer)
  return { tokens: listed.ok ? listed.value : [], directory: await c.var.tools.directory() }
}

/** Every token; sent, it ends one. */
export const tokens = formPage<KeptTokens>({
  find,
  async act(form, _, c) {
    const revoked = await revokeToken(c.var.tools, c.var.officer, form.text('token'))
    return revoked.ok ? yes('/admin/tokens?done=revoked') : revoked
  },
  draw: (kept, form, c) => <Tokens c={c} form={form} kept={kept} />,
})

/** A token for an outside program: a right like any other, so the code is asked for again. */
export const newToken = formPage<KeptTokens>({
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
