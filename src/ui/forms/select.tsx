import type { Examples } from '../example.ts'
import { useWords } from '../page.tsx'
import { describedBy, Field, type FieldProps, idOf } from './field.tsx'

export interface Option {
  value: string
  label: string
}

export interface SelectProps extends FieldProps {
  options: readonly (Option | { group: string; options: readonly Option[] })[]
  value?: string
  /** What stands for no answer; "choose" unless told. */
  empty?: string
}

/** One of many. For up to seven, `Radios` are kinder. */
export function Select({ options, value = '', empty, ...field }: SelectProps) {
  const { ui } = useWords()
  return (
    <Field {...field}>
      <select class="input" id={idOf(field)} name={field.name} {...describedBy(field)}>
        <option value="" selected={value === ''}>
          {empty ?? ui.choose}
        </option>
        {options.map((option) =>
          'group' in option ? (
            <optgroup key={option.group} label={option.group}>
              {option.options.map((inner) => one(inner, value))}
            </optgroup>
          ) : (
            one(option, value)
          ),
        )}
      </select>
    </Field>
  )
}

const one = (option: Option, value: string) => (
  <option key={option.value} value={option.value} selected={option.value === value}>
    {option.label}
  </option>
)

export const examples: Examples = {
  plain: (say) => (
    <Select
      name="area"
      label={say('المحافظة', 'Governorate')}
      value="irbid"
      options={[
        { value: 'amman', label: say('عمّان', 'Amman') },
        { value: 'irbid', label: say('إربد', 'Irbid') },
      ]}
    />
  ),
  'grouped, with an error': (say) => (
    <Select
      name="entity"
      label={say('الجهة', 'Entity')}
      error={say('اختر الجهة', 'Choose the entity')}
      options={[
        {
          group: say('وزارات', 'Ministries'),
          options: [{ value: 'works', label: say('وزارة الأشغال', 'Ministry of Works') }],
        },
        {
          group: say('بلديات', 'Municipalities'),
          options: [{ value: 'amman', label: say('أمانة عمّان', 'Greater Amman') }],
        },
      ]}
    />
  ),
}
