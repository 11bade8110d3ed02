import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { A_CASE, aDialogue, USUAL } from './dialogue.examples.ts'

const ZARQA = 'الكهربا مقطوعة عنا من مبارح بالزرقاء والموظف ما رد'

describe('a case is filed', () => {
  test('«الكهربا مقطوعة عنا من مبارح بالزرقاء والموظف ما رد»: one message and one tap', () => {
    const talk = aDialogue().say(ZARQA)
    assert.deepEqual(talk.said, ['check'])
    assert.deepEqual(talk.last.says[0]?.with, {
      type: 'complaint',
      category: 'power-cuts',
      entity: 'electricity',
      place: 'zarqa',
      contact: false,
    })
    talk.say('نعم ارسل')
    assert.deepEqual(talk.wants, [{ do: 'submit' }])
    assert.deepEqual(talk.said, ['filed'])
    assert.equal(talk.last.says[0]?.with?.reference, A_CASE.reference)
    assert.equal(talk.last.says[0]?.with?.day, A_CASE.day)
  })

  test('in the Gulf: «يا خوي في حفرة كبيرة جدام بيتنا خربت السيارة»', () => {
    const talk = aDialogue().say('يا خوي في حفرة كبيرة جدام بيتنا خربت السيارة')
    assert.deepEqual(talk.said, ['ask-place'])
    assert.deepEqual(talk.say('المحرق فريج الزياني').said, ['check'])
    assert.equal(talk.talk.draft?.type, 'complaint')
    assert.equal(talk.talk.draft?.place?.text, 'المحرق فريج الزياني')
  })

  test('in English: the power is out and nobody answers', () => {
    const talk = aDialogue().say('the power is out since yesterday and nobody answers')
    assert.deepEqual(talk.said, ['ask-place'])
    assert.deepEqual(talk.say('skip').said, ['check'])
    assert.deepEqual(talk.say('send it').said, ['filed'])
  })

  test('in both: «عندي problem في الـ electricity من أمس ما حد يرد»', () => {
    assert.deepEqual(aDialogue().say('عندي problem في الـ electricity من أمس ما حد يرد بالزرقاء').said, [
      'check',
    ])
  })

  test('a suggestion and a praise as well', () => {
    assert.deepEqual(aDialogue().say('أقترح تركيب مظلة عند موقف الباص').said, ['ask-place'])
    assert.equal(aDialogue().say('أقترح تركيب مظلة عند موقف الباص').talk.draft?.type, 'suggestion')
    const praise = aDialogue().say('أشكر الموظفة سارة على حسن تعاملها')
    assert.equal(praise.talk.draft?.type, 'praise')
    assert.deepEqual(praise.said, ['check'])
  })

  test('asked for what is missing, one thing at a time', () => {
    const talk = aDialogue().tap('do:file')
    assert.deepEqual(talk.said, ['ask-text'])
    assert.deepEqual(talk.say('شي صار معي عند الدائرة اليوم الصبح').said, ['ask-type'])
    assert.deepEqual(talk.say('1').said, ['ask-place'])
    assert.deepEqual(talk.say('ما بعرف').said, ['check'])
    assert.equal(talk.talk.draft?.place, null)
  })

  test('whoever does not know of which type it is has sent a complaint', () => {
    const talk = aDialogue().tap('do:file').say('شي صار معي عند الدائرة اليوم الصبح').say('مدري والله')
    assert.deepEqual(talk.said, ['type-taken', 'ask-place'])
    assert.equal(talk.talk.draft?.type, 'complaint')
  })

  test('of the subjects that are offered one is chosen by its number, in digits or words', () => {
    const story = 'الشارع عندنا وضعه سيء والبلدية ما ترد'
    for (const [answer, category] of [
      ['2', 'street-lights'],
      ['٢', 'street-lights'],
      ['الثاني', 'street-lights'],
      ['تنين', 'street-lights'],
      ['one', 'potholes'],
      ['ما بعرف', null],
    ] as const) {
      const talk = aDialogue().say(story)
      assert.deepEqual(talk.said, ['ask-subject'], answer)
      assert.equal(talk.say(answer).talk.draft?.category, category, answer)
    }
  })

  test('a telephone is taken when it is offered, however it is written, and is not said again', () => {
    for (const phone of ['0791234567', '٠٧٩١٢٣٤٥٦٧', '+962 79 123 4567']) {
      const talk = aDialogue().say(ZARQA).tap('do:contact').say(phone)
      assert.deepEqual(talk.said, ['check'], phone)
      assert.deepEqual(talk.talk.draft?.contact?.phone, '+962791234567')
      assert.doesNotMatch(JSON.stringify(talk.last.says), /791234567/)
    }
  })

  test('what is no telephone is asked again once and then left', () => {
    const talk = aDialogue().say(ZARQA).tap('do:contact').say('رقمي عند جاري')
    assert.deepEqual(talk.said, ['not-understood', 'contact-malformed'])
    assert.deepEqual(talk.say('والله ما معي').said, ['check'])
  })

  test('something forgotten is added to the story before it is sent', () => {
    const talk = aDialogue().say(ZARQA).say('وكمان عندنا مريض على جهاز تنفس')
    assert.deepEqual(talk.said, ['added-to-text', 'check'])
    assert.match(talk.talk.draft?.text ?? '', /جهاز تنفس$/)
  })

  test('sent twice it is one case: the second «send» finds nothing to send', () => {
    const talk = aDialogue().say(ZARQA).tap('do:send').tap('do:send')
    assert.equal(talk.wants.filter((want) => want.do === 'submit').length, 1)
  })

  test('too many at once are refused honestly, and the draft stays', () => {
    const talk = aDialogue({
      end: (want, state) =>
        want.do === 'submit' ? { did: 'submit', ok: false, reason: 'too-many' } : USUAL.end(want, state),
    })
      .say(ZARQA)
      .tap('do:send')
    assert.deepEqual(talk.said, ['too-many', 'check'])
    assert.ok(talk.talk.draft?.text)
  })
})

