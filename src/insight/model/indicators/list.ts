import type { Audience, Formula, Indicator, Unit } from './indicator.ts'

const EVERYBODY: readonly Audience[] = ['public', 'entity', 'minister', 'operations']
const GOVERNMENT: readonly Audience[] = ['entity', 'minister', 'operations']

type Said = [name: string, definition: string]

const one = (
  id: string,
  [unit, better, target]: [Unit, Indicator['better'], number | null],
  formula: Formula,
  [nameAr, ar]: Said,
  [nameEn, en]: Said,
  audience = EVERYBODY,
): Indicator => ({
  id,
  version: 1,
  name: { ar: nameAr, en: nameEn },
  definition: { ar, en },
  unit,
  better,
  target,
  audience,
  formula,
})

/** All indicators, in the order in which they are shown. */
export const INDICATORS: readonly Indicator[] = [
  one(
    'received',
    ['cases', null, null],
    { kind: 'count', of: 'received' },
    ['الوارد', 'طلبات وصلت في المدة، ومنها ما ضُم إلى غيره وما سُحب.'],
    ['Received', 'Cases that came in during the period, merged and withdrawn ones among them.'],
  ),
  one(
    'answered',
    ['cases', null, null],
    { kind: 'count', of: 'answered' },
    ['المُجاب', 'طلبات وصل جوابها إلى أصحابها في المدة، ولم يُعد فتحها بعد ذلك.'],
    ['Answered', 'Cases whose answer reached the resident during the period and was not reopened since.'],
  ),
  one(
    'open',
    ['cases', 'less', null],
    { kind: 'standing', of: 'open' },
    ['المفتوح', 'طلبات لم تُجب ولم تنتهِ حتى آخر المدة.'],
    ['Open', 'Cases neither answered nor ended at the end of the period.'],
  ),
  one(
    'overdue',
    ['cases', 'less', 0],
    { kind: 'standing', of: 'overdue' },
    ['المتأخر', 'طلبات مفتوحة فات الموعد الذي قيل لأصحابها حتى آخر المدة.'],
    ['Overdue', 'Open cases whose date, as told to the resident, had passed at the end of the period.'],
  ),
  {
    ...one(
      'backlog-age',
      ['days', 'less', null],
      { kind: 'age' },
      ['عمر المتراكم', 'نصف الطلبات المفتوحة الآن تنتظر هذه الأيام أو أكثر، من أيام التقويم.'],
      ['Age of the backlog', 'Half of the cases open now have waited so many calendar days, or more.'],
    ),
    // Before, 24 hours were a day: that could not be kept day by day.
    version: 2,
  },
  one(
    'on-time',
    ['share', 'more', 0.9],
    { kind: 'share', of: 'onTime', per: 'answered' },
    ['في موعده', 'من المُجاب في المدة: ما أُجيب في الموعد الذي قيل لصاحبه أو قبله.'],
    ['On time', 'Of those answered in the period: answered no later than the date told to the resident.'],
  ),
  one(
    'entity-on-time',
    ['share', 'more', 0.9],
    { kind: 'share', of: 'entityOnTime', per: 'entityAnswered' },
    [
      'في موعد الجهة',
      'من المُجاب في المدة: ما كتبت الجهة رده في موعدها. تتوقف ساعتها حين يُنتظر جواب من صاحب الطلب.',
    ],
    [
      'Entity on time',
      'Of those answered in the period: the entity’s reply was written by its own date, which pauses while the resident owes an answer.',
    ],
    GOVERNMENT,
  ),
  one(
    'median-days',
    ['days', 'less', null],
    { kind: 'percentile', of: 'answer', share: 0.5 },
    ['الوسيط حتى الجواب', 'أُجيب نصف الطلبات في هذه الأيام أو أقل، من وصولها، وأيام العطل محسوبة.'],
    ['Median time to answer', 'Half of the answers took no longer, in days from receipt, holidays counted.'],
  ),
  one(
    'p90-days',
    ['days', 'less', null],
    { kind: 'percentile', of: 'answer', share: 0.9 },
    ['تسعة من عشرة حتى الجواب', 'أُجيبت تسعة من كل عشرة طلبات في هذه الأيام أو أقل.'],
    ['Nine of ten answered in', 'Nine of ten answers took no longer, in days from receipt.'],
  ),
  one(
    'first-action',
    ['hours', 'less', 48],
    { kind: 'percentile', of: 'first-action', share: 0.5 },
    ['أول إجراء من الجهة', 'في نصف الطلبات بدأت الجهة عملها خلال هذه الساعات من إحالتها إليها.'],
    [
      'First act of the entity',
      'In half of the cases the entity first acted within these hours of being handed the case.',
    ],
    GOVERNMENT,
  ),
  one(
    'first-right',
    ['share', 'more', 0.9],
    { kind: 'share', of: 'firstRight', per: 'answered' },
    ['صحيح من أول مرة', 'من المُجاب في المدة: لم يُعد عند المراجعة، ولم يُعترض عليه، ولم يُعد فتحه.'],
    [
      'Right first time',
      'Of those answered in the period: not returned at review, not objected to, not reopened.',
    ],
  ),
  one(
    'returned',
    ['per-hundred', 'less', null],
    { kind: 'per-hundred', of: 'returned', per: 'answered' },
    ['أُعيد عند المراجعة', 'مرات إعادة رد إلى الجهة قبل إرساله، لكل مئة طلب مُجاب.'],
    [
      'Returned at review',
      'Times a reply went back to the entity before it was sent, for each hundred answered.',
    ],
    GOVERNMENT,
  ),
  one(
    'reopened',
    ['per-hundred', 'less', null],
    { kind: 'per-hundred', of: 'reopened', per: 'answered' },
    ['أُعيد فتحه', 'مرات إعادة فتح طلب بعد اعتراض صاحبه، لكل مئة طلب مُجاب.'],
    ['Reopened', 'Times a case was reopened after the resident objected, for each hundred answered.'],
  ),
  one(
    'bounced',
    ['per-hundred', 'less', null],
    { kind: 'per-hundred', of: 'bounced', per: 'handed' },
    ['رفضته الجهة', 'مرات رفض جهة لطلب أُحيل إليها، لكل مئة إحالة.'],
    [
      'Sent back by the entity',
      'Times an entity said a case was not its own, for each hundred handed to it.',
    ],
    GOVERNMENT,
  ),
  one(
    'to-head',
    ['acts', 'less', null],
    { kind: 'count', of: 'toHead' },
    ['تصعيد إلى رئيس الجهة', 'مرات أُخبر رئيس الجهة بموعد فات.'],
    ['Escalated to the head', 'Times the head of the entity was told of a missed date.'],
    GOVERNMENT,
  ),
  one(
    'to-minister',
    ['acts', 'less', null],
    { kind: 'count', of: 'toMinister' },
    ['تصعيد إلى الوزير', 'مرات أُخبر الوزير بموعد فات.'],
    ['Escalated to the minister', 'Times the minister was told of a missed date.'],
    GOVERNMENT,
  ),
  one(
    'to-operations',
    ['acts', 'less', null],
    { kind: 'count', of: 'toOperations' },
    ['تصعيد إلى غرفة العمليات', 'مرات أُخبرت غرفة العمليات بموعد فات.'],
    ['Escalated to the operations room', 'Times the operations room was told of a missed date.'],
    GOVERNMENT,
  ),
  one(
    'satisfaction',
    ['share', 'more', 0.8],
    { kind: 'share', of: 'satisfied', per: 'rated' },
    ['الرضا', 'من الذين قيّموا جوابًا أُعطي في المدة: من أعطى 4 أو 5 من 5 عن حل مشكلته.'],
    [
      'Satisfaction',
      'Of those who rated an answer given in the period: gave 4 or 5 of 5 on whether it was solved.',
    ],
  ),
  one(
    'response-rate',
    ['share', 'more', null],
    { kind: 'share', of: 'rated', per: 'answered' },
    ['نسبة التقييم', 'من المُجاب في المدة: ما قيّمه صاحبه. بها يُعرف وزن نسبة الرضا.'],
    [
      'Response rate',
      'Of those answered in the period: rated by the resident. It says how much satisfaction weighs.',
    ],
  ),
  one(
    'respect',
    ['of-five', 'more', 4],
    { kind: 'mean', of: 'respectSum', per: 'rated' },
    ['حسن المعاملة', 'متوسط جواب أصحاب الطلبات من 5: هل عوملت باحترام؟'],
    ['Respect', 'Mean of 5, of those who rated: were you treated with respect?'],
  ),
  one(
    'promised-kept',
    ['share', 'more', 1],
    { kind: 'share', of: 'promisedKept', per: 'promised' },
    [
      'إجراءات موعودة أُنجزت في موعدها',
      'من الإجراءات التي وُعد بها في الأجوبة وحلّ موعدها في المدة: ما أُنجز في موعده.',
    ],
    ['Promised actions kept', 'Of the actions that answers promised for the period: done by their date.'],
  ),
  one(
    'recurring',
    ['share', 'less', null],
    { kind: 'share', of: 'recurring', per: 'complaints' },
    ['شكاوى تتكرر', 'من الشكاوى الواردة في المدة: ما هو من مشكلة متكررة أقرّها محلل ولها جهة تعالجها.'],
    [
      'Recurring',
      'Of the complaints received in the period: belong to a recurring problem that an analyst accepted and that has an owner.',
    ],
  ),
  one(
    'praise',
    ['cases', 'more', null],
    { kind: 'count', of: 'received', type: 'praise' },
    ['الثناء', 'رسائل ثناء وصلت في المدة.'],
    ['Praise', 'Words of praise received in the period.'],
  ),
  one(
    'refused',
    ['share', null, null],
    { kind: 'share', of: 'refused', per: 'closed' },
    ['المرفوض', 'من المنتهي في المدة: ما رُفض بسند قانوني.'],
    ['Refused', 'Of those ended in the period: refused on a legal ground.'],
  ),
  one(
    'merged',
    ['share', null, null],
    { kind: 'share', of: 'merged', per: 'received' },
    ['المضموم', 'من الوارد في المدة: ما يتبع طلبًا آخر عن الموضوع نفسه.'],
    ['Merged', 'Of those received in the period: follow another case about the same thing.'],
  ),
  one(
    'withdrawn',
    ['share', null, null],
    { kind: 'share', of: 'withdrawn', per: 'closed' },
    ['المسحوب', 'من المنتهي في المدة: ما سحبه صاحبه.'],
    ['Withdrawn', 'Of those ended in the period: withdrawn by the resident.'],
  ),
  one(
    'unanswered',
    ['share', 'less', null],
    { kind: 'share', of: 'unanswered', per: 'closed' },
    ['انتهى بلا جواب', 'من المنتهي في المدة: ما انتهى لأن صاحبه لم يجب عن سؤال. وليس سكوته رضا.'],
    [
      'Ended without an answer',
      'Of those ended in the period: ended because a question went unanswered. Silence is not consent.',
    ],
  ),
]

export const indicator = (id: string): Indicator | undefined => INDICATORS.find((each) => each.id === id)
