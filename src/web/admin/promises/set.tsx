import { no, yes } from '#kernel'
import { authorId } from '#people'
import { endPromise, listPromises, setPromise } from '#promises'
import { filled } from '../filled.ts'
import { type Admin, formPage } from '../form-page.ts'
import { asked, numberIn } from '../read.ts'
import { isRequestType } from './rows.ts'
import { type KeptPromises, questionOf, SetPromise } from './set-page.tsx'

const find = async (c: Admin): Promise<KeptPromises> => ({
  directory: await c.var.tools.directory(),
  book: await c.var.tools.book(),
  inForce: await listPromises(c.var.tools.db),
})

const values = ({ book }: KeptPromises, c: Admin) => {
  const type = asked(c, 'type')
  const about = {
    type: isRequestType(type) ? type : 'complaint',
    category: asked(c, 'category'),
    entity: asked(c, 'entity'),
  } as const
  const rule = book.promise(about)
  return { ...about, days: String(rule.workingDays), share: String(rule.secondReviewShare) }
}

/** Sets what is promised for a type, or for a category or an entity within it. */
export const promise = formPage<KeptPromises>({
  find,
  values,
  fields: {
    'type-unknown': 'type',
    'category-unknown': 'category',
    'entity-unknown': 'entity',
    'promise-days-out-of-range': 'days',
    'promise-share-out-of-range': 'share',
  },
  async act(form, { directory }, c) {
    const { type, category, entity } = questionOf(form)
    if (!isRequestType(type)) return no('type-unknown')
    if (category && !directory.category(category)) return no('category-unknown')
    if (entity && !directory.entity(entity)) return no('entity-unknown')
    const set = await setPromise(
      c.var.tools,
      { id: authorId(c.var.officer) },
      {
        type,
        ...(category && { category }),
        ...(entity && { entity }),
        workingDays: numberIn(form.text('days')),
        secondReviewShare: numberIn(form.text('share')),
      },
    )
    return set.ok ? yes(`/admin/promises?type=${type}&done=saved`) : set
  },
  draw: (kept, form, c) => <SetPromise c={c} form={form} kept={kept} />,
})

/** Ends an exception; the more general promise holds again. */
export const ending = formPage<KeptPromises>({
  find,
  values,
  async act(form, _, c) {
    const ended = await endPromise(c.var.tools, { id: authorId(c.var.officer) }, form.text('id'))
    return ended.ok ? yes('/admin/promises?done=ended') : ended
  },
  draw: (kept, form, c) => <SetPromise c={c} form={filled(values(kept, c), form.errors)} kept={kept} />,
})
