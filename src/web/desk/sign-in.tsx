import type { Context } from 'hono'
import { confirmSignIn, STAFF_LIFE, signIn, signOut } from '#people'
import { activeDemonstration, demonstrationSecrets } from '../../commands/seeding/demonstration.ts'
import { addressOf } from '../api/address.ts'
import { dropCookie, readCookie, writeCookie } from '../base/cookies.ts'
import type { Env } from '../base/env.ts'
import { readForm } from '../forms/index.ts'
import { html } from '../html.ts'
import { currentCode, signInAsDemonstration } from './demonstration.ts'
import { CodePage, type Demonstration, type SignInErrors, SignInPage } from './sign-in-pages.tsx'
import { safePath } from './staff-only.ts'

/** Address and password. */
export async function showSignIn(c: Context<Env>, typed = '', errors: SignInErrors = []) {
  const to = safePath(c.req.query('to'))
  if (c.var.officer && c.req.method === 'GET') return c.redirect(here(c, to ?? '/desk'), 303)
  const demonstration = await demonstrationOf(c)
  return html(
    c,
    <SignInPage to={to} email={typed} errors={errors} demonstration={demonstration} />,
    errors.length > 0 ? 422 : 200,
  )
}

export async function postSignIn(c: Context<Env>) {
  const form = await readForm(c)
  if (!form.ok) return showSignIn(c, typedAs(form.typed, 'email'), [form.reason])
  const [email, password] = [form.value.text('email'), form.value.text('password')]
  const address = addressOf(c) ?? 'here'
  const pending = await signIn(c.var.tools, { email, password, address })
  if (!pending.ok) return showSignIn(c, email, [pending.reason])
  writeCookie(c, 'pending', pending.value.pending, 10 * 60)
  return c.redirect(here(c, `/staff/sign-in/code${asked(c)}`), 303)
}

/** The second factor. */
export async function showCode(c: Context<Env>, errors: SignInErrors = []) {
  const to = safePath(c.req.query('to'))
  const code = c.var.tools.demonstration ? currentCode(c.var.tools.wall.now()) : undefined
  return html(c, <CodePage to={to} errors={errors} code={code} />, errors.length > 0 ? 422 : 200)
}

export async function postCode(c: Context<Env>) {
  const form = await readForm(c)
  if (!form.ok) return showCode(c, [form.reason])
  const pending = readCookie(c, 'pending') ?? ''
  const session = await confirmSignIn(c.var.tools, { pending, code: form.value.text('code') })
  if (!session.ok) {
    if (session.reason === 'sign-in-expired') return showSignIn(c, '', [session.reason])
    return showCode(c, [session.reason])
  }
  return enter(c, session.value.token)
}

/** In a demonstration: one tap on a name. */
export async function postDemonstration(c: Context<Env>) {
  const form = await readForm(c)
  if (!form.ok || !c.var.tools.demonstration)
    return showSignIn(c, '', form.ok ? ['sign-in-refused'] : [form.reason])
  const email = form.value.text('email')
  const session = await signInAsDemonstration(c.var.tools, email)
  return session.ok ? enter(c, session.value.token) : showSignIn(c, email, [session.reason])
}

export async function postSignOut(c: Context<Env>) {
  await readForm(c)
  const token = readCookie(c, 'staff')
  if (token) await signOut(c.var.tools.db, token)
  dropCookie(c, 'staff')
  return c.redirect(here(c, '/staff/sign-in'), 303)
}

function enter(c: Context<Env>, token: string) {
  dropCookie(c, 'pending')
  writeCookie(c, 'staff', token, STAFF_LIFE.hours * 60 * 60)
  return c.redirect(here(c, safePath(c.req.query('to')) ?? '/desk'), 303)
}

async function demonstrationOf(c: Context<Env>): Promise<Demonstration | undefined> {
  const { tools } = c.var
  if (!tools.demonstration) return undefined
  const directory = await tools.directory()
  const accounts = await activeDemonstration(tools.db, directory.country)
  const nameOf = (id?: string) => (directory.entity(id) ?? directory.unit(id) ?? directory.sector(id))?.name
  return {
    password: demonstrationSecrets().password,
    accounts: accounts.map(({ scopeId, ...account }) => ({ ...account, place: nameOf(scopeId) })),
  }
}

const here = (c: Context<Env>, path: string) => `/${c.var.page.reader.locale}${path}`

const asked = (c: Context<Env>) => {
  const to = safePath(c.req.query('to'))
  return to ? `?to=${encodeURIComponent(to)}` : ''
}

const typedAs = (typed: readonly (readonly [string, string])[], name: string) =>
  typed.find(([each]) => each === name)?.[1] ?? ''
