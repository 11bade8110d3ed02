import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openCase } from '#cases'
import { openLog, sql } from '#platform'
import { aCountry, type Country, officer } from '../../test/kit/country.ts'
import * as a from '../../test/kit/problems.ts'
import { step as caseStep, granted, routed, staff, through } from '../../test/kit/situations.ts'
import {
  announced,
  answerToAll,
  declareProblem,
  followProblem,
  forgetFollowers,
  judgeFixes,
  knownAbout,
  listPublicProblems,
  openProblem,
  rebuildProblems,
  sendOn,
  takeProblemStep,
  tellFollowers,
  tellStaff,
  tidyProblems,
} from './index.ts'

const refusal = (result: { ok: boolean; reason?: string }) => (result.ok ? 'granted' : result.reason)
const stateOf = async (country: Country, id: string) =>
  (await a.problems(country)).find((one) => one.id === id)?.state
const steps = async ({ db }: Country, id: string) =>
  (
    await db.rows<{ step: string }>(
      sql`select step from problem_events where problem_id = ${id} order by seq`,
    )
  ).map(({ step }) => step)

test('ten people bring one fault in their own words: it is proposed once, with its cases', async (t) => {
  const country = await aCountry(t)
  const proposed = await a.proposed(country)
  assert.equal(proposed.state, 'proposed')
  assert.equal(proposed.category, 'potholes')
  assert.equal(proposed.entity, 'works')
  const { cost } = granted(await openProblem(country.tools, country.people.analyst, proposed.id))
  assert.equal(cost.cases, 10)
  assert.equal(cost.people, 10)
  assert.equal(cost.daysWaited, 55)
  assert.equal((await a.problems(country)).length, 1)
})

test('one person who writes ten times is no recurring problem', async (t) => {
  const country = await aCountry(t)
  for (const text of a.DARK_STREET) {
    await a.bring(country, [text])
    await country.db.run(sql`update requesters set phone = '+97333000000'`)
  }
  assert.deepEqual(await a.problems(country), [])
})

test('a proposal is accepted, its cases say so in their history, and whoever writes later joins them', async (t) => {
  const country = await aCountry(t)
  const problem = await a.accepted(country)
  const [late] = await a.bring(country, ['إنارة الشارع مطفية والشارع مظلم ونخاف في الليل'])
  const linked = await country.db.rows<{ caseId: string }>(
    sql`select case_id as "caseId" from case_events where step = 'link' and facts ->> 'problem' = ${problem.id}`,
  )
  assert.equal(linked.length, 11)
  assert.ok(linked.some(({ caseId }) => caseId === late))
  const opened = granted(await openCase(country.tools, country.people.reviewer, late ?? ''))
  assert.equal(opened.events.at(-1)?.role, 'system')
  assert.deepEqual(await steps(country, problem.id), ['propose', 'accept'])
})

test('what was rejected is not proposed again, until it has clearly grown', async (t) => {
  const country = await aCountry(t)
  const problem = await a.proposed(country)
  const { analyst } = country.people
  granted(await a.step(country, analyst, problem, 'reject', { reason: 'أعمال مجدولة معلنة' }))
  await a.bring(country, a.DARK_STREET.slice(0, 8))
  assert.equal(await stateOf(country, problem.id), 'rejected')
  await a.bring(country, a.DARK_STREET.slice(5))
  assert.equal(await stateOf(country, problem.id), 'proposed')
  assert.deepEqual(await steps(country, problem.id), ['propose', 'reject', 'propose-again'])
  assert.equal((await a.problems(country)).length, 1)
})

test('a rejection is remembered also when everything is read anew', async (t) => {
  const country = await aCountry(t)
  const problem = await a.proposed(country)
  granted(await a.step(country, country.people.analyst, problem, 'reject', { reason: 'معروف' }))
  await rebuildProblems(country.tools)
  await a.settle(country)
  const all = await a.problems(country)
  assert.deepEqual(
    all.map(({ id, state }) => [id, state]),
    [[problem.id, 'rejected']],
  )
})

