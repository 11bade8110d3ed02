import { likelyType } from '#cases'
import { normalise, words } from '#language'

/**
 * What a message may mean beside its content. Words are looked for in normalised text; `most` is the length in
 * words up to which it is taken for an order: in a story the same words are part of the story.
 */
const SIGNS = {
  yes: {
    most: 4,
    whole: true,
    of: 'نعم|اي|ايه|ايوه|ايوا|اه|اها|تمام|اوكي|اوك|اكيد|موافق|صح|صحيح|مضبوط|ارسل|ارسلها|ارسلي|ابعث|ابعثها|ابعت|طيب|ماشي|زين|اي نعم|نعم ارسل|yes|yep|yeah|ok|okay|sure|correct|right|send|send it|yes please|please do|تمام ارسل',
  },
  /** Of yes, what can only mean that something is sent. */
  send: {
    most: 4,
    whole: true,
    of: 'ارسل|ارسلها|ارسله|ارسلي|ارسلوها|ابعث|ابعثها|ابعت|ابعتها|نعم ارسل|نعم ارسله|send|send it|yes send it',
  },
  no: {
    most: 4,
    whole: true,
    of: 'لا|لاء|لأ|كلا|مو|لا شكرا|لا مش هيك|مش صح|غلط|خطا|no|nope|nah|no thanks|not really|wrong',
  },
  skip: {
    most: 3,
    whole: true,
    of: 'تخطي|تخطى|تخطّ|تجاوز|تجاوزها|مش مهم|مو مهم|بعدين|بدون|ولا شي|كمل|skip|skip it|pass|next|later|none|nothing|rather not|no need|none of these|none of them|no place|nowhere|ولا واحد|ولا واحد منهم|ما في|ما في مكان|بدون مكان',
  },
  unsure: {
    most: 5,
    of: "ما بعرف|ما اعرف|مدري|ما ادري|مادري|لا اعرف|لا ادري|مش عارف|مو عارف|مش متاكد|مو متاكد|لست متاكدا|علمي علمك|don't know|dont know|do not know|dunno|not sure|no idea|no clue|idk|unsure",
  },
  cancel: {
    most: 5,
    of: 'الغاء|الغ|الغي|الغيها|كنسل|بطلت|غيرت رايي|هونت|خلاص بلاها|ما بدي اكمل|ما ابي اكمل|ارجع للبدايه|من جديد|البدايه|القائمه|قائمه|رجوع|انسى الموضوع|انسا الموضوع|cancel|never mind|nevermind|forget it|forget about it|start over|start again|restart|menu|go back|changed my mind|stop',
  },
  person: {
    // What the published answer tells people to write.
    alone: 'موظف|موظفا|person|a person',
    most: 8,
    of: 'موظف بشري|انسان حقيقي|بشر|حولني|حولوني|احكي مع حد|احكي مع احد|احكي مع موظف|احكي مع شخص|اكلم موظف|اكلم موظفا|اكلم احد|اكلم شخص|اتكلم مع|التحدث مع موظف|تحدث مع موظف|اتواصل مع موظف|ابي موظف|ابغى موظف|بدي موظف|اريد موظف|اريد موظفا|خدمه العملاء|خدمه المواطنين|مركز الاتصال|human|real person|agent|representative|operator|talk to someone|speak to someone|talk to a person|speak to a person|somebody|customer service|contact centre|call center',
  },
  follow: {
    most: 9,
    of: 'وين وصل|وين وصلت|وين صار|وين صارت|شو صار ب|شو صار على|شو صار مع|ايش صار|وش صار|شصار|حاله الطلب|حاله طلبي|حاله الشكوى|حاله شكوتي|حاله المعامله|اتابع|متابعه|تابع طلبي|طلبي السابق|شكوتي السابقه|رقم الطلب|where is my|status of|track|follow up|follow my|my case|my complaint status|check my',
  },
  greeting: {
    most: 6,
    whole: true,
    of: 'السلام عليكم|سلام عليكم|السلام عليكم ورحمه الله|السلام عليكم ورحمه الله وبركاته|سلام|مرحبا|مرحبتين|هلا|هلا والله|يا هلا|اهلا|اهلين|هاي|الو|صباح الخير|صباح النور|مساء الخير|مساء النور|يعطيك العافيه|الله يعطيك العافيه|كيفك|كيف حالك|كيف الحال|شلونك|شخبارك|شو اخبارك|hi|hello|hey|hi there|hello there|good morning|good evening|good afternoon|how are you|salam',
  },
  thanks: {
    most: 7,
    whole: true,
    of: 'شكرا|شكرا لك|شكرا لكم|شكرا كثير|شكرا جزيلا|مشكور|مشكورين|يسلمو|تسلم|تسلمون|الله يسلمك|جزاك الله خير|جزاكم الله خيرا|ممنون|ما قصرت|ما قصرتوا|تمام شكرا|اوكي شكرا|لا شكرا بس هيك|thanks|thank you|thank you very much|many thanks|thx|ty|great thanks|ok thanks',
  },
  bye: {
    most: 4,
    whole: true,
    of: 'مع السلامه|باي|الى اللقاء|في امان الله|سلام عليكم مع السلامه|خلص|خلاص|انتهيت|bye|goodbye|bye bye|see you|that is all|thats all|done',
  },
  who: {
    most: 6,
    of: 'مين انت|من انت|منو انت|انت مين|انت روبوت|انت بوت|هل انت انسان|شو اسمك|شنو اسمك|ما اسمك|نكته|بتحبني|تحبني|tell me a joke|do you love me|who are you|are you a bot|are you a robot|are you human|what are you|your name',
  },
  help: {
    most: 5,
    whole: true,
    of: 'مساعده|ساعدني|ساعدوني|بدي مساعده|ابي مساعده|احتاج مساعده|شو بتعمل|شو بتقدر تعمل|وش تقدر تسوي|ماذا تستطيع ان تفعل|help|help me|i need help|what can you do|options',
  },
  angry: {
    most: 200,
    of: 'زفت|قرف|مقرف|حسبي الله|فاشلين|فاشل|فاشله|تعبت منكم|زهقت|قرفت|طفشت|ملينا|مليت منكم|كذابين|كذاب|نصابين|حيوان|حمار|غبي|اغبياء|حقير|تفو|تفه|ما بتستحوا|ما تستحون|حرام عليكم|عيب عليكم|مسخره|مهزله|مستهترين|useless|terrible|ridiculous|stupid|idiot|idiots|fed up|worst|disgusting|pathetic|damn|bullshit|shit|fuck|fucking|joke of a|shame on you|liars|sick of',
  },
  emergency: {
    most: 400,
    of: 'حريق|نار شابه|انفجار|ينزف|نزيف|بموت|عم يموت|يموت الحين|غرقان|يغرق|اسعاف بسرعه|نجده|انهار البيت|تماس كهربائي|سلك مكشوف|سلك مقطوع|سلك كهربا مكشوف|سلك كهرباء مكشوف|سلك كهربا مقطوع|سلك كهرباء مقطوع|سلك كهربا نازل|اسلاك مكشوفه|اسلاك كهربا مكشوفه|اسلاك كهرباء مكشوفه|اسلاك مقطوعه|ريحه غاز|رائحه غاز|تسرب غاز|house is on fire|on fire|gas leak|smell of gas|smell gas|bleeding|dying|drowning|ambulance|live wire|exposed wire|explosion|collapsed',
  },
  change: {
    most: 6,
    of: 'غير|غيري|تغيير|عدل|عدلي|تعديل|اعدل|اغير|مو هيك|مش هيك|صحح|change|edit|correct it|not like that|modify',
  },
  code: {
    most: 10,
    of: "رمز مؤقت|كود مؤقت|ارسل رمز|ارسلي رمز|ابعث كود|ابعتلي كود|ضاع الرمز|ضاع الرقم السري|نسيت الرمز|نسيت الرقم السري|ما عندي الرمز|ما معي الرمز|ما عندي الرقم السري|ضيعت الرمز|one time code|one-time code|send a code|send me a code|forgot the pin|forgot my pin|lost the pin|lost my pin|no pin|don't have the pin|dont have the pin",
  },
  rate: { most: 6, of: 'اقيم|اقيّم|تقييم|قيم|rate|rating|feedback' },
  object: { most: 8, of: 'اعترض|اعتراض|تظلم|اتظلم|object|objection|appeal|disagree' },
  add: {
    most: 6,
    of: 'اضيف|اضافه|زياده معلومه|add something|add information|add more|add to|add a note|اضف|ضيف|ضيفوا',
  },
  file: {
    most: 5,
    of: 'اشتكي|شكوى|شكوي|اقدم طلب|تقديم طلب|طلب جديد|ابلغ عن مشكله|عندي مشكله|عندي شكوى|complain|complaint|new request|new case|report a problem|file',
  },
  bot: { most: 4, of: 'المساعد|ارجع للبوت|البوت|الروبوت|back to the bot|assistant|the bot' },
} as const satisfies Record<string, { most: number; whole?: true; alone?: string; of: string }>

