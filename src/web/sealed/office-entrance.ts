import { type Context, Hono } from 'hono'
import {
  askToRegister,
  askToSignIn,
  type Begun,
  demonstrationInvites,
  inviteBody,
  me,
  nothingBody,
  openInvitation,
  register,
  registerBody,
  signIn,
  signInBody,
} from '#integrity'
import { answer, refuse } from './answer.ts'
import { readJson } from './read.ts'
import { type OfficeEnv, siteOf, writeSession } from './session.ts'

/** What may be called without a session: an invitation's ceremony, and signing in. */
export function entrance() {
  const calls = new Hono<OfficeEnv>()
  calls.post('/invite', async (c) => {
    const body = await readJson(c, inviteBody)
    if (!body.ok) return refuse(c, body.reason)
    return answer(c, await openInvitation(c.var.room, body.value.invite), (found) => found)
  })
  calls.post('/invite/passkey', async (c) => {
    const body = await readJson(c, inviteBody)
    if (!body.ok) return refuse(c, body.reason)
    return answer(c, await askToRegister(c.var.room, siteOf(c), body.value.invite), (asked) => asked)
  })
  calls.post('/invite/register', async (c) => {
    const body = await readJson(c, registerBody)
    if (!body.ok) return refuse(c, body.reason)
    const begun = await register(c.var.room, siteOf(c), body.value)
    return begun.ok ? welcome(c, begun.value, 201) : refuse(c, begun.reason)
  })
  calls.post('/sign-in/options', async (c) => {
    const body = await readJson(c, nothingBody)
    return body.ok ? c.json(await askToSignIn(c.var.room, siteOf(c))) : refuse(c, body.reason)
  })
  calls.post('/sign-in', async (c) => {
    const body = await readJson(c, signInBody)
    if (!body.ok) return refuse(c, body.reason)
    const begun = await signIn(c.var.room, siteOf(c), body.value)
    return begun.ok ? welcome(c, begun.value, 200) : refuse(c, begun.reason)
  })
  calls.post('/demonstration', async (c) => {
    const body = await readJson(c, nothingBody)
    if (!body.ok) return refuse(c, body.reason)
    return answer(c, await demonstrationInvites(c.var.room), (invites) => ({ invites }))
  })
  return calls
}

/** Somebody came in: their cookie, and who they are. */
async function welcome(
  c: Context<OfficeEnv>,
  { token, officer }: Begun,
  status: 200 | 201,
): Promise<Response> {
  writeSession(c, c.var.room, token)
  return c.json({ me: await me(c.var.room, officer) }, status)
}