test('after everything was read anew, what comes still joins its problem, and what was rejected stays rejected', async (t) => {
  const country = await aCountry(t)
  const problem = await a.accepted(country)
  await rebuildProblems(country.tools)
  await a.settle(country)
  await a.bring(country, a.DARK_STREET.slice(0, 6))
  const { cost } = granted(await openProblem(country.tools, country.people.analyst, problem.id))
  assert.equal(cost.cases, 16)
  assert.equal((await a.problems(country)).length, 1)
  const other = await aCountry(t)
  const rejected = await a.proposed(other)
  granted(await a.step(other, other.people.analyst, rejected, 'reject', { reason: 'معروف' }))
  await rebuildProblems(other.tools)
  await a.bring(other, a.DARK_STREET.slice(0, 6))
  assert.deepEqual(
    (await a.problems(other)).map(({ id, state }) => [id, state]),
    [[rejected.id, 'rejected']],
  )
})

test('two proposals of one fault are merged; what comes later comes to the one that is left', async (t) => {
  const country = await aCountry(t)
  const problem = await a.accepted(country)
  const { analyst, operator } = country.people
  const other = granted(await declareProblem(country.tools, operator, { ...a.A_NAME, titleEn: 'No light' }))
  granted(await a.step(country, analyst, problem, 'merge', { into: other.id }))
  assert.equal(await stateOf(country, problem.id), 'merged')
  await a.bring(country, ['الليتات طافية في الشارع والشارع ظلمة'])
  const { cost } = granted(await openProblem(country.tools, analyst, other.id))
  assert.equal(cost.cases, 11)
})

test('fixed, and then silence: the fix held, and whoever reads it sees why', async (t) => {
  const country = await aCountry(t)
  const problem = await a.fixed(country)
  await judgeFixes(country.tools)
  assert.equal(await stateOf(country, problem.id), 'fixed')
  country.clock.forward({ hours: 24 * 30 })
  assert.equal(await judgeFixes(country.tools), 1)
  assert.equal(await stateOf(country, problem.id), 'held')
  assert.equal(await judgeFixes(country.tools), 0)
  const { judged, history } = granted(await openProblem(country.tools, country.people.head, problem.id))
  assert.equal(judged?.verdict, 'held')
  assert.equal(judged.before.voices, 10)
  assert.equal(judged.after.voices, 0)
  assert.deepEqual(history[0]?.facts.before, judged.before)
})

test('fixed, and people write again: it came back, is no longer told as fixed, and its owner plans anew', async (t) => {
  const country = await aCountry(t)
  const problem = await a.fixed(country)
  const { analyst, liaison } = country.people
  granted(
    await a.step(country, analyst, problem, 'publish', { toldAr: 'أُصلح الكابل', toldEn: 'Cable replaced' }),
  )
  assert.equal((await listPublicProblems(country.tools)).length, 1)
  country.clock.forward({ hours: 24 * 4 })
  await a.bring(country, a.DARK_STREET.slice(0, 4))
  assert.equal(await judgeFixes(country.tools), 1)
  assert.equal(await stateOf(country, problem.id), 'came-back')
  assert.deepEqual(await listPublicProblems(country.tools), [])
  const plan = { fix: 'شبكة جديدة', fixBy: '2026-12-31' }
  assert.equal(granted(await a.step(country, liaison, problem, 'plan', plan)).state, 'fixing')
})

test('what held may come back months later, although older cases are met no longer', async (t) => {
  const country = await aCountry(t)
  const problem = await a.fixed(country)
  country.clock.forward({ hours: 24 * 40 })
  await judgeFixes(country.tools)
  country.clock.forward({ hours: 24 * 160 })
  await tidyProblems(country.tools)
  await a.bring(country, a.DARK_STREET.slice(0, 6))
  await judgeFixes(country.tools)
  assert.equal(await stateOf(country, problem.id), 'came-back')
})

test('an analyst sees no name, telephone or number, and no case', async (t) => {
  const country = await aCountry(t)
  const texts = a.DARK_STREET.map((text) => `${text} أنا فاطمة علي، اتصلوا 33998877 أو f.ali@example.com`)
  await a.bring(country, texts)
  const [problem] = await a.problems(country)
  const opened = granted(await openProblem(country.tools, country.people.analyst, problem?.id ?? ''))
  assert.equal(opened.samples.length, 8)
  assert.doesNotMatch(JSON.stringify(opened), /فاطمة|علي|33998877|f\.ali/)
  for (const { caseId, reference } of opened.samples) {
    assert.equal(reference, null)
    assert.equal(refusal(await openCase(country.tools, country.people.analyst, caseId)), 'not-found')
  }
  const reviewed = granted(await openProblem(country.tools, country.people.reviewer, problem?.id ?? ''))
  for (const { caseId, reference } of reviewed.samples)
    assert.equal(
      granted(await openCase(country.tools, country.people.reviewer, caseId)).state.reference,
      reference,
    )
})