describe('people change their minds', () => {
  test('«لا خلص غيرت رأيي»', () => {
    const talk = aDialogue().say(ZARQA).say('لا خلص غيرت رايي')
    assert.deepEqual(talk.said, ['left', 'menu'])
    assert.equal(talk.talk.draft, undefined)
  })

  test('it is a suggestion after all', () => {
    assert.equal(aDialogue().say(ZARQA).say('لا هي اقتراح').talk.draft?.type, 'suggestion')
  })

  test('the place was wrong', () => {
    const talk = aDialogue().say(ZARQA).say('غلط')
    assert.deepEqual(talk.said, ['ask-change'])
    assert.deepEqual(talk.tap('change:place').said, ['ask-place'])
    assert.deepEqual(talk.say('عمان شارع الجامعة').said, ['check'])
  })

  test('the subject was wrong: said in other words', () => {
    const talk = aDialogue().say(ZARQA).tap('do:change').tap('change:subject')
    assert.deepEqual(talk.said, ['subject-open'])
    talk.say('حفرة بالطريق')
    assert.equal(talk.talk.draft?.category, 'potholes')
  })

  test('in the middle of it they rather follow another case', () => {
    const talk = aDialogue().tap('do:file').say('وين وصل طلبي')
    assert.deepEqual(talk.said, ['ask-reference'])
  })
})

