import { plural } from '../../plural.ts'
import { cases as said } from '../cases.ts'

/** What staff and the contacts of entities are told: the number, who it is about, the day, and what to do. */
export const staff = {
  'new-case': {
    name: 'طلب جديد للجهة',
    subject: (number: string) => `طلب جديد لكم: ${number}`,
    says: (number: string, who: string, day: string) =>
      `أُحيل الطلب ${number} إلى ${who}. الرد مطلوب حتى ${day}.`,
    next: 'ابدأ العمل عليه أو أسنده خلال ثمانٍ وأربعين ساعة. وإن لم يكن من عملكم فأعده مع السبب.',
    sms: (number: string, _who: string, day: string) => `صوت: طلب جديد لكم ${number}. الرد حتى ${day}.`,
  },
  assigned: {
    name: 'إسناد طلب إليك',
    subject: (number: string) => `أُسند إليك الطلب ${number}`,
    says: (number: string, who: string, day: string) =>
      `أُسند إليك الطلب ${number} لدى ${who}. الرد مطلوب حتى ${day}.`,
    next: 'افتحه واكتب مسودة الرد، أو اسأل مقدمه إن نقصك شيء.',
    sms: (number: string, _who: string, day: string) => `صوت: أُسند إليك الطلب ${number}. الرد حتى ${day}.`,
  },
  'assigned-unit': {
    name: 'إسناد طلب إلى قسمك',
    subject: (number: string) => `أُسند إلى قسمك الطلب ${number}`,
    says: (number: string, who: string, day: string) =>
      `أُسند الطلب ${number} إلى ${who}. الرد مطلوب حتى ${day}.`,
    next: 'من يبدأ العمل عليه يظهر اسمه لزملائه.',
    sms: (number: string, _who: string, day: string) =>
      `صوت: أُسند إلى قسمك الطلب ${number}. الرد حتى ${day}.`,
  },
  returned: {
    name: 'إعادة رد إلى كاتبه',
    subject: (number: string) => `أُعيد إليك رد الطلب ${number}`,
    says: (number: string, _who: string, day: string) =>
      `أعادت المراجعة ردك على الطلب ${number} ليُكمل. الموعد باقٍ: ${day}.`,
    next: 'أكمل ما يلي وأرسل الرد من جديد.',
    sms: (number: string, _who: string, day: string) => `صوت: أُعيد إليك رد الطلب ${number}. الموعد ${day}.`,
  },
  contested: {
    name: 'اعتراض على إحالة آلية',
    subject: (number: string) => `اعتراض على الإحالة الآلية للطلب ${number}`,
    says: (number: string, who: string, day: string) =>
      `اعترض مقدم الطلب ${number} على إحالته آليًا إلى ${who}. الإحالة مطلوبة حتى ${day}.`,
    next: 'اقرأ الطلب وحدد جهته. لن يُحال آليًا مرة أخرى.',
    sms: (number: string, _who: string, day: string) =>
      `صوت: اعتراض على إحالة الطلب ${number} آليًا. الموعد ${day}.`,
  },
  bounced: {
    name: 'إعادة طلب إلى المكتب المركزي',
    subject: (number: string) => `أعادت جهة الطلب ${number}`,
    says: (number: string, who: string, day: string) =>
      `أعادت ${who} الطلب ${number} إلى المكتب المركزي. موعد مقدمه باقٍ: ${day}.`,
    next: 'أحله اليوم إلى الجهة الصحيحة.',
    sms: (number: string, _who: string, day: string) =>
      `صوت: عاد الطلب ${number} إلى المكتب المركزي. الموعد ${day}.`,
  },
  'resident-wrote': {
    name: 'مقدم الطلب كتب',
    subject: (number: string) => `كتب مقدم الطلب ${number}`,
    says: (number: string, _who: string, day: string) =>
      `أضاف مقدم الطلب ${number} كلامًا جديدًا. الرد مطلوب حتى ${day}.`,
    next: 'اقرأ ما أضافه قبل أن تكتب الرد.',
    sms: (number: string) => `صوت: كتب مقدم الطلب ${number} كلامًا جديدًا.`,
  },
  'reopened-case': {
    name: 'إعادة فتح طلب بعد اعتراض',
    subject: (number: string) => `أُعيد فتح الطلب ${number}`,
    says: (number: string, who: string, day: string) =>
      `قُبل اعتراض مقدم الطلب ${number} على رد ${who}، وأُعيد فتحه. الرد مطلوب حتى ${day}.`,
    next: 'يُحسب الرد الأول غير ناجح. اقرأ الاعتراض وأجب عن كل نقطة فيه.',
    sms: (number: string, _who: string, day: string) =>
      `صوت: أُعيد فتح الطلب ${number} بعد اعتراض. الرد حتى ${day}.`,
  },
  ordered: {
    name: 'توجيه',
    subject: (number: string) => `توجيه في الطلب ${number}`,
    says: (number: string, _who: string, day: string) =>
      `وصل توجيه في الطلب ${number}. الرد مطلوب حتى ${day}.`,
    next: 'نفّذه، واكتب ما فعلت ملاحظة على الطلب.',
    sms: (number: string) => `صوت: توجيه جديد في الطلب ${number}.`,
  },
  reminded: {
    name: 'تذكير',
    subject: (number: string) => `تذكير بالطلب ${number}`,
    says: (number: string, _who: string, day: string) =>
      `تذكّركم غرفة العمليات بالطلب ${number}. الرد مطلوب حتى ${day}.`,
    next: 'افتح الطلب وخذ الخطوة التالية، أو اكتب ما يعيقك ملاحظة على الطلب.',
    sms: (number: string) => `صوت: تذكّركم غرفة العمليات بالطلب ${number}.`,
  },
  warning: {
    name: 'تنبيه قبل الموعد',
    subject: (number: string) => `يقترب موعد الطلب ${number}`,
    says: (number: string, who: string, day: string, clock?: string) =>
      step(clock)
        ? `مضى معظم وقت ${step(clock)} في الطلب ${number} لدى ${who}. الموعد ${day}.`
        : `مضى معظم وقت الطلب ${number} لدى ${who}. المطلوب حتى ${day}.`,
    next: 'إن مضى الموعد ارتفع الأمر إلى من هو أعلى. وإن احتجت إلى وقت فمدد الموعد الآن مع السبب.',
    sms: (number: string, _who: string, day: string) =>
      `صوت: يقترب موعد الطلب ${number}. المطلوب حتى ${day}.`,
  },
  'late-head': {
    name: 'تصعيد إلى رئيس الجهة',
    subject: (number: string) => `تأخر الطلب ${number}`,
    says: (number: string, who: string, day: string) =>
      `كان رد ${who} على الطلب ${number} مطلوبًا حتى ${day}، ولم يصل.`,
    next: 'وجّه من يلزم. إن بقي متأخرًا ارتفع الأمر إلى الوزير.',
    sms: (number: string, who: string) => `صوت: تأخر رد ${who} على الطلب ${number}. ينتظر توجيهك.`,
  },
  'late-minister': {
    name: 'تصعيد إلى الوزير',
    subject: (number: string) => `طلب متأخر في قطاعكم: ${number}`,
    says: (number: string, who: string, day: string) =>
      `كان رد ${who} على الطلب ${number} مطلوبًا حتى ${day}، ولم يصل بعد إخبار رئيسها.`,
    next: 'وجّه من يلزم. إن بقي متأخرًا ارتفع الأمر إلى غرفة العمليات.',
    sms: (number: string, who: string) => `صوت: الطلب ${number} متأخر لدى ${who}، وأُخبر رئيسها من قبل.`,
  },
  'late-operations': {
    name: 'تصعيد إلى غرفة العمليات',
    subject: (number: string) => `متأخر رغم التصعيد: الطلب ${number}`,
    says: (number: string, who: string, day: string) =>
      `كان رد ${who} على الطلب ${number} مطلوبًا حتى ${day}، ولم يصل رغم التصعيد.`,
    next: 'ذكّر الجهة، أو تولَّ الطلب.',
    sms: (number: string, who: string) => `صوت: الطلب ${number} لدى ${who} متأخر رغم التصعيد.`,
  },
  'late-step': {
    name: 'خطوة فات موعدها',
    subject: (number: string, _who: string, _day: string, clock?: string) =>
      step(clock) ? `فات موعد ${step(clock)} في الطلب ${number}` : `خطوة فات موعدها في الطلب ${number}`,
    says: (number: string, who: string, day: string, clock?: string) =>
      step(clock)
        ? `ينتظر الطلب ${number} ${step(clock)} من ${who}، وقد فات الموعد، وهو ${day}.`
        : `ينتظر الطلب ${number} خطوة من ${who} كان موعدها ${day}، ولم تُتخذ.`,
    next: 'افتح الطلب لترى ما يلزم ومن يستطيعه.',
    sms: (number: string, who: string, _day: string, clock?: string) =>
      `صوت: الطلب ${number} ينتظر ${step(clock) ?? 'خطوة'} من ${who}، وقد فات الموعد.`,
  },
  'action-due': {
    name: 'اقتراب موعد ما وُعد به',
    subject: (number: string) => `يقترب موعد ما وعدتم به في الطلب ${number}`,
    says: (number: string, who: string, day: string) => `وعدت ${who} مقدم الطلب ${number} بأمر موعده ${day}.`,
    next: 'إن أُنجز فأكّد إنجازه على الطلب، فيصل الخبر إلى مقدمه.',
    sms: (number: string, _who: string, day: string) => `صوت: ما وعدتم به في الطلب ${number} موعده ${day}.`,
  },
  'action-overdue': {
    name: 'تأخر ما وُعد به',
    subject: (number: string) => `مضى موعد ما وعدتم به في الطلب ${number}`,
    says: (number: string, who: string, day: string) =>
      `وعدت ${who} مقدم الطلب ${number} بأمر موعده ${day}، ولم يُؤكَّد إنجازه. أخبرنا مقدم الطلب بالتأخر.`,
    next: 'أنجزه وأكّد إنجازه على الطلب.',
    sms: (number: string) => `صوت: مضى موعد ما وعدتم به في الطلب ${number}.`,
  },
  'problem-proposed': {
    name: 'مشكلة متكررة مقترحة',
    subject: (_number: string, who: string) => `مشكلة متكررة مقترحة: ${who}`,
    says: (_number: string, who: string) => `يكتب كثيرون عن الأمر نفسه: ${who}. انظر هل هي مشكلة واحدة.`,
    next: 'اقبلها أو ضمها إلى غيرها أو ارفضها. ما رُفض لا يُقترح ثانية إلا إذا كبر.',
    sms: (_number: string, who: string) => `صوت: مشكلة متكررة مقترحة: ${who}.`,
  },
  'article-due': {
    name: 'جواب منشور حان موعد مراجعته',
    subject: (_number: string, who: string) => `حان موعد مراجعة جواب منشور: ${who}`,
    says: (_number: string, who: string, day: string) =>
      `«${who}» يقرؤه الناس ويجيب به المساعد، وموعد مراجعته ${day}.`,
    next: 'اقرأه: إن كان صحيحًا فقل إنه ما زال صحيحًا، وإن تغيّر شيء فاكتب النسخة الجديدة.',
    sms: (_number: string, who: string) => `صوت: حان موعد مراجعة جواب منشور: ${who}.`,
  },
  'problem-yours': {
    name: 'مشكلة متكررة على جهتك',
    subject: (_number: string, who: string) => `مشكلة متكررة على جهتكم: ${who}`,
    says: (_number: string, who: string) => `يشكو كثيرون من الأمر نفسه: ${who}. جهتكم مسؤولة عن إصلاحه.`,
    next: 'اكتب السبب، وما سيُصلح ومتى. وبعد الإصلاح تقول طلبات الناس هل ثبت.',
    sms: (_number: string, who: string) => `صوت: مشكلة متكررة على جهتكم: ${who}.`,
  },
  'problem-back': {
    name: 'مشكلة عادت بعد إصلاحها',
    subject: (_number: string, who: string) => `عادت المشكلة: ${who}`,
    says: (_number: string, who: string) => `عاد الناس يشكون مما قيل إنه أُصلح: ${who}.`,
    next: 'انظر في السبب من جديد، واكتب ما سيُصلح ومتى. رُفعت من قائمة ما أُصلح.',
    sms: (_number: string, who: string) => `صوت: عادت مشكلة قيل إنها أُصلحت: ${who}.`,
  },
  surge: {
    name: 'أمر خارج المتوقع',
    subject: (_count: string, who: string) => `خارج المتوقع: ${who || 'البلد كله'}`,
    says: (count: string, who: string, day: string) =>
      `${who || 'البلد كله'}: وصل في سبعة أيام ${count}، وهو خارج المتوقع منذ ${day}.`,
    next: 'افتح الصفحة لترى كم كان متوقعًا، وأي الكلمات تتكرر، وأين.',
    sms: (count: string, who: string) =>
      `صوت: خارج المتوقع: ${who || 'البلد كله'}، وصل ${count} في سبعة أيام.`,
  },
  'surge-grown': {
    name: 'أمر خارج المتوقع تضاعف',
    subject: (_count: string, who: string) => `تضاعف: ${who || 'البلد كله'}`,
    says: (count: string, who: string) =>
      `${who || 'البلد كله'}: صار ما وصل في سبعة أيام ${count}. الفرق عن المتوقع ضعف ما كان عند آخر إشعار.`,
    next: 'افتح الصفحة لترى كم كان متوقعًا، وأي الكلمات تتكرر، وأين.',
    sms: (count: string, who: string) =>
      `صوت: تضاعف الفرق عن المتوقع: ${who || 'البلد كله'}، وصل ${count} في سبعة أيام.`,
  },
  'surge-over': {
    name: 'أمر عاد إلى المتوقع',
    subject: (_count: string, who: string) => `عاد إلى المتوقع: ${who || 'البلد كله'}`,
    says: (_count: string, who: string, day: string) =>
      `${who || 'البلد كله'}: عاد العدد إلى المتوقع بعد أن خرج عنه في ${day}.`,
    next: 'لا يلزم شيء. وإن بقي السبب قائمًا فسجّله مشكلة متكررة.',
    sms: (_count: string, who: string) => `صوت: عاد إلى المتوقع: ${who || 'البلد كله'}.`,
  },
  followed: {
    name: 'جديد في طلب تتابعه',
    subject: (number: string) => `جديد في الطلب ${number}`,
    says: (number: string, who: string, day: string) =>
      `حدث جديد في الطلب ${number} الذي تتابعه، وهو لدى ${who}. موعد مقدمه ${day}.`,
    next: 'افتحه لترى ما حدث. وإن لم يعد يعنيك فأوقف متابعته من صفحته.',
    sms: (number: string) => `صوت: جديد في الطلب ${number} الذي تتابعه.`,
  },
  'queue-followed': {
    name: 'طلب وصل إلى قائمة تتابعها',
    subject: (number: string) => `طلب جديد في قائمة تتابعها: ${number}`,
    says: (number: string, who: string, day: string) =>
      `وصل الطلب ${number} إلى قائمة تتابعها، وهو لدى ${who}. موعد مقدمه ${day}.`,
    next: 'افتحه لتراه. وإن لم تعد القائمة تعنيك فافتحها وأوقف متابعتها.',
    sms: (number: string) => `صوت: وصل الطلب ${number} إلى قائمة تتابعها.`,
  },
  recounted: {
    name: 'مواعيد حُسبت من جديد',
    subject: (_count: string, who: string) => `مواعيد ${who} حُسبت من جديد`,
    says: (count: string, who: string, day: string) =>
      `تغيّر تقويم العمل، فحُسبت مواعيد ${who} من جديد. الطلبات التي تغيّر موعدها: ${cases(count)}، وأقرب موعد بينها ${day}. مواعيد مقدمي الطلبات باقية كما أُخبروا بها.`,
    next: 'رتّب عملك على المواعيد الجديدة. في صفحة كل طلب شرحٌ لموعده يومًا يومًا.',
    sms: (count: string, who: string) => `صوت: حُسبت مواعيد ${who} من جديد، والمتغيّر: ${cases(count)}.`,
  },
  'webhook-off': {
    name: 'إيقاف الإرسال إلى نظام متصل',
    subject: (system: string) => `أُوقف الإرسال إلى النظام «${system}»`,
    says: (system: string, who: string, day: string) =>
      `لم يستقبل النظام «${system}» شيئًا منذ ${day}، فأوقفنا إرسال أحداث ${who || 'الطلبات'} إليه.`,
    next: 'أصلحوا استقباله أولًا. ثم يشغّل مدير النظام الإرسال من صفحة «إشعارات الأنظمة»، ويطلب إعادة ما فات.',
    sms: (system: string) => `صوت: أُوقف الإرسال إلى النظام «${system}» لأنه لا يستقبل.`,
  },
  'entity-link': {
    name: 'رابط لمرة واحدة لجهة لم تنضم',
    subject: (number: string) => `طلب من مقيم ينتظر ردكم: ${number}`,
    says: (number: string, who: string, day: string) =>
      `لدى المكتب المركزي الطلب ${number}، وهو من عمل ${who}. نرجو قراءته وكتابة الرد حتى ${day}.`,
    next: 'الرابط أدناه يفتح الطلب ونموذج الرد دون حساب. هو لكم وحدكم، ويصلح لرد واحد. يراجع المكتب المركزي الرد مرتين قبل أن يصل إلى مقدم الطلب.',
    sms: (number: string, _who: string, day: string) =>
      `صوت: الطلب ${number} ينتظر ردكم حتى ${day}. التفاصيل في بريدكم.`,
  },
}

const cases = (count: string): string =>
  plural('ar', Number(count), {
    zero: 'لا طلب',
    one: 'طلب واحد',
    two: 'طلبان',
    few: `${count} طلبات`,
    many: `${count} طلبًا`,
    other: `${count} طلب`,
  })

/** The step that a clock runs for; messages of before name none. */
const step = (clock?: string): string | undefined => CLOCKS[clock ?? '']?.name
const CLOCKS: Readonly<Record<string, { name: string } | undefined>> = said.clocks