test('an entity sees its own problems once somebody accepted them; another entity is told that there is nothing', async (t) => {
  const country = await aCountry(t)
  const { liaison, electrician, head, minister } = country.people
  const problem = await a.proposed(country)
  const seen = (who: Parameters<typeof openProblem>[1]) => openProblem(country.tools, who, problem.id)
  assert.equal(refusal(await seen(liaison)), 'not-found')
  granted(await a.step(country, country.people.analyst, problem, 'accept', a.A_NAME))
  for (const who of [liaison, head, minister]) {
    assert.equal(refusal(await seen(who)), 'granted')
    assert.equal((await a.problems(country, who)).length, 1)
  }
  assert.equal(refusal(await seen(electrician)), 'not-found')
  assert.equal(refusal(await a.step(country, electrician, problem, 'cause', { cause: 'x' })), 'not-found')
  assert.deepEqual(await a.problems(country, electrician), [])
})

test('history is written once: the application may neither change nor remove it', async (t) => {
  const country = await aCountry(t)
  await a.accepted(country)
  await assert.rejects(country.db.run(sql`update problem_events set role = 'admin'`), /permission denied/)
  await assert.rejects(country.db.run(sql`delete from problem_events`), /permission denied/)
})

/** Routes the cases of a problem to its owner. */
async function routeAll(country: Country, ids: string[]) {
  for (const id of ids)
    granted(
      await caseStep(country, staff(country.people.reviewer), { id }, 'route', {
        entity: 'works',
        category: 'potholes',
      }),
    )
}

test('one answer reaches everybody, each through both reviews, and nobody releases what they verified', async (t) => {
  const country = await aCountry(t)
  const ids = await a.bring(country, a.DARK_STREET)
  const [proposal] = await a.problems(country)
  const { analyst, liaison, reviewer, releaser } = country.people
  const problem = granted(await a.step(country, analyst, proposal ?? { id: '' }, 'accept', a.A_NAME))
  await routeAll(country, ids.slice(0, 8))
  const { tools } = country
  assert.equal(refusal(await sendOn(tools, liaison, problem.id, 'reply', ids)), 'no-answer-yet')
  const reply = { text: 'استبدلنا الكابل وعادت الإنارة في الشارع كله.', outcome: 'solved' }
  granted(await a.step(country, liaison, problem, 'answer', reply))
  const replied = granted(await sendOn(tools, liaison, problem.id, 'reply', ids))
  assert.deepEqual(replied, { done: 8, refused: [] })
  // Pressed twice, sent once.
  assert.equal(granted(await sendOn(tools, liaison, problem.id, 'reply', ids)).done, 0)
  assert.equal(granted(await sendOn(tools, reviewer, problem.id, 'verify', ids)).done, 8)
  const both = await officer(country.db, 'Both', 'releaser')
  const same = { ...reviewer, grants: [...reviewer.grants, ...both.grants] }
  const refused = granted(await sendOn(tools, same, problem.id, 'release', ids))
  assert.deepEqual([refused.done, refused.refused[0]?.reason], [0, 'not-by-the-same-person'])
  assert.equal(granted(await sendOn(tools, releaser, problem.id, 'release', ids)).done, 8)
  const { stages } = granted(await answerToAll(tools, analyst, problem.id, 'reply'))
  assert.deepEqual(
    stages.toSorted((one, other) => other.cases - one.cases),
    [
      { stage: 'answered', cases: 8 },
      { stage: 'received', cases: 2 },
    ],
  )
})

