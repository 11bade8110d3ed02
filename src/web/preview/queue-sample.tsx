import {
  DueChip,
  Figures,
  Filters,
  Heading,
  LinkButton,
  Pagination,
  Reference,
  Select,
  StaffPage,
  StageTag,
  Table,
  Tabs,
  TypeTag,
} from '#ui'
import { desk } from './desk.ts'
import type { Samples } from './samples.ts'

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

export const queue: Samples[string] = (say) => (
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
