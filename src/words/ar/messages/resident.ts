/**
 * What residents are told. Every sentence gets the number, who it is about, and the day, in this order.
 * A text message holds two parts of 67 characters with its link: what stands under `sms` stays short.
 */
export const resident = {
  submitted: {
    name: 'وصول الطلب',
    subject: (number: string) => `وصلنا طلبك ${number}`,
    says: (number: string, _who: string, day: string) =>
      `وصلنا طلبك، ورقمه ${number}. نجيبك عنه في موعد أقصاه ${day}.`,
    next: 'يحدد المكتب المركزي الآن الجهة المسؤولة، ونخبرك من عنده طلبك. تتابعه في أي وقت برقمه وبالرمز السري الذي أُعطي لك عند التقديم. لا نرسل هذا الرمز في رسالة، ولا نطلبه منك أبدًا.',
    sms: (number: string, _who: string, day: string) => `صوت: وصلنا طلبك ${number}. نجيبك حتى ${day}.`,
  },
  routed: {
    name: 'إحالة الطلب إلى جهة',
    subject: (number: string) => `طلبك ${number} لدى الجهة المسؤولة`,
    says: (number: string, who: string, day: string) =>
      `طلبك ${number} الآن لدى ${who}. نجيبك عنه في موعد أقصاه ${day}.`,
    next: 'قد تسألك الجهة سؤالًا فنخبرك به. وإن تأخرت صعّدنا الأمر إلى من هو أعلى منها، دون أن تطلب.',
    sms: (number: string, who: string, day: string) => `صوت: طلبك ${number} لدى ${who}. الجواب حتى ${day}.`,
  },
  'routed-by-itself': {
    name: 'إحالة الطلب آليًا',
    subject: (number: string) => `طلبك ${number} لدى الجهة المسؤولة`,
    says: (number: string, who: string, day: string) =>
      `طلبك ${number} الآن لدى ${who}، وقد أُحيل إليها آليًا من كلماتك. نجيبك عنه في موعد أقصاه ${day}.`,
    next: 'إن رأيت أنها ليست الجهة المناسبة، أو أردت أن ينظر فيه إنسان، فافتح طلبك واعترض على الإحالة: ينظر فيه موظف على وجه السرعة، وموعدك باقٍ.',
    sms: (number: string, who: string) => `صوت: أُحيل طلبك ${number} آليًا إلى ${who}. لك أن تعترض.`,
  },
  moved: {
    name: 'انتقال الطلب إلى جهة أخرى',
    subject: (number: string) => `طلبك ${number} انتقل إلى جهة أخرى`,
    says: (number: string, who: string, day: string) =>
      `انتقل طلبك ${number} إلى ${who}. موعدك لا يتأخر بذلك: نجيبك في موعد أقصاه ${day}.`,
    next: 'لا تحتاج إلى فعل شيء.',
    sms: (number: string, who: string, day: string) => `صوت: طلبك ${number} الآن لدى ${who}. موعدك ${day}.`,
  },
  split: {
    name: 'تقسيم الطلب بين جهات',
    subject: (number: string) => `طلبك ${number} يحتاج إلى أكثر من جهة`,
    says: (number: string, _who: string, day: string) =>
      `يحتاج طلبك ${number} إلى أكثر من جهة، فقسمنا العمل بينها. يصلك رد واحد في موعد أقصاه ${day}.`,
    next: 'لا تحتاج إلى فعل شيء.',
    sms: (number: string, _who: string, day: string) =>
      `صوت: طلبك ${number} تعمل عليه عدة جهات. يصلك رد واحد حتى ${day}.`,
  },
  merged: {
    name: 'ضم الطلب إلى طلب مشابه',
    subject: (number: string) => `نعمل على طلبك ${number} مع طلب مشابه`,
    says: (number: string, _who: string, day: string) =>
      `وصلنا طلب يشبه طلبك ${number}، فنعمل عليهما معًا. رقمك يبقى لك، ويصلك الجواب في موعد أقصاه ${day}.`,
    next: 'لا تحتاج إلى فعل شيء.',
    sms: (number: string, _who: string, day: string) =>
      `صوت: نعمل على طلبك ${number} مع طلب مشابه. يصلك الجواب حتى ${day}.`,
  },
  unmerged: {
    name: 'عودة الطلب إلى مساره',
    subject: (number: string) => `طلبك ${number} يسير وحده من جديد`,
    says: (number: string, _who: string, day: string) =>
      `فصلنا طلبك ${number} عن الطلب المشابه، فهو يسير وحده. نجيبك في موعد أقصاه ${day}.`,
    next: 'لا تحتاج إلى فعل شيء.',
    sms: (number: string, _who: string, day: string) =>
      `صوت: طلبك ${number} يسير وحده من جديد. الجواب حتى ${day}.`,
  },
  question: {
    name: 'سؤال لمقدم الطلب',
    subject: (number: string) => `سؤال لك عن طلبك ${number}`,
    says: (number: string, who: string, day: string) =>
      `سألتك ${who} عن طلبك ${number}. أجب حتى ${day} ليستمر العمل.`,
    next: 'افتح طلبك واكتب جوابك، أو اتصل بمركز الاتصال. إن لم يصلنا جوابك في المهلة أُغلق الطلب بلا رد، ونفتحه من جديد متى أجبت.',
    sms: (number: string, _who: string, day: string) =>
      `صوت: سؤال لك عن طلبك ${number}. أجب حتى ${day} ليستمر العمل.`,
  },
  'question-reminder': {
    name: 'تذكير بسؤال',
    subject: (number: string) => `ننتظر جوابك عن طلبك ${number}`,
    says: (number: string, who: string, day: string) =>
      `ما زالت ${who} تنتظر جوابك عن طلبك ${number}. آخر يوم للجواب ${day}.`,
    next: 'افتح طلبك واكتب جوابك، أو اتصل بمركز الاتصال.',
    sms: (number: string, _who: string, day: string) => `صوت: ننتظر جوابك عن طلبك ${number} حتى ${day}.`,
  },
  lapsed: {
    name: 'انتهاء مهلة السؤال',
    subject: (number: string) => `أُغلق طلبك ${number} لأن جوابك لم يصل`,
    says: (number: string) => `لم يصلنا جوابك عن السؤال في المهلة، فأُغلق طلبك ${number} بلا رد.`,
    next: 'سكوتك ليس موافقة: افتح طلبك وأجب متى استطعت، فنفتحه من جديد بموعد جديد.',
    sms: (number: string) => `صوت: لم يصلنا جوابك فأُغلق طلبك ${number} بلا رد. أجب متى شئت نفتحه من جديد.`,
  },
  resumed: {
    name: 'استئناف الطلب بعد جواب متأخر',
    subject: (number: string) => `فُتح طلبك ${number} من جديد`,
    says: (number: string, _who: string, day: string) =>
      `وصل جوابك، ففتحنا طلبك ${number} من جديد. موعدك الجديد ${day}.`,
    next: 'تكمل الجهة العمل، ونخبرك حين يصل الرد.',
    sms: (number: string, _who: string, day: string) => `صوت: فُتح طلبك ${number} من جديد. موعدك ${day}.`,
  },
  extended: {
    name: 'تمديد الموعد',
    subject: (number: string) => `موعد جديد لطلبك ${number}`,
    says: (number: string, who: string, day: string) =>
      `تحتاج ${who} إلى وقت أطول لطلبك ${number}. موعدك الجديد ${day}، ولا يُمدد مرة أخرى.`,
    next: 'نعتذر عن الانتظار. إن لم ترضَ بالتمديد فلك أن تلجأ إلى خارج هذه الخدمة.',
    sms: (number: string, _who: string, day: string) =>
      `صوت: مُدد موعد طلبك ${number} إلى ${day}. اقرأ السبب هنا:`,
  },
  answered: {
    name: 'وصول الرد',
    subject: (number: string) => `وصل الرد على طلبك ${number}`,
    says: (number: string, who: string) =>
      `أجابت ${who} عن طلبك ${number}. افتح طلبك لتقرأ الرد، وقل لنا هل حُلت المشكلة.`,
    next: (_number: string, _who: string, day: string) =>
      `إن لم يكفك الرد فلك أن تعترض حتى ${day}، وينظر في اعتراضك شخص لم يشارك في الرد.`,
    sms: (number: string, _who: string, day: string) =>
      `صوت: وصل الرد على طلبك ${number}. لك أن تعترض حتى ${day}.`,
  },
  'objection-received': {
    name: 'وصول الاعتراض',
    subject: (number: string) => `وصل اعتراضك على رد الطلب ${number}`,
    says: (number: string, _who: string, day: string) =>
      `وصل اعتراضك على رد الطلب ${number}. ينظر فيه شخص لم يشارك في الرد، ونخبرك بالنتيجة في موعد أقصاه ${day}.`,
    next: 'إن نسيت شيئًا فافتح طلبك وأضفه.',
    sms: (number: string, _who: string, day: string) =>
      `صوت: وصل اعتراضك على رد الطلب ${number}. نجيبك حتى ${day}.`,
  },
  upheld: {
    name: 'بقاء الرد بعد الاعتراض',
    subject: (number: string) => `نتيجة اعتراضك على رد الطلب ${number}`,
    says: (number: string) => `نظر في اعتراضك على رد الطلب ${number} شخص لم يشارك فيه، وبقي الرد كما هو.`,
    next: 'لك أن تلجأ إلى خارج هذه الخدمة.',
    sms: (number: string) => `صوت: نظرنا في اعتراضك على رد الطلب ${number}. النتيجة والأسباب هنا:`,
  },
  reopened: {
    name: 'إعادة فتح الطلب',
    subject: (number: string) => `قُبل اعتراضك وفُتح طلبك ${number}`,
    says: (number: string, _who: string, day: string) =>
      `قُبل اعتراضك، وفُتح طلبك ${number} من جديد. موعدك الجديد ${day}.`,
    next: 'تعمل الجهة عليه مرة أخرى، ونراجع ردها قبل أن يصلك.',
    sms: (number: string, _who: string, day: string) =>
      `صوت: قُبل اعتراضك وفُتح طلبك ${number}. موعدك الجديد ${day}.`,
  },
  closed: {
    name: 'إغلاق الطلب',
    subject: (number: string) => `أُغلق طلبك ${number}`,
    says: (number: string) => `انتهت مهلة الاعتراض وأُغلق طلبك ${number}.`,
    next: 'ما وعدت به الجهة يبقى متابعًا حتى يُنجز. وإن عادت المشكلة فقدّم طلبًا جديدًا واذكر هذا الرقم.',
    sms: (number: string) => `صوت: أُغلق طلبك ${number}. إن عادت المشكلة فقدّم طلبًا جديدًا.`,
  },
  withdrawn: {
    name: 'سحب الطلب عن طريق مركز الاتصال',
    subject: (number: string) => `سُحب طلبك ${number}`,
    says: (number: string) => `سُحب طلبك ${number} عن طريق مركز الاتصال، كما طلبت.`,
    next: 'إن لم تطلب ذلك فاتصل بنا فورًا.',
    sms: (number: string) => `صوت: سُحب طلبك ${number} عن طريق مركز الاتصال. إن لم تطلب ذلك فاتصل بنا.`,
  },
  'action-done': {
    name: 'إنجاز ما وُعد به',
    subject: (number: string) => `أُنجز ما وُعدت به في طلبك ${number}`,
    says: (number: string, who: string) => `تقول ${who} إنها أنجزت ما وعدتك به في طلبك ${number}.`,
    next: 'إن لم تجد ذلك كما قيل فأخبرنا بطلب جديد، واذكر هذا الرقم.',
    sms: (number: string) => `صوت: أُنجز ما وُعدت به في طلبك ${number}. إن لم تجده كذلك فأخبرنا.`,
  },
  'action-late': {
    name: 'تأخر ما وُعد به',
    subject: (number: string) => `لم يُنجز بعد ما وُعدت به في طلبك ${number}`,
    says: (number: string, who: string, day: string) =>
      `وعدتك ${who} في طلبك ${number} بأمر موعده ${day}، ولم يُنجز بعد.`,
    next: 'ذكّرنا الجهة به، ويبقى مكتوبًا عليها حتى يُنجز. لا تحتاج إلى فعل شيء.',
    sms: (number: string, _who: string, day: string) =>
      `صوت: ما وُعدت به في طلبك ${number} فات موعده ${day}، وذكّرنا الجهة.`,
  },
  'problem-fixed': {
    name: 'إصلاح مشكلة تتابعها',
    subject: (_number: string, who: string) => `أُصلحت المشكلة التي تتابعها: ${who}`,
    says: (_number: string, who: string) =>
      `أخبرتنا أن المشكلة عندك أيضًا: ${who}. تقول الجهة المسؤولة إنها أصلحتها.`,
    next: 'إن بقيت عندك فقدّم طلبًا: بما يصلنا بعد الإصلاح نعرف هل ثبت. هذه آخر رسالة عن هذه المشكلة.',
    sms: (_number: string, who: string) => `صوت: أُصلحت مشكلة «${who}» التي تتابعها. إن بقيت عندك فقدّم طلبًا.`,
  },
  'sign-in-code': {
    name: 'رمز الدخول',
    subject: 'رمز الدخول',
    says: (code: string) => `رمزك للدخول ${code}. يصلح عشر دقائق ولمرة واحدة.`,
    next: 'لا تعطه أحدًا، حتى من يقول إنه منا. إن لم تطلبه فتجاهل هذه الرسالة.',
    sms: (code: string) => `صوت: رمزك للدخول ${code}، يصلح عشر دقائق. لا تعطه أحدًا.`,
  },
}