test('a reply that was returned and written anew is not verified as if it were the one answer', async (t) => {
  const country = await aCountry(t)
  const ids = await a.bring(country, a.DARK_STREET)
  const [proposal] = await a.problems(country)
  const { analyst, liaison, reviewer } = country.people
  const problem = granted(await a.step(country, analyst, proposal ?? { id: '' }, 'accept', a.A_NAME))
  await routeAll(country, ids)
  granted(await a.step(country, liaison, problem, 'answer', { text: 'أصلحنا الإنارة.', outcome: 'solved' }))
  granted(await sendOn(country.tools, liaison, problem.id, 'reply', ids))
  const [one = ''] = ids
  await caseStep(country, staff(reviewer), { id: one }, 'return', { reason: 'لم يُجب عن الحادث' })
  await caseStep(country, staff(liaison), { id: one }, 'reply', { text: 'رد آخر', outcome: 'explained' })
  const waiting = granted(await answerToAll(country.tools, reviewer, problem.id, 'verify'))
  assert.equal(waiting.cases.length, 9)
  assert.equal(granted(await sendOn(country.tools, reviewer, problem.id, 'verify', ids)).done, 9)
})

const ANNOUNCED = {
  textAr: 'نعرف أن الإنارة مطفية، والعمل جارٍ.',
  textEn: 'We know that the lights are out; work is going on.',
  category: 'potholes',
  entity: 'works',
  place: '',
  until: '2026-10-20',
}

test('a known problem is announced until a day; whoever has it too follows it and is told once when it is fixed', async (t) => {
  const country = await aCountry(t)
  const { tools, clock, people } = country
  const problem = await a.accepted(country)
  granted(await a.step(country, people.operator, problem, 'announce', ANNOUNCED))
  assert.equal((await announced(tools)).length, 1)
  assert.equal((await knownAbout(tools, { category: 'potholes' })).length, 1)
  assert.deepEqual(await knownAbout(tools, { category: 'power-cuts', entity: 'electricity' }), [])
  const followed = (phone: string) => followProblem(tools, undefined, problem.id, { phone, language: 'ar' })
  assert.deepEqual(granted(await followed('+97333445566')), { again: false })
  assert.deepEqual(granted(await followed('+973 3344 5566')), { again: true })
  assert.deepEqual(await followed('12'), { ok: false, reason: 'invalid', details: { phone: 'phone' } })
  const log = openLog('silent')
  const telling = { ...tools, log, gateways: { smsUrl: 'http://127.0.0.1:1/', demonstration: true } }
  assert.equal(await tellFollowers(telling as never), 0)
  clock.forward({ hours: 24 })
  const on = clock.now().toZonedDateTimeISO('Asia/Bahrain').toPlainDate().toString()
  granted(await a.step(country, people.liaison, problem, 'plan', { fix: 'كابل', fixBy: on }))
  granted(await a.step(country, people.liaison, problem, 'fix', { on }))
  assert.deepEqual(await announced(tools), [])
  assert.equal(refusal(await followed('+97333445577')), 'not-found')
  assert.equal(await tellFollowers(telling as never), 1)
  assert.equal(await tellFollowers(telling as never), 0)
  const messages = await country.db.rows<{ kind: string; address: string }>(
    sql`select kind, address from messages where kind = 'problem-fixed'`,
  )
  assert.deepEqual(messages, [{ kind: 'problem-fixed', address: '+97333445566' }])
  const { judged } = granted(await openProblem(tools, people.analyst, problem.id))
  assert.equal(judged?.before.voices, 11)
  clock.forward({ hours: 24 * 31 })
  await forgetFollowers(telling as never)
  const left = await country.db.rows<{ whole: string }>(
    sql`select to_jsonb(f)::text as whole from problem_followers f`,
  )
  assert.equal(left.length, 1)
  assert.doesNotMatch(JSON.stringify(left), /33445566/)
  const later = granted(await openProblem(tools, people.analyst, problem.id))
  assert.deepEqual(later.judged?.before, judged?.before)
})