describe('a case is followed', () => {
  const opened = () => aDialogue().say('وين وصلت شكوتي').say('26-4831-9027-4').say('123456')

  test('with its number and its PIN', () => {
    const talk = aDialogue().say('وين وصلت شكوتي')
    assert.deepEqual(talk.said, ['ask-reference'])
    assert.deepEqual(talk.say('رقمها ٢٦-٤٨٣١-٩٠٢٧-٤').said, ['ask-pin'])
    assert.deepEqual(talk.say('١٢٣٤٥٦').said, ['case', 'case-answer', 'what-now'])
  })

  test('the number at once, the PIN in words', () => {
    const talk = aDialogue().say('my case 26-4831-9027-4')
    assert.deepEqual(talk.said, ['ask-pin'])
    assert.deepEqual(talk.say('واحد اثنين ثلاثة أربعة خمسة ستة').said, ['case', 'case-answer', 'what-now'])
  })

  test('the PIN in tens: «اثنا عشر» is not needed, «twelve thirty four fifty six» is understood', () => {
    const talk = aDialogue().say('my case 26-4831-9027-4').say('twelve thirty four fifty six')
    assert.deepEqual(talk.wants, [{ do: 'find', pin: '123456' }])
  })

  test('a wrong PIN says nothing about the case', () => {
    const talk = aDialogue().say('my case 26-4831-9027-4').say('000000')
    assert.deepEqual(talk.said, ['pin-wrong'])
    assert.doesNotMatch(JSON.stringify(talk.last.says), /264831|000000/)
  })

  test('whoever lost the PIN gets a code, and hears the same whether there is such a case or not', () => {
    const talk = aDialogue().say('my case 26-4831-9027-4').say('نسيت الرقم السري')
    assert.deepEqual(talk.said, ['ask-code'])
    assert.deepEqual(talk.say('654321').said, ['case', 'case-answer', 'what-now'])
    const none = aDialogue({
      end: (want, state) =>
        want.do === 'send-code' ? { did: 'send-code', ok: false } : USUAL.end(want, state),
    })
    assert.deepEqual(none.say('my case 26-4831-9027-4').tap('do:code').said, ['ask-code'])
  })

  test('a number that cannot be one is asked again, and «I do not know» is an answer', () => {
    const talk = aDialogue().say('وين وصل طلبي').say('12345')
    assert.deepEqual(talk.said, ['not-understood', 'reference-wrong'])
    assert.deepEqual(talk.say('ما بعرف').said, ['no-secret'])
  })

  test('the answer is rated, in digits, words, or taps', () => {
    const talk = opened().tap('do:rate')
    assert.deepEqual(talk.said, ['ask-solved'])
    assert.deepEqual(talk.say('أربعة').said, ['ask-respect'])
    assert.deepEqual(talk.say('٥').said, ['ask-comment'])
    assert.equal(talk.say('تخطى').said[0], 'rated')
    assert.deepEqual(talk.wants.at(-1), { do: 'rate', solved: 4, respect: 5, comment: undefined })
  })

  test('an objection says why', () => {
    const talk = opened().say('بدي اعترض')
    assert.deepEqual(talk.said, ['ask-reason'])
    assert.equal(talk.say('ما زالت الكهرباء تنقطع كل ليلة').said[0], 'objected')
    assert.deepEqual(talk.wants.at(-1), { do: 'object', reason: 'ما زالت الكهرباء تنقطع كل ليلة' })
  })

  test('what cannot be done now is said', () => {
    const talk = opened().tap('do:rate').tap('score:1').tap('score:1').say('سيء').tap('do:object')
    assert.deepEqual(talk.said, ['not-open', 'what-now'])
  })

  test('from an open case another matter can be begun', () => {
    assert.deepEqual(opened().say(ZARQA).said, ['check'])
  })
})

