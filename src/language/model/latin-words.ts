import { normalise } from './normalise.ts'

/** What is typed so often, or so short, that no rule finds it, in Latin letters beside the Arabic. */
export const KNOWN = listed(`
شو shu sho shou · ايش aish eish esh ash · وش wsh wesh · ليش lesh leish laish leesh · وين wen wein ween wain
كيف kif keef kef · شلون shlon shloon ashlon · متى emta imta mata · مين min meen · من mn men · في fi fe fee fy
ما ma · مافي mafi mafe mafee mafeesh mafish · مش mish mesh msh mosh · مو mo mu moo · لا la · على ala · عن an
بدي bdi bedi biddi baddi bdde · بدنا bdna bedna · ابي abi abee aby abii · ابغى abgha abga abghi · اريد areed arid
الماء elmai elmayy elmay elmoya · مي mai mayy may maye · مويه moya moyya mowya · كهربا kahraba kahrba kahraba2 kahrabaa
بس bas bs · كل kul kol kull · يوم yom youm yoom · ايام ayam ayyam iyam · شهر shahr shaher · سنة sene sane sana
و w · يا ya · انا ana · احنا e7na i7na ihna ehna · هون hon hoon · كتير ktir kteer ktr kthir · وايد wayed wayid
شارع share3 shari3 share shar3 · بيت bet beit bait · دار dar · ولد walad weld · بنت bent bint · ابوي abooy abouy
راتب rateb ratib · فلوس floos flous flos · مصاري masari masare · سيارة sayara sayyara siyara · رخصة rokhsa ro5sa rukhsa
زبالة zbale zebale zbaleh zbala zibala · بلدية baladiya baladye baladeye baladia · وزارة wizara wezara · مدرسة madrase madrasa madraseh
مستشفى mustashfa mostashfa · دكتور doctor daktor · دوا dawa · موعد maw3ed maw3id · موظف mowazaf muwazzaf mwazzaf mwazaf
مكسور maksoor maksur · خربان kharban 5arban · مقطوع ma2too3 maqtoo3 magtoo3 ma2tu3 · مقطوعة ma2to3a maqtou3a magtoo3a ma2tou3a ma2too3a
رد rad radd · مبارح mbareh mbare7 embare7 imbare7 · اليوم elyom alyoum · بكرا bukra bokra · صار sar saar · راح rah
`)

/** None of these is a word of English: one of them is enough to know the language. */
export const SURE: ReadonlySet<string> = new Set(
  `shu shou lesh leish laish leesh wein kahraba kahrba kahrabaa mafi mafe mafee mafeesh mafish bdi bedi biddi baddi
  bdna bedna abgha abga areed shlon shloon ktir kteer wayed wayid baladiya baladye zbale zebale sayara sayyara
  madrase mustashfa mostashfa mowazaf mwazzaf bukra elmai elmoya mwazaf mbareh floos masari rokhsa emta imta`.split(
    /\s+/,
  ),
)

/** Words of the list that English sentences have as well. */
export const ENGLISH_TOO: ReadonlySet<string> = new Set(
  'may fee bet bent bait mesh mai doctor an min men mean sane man bas dar rad wen'.split(' '),
)

function listed(text: string): ReadonlyMap<string, string> {
  const lines = text.trim().split(/\s*[·\n]\s*/)
  return new Map(
    lines.flatMap((line) => {
      const [written = '', ...typed] = line.split(/\s+/)
      return typed.map((word): [string, string] => [word, normalise(written)])
    }),
  )
}
