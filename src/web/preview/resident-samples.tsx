import {
  Button,
  CardLinks,
  Confirmation,
  Details,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  Notice,
  Progress,
  PromiseHero,
  Quote,
  Reference,
  ResidentPage,
  type Say,
  Section,
  TextArea,
  Timeline,
  TypeTag,
  typeIcon,
} from '#ui'
import type { Samples } from './samples.ts'

const links = (say: Say) => [
  { href: '#follow', label: say('متابعة طلب', 'Follow a case') },
  { href: '#mine', label: say('طلباتي', 'My cases') },
]

const home: Samples[string] = (say) => (
  <ResidentPage title={say('الصفحة الرئيسية', 'Home')} links={links(say)} wide>
    <Heading
      title={say('صوتك مسموع، والرد في موعده', 'Your voice is heard, and answered on time')}
      lead={say(
        'اسأل أو اشتكِ أو اقترح أو أثنِ. نخبرك فورًا باليوم الذي نجيبك فيه، ومن عنده طلبك.',
        'Ask, complain, suggest or praise. We tell you at once the day of the answer, and who has your case.',
      )}
      acts={<LinkButton href="#start">{say('ابدأ طلبًا جديدًا', 'Start a new case')}</LinkButton>}
    />
    <CardLinks
      links={[
        {
          href: '#inquiry',
          icon: typeIcon('inquiry'),
          title: say('استفسار', 'Inquiry'),
          text: say('سؤال عن خدمة أو إجراء', 'A question about a service'),
        },
        {
          href: '#complaint',
          icon: typeIcon('complaint'),
          title: say('شكوى', 'Complaint'),
          text: say('شيء لم يتم كما يجب', 'Something was not done as it should be'),
        },
        {
          href: '#suggestion',
          icon: typeIcon('suggestion'),
          title: say('اقتراح', 'Suggestion'),
          text: say('فكرة لخدمة أفضل', 'An idea for a better service'),
        },
        {
          href: '#praise',
          icon: typeIcon('praise'),
          title: say('ثناء', 'Praise'),
          text: say('شكر لمن أحسن إليك', 'Thanks to someone who served you well'),
        },
        {
          href: '#violation',
          icon: typeIcon('violation'),
          title: say('إبلاغ عن مخالفة', 'Report of a violation'),
          text: say('بلاغ سري لمكتب النزاهة', 'A sealed report to the integrity office'),
        },
      ]}
    />
  </ResidentPage>
)

const question: Samples[string] = (say) => (
  <ResidentPage title={say('ماذا حدث؟', 'What happened?')} back="#back" links={links(say)} wrong>
    <ErrorSummary errors={[{ field: 'text', text: say('اكتب ماذا حدث', 'Write what happened') }]} />
    <Progress now={1} of={6} />
    <Form action="#">
      <TextArea
        name="text"
        heading
        label={say('ماذا حدث؟', 'What happened?')}
        hint={say(
          'اكتب بكلماتك، كما لو كنت تحكي لجارك. لا حاجة لمعرفة الجهة المسؤولة.',
          'Write in your own words, as you would tell a neighbour. You need not know who is responsible.',
        )}
        error={say('اكتب ماذا حدث', 'Write what happened')}
        limit={5000}
      />
      <Button>{say('متابعة', 'Continue')}</Button>
    </Form>
  </ResidentPage>
)

const confirmation: Samples[string] = (say) => (
  <ResidentPage title={say('وصلنا طلبك', 'We have your case')} links={links(say)} secret>
    <Confirmation
      title={say('وصلنا طلبك', 'We have your case')}
      number="26483190274"
      pin="402917"
      answerBy={Temporal.PlainDate.from('2026-11-26')}
    >
      <p>
        {say(
          'احفظ الرقم والرمز: بهما تتابع طلبك من أي هاتف.',
          'Keep the number and the PIN: with them you can follow your case from any phone.',
        )}
      </p>
    </Confirmation>
    <Section title={say('ماذا بعد؟', 'What happens next?')}>
      <ol>
        <li>
          {say('نوصل طلبك إلى الجهة خلال يوم عمل.', 'We hand your case to the entity within a working day.')}
        </li>
        <li>{say('تكتب الجهة ردها ونراجعه مرتين.', 'It writes its answer, and we review it twice.')}</li>
      </ol>
    </Section>
  </ResidentPage>
)

const followed: Samples[string] = (say) => (
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

export const residentSamples: Samples = { home, question, confirmation, followed }