describe('questions', () => {
  test('are answered from an article, and it is asked whether it helped', () => {
    const talk = aDialogue().say('كيف أجدد جوازي؟')
    assert.deepEqual(talk.said, ['answer'])
    assert.equal(talk.last.says[0]?.with?.article, 'passport-renewal')
    assert.deepEqual(talk.say('اي شكرا').said.slice(0, 1), ['helped'])
  })

  test('that the answer did not help with are sent to people, in the words they were asked in', () => {
    const talk = aDialogue().say('كيف أجدد جوازي وأنا خارج البلد؟').say('لا')
    assert.deepEqual(talk.said, ['not-enough'])
    talk.say('1')
    assert.equal(talk.talk.draft?.type, 'inquiry')
    assert.equal(talk.talk.draft?.text, 'كيف أجدد جوازي وأنا خارج البلد؟')
    assert.deepEqual(talk.said, ['check'])
  })

  test('that an article may answer are offered it, not told it', () => {
    const talk = aDialogue().say('فاتورة البيت كم لازم تكون')
    assert.deepEqual(talk.said, ['answers'])
    assert.deepEqual(talk.say('١').said, ['answer'])
  })

  test('that nothing was published about are never answered: they can be sent', () => {
    assert.deepEqual(aDialogue().say('كم سعر الذهب اليوم في السوق؟').said, ['no-answer'])
  })
})

describe('people are people', () => {
  for (const greeting of ['السلام عليكم', 'مرحبا', 'هلا والله', 'hello', 'كيفك', 'صباح الخير'])
    test(`«${greeting}»`, () => assert.equal(aDialogue().say(greeting).said[0], 'hello'))

  for (const thanks of ['شكرا', 'يسلمو', 'thank you', 'مشكور'])
    test(`«${thanks}»`, () => assert.equal(aDialogue().say(thanks).said[0], 'thanks'))

  test('anger is heard, and a person is offered first', () => {
    const talk = aDialogue().say('انتو فاشلين')
    assert.deepEqual(talk.said, ['sorry', 'menu'])
    assert.equal(talk.talk.offered[0], 'do:person')
  })

  test('an angry complaint is a complaint', () => {
    assert.deepEqual(aDialogue().say('زفت الكهربا مقطوعة بالزرقاء صارلنا يومين وما حد يرد').said, [
      'sorry',
      'check',
    ])
  })

  test('danger comes first', () => {
    assert.equal(aDialogue().say('في سلك مكشوف بالشارع قدام المدرسة').said[0], 'emergency')
  })

  test('who is not understood twice is offered a person', () => {
    const talk = aDialogue().say('بلبل').say('بلبلبل')
    assert.equal(talk.said[0], 'offer-person')
    assert.ok(talk.talk.offered.includes('do:person'))
  })

  test('«are you a robot?»', () => assert.equal(aDialogue().say('are you a robot?').said[0], 'who'))
})

describe('a person', () => {
  for (const wish of [
    'بدي احكي مع موظف',
    'ابي اكلم موظف',
    'موظف',
    'person',
    'أريد أن أكلّم موظفًا',
    'talk to a person',
    'حولني لو سمحت',
  ])
    test(`is asked for: «${wish}»`, () => {
      const talk = aDialogue().say(wish)
      assert.deepEqual(talk.wants, [{ do: 'person' }])
      assert.deepEqual(talk.said, ['waiting'])
      assert.equal(talk.talk.at, 'person')
    })

  test('is asked for in the middle of filing, and the draft is still there for them', () => {
    assert.ok(aDialogue().say(ZARQA).tap('do:person').talk.draft?.text)
  })

  test('outside opening hours it is said when they are back, and what can be done now', () => {
    const talk = aDialogue({ end: () => ({ did: 'person', ok: false, day: A_CASE.day }) }).tap('do:person')
    assert.deepEqual(talk.said, ['closed-hours'])
    assert.equal(talk.talk.at, 'open')
  })

  test('while a person has it the service is silent, until it is wanted back', () => {
    const talk = aDialogue().tap('do:person').say('وين وصل طلبي')
    assert.deepEqual(talk.said, [])
    assert.equal(talk.say('البوت').said[0], 'back-to-bot')
  })
})

