import type { staff as reference } from '../../ar/messages/staff.ts'
import { plural } from '../../plural.ts'

export const staff: typeof reference = {
  'new-case': {
    name: 'New case for the entity',
    subject: (number) => `A new case for you: ${number}`,
    says: (number, who, day) => `Case ${number} was routed to ${who}. The reply is due by ${day}.`,
    next: 'Begin the work or assign it within forty-eight hours. If it is not yours, send it back with the reason.',
    sms: (number, _who, day) => `Sawt: a new case for you, ${number}. The reply is due by ${day}.`,
  },
  assigned: {
    name: 'Case assigned to you',
    subject: (number) => `Case ${number} is assigned to you`,
    says: (number, who, day) => `Case ${number} at ${who} is assigned to you. The reply is due by ${day}.`,
    next: 'Open it and draft the reply, or ask the resident if something is missing.',
    sms: (number, _who, day) => `Sawt: case ${number} is assigned to you. The reply is due by ${day}.`,
  },
  'assigned-unit': {
    name: 'Case assigned to your unit',
    subject: (number) => `Case ${number} is assigned to your unit`,
    says: (number, who, day) => `Case ${number} is assigned to ${who}. The reply is due by ${day}.`,
    next: 'Whoever begins the work is shown to the others.',
    sms: (number, _who, day) => `Sawt: case ${number} is assigned to your unit. The reply is due by ${day}.`,
  },
  returned: {
    name: 'Reply returned to its author',
    subject: (number) => `Your reply to case ${number} came back`,
    says: (number, _who, day) =>
      `The review returned your reply to case ${number} to be completed. The date stays: ${day}.`,
    next: 'Complete what follows and send the reply again.',
    sms: (number, _who, day) => `Sawt: your reply to case ${number} came back. The date is ${day}.`,
  },
  contested: {
    name: 'Objection to an automatic routing',
    subject: (number) => `Objection to the automatic routing of ${number}`,
    says: (number, who, day) =>
      `The resident of case ${number} objects to its being sent to ${who} automatically. It has to be routed by ${day}.`,
    next: 'Read the case and find its entity. It will not be routed automatically again.',
    sms: (number, _who, day) =>
      `Sawt: the automatic routing of ${number} is objected to. Route it by ${day}.`,
  },
  bounced: {
    name: 'Case sent back to the central office',
    subject: (number) => `An entity sent back case ${number}`,
    says: (number, who, day) =>
      `${who} sent case ${number} back to the central office. The resident’s date stays: ${day}.`,
    next: 'Route it to the right entity today.',
    sms: (number, _who, day) => `Sawt: case ${number} is back at the central office. The date is ${day}.`,
  },
  'resident-wrote': {
    name: 'The resident wrote',
    subject: (number) => `The resident of case ${number} wrote`,
    says: (number, _who, day) =>
      `The resident of case ${number} added something. The reply is due by ${day}.`,
    next: 'Read what they added before you write the reply.',
    sms: (number) => `Sawt: the resident of case ${number} added something.`,
  },
  'reopened-case': {
    name: 'Case opened again after an objection',
    subject: (number) => `Case ${number} is open again`,
    says: (number, who, day) =>
      `The resident’s objection to the reply of ${who} in case ${number} was accepted, and the case is open again. The reply is due by ${day}.`,
    next: 'The first reply counts as failed. Read the objection and answer each of its points.',
    sms: (number, _who, day) =>
      `Sawt: case ${number} is open again after an objection. The reply is due by ${day}.`,
  },
  ordered: {
    name: 'Order',
    subject: (number) => `An order in case ${number}`,
    says: (number, _who, day) => `There is an order in case ${number}. The reply is due by ${day}.`,
    next: 'Carry it out, and write what you did as a note on the case.',
    sms: (number) => `Sawt: a new order in case ${number}.`,
  },
  reminded: {
    name: 'Reminder',
    subject: (number) => `Reminder: case ${number}`,
    says: (number, _who, day) =>
      `The operations room reminds you of case ${number}. The reply is due by ${day}.`,
    next: 'Open the case and take the next step, or write what stands in the way as a note.',
    sms: (number) => `Sawt: the operations room reminds you of case ${number}.`,
  },
  warning: {
    name: 'Warning before the date',
    subject: (number) => `The date of case ${number} is near`,
    says: (number, who, day, clock) =>
      step(clock)
        ? `Most of the time for ${step(clock)} in case ${number} at ${who} is gone. It is due by ${day}.`
        : `Most of the time for case ${number} at ${who} is gone. It is due by ${day}.`,
    next: 'When the date passes it goes up to whoever is above you. If you need time, extend the date now and give the reason.',
    sms: (number, _who, day) => `Sawt: the date of case ${number} is near. It is due by ${day}.`,
  },
  'late-head': {
    name: 'Escalation to the head of the entity',
    subject: (number) => `Case ${number} is late`,
    says: (number, who, day) =>
      `The reply of ${who} to case ${number} was due by ${day}, and it has not come.`,
    next: 'Order what is needed. If it stays late it goes up to the minister.',
    sms: (number, who) => `Sawt: the reply of ${who} to case ${number} is late. It waits for your order.`,
  },
  'late-minister': {
    name: 'Escalation to the minister',
    subject: (number) => `A late case in your sector: ${number}`,
    says: (number, who, day) =>
      `The reply of ${who} to case ${number} was due by ${day}, and it has not come although its head was told.`,
    next: 'Order what is needed. If it stays late it goes up to the operations room.',
    sms: (number, who) => `Sawt: case ${number} at ${who} is late; its head was told before.`,
  },
  'late-operations': {
    name: 'Escalation to the operations room',
    subject: (number) => `Late in spite of escalation: case ${number}`,
    says: (number, who, day) =>
      `The reply of ${who} to case ${number} was due by ${day}, and it has not come in spite of escalation.`,
    next: 'Remind the entity, or take the case over.',
    sms: (number, who) => `Sawt: case ${number} at ${who} is late in spite of escalation.`,
  },
  'late-step': {
    name: 'Step overdue',
    subject: (number, _who, _day, clock) =>
      step(clock) ? `Case ${number}: ${step(clock)} is overdue` : `A step is overdue in case ${number}`,
    says: (number, who, day, clock) =>
      step(clock)
        ? `Case ${number} waits for ${step(clock)} from ${who}; it was due by ${day}.`
        : `Case ${number} waits for a step of ${who} that was due by ${day} and has not been taken.`,
    next: 'Open the case to see what is needed and who can do it.',
    sms: (number, who, _day, clock) =>
      `Sawt: case ${number} waits for ${step(clock) ?? 'a step'} from ${who}; it is overdue.`,
  },
  'action-due': {
    name: 'Promise due soon',
    subject: (number) => `What you promised in case ${number} is due soon`,
    says: (number, who, day) => `${who} promised the resident of case ${number} something by ${day}.`,
    next: 'If it is done, confirm it on the case, so that the resident hears of it.',
    sms: (number, _who, day) => `Sawt: what you promised in case ${number} is due on ${day}.`,
  },
  'action-overdue': {
    name: 'Promise overdue',
    subject: (number) => `What you promised in case ${number} is overdue`,
    says: (number, who, day) =>
      `${who} promised the resident of case ${number} something by ${day}, and it is not confirmed as done. We told the resident that it is late.`,
    next: 'Do it, and confirm it on the case.',
    sms: (number) => `Sawt: what you promised in case ${number} is overdue.`,
  },
  'problem-proposed': {
    name: 'A recurring problem is proposed',
    subject: (_number, who) => `A recurring problem is proposed: ${who}`,
    says: (_number, who) => `Many write about the same thing: ${who}. See whether it is one problem.`,
    next: 'Accept it, merge it into another, or reject it. What was rejected is proposed again only if it grows.',
    sms: (_number, who) => `Sawt: a recurring problem is proposed: ${who}.`,
  },
  'article-due': {
    name: 'A published answer is due for review',
    subject: (_number, who) => `A published answer is due for review: ${who}`,
    says: (_number, who, day) =>
      `People read “${who}”, and the assistant answers with it. It was to be looked at on ${day}.`,
    next: 'Read it: if it is still right, say that it holds; if something changed, write the new version.',
    sms: (_number, who) => `Sawt: a published answer is due for review: ${who}.`,
  },
  'problem-yours': {
    name: 'A recurring problem is your entity’s',
    subject: (_number, who) => `A recurring problem is yours: ${who}`,
    says: (_number, who) => `Many complain of the same thing: ${who}. Your entity has to mend it.`,
    next: 'Write down the cause, and what will be fixed by when. Afterwards what people bring says whether it held.',
    sms: (_number, who) => `Sawt: a recurring problem is yours: ${who}.`,
  },
  'problem-back': {
    name: 'A problem came back after its fix',
    subject: (_number, who) => `It came back: ${who}`,
    says: (_number, who) => `People complain again of what was said to be fixed: ${who}.`,
    next: 'Look at the cause again, and write down what will be fixed by when. It was taken off the list of what was fixed.',
    sms: (_number, who) => `Sawt: a problem that was said to be fixed came back: ${who}.`,
  },
  surge: {
    name: 'Something beyond what was expected',
    subject: (_count, who) => `Beyond what was expected: ${who || 'the whole country'}`,
    says: (count, who, day) =>
      `${who || 'The whole country'}: ${count} came in seven days, which is beyond what was expected since ${day}.`,
    next: 'Open the page to see what was expected, which words recur, and where.',
    sms: (count, who) =>
      `Sawt: beyond what was expected: ${who || 'the whole country'}, ${count} in seven days.`,
  },
  'surge-grown': {
    name: 'What is beyond the expected has doubled',
    subject: (_count, who) => `It has doubled: ${who || 'the whole country'}`,
    says: (count, who) =>
      `${who || 'The whole country'}: by now ${count} came in seven days. That is twice as far from what was expected as when we last told you.`,
    next: 'Open the page to see what was expected, which words recur, and where.',
    sms: (count, who) =>
      `Sawt: twice as far from what was expected: ${who || 'the whole country'}, ${count} in seven days.`,
  },
  'surge-over': {
    name: 'As expected again',
    subject: (_count, who) => `As expected again: ${who || 'the whole country'}`,
    says: (_count, who, day) =>
      `${who || 'The whole country'}: the number is as expected again; it had left it on ${day}.`,
    next: 'Nothing needs to be done. If its cause is still there, declare it as a recurring problem.',
    sms: (_count, who) => `Sawt: as expected again: ${who || 'the whole country'}.`,
  },
  followed: {
    name: 'News in a case you follow',
    subject: (number) => `News in case ${number}`,
    says: (number, who, day) =>
      `Something happened in case ${number}, which you follow and which is with ${who}. The resident’s date is ${day}.`,
    next: 'Open it to see what happened. If it concerns you no longer, stop following it on its page.',
    sms: (number) => `Sawt: news in case ${number}, which you follow.`,
  },
  'queue-followed': {
    name: 'A case arrived in a queue you follow',
    subject: (number) => `A new case in a queue you follow: ${number}`,
    says: (number, who, day) =>
      `Case ${number} arrived in a queue you follow and is with ${who}. The resident’s date is ${day}.`,
    next: 'Open it to see it. If the queue concerns you no longer, open it and stop following it.',
    sms: (number) => `Sawt: case ${number} arrived in a queue you follow.`,
  },
  recounted: {
    name: 'Dates counted again',
    subject: (_count, who) => `The dates of ${who} were counted again`,
    says: (count, who, day) =>
      `The working calendar changed, and the dates of ${who} were counted again. Cases with a new date: ${cases(count)}; the nearest of them is ${day}. What residents were told stays.`,
    next: 'Plan your work by the new dates. The page of each case explains its date, day by day.',
    sms: (count, who) => `Sawt: the dates of ${who} were counted again; ${cases(count)} with a new date.`,
  },
  'webhook-off': {
    name: 'A connected system is switched off',
    subject: (system) => `We stopped sending to “${system}”`,
    says: (system, who, day) =>
      `The system “${system}” has taken nothing since ${day}, so we stopped sending it the events of ${who || 'cases'}.`,
    next: 'Repair its receiver first. Then an administrator switches it on under Webhooks, and asks for what it missed.',
    sms: (system) => `Sawt: we stopped sending to “${system}”, which takes nothing.`,
  },
  'entity-link': {
    name: 'One-time link for an entity that has not joined',
    subject: (number) => `A resident’s case waits for your reply: ${number}`,
    says: (number, who, day) =>
      `The central office has case ${number}, which is the business of ${who}. Please read it and write the reply by ${day}.`,
    next: 'The link below opens the case and the form for the reply without an account. It is for you alone and good for one reply. The central office reviews the reply twice before it reaches the resident.',
    sms: (number, _who, day) =>
      `Sawt: case ${number} waits for your reply until ${day}. The details are in your mail.`,
  },
}

const cases = (count: string): string =>
  plural('en', Number(count), {
    zero: 'no case',
    one: 'one case',
    other: `${count} cases`,
  })

/** The step that a clock runs for; messages of before name none. */
const step = (clock?: string): string | undefined => STEPS[clock ?? '']
const STEPS: Readonly<Record<string, string>> = {
  routing: 'the routing',
  'first-action': 'the first action',
  reply: 'the reply',
  verification: 'the first review',
  release: 'the release',
  'objection-review': 'the review of the objection',
}
