import type { ComponentChildren } from 'preact'
import type { Examples } from '../example.ts'
import { type Choice, OneChoice } from './choice.tsx'
import { FieldGroup, type FieldProps, idOf } from './field.tsx'

export interface RadiosProps extends FieldProps {
  choices: readonly Choice[]
  value?: string
  /** Short answers stand side by side where there is room. */
  inline?: boolean
}

/** One of several. */
export const Radios = ({ choices, value, inline, ...field }: RadiosProps) => (
  <FieldGroup {...field}>
    <div class={inline ? 'choices inline' : 'choices'}>
      {choices.map((choice, index) => (
        <OneChoice
          key={choice.value}
          kind="radio"
          id={idOf(field) + (index > 0 ? `-${index + 1}` : '')}
          name={field.name}
          choice={choice}
          checked={choice.value === value}
        />
      ))}
    </div>
  </FieldGroup>
)

export interface CheckboxesProps extends FieldProps {
  choices: readonly Choice[]
  values?: readonly string[]
}

/** Any of several. */
export const Checkboxes = ({ choices, values, ...field }: CheckboxesProps) => (
  <FieldGroup {...field}>
    <div class="choices">
      {choices.map((choice, index) => (
        <OneChoice
          key={choice.value}
          kind="checkbox"
          id={idOf(field) + (index > 0 ? `-${index + 1}` : '')}
          name={field.name}
          choice={choice}
          checked={values?.includes(choice.value) ?? false}
        />
      ))}
    </div>
  </FieldGroup>
)

export interface CheckboxProps {
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  value?: string
  checked?: boolean
  id?: string
}

/** A single yes, said by ticking. */
export const Checkbox = ({ value = 'yes', checked = false, ...rest }: CheckboxProps) => (
  <div class="choices field">
    <OneChoice
      kind="checkbox"
      id={idOf(rest)}
      name={rest.name}
      choice={{ value, label: rest.label, hint: rest.hint }}
      checked={checked}
    />
  </div>
)

export const examples: Examples = {
  'one of several': (say) => (
    <Radios
      name="type"
      heading
      label={say('ما الذي تريد تقديمه؟', 'What would you like to send?')}
      value="complaint"
      choices={[
        {
          value: 'complaint',
          label: say('شكوى', 'A complaint'),
          hint: say('شيء لم يتم كما يجب', 'Something was not done as it should be'),
        },
        {
          value: 'suggestion',
          label: say('اقتراح', 'A suggestion'),
          hint: say('فكرة لخدمة أفضل', 'An idea for a better service'),
        },
        { value: 'not-sure', label: say('لست متأكدًا', 'Not sure') },
      ]}
    />
  ),
  'side by side, with an error': (say) => (
    <Radios
      name="solved"
      label={say('هل حُلّت المشكلة؟', 'Is the problem solved?')}
      inline
      error={say('اختر إجابة', 'Choose an answer')}
      choices={[
        { value: 'yes', label: say('نعم', 'Yes') },
        { value: 'partly', label: say('جزئيًا', 'Partly') },
        { value: 'no', label: say('لا', 'No') },
      ]}
    />
  ),
  'any of several': (say) => (
    <Checkboxes
      name="channels"
      label={say('كيف نخبرك؟', 'How shall we tell you?')}
      values={['sms']}
      choices={[
        { value: 'sms', label: say('رسالة نصية', 'Text message') },
        { value: 'mail', label: say('بريد إلكتروني', 'E-mail') },
      ]}
    />
  ),
  'a single yes': (say) => (
    <Checkbox name="hidden" label={say('أخفوا اسمي عن الجهة', 'Hide my name from the entity')} />
  ),
}
