import {
  Checkbox,
  Checkboxes,
  type CheckboxesProps,
  type CheckboxProps,
  Radios,
  type RadiosProps,
  Select,
  type SelectProps,
  TextArea,
  type TextAreaProps,
  TextField,
  type TextFieldProps,
  useWords,
} from '#ui'
import type { Filled } from './filled.ts'

/* The fields of the house, each knowing what stands in the form and what was wrong with it. */

type In<Props> = Omit<Props, 'value' | 'values' | 'checked' | 'error'> & { form: Filled }

export const Text = ({ form, ...field }: In<TextFieldProps>) => (
  <TextField {...field} value={form.text(field.name)} error={form.wrong(field.name)} />
)

export const Area = ({ form, ...field }: In<TextAreaProps>) => (
  <TextArea {...field} value={form.text(field.name)} error={form.wrong(field.name)} />
)

export const Pick = ({ form, ...field }: In<SelectProps>) => (
  <Select {...field} value={form.text(field.name)} error={form.wrong(field.name)} />
)

export const OneOf = ({ form, ...field }: In<RadiosProps>) => (
  <Radios {...field} value={form.text(field.name)} error={form.wrong(field.name)} />
)

export const AnyOf = ({ form, ...field }: In<CheckboxesProps>) => (
  <Checkboxes {...field} values={form.texts(field.name)} error={form.wrong(field.name)} />
)

export const Tick = ({ form, ...field }: In<CheckboxProps>) => (
  <Checkbox {...field} checked={form.text(field.name) === 'yes'} />
)

/** A name in both languages, Arabic first. */
export function NameFields({ form, hint }: { form: Filled; hint?: string }) {
  const { admin } = useWords()
  return (
    <div class="side-by-side">
      <Text form={form} name="nameAr" label={admin.fields.nameAr} hint={hint} />
      <Text form={form} name="nameEn" label={admin.fields.nameEn} hint={hint} dir="ltr" />
    </div>
  )
}

/** The id of something new: it may be left to its English name. */
export function IdField({ form }: { form: Filled }) {
  const { admin } = useWords()
  return (
    <Text
      form={form}
      name="id"
      label={admin.fields.id}
      hint={admin.fields.idHint}
      optional
      dir="ltr"
      size="medium"
      spellcheck={false}
    />
  )
}

export const DateField = ({ form, ...field }: In<Omit<TextFieldProps, 'type' | 'dir' | 'size'>>) => (
  <Text form={form} {...field} type="date" dir="ltr" size="small" />
)

interface CodeFieldProps {
  form: Filled
  demonstration?: string
  /** When several forms of a page ask for it. */
  name?: string
}

/** The authenticator's code, asked for again. */
export function CodeField({ form, demonstration, name = 'code' }: CodeFieldProps) {
  const { admin } = useWords()
  return (
    <Text
      form={form}
      name={name}
      label={admin.fields.code}
      hint={
        <>
          {admin.fields.codeHint}
          {demonstration && <strong> {admin.fields.codeDemonstration(demonstration)}</strong>}
        </>
      }
      inputMode="numeric"
      autocomplete="one-time-code"
      dir="ltr"
      size="small"
    />
  )
}
