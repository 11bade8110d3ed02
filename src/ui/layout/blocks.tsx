import type { ComponentChildren } from 'preact'
import { inDigits } from '#words'
import { Bar } from '../case/bar.tsx'
import type { Examples } from '../example.ts'
import { Actions, LinkButton } from '../forms/button.tsx'
import { useReader, useWords } from '../page.tsx'

export interface HeadingProps {
  /** Above the title, smaller: the step of a journey, the kind of page. */
  above?: ComponentChildren
  title: ComponentChildren
  /** Below the title: one sentence. */
  lead?: ComponentChildren
  /** Beside the title: what can be done with the whole. */
  acts?: ComponentChildren
}

/** The heading of a page. */
export const Heading = ({ above, title, lead, acts }: HeadingProps) => (
  <div class="heading">
    <div class="heading-words">
      {above && <p class="above">{above}</p>}
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
    </div>
    {acts && <Actions>{acts}</Actions>}
  </div>
)

/** A part of a page under its own heading. */
export const Section = ({ title, id, children }: SectionProps) => (
  <section class="section" id={id}>
    <h2>{title}</h2>
    {children}
  </section>
)

export interface SectionProps {
  title: ComponentChildren
  id?: string
  children: ComponentChildren
}

/** How far a journey has come: "Question 2 of 6". */
export function Progress({ now, of }: { now: number; of: number }) {
  const { ui } = useWords()
  const told = inDigits(useReader(), ui.question(now, of))
  return (
    <div class="progress">
      <p class="above">{told}</p>
      <Bar share={now / of} label={told} />
    </div>
  )
}

/** What somebody wrote: in their own direction, with their line breaks, never as markup. */
export const Quote = ({ text, lang, by }: { text: string; lang?: string; by?: ComponentChildren }) => (
  <figure class="quote">
    <blockquote dir="auto" lang={lang}>
      {text}
    </blockquote>
    {by && <figcaption>{by}</figcaption>}
  </figure>
)

export const examples: Examples = {
  'a heading with an act': (say) => (
    <Heading
      above={say('السؤال 2 من 6', 'Question 2 of 6')}
      title={say('طلباتي', 'My cases')}
      lead={say('كل ما أرسلته ومتى نجيبك عنه.', 'All you have sent, and when we answer.')}
      acts={<LinkButton href="#new">{say('طلب جديد', 'New case')}</LinkButton>}
    />
  ),
  'a question of a journey': () => <Progress now={2} of={6} />,
  'what a resident wrote': (say) => (
    <Quote
      text={say(
        'حفرة عميقة أمام مدرسة البنات منذ أسبوع.\nسقط فيها طفل أمس.',
        'A deep hole in front of the school for a week.\nA child fell into it yesterday.',
      )}
      by={say('أم لطالبة', 'A pupil’s mother')}
    />
  ),
}
