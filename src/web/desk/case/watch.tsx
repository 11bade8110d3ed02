import type { Context } from 'hono'
import { unwatchCase, watchCase } from '#cases'
import { Button, Form, useLink, useWords } from '#ui'
import type { StaffEnv } from '../../base/env.ts'
import { readForm } from '../../forms/index.ts'
import type { CaseData } from './data.ts'

/** Whether the officer hears on the desk of what happens to this case. */
export function Watch({ data: { state, watching } }: { data: CaseData }) {
  const { watch } = useWords().time
  const link = useLink()
  return (
    <Form action={link(`/desk/follow/${state.id}${watching ? '/end' : ''}`)}>
      <p class="hint">{watching ? watch.watching : watch.hint}</p>
      <Button kind="quiet" icon="bell" small>
        {watching ? watch.stop : watch.follow}
      </Button>
    </Form>
  )
}

export const postWatch = (c: Context<StaffEnv>) => change(c, watchCase)
export const postUnwatch = (c: Context<StaffEnv>) => change(c, unwatchCase)

/** Out of reach and unknown are one answer; nothing of it is shown. */
async function change(c: Context<StaffEnv>, act: typeof watchCase | typeof unwatchCase) {
  const { tools, officer, page } = c.var
  const form = await readForm(c)
  const id = c.req.param('id') ?? ''
  const done = form.ok ? await act(tools, officer, id) : undefined
  if (done && !done.ok) return c.notFound()
  return c.redirect(`/${page.reader.locale}/desk/cases/${encodeURIComponent(id)}`, 303)
}
