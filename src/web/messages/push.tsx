import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import { allowBrowser, pushKey } from '#messages'
import { Button, ErrorSummary, Form, Heading, Notice, ResidentPage, useWords } from '#ui'
import { words } from '#words'
import type { Env, StaffEnv } from '../base/env.ts'
import { DeskPage } from '../desk/shell.tsx'
import { readForm } from '../forms/index.ts'
import { html } from '../html.ts'
import { go } from '../resident/go.ts'

type Visit = Context<Env>
type Whose = { staffId: string } | { residentId: string }

/** A resident's page with a script of its own: the only one, and only for whoever asks for notifications. */
export const showOwnPush = (c: Visit) => (c.var.resident ? draw(c) : go(c, '/sign-in?then=my'))

export const allowOwn = (c: Visit) =>
  allow(c, c.var.resident && { residentId: c.var.resident.id }, '/my/messages/push')

export const showStaffPush = (c: Context<StaffEnv>) => draw(c as unknown as Visit)

export const allowStaff = (c: Context<StaffEnv>) =>
  allow(c as unknown as Visit, { staffId: c.var.officer.id }, '/staff/notices/push')

async function allow(c: Visit, whose: Whose | undefined, here: string) {
  const form = await readForm(c)
  if (!whose) return go(c, '/sign-in?then=my')
  const text = (name: string) => (form.ok ? form.value.text(name) : '')
  const given = { endpoint: text('endpoint'), p256dh: text('p256dh'), auth: text('auth') }
  const allowed = await allowBrowser(c.var.tools, whose, given)
  return allowed.ok ? go(c, `${here}?allowed`) : draw(c, true)
}

function draw(c: Visit, wrong = false) {
  const { tools, officer, page } = c.var
  c.header('Content-Security-Policy', POLICY)
  const staff = page.path.startsWith('/staff') ? officer : undefined
  const Around = staff
    ? ({ title, children }: AroundProps) => (
        <DeskPage officer={staff} title={title} place="notices" islands={['push.js']} wrong={wrong}>
          {children}
        </DeskPage>
      )
    : ({ title, children }: AroundProps) => (
        <ResidentPage
          title={title}
          back={`/${page.reader.locale}/my/messages`}
          islands={['push.js']}
          secret
          wrong={wrong}
        >
          {children}
        </ResidentPage>
      )
  const { push } = words(page.reader.locale).messages.pages
  const allowed = c.req.query('allowed') !== undefined && !wrong
  return html(
    c,
    <Around title={push.title}>
      {wrong && <ErrorSummary errors={[{ text: push.wrong }]} />}
      {allowed && <Notice kind="done" title={push.allowed} />}
      <Heading title={push.title} lead={push.lead} />
      {!allowed && <Allow vapid={pushKey(tools)} />}
    </Around>,
    wrong ? 422 : 200,
  )
}

interface AroundProps {
  title: string
  children: ComponentChildren
}

/** Without script the button stays hidden and the page says why. */
function Allow({ vapid }: { vapid: string }) {
  const { push } = useWords().messages.pages
  return (
    <Form id="push-form" hidden={{ key: vapid, endpoint: '', p256dh: '', auth: '' }}>
      <p id="push-script">{push.script}</p>
      <p id="push-refused" role="alert" hidden>
        {push.refused}
      </p>
      <p id="push-button" hidden>
        <Button id="push-allow" type="button" icon="bell">
          {push.allow}
        </Button>
      </p>
    </Form>
  )
}

/** As every page's, with one script of ours and the one policy that may name the worker's address. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types sawt-push',
].join('; ')

const WORKER = join(import.meta.dirname, '..', '..', '..', 'src', 'web', 'messages', 'push-worker.js')

/** The worker must lie at the root to be woken for every page. Read once, when the application is built. */
export function pushWorker() {
  const body = readFileSync(WORKER, 'utf8')
  return (c: Context) =>
    c.body(body, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'",
      'Cache-Control': 'no-cache',
    })
}