describe('wrongdoing goes to the sealed room', () => {
  for (const story of [
    'الموظف طلب مني رشوة عشان يمشي المعاملة',
    'طلب مني مبلغ تحت الطاولة',
    'الموظف بده مصاري ليمشيها',
    'an officer asked for a bribe',
    'the clerk asked me for money under the table',
  ])
    test(`and nothing is kept of «${story}»`, () => {
      for (const at of [[], [ZARQA], ['وين وصل طلبي'], ['بدي احكي مع موظف']]) {
        const talk = aDialogue()
        for (const line of at) talk.say(line)
        talk.say(story)
        assert.deepEqual(talk.said, ['sealed'])
        assert.equal(talk.last.keep, false)
        assert.deepEqual([talk.talk.draft, talk.talk.asked], [undefined, undefined])
        assert.doesNotMatch(JSON.stringify(talk.talk), /رشوة|مبلغ|مصاري|bribe|money/)
      }
    })

  test('nor of what follows, until something else is begun', () => {
    const talk = aDialogue().say('في موظف طلب رشوة').say('اسمه فلان وهو في قسم التراخيص')
    assert.deepEqual(talk.said, ['sealed'])
    assert.equal(talk.last.keep, false)
    assert.deepEqual(talk.tap('do:menu').said, ['menu'])
  })

  test('a fee, a bill or a fine is no bribe', () => {
    for (const story of [
      'دفعت رسوم الرخصة وما استلمتها',
      'طلبوا مني أوراق كثيرة',
      'شركة الكهرباء طلبت دفع الفاتورة مرتين',
    ])
      assert.notDeepEqual(aDialogue().say(story).said, ['sealed'], story)
  })
})

