import type { Context } from 'hono'
import { type Queue, queuesWatched, unwatchQueue, watchQueue } from '#cases'
import type { Officer } from '#people'
import { Button, Form, useLink, useWords } from '#ui'
import type { AppTools } from '../../tools.ts'
import type { StaffEnv } from '../base/env.ts'
import { readForm } from '../forms/index.ts'
import { type Asked, asAddress } from './queue-address.ts'

const NAMES = ['entity', 'unit', 'category', 'type'] as const

/** The queue that a list is narrowed to, when it is narrowed by what can be followed. */
export function queueOf(asked: Partial<Asked>): Queue | undefined {
  const queue = Object.fromEntries(NAMES.map((name) => [name, asked[name] || null])) as unknown as Queue
  return asked.q || NAMES.every((name) => queue[name] === null) ? undefined : queue
}

/** Whether an officer follows the queue of a list; undefined where there is none to follow. */
export async function followsQueue(tools: AppTools, officer: Officer, asked: Asked) {
  const queue = queueOf(asked)
  if (!queue) return undefined
  return (await queuesWatched(tools, officer)).some((each) =>
    NAMES.every((name) => each[name] === queue[name]),
  )
}

/** Follows the queue that is shown, or stops. */
export function FollowQueue({ asked, follows }: { asked: Asked; follows: boolean }) {
  const { queue: said } = useWords().time
  const link = useLink()
  const hidden = Object.fromEntries(NAMES.flatMap((name) => (asked[name] ? [[name, asked[name]]] : [])))
  return (
    <Form
      action={link(`/desk/follow-queue${follows ? '/end' : ''}`)}
      hidden={{ ...hidden, view: asked.view }}
    >
      <p class="cluster">
        <Button kind="quiet" icon="bell" small>
          {follows ? said.stop : said.follow}
        </Button>
        <span class="hint">{follows ? said.watching : said.hint}</span>
      </p>
    </Form>
  )
}

export const postFollowQueue = (c: Context<StaffEnv>) => change(c, watchQueue)
export const postUnfollowQueue = (c: Context<StaffEnv>) => change(c, unwatchQueue)

async function change(c: Context<StaffEnv>, act: typeof watchQueue | typeof unwatchQueue) {
  const { tools, officer, page } = c.var
  const form = await readForm(c)
  if (!form.ok) return c.redirect(`/${page.reader.locale}/desk`, 303)
  const text = (name: string) => form.value.text(name) || undefined
  const asked = Object.fromEntries(NAMES.map((name) => [name, text(name)]))
  const queue = queueOf(asked)
  const done = queue && (await act(tools, officer, queue))
  if (!queue || (done && !done.ok)) return c.notFound()
  return c.redirect(
    `/${page.reader.locale}${asAddress({ view: (text('view') ?? 'all') as Asked['view'], ...asked })}`,
    303,
  )
}
