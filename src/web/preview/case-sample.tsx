import {
  Clocks,
  Columns,
  Facts,
  Heading,
  PromiseHero,
  Quote,
  Reference,
  type Say,
  Section,
  StaffPage,
  StageTag,
  StepForm,
  TextArea,
  Timeline,
  TypeTag,
} from '#ui'
import { desk } from './desk.ts'
import type { Samples } from './samples.ts'

export const oneCase: Samples[string] = (say) => (
  <StaffPage title={say('حفرة أمام المدرسة', 'A hole before the school')} back="#queue" {...desk(say)}>
    <Heading
      above={
        <span class="cluster">
          <Reference number="26483190274" />
          <TypeTag type="complaint" />
          <StageTag stage="with-entity" />
        </span>
      }
      title={say('حفرة عميقة أمام مدرسة البنات', 'A deep hole before the girls’ school')}
    />
    <Columns first={<Promised say={say} />} aside={<Beside say={say} />}>
      <Quote
        text={say(
          'حفرة عميقة أمام مدرسة البنات منذ أسبوع.\nسقط فيها طفل أمس.',
          'A deep hole in front of the school for a week.\nA child fell into it yesterday.',
        )}
        by={say('سمر العبدالله، من الموقع', 'Samar al-Abdallah, from the web')}
      />
      <Section title={say('السجل', 'History')}>
        <Timeline
          items={[
            {
              title: say('أُسند إلى قسم الطرق', 'Assigned to the roads unit'),
              at: Temporal.Instant.from('2026-11-17T09:40:00Z'),
              by: say('ليلى حداد، ضابط الارتباط', 'Layla Haddad, liaison officer'),
              icon: 'users',
              mark: 'now',
            },
            {
              title: say('وُجّه إلى الوزارة', 'Routed to the ministry'),
              at: Temporal.Instant.from('2026-11-17T07:02:00Z'),
              by: say('عمر ناصر، مراجع', 'Omar Nasser, reviewer'),
              icon: 'send',
            },
            {
              title: say('وصل', 'Received'),
              at: Temporal.Instant.from('2026-11-16T18:20:00Z'),
              icon: 'inbox',
            },
          ]}
        />
      </Section>
    </Columns>
  </StaffPage>
)

const Promised = ({ say }: { say: Say }) => (
  <>
    <PromiseHero
      told="staff"
      state="soon"
      date={Temporal.PlainDate.from('2026-11-26')}
      days={1}
      elapsed={0.85}
      holder={say('قسم الطرق', 'Roads unit')}
    />
    <Clocks
      clocks={[
        {
          label: say('موعد الجهة', 'The entity’s time'),
          state: 'on-time',
          due: Temporal.PlainDate.from('2026-11-24'),
          days: 3,
          elapsed: 0.5,
        },
      ]}
    />
  </>
)

const Beside = ({ say }: { say: Say }) => (
  <>
    <StepForm
      main
      action="#"
      title={say('اكتب الرد', 'Write the reply')}
      submit={say('أرسل للمراجعة', 'Send for review')}
    >
      <TextArea name="text" label={say('الرد', 'Reply')} rows={5} />
    </StepForm>
    <StepForm
      action="#"
      title={say('اسأل مقدم الطلب', 'Ask the resident')}
      submit={say('أرسل السؤال', 'Send')}
    />
    <StepForm action="#" title={say('أعد الطلب', 'Refuse the case')} submit={say('أعد', 'Refuse')} danger />
    <Section title={say('عن الطلب', 'About the case')}>
      <Facts
        facts={[
          { name: say('الجهة', 'Entity'), value: say('وزارة الأشغال العامة', 'Ministry of Public Works') },
          { name: say('التصنيف', 'Category'), value: say('الطرق والأرصفة', 'Roads and pavements') },
          { name: say('المكان', 'Place'), value: say('إربد، شارع الجامعة', 'Irbid, University Street') },
        ]}
      />
    </Section>
  </>
)