describe('what people tried and the talk must not stumble over', () => {
  test('a wish with nothing in it is no story: they are asked what happened', () => {
    for (const wish of ['I want to complain', 'أريد أن أقدم شكوى', 'بدي اشتكي', 'عندي شكوى', 'استفسار']) {
      const talk = aDialogue().say(wish)
      assert.deepEqual(talk.said, ['ask-text'], wish)
      assert.equal(talk.talk.draft?.text, undefined)
    }
  })

  test('told where it is when asked what it is about, the place is kept and no subject is made of it', () => {
    const talk = aDialogue().say('الشارع عندنا وضعه سيء والبلدية ما ترد').say('الزرقاء حي معصوم')
    assert.deepEqual(talk.said, ['check'])
    assert.equal(talk.talk.draft?.category, null)
    assert.deepEqual(talk.talk.draft?.place, { id: 'zarqa', text: 'الزرقاء حي معصوم' })
  })

  test('«yes» is no place', () => {
    const talk = aDialogue().say('في حفرة كبيرة قدام بيتنا').say('نعم')
    assert.deepEqual(talk.said, ['not-understood', 'ask-place'])
    assert.deepEqual(talk.say('نعم').said, ['check'])
    assert.equal(talk.talk.draft?.place, null)
  })

  test('what shall be changed is said in a word as well as tapped', () => {
    for (const [word, asked] of [
      ['المكان غلط', 'ask-place'],
      ['النوع', 'ask-type'],
      ['change the subject', 'subject-open'],
      ['الهاتف', 'ask-contact'],
    ] as const)
      assert.deepEqual(aDialogue().say(ZARQA).say(word).said, [asked], word)
    assert.deepEqual(aDialogue().say(ZARQA).say('غلط').say('المكان').said, ['ask-place'])
  })

  test('a telephone said in words is a telephone', () => {
    const talk = aDialogue().say(ZARQA).say('رقمي صفر سبعة تسعة واحد اثنين ثلاثة اربعة خمسة ستة سبعة')
    assert.deepEqual(talk.said, ['check'])
    assert.equal(talk.talk.draft?.contact?.phone, '+962791234567')
    assert.doesNotMatch(talk.talk.draft?.text ?? '', /رقمي/)
  })

  test('Arabic in Latin letters is a complaint like any other, and wrongdoing told in it is sealed', () => {
    assert.equal(aDialogue().say('el mayy ma2tou3a 3anna mn 3 eyam fi irbid').talk.draft?.type, 'complaint')
    const sealed = aDialogue().say('el mouwazzaf talab meni rashwe')
    assert.deepEqual(sealed.said, ['sealed'])
    assert.equal(sealed.last.keep, false)
  })

  test('a type that is written instead of tapped takes the question along', () => {
    const talk = aDialogue().say('هل يجوز تربية الدجاج على سطح البيت؟').say('استفسار')
    assert.equal(talk.talk.draft?.text, 'هل يجوز تربية الدجاج على سطح البيت؟')
    assert.equal(talk.talk.draft?.type, 'inquiry')
  })

  test('«send it» after answers that were only offered sends the question, and does not take it for thanks', () => {
    const talk = aDialogue().say('فاتورة البيت كم لازم تكون').say('ارسل')
    assert.equal(talk.talk.draft?.text, 'فاتورة البيت كم لازم تكون')
    assert.deepEqual(aDialogue().say('فاتورة البيت كم لازم تكون').say('نعم').said.at(-1), 'answers')
  })

  test('what a story is about is still known when its type was asked in between', () => {
    const talk = aDialogue().tap('do:file').say('الشارع عند المدرسة صار معنا فيه موقف اليوم').say('1')
    assert.deepEqual(talk.said, ['ask-subject'])
    assert.deepEqual(talk.talk.offered, ['subject:potholes', 'subject:street-lights', 'subject:none'])
  })

  test('a number with one digit wrong is called wrong, not a riddle', () => {
    assert.deepEqual(aDialogue().say('26-4831-9027-5').said, ['not-understood', 'reference-wrong'])
  })

  test('a thumb up is yes, a thumb down is no', () => {
    assert.deepEqual(aDialogue().say(ZARQA).say('👍').said, ['filed'])
    assert.deepEqual(aDialogue().say(ZARQA).say('👎').said, ['ask-change'])
  })

  test('anger about nothing is no complaint about whatever is spelt like it', () => {
    assert.deepEqual(aDialogue().say('خدمتكم زفت يا فاشلين').said, ['sorry', 'menu'])
  })

  test('a second matter in one sentence is named before it is sent', () => {
    const talk = aDialogue({
      known: (text) => ({ ...USUAL.known(text), also: 'waste-collection' }),
    }).say(ZARQA)
    assert.equal(talk.last.says[0]?.with?.also, 'waste-collection')
  })

  test('a live wire is danger, however it is put', () => {
    assert.equal(aDialogue().say('في سلك كهربا مكشوف جنب المدرسة').said[0], 'emergency')
  })

  test('the number and the PIN in one message open the case', () => {
    const talk = aDialogue().say('رقم طلبي 26-4831-9027-4 والرمز 123456')
    assert.deepEqual(talk.wants, [{ do: 'find', pin: '123456' }])
    assert.equal(talk.said[0], 'case')
  })

  test('where one objects to a fine is a question', () => {
    assert.deepEqual(aDialogue().say('وين اقدم اعتراض على مخالفة سير؟').said, ['no-answer'])
  })

  test('«yes» to sending a question sends it as the question it is', () => {
    const talk = aDialogue().say('متى بترجعولي رسوم التسجيل؟').say('نعم')
    assert.deepEqual(talk.said, ['check'])
    assert.equal(talk.talk.draft?.type, 'inquiry')
  })

  test('whoever tells something in anger, or was shouted at, complains', () => {
    for (const story of [
      'انتو دولة فاشلة صارلي 3 شهور بستنى معاملة رخصة البناء وكل يوم تعال بكرا',
      'الموظف في مكتب احوال عمان صرخ علي وما خلص معاملتي',
    ])
      assert.equal(aDialogue().say(story).talk.draft?.type, 'complaint', story)
  })

  test('«send it now» is send it', () => {
    assert.deepEqual(aDialogue().say(ZARQA).say('ارسلها الحين').said, ['filed'])
  })
})
