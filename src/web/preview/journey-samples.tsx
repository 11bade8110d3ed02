import { Button, Confirmation, ErrorSummary, Form, Progress, ResidentPage, Section, TextArea } from '#ui'
import { links } from './links.ts'
import type { Samples } from './samples.ts'

export const question: Samples[string] = (say) => (
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

export const confirmation: Samples[string] = (say) => (
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