export type Signal = keyof typeof SIGNS | 'sealed'

const escaped = (words: string): string => words.replace(/[.*+?^${}()[\]\\]/g, '\\$&')

const anyOf = (words: string): string => words.split('|').map(spaced).map(escaped).join('|')

const PATTERNS = Object.entries(SIGNS).map(([name, sign]) => {
  const words = anyOf(sign.of)
  const alone = 'alone' in sign ? `^(?:${anyOf(sign.alone)})$|` : ''
  const pattern =
    'whole' in sign && sign.whole
      ? new RegExp(
          `^(?:${words})(?: (?:${words}|يا \\S+|please|sir|thanks|thank you|شكرا|والله|اخي|اختي|لو سمحت|لو سمحتوا|الحين|الان|هلا|هلق|بسرعه|now))*$`,
          'u',
        )
      : new RegExp(`${alone}(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'u')
  return { name: name as Signal, pattern, most: sign.most }
})

/** Everything a message may mean beside its content. */
export function signalsOf(text: string): ReadonlySet<Signal> {
  const written = spaced(inWords(text))
  const length = written === '' ? 0 : written.split(' ').length
  // Arabic that was typed in Latin letters means what it says in Arabic ones.
  const read = words(text).join(' ')
  const found = PATTERNS.filter(
    ({ pattern, most }) => length <= most && (pattern.test(written) || pattern.test(read)),
  )
  return new Set([
    ...found.map(({ name }) => name),
    ...(isWrongdoing(text, written, read) ? (['sealed'] as const) : []),
  ])
}

const isWrongdoing = (text: string, ...spelt: string[]): boolean =>
  likelyType(text) === 'violation' || spelt.some((each) => ASKED_FOR_MONEY.test(each))

/** An official who asks for money, a gift, or something under the table; not a fee, a bill or a fine. */
const ASKED_FOR_MONEY =
  /(?:طلب|طلبوا|بده|بدو|يبي|يبغي|يريد|عايز|اخذ|دفعت|دفعنا|ادفع)\S* (?:\S+ ){0,4}(?:رشوه|اكراميه|تحت الطاوله|من تحت لتحت|حق القهوه|بخشيش)|(?:الموظف|المدير|الضابط|المفتش|شرطي|مسوول)\S* (?:\S+ ){0,3}(?:طلب|بده|يبي|يبغي)\S* (?:\S+ ){0,2}(?:فلوس|مصاري|هديه|مبلغ)|under the table|kickback|(?:officer|employee|clerk|inspector|official)s? (?:\S+ ){0,3}(?:ask|want|demand)\S* (?:\S+ ){0,4}(?:money|cash|gift|payment) (?:to|for him|for her|under)/u

/** A sign that people send instead of a word. */
const inWords = (text: string): string =>
  text
    .replace(/[👍👌✅]/gu, ' نعم ')
    .replace(/[👎❌]/gu, ' لا ')
    .replace(/[🙏🌹❤]/gu, ' شكرا ')
    .replace(/[😡🤬😠]/gu, ' زفت ')

/** Normalised words with one space between, without punctuation; apostrophes are dropped. */
export function spaced(text: string): string {
  return normalise(text)
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim()
}
