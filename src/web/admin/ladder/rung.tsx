import { yes } from '#kernel'
import { authorId } from '#people'
import { CLIMBING, type KeptRung, listLadder, saveRung, TELLABLE } from '#promises'
import { Button, Form, useLink, useWords } from '#ui'
import { AdminPage } from '../admin-page.tsx'
import { AnyOf, OneOf, Pick, Text } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import { type Admin, formPage } from '../form-page.ts'
import { asked, numberIn } from '../read.ts'

/** A rung to be changed, or none: then a new one is added. */
interface Kept {
  rung?: KeptRung
}

async function find(c: Admin): Promise<Kept | undefined> {
  const id = asked(c, 'id')
  const rung = id ? (await listLadder(c.var.tools.db)).find((each) => each.id === id) : undefined
  return id && !rung ? undefined : { rung }
}

const values = ({ rung }: Kept) =>
  rung
    ? {
        clock: rung.clock,
        kind: 'share' in rung.at ? 'share' : 'late',
        percent: 'share' in rung.at ? String(Math.round(rung.at.share * 100)) : '',
        days: 'share' in rung.at ? '' : String(rung.at.workingDaysLate),
        tells: rung.tells,
        active: rung.active ? 'yes' : 'no',
      }
    : { clock: 'reply', kind: 'late', active: 'yes' }

/** Adds a rung, changes one, or switches it off. */
export const rung = formPage<Kept>({
  find,
  values,
  fields: {
    'rung-clock-unknown': 'clock',
    'rung-share-out-of-range': 'percent',
    'rung-days-out-of-range': 'days',
    'rung-tells-nobody': 'tells',
    'rung-there-already': (form) => (form.text('kind') === 'share' ? 'percent' : 'days'),
  },
  async act(form, { rung: kept }, c) {
    const early = form.text('kind') === 'share'
    const at = early
      ? { percent: numberIn(form.text('percent')) }
      : { workingDaysLate: numberIn(form.text('days')) }
    const saved = await saveRung(
      c.var.tools,
      { id: authorId(c.var.officer) },
      {
        id: kept?.id,
        clock: kept?.clock ?? form.text('clock'),
        at,
        tells: form.fields.filter(([name]) => name === 'tells').map(([, value]) => value),
        active: form.text('active') !== 'no',
      },
    )
    return saved.ok ? yes(`/admin/ladder?done=${kept ? 'saved' : 'added'}`) : saved
  },
  draw: (kept, form, c) => <RungPage c={c} form={form} kept={kept} />,
})

function RungPage({ c, form, kept: { rung: kept } }: { c: Admin; form: Filled; kept: Kept }) {
  const { time, cases, common } = useWords()
  const { ladder } = time
  const link = useLink()
  const clocks = CLIMBING.map((clock) => ({ value: clock, label: cases.clocks[clock].name }))
  const address = kept ? `/admin/ladder/rung?${new URLSearchParams({ id: kept.id })}` : '/admin/ladder/rung'
  return (
    <AdminPage
      c={c}
      place="ladder"
      above={kept && cases.clocks[kept.clock].name}
      title={kept ? ladder.changeTitle : ladder.addTitle}
      lead={ladder.told}
      back="/admin/ladder"
      form={form}
    >
      <div class="measure">
        <Form action={link(address)}>
          {!kept && <Pick form={form} name="clock" label={ladder.clock} options={clocks} />}
          <Moment form={form} />
          <AnyOf
            form={form}
            name="tells"
            label={ladder.tells}
            choices={TELLABLE.map((role) => ({ value: role, label: cases.roles[role] }))}
          />
          <OneOf
            form={form}
            name="active"
            label={ladder.works}
            choices={[
              { value: 'yes', label: ladder.on },
              { value: 'no', label: ladder.stop },
            ]}
            inline
          />
          <Button>{common.acts.save}</Button>
        </Form>
      </div>
    </AdminPage>
  )
}

function Moment({ form }: { form: Filled }) {
  const { ladder } = useWords().time
  const small = { inputMode: 'numeric', dir: 'ltr', size: 'small', optional: true } as const
  return (
    <>
      <OneOf
        form={form}
        name="kind"
        label={ladder.kind}
        choices={[
          { value: 'share', label: ladder.share },
          { value: 'late', label: ladder.late },
        ]}
      />
      <div class="side-by-side">
        <Text form={form} name="percent" label={ladder.percent} hint={ladder.percentHint} {...small} />
        <Text form={form} name="days" label={ladder.days} hint={ladder.daysHint} {...small} />
      </div>
    </>
  )
}
