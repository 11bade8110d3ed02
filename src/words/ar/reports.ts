import { plural } from '../plural.ts'

/** Cases as what is counted: "512 طلبًا". */
const cases = (said: string, count: number) =>
  plural('ar', count, {
    zero: 'لا طلبات',
    one: 'طلب واحد',
    two: 'طلبان',
    few: `${said} طلبات`,
    many: `${said} طلبًا`,
    other: `${said} طلب`,
  })

const late = (said: string, count: number) =>
  plural('ar', count, {
    zero: 'ولم يفت موعد أي منها',
    one: 'منها واحد فات موعده',
    two: 'منها اثنان فات موعدهما',
    few: `منها ${said} فات موعدها`,
    many: `منها ${said} طلبًا فات موعدها`,
    other: `منها ${said} طلب فات موعدها`,
  })

const times = (said: string, count: number) =>
  plural('ar', count, {
    zero: 'ولا مرة',
    one: 'مرة واحدة',
    two: 'مرتين',
    few: `${said} مرات`,
    many: `${said} مرة`,
    other: `${said} مرة`,
  })

/** Reports for those who lead and plan, by mail and as papers. */
export const report = {
  monthly: 'التقرير الشهري',
  quarterly: 'التقرير الربعي',
  title: (kind: string, scope: string, period: string) => `${kind}: ${scope}، ${period}`,
  parts: {
    brief: 'بإيجاز',
    needs: 'ما احتاج إليه الناس',
    answers: 'كيف أُجيبوا',
    decisions: 'ما يستحق نظرك',
    recurring: 'ما يتكرر وما أُصلح',
    reading: 'كيف تُقرأ هذه الأرقام',
  },
  arrived: (said: string, count: number) =>
    plural('ar', count, {
      zero: 'لم يصل أي طلب',
      one: 'وصل طلب واحد',
      two: 'وصل طلبان',
      few: `وصل ${said} طلبات`,
      many: `وصل ${said} طلبًا`,
      other: `وصل ${said} طلب`,
    }),
  more: (share: string, before: string, period: string) => `، بزيادة ${share} على ${period} (${before})`,
  fewer: (share: string, before: string, period: string) => `، بنقصان ${share} عن ${period} (${before})`,
  same: (before: string, period: string) => `، كما في ${period} تقريبًا (${before})`,
  was: (before: string, period: string) => `، وكان العدد ${before} في ${period}`,
  noneBefore: (period: string) => `، ولم يصل شيء في ${period}`,
  nothingOpen: 'لم يبق طلب مفتوح في نهاية المدة.',
  answered: (said: string, count: number, share: string) =>
    plural('ar', count, {
      zero: 'لم يُجَب أي طلب.',
      one: `أُجيب طلب واحد، والتزامه بالموعد ${share}`,
      two: `أُجيب طلبان، ${share} منهما في الموعد الذي قيل لأصحابهما`,
      few: `أُجيبت ${said} طلبات، ${share} منها في الموعد الذي قيل لأصحابها`,
      many: `أُجيب ${said} طلبًا، ${share} منها في الموعد الذي قيل لأصحابها`,
      other: `أُجيب ${said} طلب، ${share} منها في الموعد الذي قيل لأصحابها`,
    }),
  after: (share: string) => `، وكانت النسبة ${share}`,
  unchanged: '، والنسبة كما كانت',
  took: (median: string, most: string) => `وصل نصف الأجوبة خلال ${median}، وتسعة من كل عشرة خلال ${most}`,
  tookBefore: (median: string) => `؛ وكان نصفها يصل خلال ${median}`,
  firstRight: (share: string) =>
    `${share} من الأجوبة كانت صحيحة من أول مرة: لم يُعدها مراجع ولم يعترض عليها صاحبها.`,
  standing: (open: string, count: number, overdue: string, lateCount: number) =>
    `${plural('ar', count, {
      zero: 'لم يبق طلب مفتوح',
      one: 'بقي طلب واحد مفتوحًا',
      two: 'بقي طلبان مفتوحين',
      few: `بقيت ${open} طلبات مفتوحة`,
      many: `بقي ${open} طلبًا مفتوحًا`,
      other: `بقي ${open} طلب مفتوح`,
    })} في نهاية المدة، ${late(overdue, lateCount)}.`,
  ended: (names: string) => `ومنها ما لم ينتهِ بما طُلب: ${names}.`,
  endings: {
    refused: 'رُفضت',
    withdrawn: 'سحبها أصحابها',
    unanswered: 'سُئل أصحابها ولم يجيبوا',
    merged: 'ضُمت إلى مثلها',
  },
  yearBefore: (period: string, said: string) => `وكان العدد ${said} في ${period}.`,
  satisfied: (said: string, count: number, share: string) =>
    plural('ar', count, {
      zero: 'لم يقيّم أحد جوابه',
      one: 'قيّم شخص واحد جوابه',
      two: `قيّم شخصان جوابيهما، ورضي منهما ${share}`,
      few: `قيّم ${said} أشخاص أجوبتهم، ورضي منهم ${share}`,
      many: `قيّم ${said} شخصًا أجوبتهم، ورضي منهم ${share}`,
      other: `قيّم ${said} شخص أجوبتهم، ورضي منهم ${share}`,
    }),
  response: (share: string) => `. وهم ${share} ممن أُجيبوا، فلا يتكلمون باسم الجميع`,
  praise: (said: string, count: number) =>
    plural('ar', count, {
      zero: 'ولم يصل ثناء.',
      one: 'ووصل ثناء واحد سُلّم إلى من أُثني عليه.',
      two: 'ووصل ثناءان سُلّما إلى من أُثني عليهم.',
      few: `ووصلت ${said} رسائل ثناء سُلّمت إلى من أُثني عليهم.`,
      many: `ووصلت ${said} رسالة ثناء سُلّمت إلى من أُثني عليهم.`,
      other: `ووصلت ${said} رسالة ثناء سُلّمت إلى من أُثني عليهم.`,
    }),
  byMonth: (months: string) => `شهرًا بعد شهر: ${months}.`,
  counted: (name: string, count: string) => `${name} (${count})`,
  most: (names: string) => `أكثر ما طُلب: ${names}.`,
  changedMore: (names: string) => `أكثر الزيادة من: ${names}.`,
  changedFewer: (names: string) => `أكثر النقصان من: ${names}.`,
  changedAt: (names: string) => `وأكثر ذلك في: ${names}.`,
  moved: (name: string, now: string, before: string) => `${name} (${now} بعد ${before})`,
  slowest: (names: string) => `أقلها التزامًا بالموعد: ${names}.`,
  shareOf: (name: string, share: string, of: string) => `${name} (${share} من ${of})`,
  improved: (names: string) => `أكثرها تحسنًا: ${names}.`,
  rose: (name: string, before: string, now: string) => `${name} (من ${before} إلى ${now})`,
  times,
  raised: (head: string, minister: string, operations: string) =>
    `رُفع التأخر إلى رؤساء الجهات ${head}، وإلى الوزراء ${minister}، وإلى غرفة العمليات ${operations}.`,
  promised: (said: string, count: number, kept: string, which: 'all' | 'none' | 'some') => {
    const [all, none] = [which === 'all', which === 'none']
    const one = all ? 'ونُفذ في وقته' : 'ولم يُنفذ في وقته'
    const two = all ? 'ونُفذا في وقتهما' : none ? 'ولم يُنفذ أي منهما في وقته' : 'ونُفذ أحدهما في وقته'
    const of = all ? 'ونُفذت كلها في وقتها' : none ? 'ولم يُنفذ منها شيء في وقته' : `ونُفذ منها في وقته ${kept}`
    return plural('ar', count, {
      zero: 'لم يحلّ موعد إجراء موعود.',
      one: `حلّ موعد إجراء واحد وُعد به في الأجوبة، ${one}.`,
      two: `حلّ موعد إجراءين وُعد بهما في الأجوبة، ${two}.`,
      few: `حلّ موعد ${said} إجراءات وُعد بها في الأجوبة، ${of}.`,
      many: `حلّ موعد ${said} إجراءً وُعد به في الأجوبة، ${of}.`,
      other: `حلّ موعد ${said} إجراء وُعد به في الأجوبة، ${of}.`,
    })
  },
  cases,
  recurs: (names: string) => `يجري العمل على: ${names}.`,
  fixed: (names: string) => `أُصلح في هذه المدة: ${names}.`,
  told: (name: string, told: string) => `${name}: ${told}`,
  held: (names: string) => `وثبت بالأرقام أن إصلاحه نجح: ${names}.`,
  nothingRecurs: 'لا مشكلة متكررة معلنة، ولا إصلاح نُشر في هذه المدة.',
  reading:
    'الموعد هو اليوم الذي قيل لصاحب الطلب عند تقديمه، ولا يتغير بتنقله بين الجهات. والمرفوض والمسحوب والمضموم داخل في كل عدد.',
  few: 'العدد قليل: لا يُبنى عليه حكم.',
  lead: 'ما يصل بالبريد في أول الشهر وأول الربع، بأرقامه كما هي اليوم.',
  link: 'هذه المدة مكتوبة',
  take: 'تنزيل هذا التقرير',
  emptyHint: 'اختر شهرًا آخر أو ربعًا آخر.',
  table: 'الأرقام',
  now: 'المدة',
  before: 'ما قبلها',
  of: 'من أصل',
  open: 'الأرقام كلها',
}
