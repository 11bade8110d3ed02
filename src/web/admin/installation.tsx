import { readFileSync } from 'node:fs'
import { readInstallation, saveInstallation } from '#entities'
import { yes } from '#kernel'
import { Button, Columns, Facts, FieldGroup, Form, Section, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import { AdminPage } from './admin-page.tsx'
import { Area, Text } from './fields.tsx'
import type { Filled } from './filled.ts'
import { type Admin, formPage } from './form-page.ts'

type Kept = Awaited<ReturnType<typeof readInstallation>>

/** What holds for the whole service. */
export const installation = formPage<Kept>({
  find: (c) => readInstallation(c.var.tools.db),
  values: ({ timeZone, outsideRemedy }) => ({
    timeZone,
    remedyAr: outsideRemedy?.ar,
    remedyEn: outsideRemedy?.en,
  }),
  fields: {
    'zone-unknown': 'timeZone',
    'remedy-in-one-language': (form) => (form.text('remedyAr').trim() ? 'remedyEn' : 'remedyAr'),
    'remedy-too-long': (form) => (form.text('remedyAr').trim().length > 1000 ? 'remedyAr' : 'remedyEn'),
  },
  async act(form, _, c) {
    const saved = await saveInstallation(c.var.tools, c.var.officer, {
      timeZone: form.text('timeZone').trim(),
      remedyAr: form.text('remedyAr'),
      remedyEn: form.text('remedyEn'),
    })
    return saved.ok ? yes('/admin/installation?done=saved') : saved
  },
  draw: (kept, form, c) => <Installation c={c} form={form} kept={kept} />,
})

interface InstallationProps {
  c: Admin
  form: Filled
  kept: Kept
}

function Installation({ c, form, kept }: InstallationProps) {
  const { admin, common } = useWords()
  const { installation } = admin
  return (
    <AdminPage c={c} place="installation" title={installation.title} lead={installation.lead} form={form}>
      <Columns aside={<About c={c} kept={kept} />}>
        <Form>
          <Text
            form={form}
            name="timeZone"
            label={installation.zone}
            hint={installation.zoneHint('Asia/Amman')}
            dir="ltr"
            size="medium"
            spellcheck={false}
          />
          <FieldGroup name="remedyAr" label={installation.remedy} hint={installation.remedyHint}>
            <Area form={form} name="remedyAr" label={installation.remedyAr} rows={3} limit={1000} />
            <Area form={form} name="remedyEn" label={installation.remedyEn} rows={3} limit={1000} />
          </FieldGroup>
          <Button>{common.acts.save}</Button>
        </Form>
      </Columns>
    </AdminPage>
  )
}

function About({ c, kept: { country, database, configuration } }: Omit<InstallationProps, 'form'>) {
  const { installation, fields } = useWords().admin
  const reader = useReader()
  const named = installation.countries[country as keyof typeof installation.countries]
  const ltr = (text: string) => <bdi dir="ltr">{text}</bdi>
  return (
    <Section title={installation.facts}>
      <Facts
        facts={[
          { name: installation.country, value: named ?? country ?? fields.nothing },
          { name: installation.release, value: ltr(release()) },
          { name: installation.database, value: ltr(`PostgreSQL ${database}`) },
          { name: installation.configuration, value: formatNumber(reader, configuration) },
          { name: installation.address, value: ltr(c.var.tools.publicUrl) },
        ]}
      />
      <p class="hint">{installation.countryHint}</p>
    </Section>
  )
}

const release = (): string =>
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')).version
