import {
  Clocks,
  Columns,
  DueChip,
  Facts,
  Figures,
  Filters,
  Heading,
  LinkButton,
  Pagination,
  PromiseHero,
  Quote,
  Reference,
  type Say,
  Section,
  Select,
  StaffPage,
  type StaffPageProps,
  StageTag,
  StepForm,
  Table,
  Tabs,
  TextArea,
  Timeline,
  TypeTag,
} from '#ui'
import type { Samples } from './samples.ts'

const desk = (say: Say): Omit<StaffPageProps, 'title' | 'children'> => ({
  nav: [
    { href: '#queue', icon: 'inbox', label: say('الطلبات', 'Cases'), count: 128, current: true },
    { href: '#late', icon: 'alert', label: say('المتأخرة', 'Late'), count: 12 },
    { href: '#new', icon: 'phone', label: say('تسجيل مكالمة', 'Register a call') },
    { href: '#templates', icon: 'file', label: say('نماذج الردود', 'Reply templates') },
    { href: '#people', icon: 'users', label: say('الموظفون', 'Staff') },
  ],
  user: {
    name: say('ليلى حداد', 'Layla Haddad'),
    role: say('ضابط الارتباط', 'Liaison officer'),
    signOut: '#out',
  },
  search: { action: '#search' },
})

const rows = [
  [
    '26483190274',
    'complaint',
    'with-entity',
    'late',
    2,
    'حفرة عميقة أمام مدرسة البنات',
    'A deep hole before the girls’ school',
  ],
  [
    '26110045217',
    'inquiry',
    'received',
    'soon',
    1,
    'متى يفتح مكتب الأحوال المدنية؟',
    'When does the civil status office open?',
  ],
  [
    '26904412380',
    'suggestion',
    'replied',
    'on-time',
    9,
    'ممر للدراجات على شارع الجامعة',
    'A cycle lane on University Street',
  ],
  [
    '26377201953',
    'complaint',
    'awaiting-resident',
    'paused',
    0,
    'انقطاع المياه كل خميس',
    'No water every Thursday',
  ],
  ['26550918265', 'praise', 'answered', 'done', 0, 'شكرًا للممرضة سعاد', 'Thanks to nurse Suad'],
] as const

const queue: Samples[string] = (say) => (
  <StaffPage title={say('الطلبات', 'Cases')} {...desk(say)}>
    <Heading
      title={say('الطلبات', 'Cases')}
      acts={
        <LinkButton href="#new" icon="plus" small>
          {say('تسجيل طلب', 'Register a case')}
        </LinkButton>
      }
    />
    <Figures
      figures={[
        { label: say('بانتظارك', 'Waiting for you'), value: '128' },
        { label: say('تقترب مواعيدها', 'Due soon'), value: '31', state: 'soon', href: '#soon' },
        { label: say('متأخرة', 'Late'), value: '12', state: 'late', href: '#late' },
        { label: say('في موعدها هذا الشهر', 'On time this month'), value: '94%', state: 'on-time' },
      ]}
    />
    <Tabs
      label={say('القوائم', 'Lists')}
      tabs={[
        { href: '#mine', label: say('لي', 'Mine'), count: 12, current: true },
        { href: '#unit', label: say('وحدتي', 'My unit'), count: 116 },
        { href: '#all', label: say('كل الجهة', 'Whole entity'), count: 1204 },
      ]}
    />
    <Filters action="#" clear="#clear">
      <Select
        name="stage"
        label={say('المرحلة', 'Stage')}
        empty={say('كل المراحل', 'Any stage')}
        options={[{ value: 'received', label: say('وصل', 'Received') }]}
      />
      <Select
        name="type"
        label={say('النوع', 'Type')}
        empty={say('كل الأنواع', 'Any type')}
        options={[{ value: 'complaint', label: say('شكوى', 'Complaint') }]}
      />
    </Filters>
    <Table
      caption={say('قائمة الطلبات', 'The queue')}
      rows={rows}
      rowKey={([number]) => number}
      rowHref={([number]) => `#${number}`}
      columns={[
        {
          key: 'due',
          label: say('الموعد', 'Due'),
          sort: '#due',
          sorted: 'ascending',
          cell: ([, , , state, days]) => <DueChip state={state} days={days} />,
        },
        {
          key: 'subject',
          label: say('الموضوع', 'Subject'),
          header: true,
          wide: true,
          cell: ([, , , , , arabic, english]) => say(arabic, english),
        },
        { key: 'type', label: say('النوع', 'Type'), cell: ([, type]) => <TypeTag type={type} /> },
        { key: 'stage', label: say('المرحلة', 'Stage'), cell: ([, , stage]) => <StageTag stage={stage} /> },
        {
          key: 'number',
          label: say('الرقم', 'Number'),
          sort: '#number',
          cell: ([number]) => <Reference number={number} />,
        },
      ]}
    />
    <Pagination next="#next">1–50</Pagination>
  </StaffPage>
)

const oneCase: Samples[string] = (say) => (
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

export const staffSamples: Samples = { queue, case: oneCase }
