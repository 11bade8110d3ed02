import type { ComponentChildren } from 'preact'
import type { Examples } from '../example.ts'
import { Button } from '../forms/button.tsx'
import { Form, type FormProps } from '../forms/form.tsx'
import { TextArea } from '../forms/text-area.tsx'
import { Icon, type IconName } from '../icon.tsx'

export interface StepFormProps extends Omit<FormProps, 'children'> {
  title: string
  icon?: IconName
  /** The next sensible step stands open and carries the only filled button of the page. */
  main?: boolean
  /** Opened because of an error, or because the page was asked for this step. */
  open?: boolean
  /** What the button says. */
  submit: string
  danger?: boolean
  children?: ComponentChildren
}

/** A step of a case as a form that opens under its name. */
export const StepForm = ({ title, icon, main, open, submit, danger, children, ...form }: StepFormProps) => (
  <details class={main ? 'step main' : 'step'} open={main || open}>
    <summary>
      <Icon name={icon ?? 'chevron'} />
      <span>{title}</span>
    </summary>
    <Form {...form}>
      {children}
      <Button kind={main ? 'main' : danger ? 'danger' : 'quiet'}>{submit}</Button>
    </Form>
  </details>
)

export const examples: Examples = {
  'the next step': (say) => (
    <StepForm
      main
      action="#"
      title={say('اكتب الرد', 'Write the reply')}
      submit={say('أرسل للمراجعة', 'Send for review')}
    >
      <TextArea name="answer" label={say('الرد', 'Reply')} rows={3} />
    </StepForm>
  ),
  'another step': (say) => (
    <StepForm
      action="#"
      icon="message"
      title={say('اسأل مقدم الطلب', 'Ask the resident')}
      submit={say('أرسل السؤال', 'Send')}
    >
      <TextArea name="question" label={say('السؤال', 'Question')} rows={3} />
    </StepForm>
  ),
}
