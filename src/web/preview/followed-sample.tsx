import {
  Button,
  Details,
  Form,
  Notice,
  PromiseHero,
  Quote,
  Reference,
  ResidentPage,
  Section,
  TextArea,
  Timeline,
  TypeTag,
} from '#ui'
import { links } from './links.ts'
import type { Samples } from './samples.ts'

export const followed: Samples[string] = (say) => (
  <ResidentPage title={say('طلبك', 'Your case')} back="#back" links={links(say)} secret>
    <PromiseHero
      heading
      state="on-time"
      date={Temporal.PlainDate.from('2026-11-26')}
      days={4}
      elapsed={0.4}
      holder={say('وزارة الأشغال العامة', 'Ministry of Public Works')}
    >
      <p>{say('تدرس الوزارة طلبك الآن.', 'The ministry is working on your case.')}</p>
    </PromiseHero>
    <Section title={say('حفرة أمام مدرسة البنات', 'A hole before the girls’ school')}>
      <p class="above cluster">
        <TypeTag type="complaint" /> <Reference number="26483190274" />
      </p>
      <Quote
        text={say(
          'حفرة عميقة أمام مدرسة البنات منذ أسبوع.\nسقط فيها طفل أمس.',
          'A deep hole in front of the school for a week.\nA child fell into it yesterday.',
        )}
      />
    </Section>
    <Section title={say('ماذا جرى حتى الآن', 'What has happened so far')}>
      <Timeline
        items={[
          {
            title: say('تدرس الجهة طلبك', 'The entity is working on it'),
            at: Temporal.Instant.from('2026-11-17T09:40:00Z'),
            by: say('وزارة الأشغال العامة', 'Ministry of Public Works'),
            icon: 'clock',
            mark: 'now',
          },
          {
            title: say('وصل طلبك', 'We received your case'),
            at: Temporal.Instant.from('2026-11-16T18:20:00Z'),
            icon: 'inbox',
          },
        ]}
      />
    </Section>
    <Details title={say('أضف معلومات', 'Add information')}>
      <Form action="#">
        <TextArea name="more" label={say('ما الذي تود إضافته؟', 'What would you like to add?')} rows={4} />
        <Button kind="quiet">{say('إضافة', 'Add')}</Button>
      </Form>
    </Details>
    <Notice>
      <p>{say('نخبرك برسالة عند كل خطوة.', 'We send you a message at every step.')}</p>
    </Notice>
  </ResidentPage>
)
