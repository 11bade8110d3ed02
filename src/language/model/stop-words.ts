import { canonical } from './dialect.ts'
import { normalise } from './normalise.ts'

/** Words so common that finding or comparing by them says nothing. Compared after normalising, before stemming. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  normalise(`
من في على إلى عن مع ما هو هي هم هذا هذه ذلك تلك هذي هاي هاد هذول التي الذي الذين اللي يلي إن أن إنه أنه إنها أنها
كان كانت يكون تكون قد لقد ثم أو أم بل لكن لا لم لن ليس هل يا أنا نحن احنا إحنا أنت انت أنتم هما كل بعد قبل حتى بين
عند عندي عندنا عنا لدي لدينا منذ إذا لو كما أي أيضا كمان بس فقط حيث غير عليه عليها علينا علي فيه فيها منه منها به بها له لها لي لنا لكم
ولا وما ومن وفي وعلى وهو وهي بـ و ف ب ل ك شو ايش وش شنو ماذا متى أين وين ليش لماذا كيف شلون مين منو
أريد نريد اريد ابي ابغى ابغا ابا بدي بدنا نبي نبغى ودي عايز عاوز ارغب اود يبي تبي
a an the of to in on at for from by with and or but is are was were be been am it its this that these those
i we you he she they me us my our your his her their there here has have had do does did will would can could should
not no so if as than then too very just please what when where why how who which
`)
    .split(/\s+/)
    .filter(Boolean),
)

/** The same words as they stand after stemming. */
export const STOP_STEMS: ReadonlySet<string> = new Set([...STOP_WORDS].map(canonical))