test('analysts hear of a proposal, its owner of what is theirs and of what came back; each once', async (t) => {
  const country = await aCountry(t)
  const { analyst, liaison, head, electrician } = country.people
  const telling = { ...country.tools, log: openLog('silent'), gateways: { demonstration: true } } as never
  const heard = async (of: { id: string }) =>
    (
      await country.db.rows<{ kind: string }>(
        sql`select kind from notices where staff_id = ${of.id} and kind like 'problem%' order by kind`,
      )
    ).map(({ kind }) => kind)
  const problem = await a.fixed(country)
  await tellStaff(telling)
  await tellStaff(telling)
  assert.deepEqual([await heard(analyst), await heard(liaison)], [['problem-proposed'], ['problem-yours']])
  country.clock.forward({ hours: 24 * 4 })
  await a.bring(country, a.DARK_STREET.slice(0, 4))
  await judgeFixes(country.tools)
  await tellStaff(telling)
  assert.deepEqual(await heard(head), ['problem-back', 'problem-yours'])
  assert.deepEqual(await heard(electrician), [])
  assert.equal(await stateOf(country, problem.id), 'came-back')
})

test('an announcement ends by itself on its day, and earlier when the operations room ends it', async (t) => {
  const country = await aCountry(t)
  const problem = await a.accepted(country)
  const { operator, analyst } = country.people
  assert.equal(refusal(await a.step(country, analyst, problem, 'announce', ANNOUNCED)), 'not-your-step')
  const past = { ...ANNOUNCED, until: '2026-10-01' }
  assert.equal(refusal(await a.step(country, operator, problem, 'announce', past)), 'invalid')
  granted(await a.step(country, operator, problem, 'announce', ANNOUNCED))
  country.clock.forward({ hours: 24 * 10 })
  assert.deepEqual(await announced(country.tools), [])
  granted(await a.step(country, operator, problem, 'announce', { ...ANNOUNCED, until: '2026-11-01' }))
  granted(await a.step(country, operator, problem, 'end-announcement'))
  assert.deepEqual(await announced(country.tools), [])
})

test('the central office writes down what an owner that has not joined says', async (t) => {
  const country = await aCountry(t)
  const { operator, reviewer } = country.people
  const given = { ...a.A_NAME, category: 'housing-requests', entity: 'housing' }
  const problem = granted(await declareProblem(country.tools, operator, given))
  granted(await a.step(country, reviewer, problem, 'plan', { fix: 'نظام جديد', fixBy: '2026-12-01' }))
  const own = granted(await declareProblem(country.tools, operator, a.A_NAME))
  const plan = { fix: 'x', fixBy: '2026-12-01' }
  assert.equal(refusal(await a.step(country, reviewer, own, 'plan', plan)), 'not-your-step')
})

test('a case that is about something else is taken out and stays out; another is taken in by whoever reaches it', async (t) => {
  const country = await aCountry(t)
  const { tools, people } = country
  const problem = await a.accepted(country)
  const { samples } = granted(await openProblem(tools, people.analyst, problem.id))
  const [one] = samples
  granted(await a.step(country, people.analyst, problem, 'leave-out', { case: one?.caseId }))
  const other = await routed(country)
  granted(await a.step(country, people.liaison, problem, 'take-in', { case: other.reference }))
  await a.settle(country)
  const { cost } = granted(await openProblem(tools, people.analyst, problem.id))
  assert.equal(cost.cases, 10)
  const foreign = await through(country, await routed(country), [
    staff(people.liaison),
    'refuse',
    { reason: 'not-ours', entity: 'electricity' },
  ])
  const taken = await a.step(country, people.liaison, problem, 'take-in', { case: foreign.reference })
  assert.deepEqual(taken, { ok: false, reason: 'invalid', details: { case: 'not-a-case' } })
})

test('a program cannot say that a case belongs to a problem', async (t) => {
  const country = await aCountry(t)
  const found = await routed(country)
  const input = { problem: '0197a000-0000-7000-8000-000000000001' }
  assert.equal(
    refusal(await caseStep(country, staff(country.people.reviewer), found, 'link', input)),
    'not-your-step',
  )
})

test('nonsense is refused beside its field', async (t) => {
  const country = await aCountry(t)
  const { analyst } = country.people
  const problem = await a.proposed(country)
  const wrong = await a.step(country, analyst, problem, 'accept', {
    ...a.A_NAME,
    titleAr: ' ',
    category: 'nothing',
  })
  assert.deepEqual(wrong, { ok: false, reason: 'invalid', details: { titleAr: 'required' } })
  assert.equal(
    refusal(await takeProblemStep(country.tools, analyst, { id: 'x', step: 'accept', input: {} })),
    'not-found',
  )
})
