import { repeatable } from './repeatable.ts'

export interface Phrases {
  id: string
  keywords_ar: readonly string[]
  keywords_en: readonly string[]
}

/** What somebody wrote, and about what. */
export interface Written {
  text: string
  category: string
}

/** Where a matter lies, so that two people can write of the same one. */
interface Matter {
  category: Phrases
  district: number
  street: string
  landmark: string
}

export interface Writer {
  /** The next text of a nation's stream. */
  next(): Written
  /** Two texts of one matter, as two people would write them who both say where it is; all else is their own. */
  twice(): [Written, Written]
}

/**
 * A stream of everyday texts of 20 to 60 words: phrases of the categories, some far more often than others, with
 * streets, names, numbers and spelling mistakes whose words grow ever rarer, as real ones do. The same seed writes
 * the same.
 */
export function writer(categories: readonly Phrases[], seed = 1): Writer {
  const random = repeatable(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const often = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() ** 2.2 * items.length)] as Item
  // The logarithm makes the n-th word about n times as rare as the first (Zipf).
  const name = () => syllables(Math.floor(Math.exp(random() * Math.log(60_000))), NAMES)
  const matter = (): Matter => ({
    category: often(categories),
    district: Math.floor(random() ** 1.5 * 400),
    street: name(),
    landmark: pick(LANDMARKS),
  })
  const tell = ({ category, district, street, landmark }: Matter, exactly = 0): Written => {
    const phrases = random() < 0.93 ? category.keywords_ar : category.keywords_en
    const told = [...new Set([pick(phrases), pick(phrases), pick(phrases)])].slice(
      0,
      1 + Math.floor(random() * 3),
    )
    const parts = [
      random() < 0.7 ? pick(OPENINGS) : '',
      told.join(' و'),
      random() < 0.85 + exactly ? `${pick(['في', 'ب', 'عنا في'])} حي ${syllables(district, DISTRICTS)}` : '',
      random() < 0.75 + exactly ? `${pick(['شارع', 'بشارع', 'الشارع'])} ${street}` : '',
      random() < 0.5 ? `${pick(['قرب', 'جنب', 'قدام', 'مقابل'])} ${landmark}` : '',
      pick(SINCE),
      random() < 0.6 ? pick(TRIED) : '',
      random() < 0.5 ? pick(EFFECTS) : '',
      random() < 0.25 ? `${pick(['كلمنا', 'الموظف', 'اسمي', 'راجعت'])} ${name()} ${name()}` : '',
      random() < 0.15 ? `رقم ${Math.floor(10_000 + random() * 990_000)}` : '',
      random() < 0.7 ? pick(ENDINGS) : '',
    ]
    const words = parts.filter(Boolean).join(' ').split(' ')
    return { text: words.map((word) => mistaken(word, random)).join(' '), category: category.id }
  }
  return {
    next: () => tell(matter()),
    twice: () => {
      const same = matter()
      return [tell(same, 1), tell(same, 1)]
    },
  }
}

/** Two of a hundred words lose a letter or have two exchanged. */
function mistaken(word: string, random: () => number): string {
  if (word.length < 4 || random() > 0.02) return word
  const at = 1 + Math.floor(random() * (word.length - 2))
  const swapped = random() < 0.5 ? (word[at + 1] ?? '') + word[at] : ''
  return word.slice(0, at) + swapped + word.slice(at + (swapped ? 2 : 1))
}

/** The n-th name of its kind. */
function syllables(number: number, kind: readonly string[]): string {
  let name = ''
  let left = number + kind.length
  while (left > 0) {
    name += kind[left % kind.length]
    left = Math.floor(left / kind.length)
  }
  return name
}

const NAMES = 'را سل عب مح دي نو حس خل فر قا زي طا بش هن جم لو صب كر'.split(' ')
const DISTRICTS = 'نز جب رص بق وا شم مر تل غو كف عر سح'.split(' ')
const LANDMARKS = [
  'المسجد الكبير',
  'مدرسة البنات',
  'مدرسة الأولاد',
  'المركز الصحي',
  'الفرن',
  'الصيدلية',
  'دوار المدينة',
  'محطة البنزين',
  'الجامعة',
  'سوق الخضرة',
  'مكتب البريد',
  'البنك',
  'الملعب',
  'الحديقة العامة',
]
const OPENINGS = [
  'السلام عليكم',
  'لو سمحتوا',
  'أرجو من حضرتكم النظر في موضوع',
  'يا جماعة الخير',
  'بدي أشتكي على',
  'أتقدم إليكم بهذه الشكوى بخصوص',
  'حسبنا الله ونعم الوكيل',
  'إلى من يهمه الأمر',
  'تعبنا من كثر ما حكينا عن',
  'عندنا مشكلة كبيرة',
  'أنا مواطن من سكان المنطقة ولاحظت',
]
const SINCE = [
  'من مبارح',
  'منذ ثلاثة أيام',
  'صارلها أسبوع',
  'من أول الشهر',
  'من يوم العيد',
  'منذ أكثر من شهرين',
  'كل يوم الصبح',
  'بالليل خصوصا',
  'من ساعة ما شتت الدنيا',
  'من أربع ساعات',
  'للمرة الثالثة هذا الشهر',
]
const TRIED = [
  'واتصلت على الطوارئ وما حدا رد علي',
  'وقدمت شكوى قبل شهر بدون فايدة',
  'والموظف قال راجعنا بكرا',
  'وحكوا لنا انه في صيانة',
  'ورحت على المكتب ورجعوني بدون سبب',
  'ولم يتم اتخاذ أي إجراء حتى الآن',
  'والمقاول ترك الشغل وراح',
  'وانتظرت على الهاتف ساعة كاملة',
]
const EFFECTS = [
  'والأولاد مش قادرين يروحوا على المدرسة',
  'وأمي مريضة وما بتتحمل',
  'وصار حادث قبل يومين',
  'والسيارات كلها بتتضرر',
  'والأكل خرب بالثلاجة',
  'وكبار السن ما بيقدروا يمشوا',
  'والريحة وصلت لآخر الحارة',
  'وخسرنا شغلنا بسببها',
  'والجيران كلهم متضايقين',
]
const ENDINGS = [
  'نرجو الحل بأسرع وقت',
  'وشكرا لجهودكم',
  'وين المسؤولين عنا',
  'بانتظار ردكم الكريم',
  'الله يعطيكم العافية',
  'نطالب بمحاسبة المقصرين',
  'يرجى إرسال فريق للكشف',
  'ما ضل حدا نحكي معه',
]
