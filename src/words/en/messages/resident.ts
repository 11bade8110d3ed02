import type { resident as reference } from '../../ar/messages/resident.ts'

/** An apostrophe would make a text message cost three times as much: there is none in `sms`. */
export const resident: typeof reference = {
  submitted: {
    name: 'Case received',
    subject: (number) => `We have your case ${number}`,
    says: (number, _who, day) =>
      `We have received your case. Its number is ${number}. We answer it by ${day} at the latest.`,
    next: 'The central office now finds out who is responsible, and we tell you who has your case. You can follow it at any time with its number and the PIN you were given when you sent it. We never send that PIN in a message, and never ask you for it.',
    sms: (number, _who, day) => `Sawt: we have your case ${number}. We answer by ${day}.`,
  },
  routed: {
    name: 'Case handed to an entity',
    subject: (number) => `Your case ${number} is with the entity responsible`,
    says: (number, who, day) =>
      `Your case ${number} is now with ${who}. We answer it by ${day} at the latest.`,
    next: 'They may have a question for you; then we tell you. If they are late, we take it to whoever is above them, without your asking.',
    sms: (number, who, day) => `Sawt: your case ${number} is with ${who}. The answer comes by ${day}.`,
  },
  'routed-by-itself': {
    name: 'Case routed automatically',
    subject: (number) => `Your case ${number} is with the entity responsible`,
    says: (number, who, day) =>
      `Your case ${number} is now with ${who}. It was sent there automatically, by your own words. We answer it by ${day} at the latest.`,
    next: 'If you think that they are the wrong ones, or want a person to look, open your case and object to the routing: somebody looks at it at once, and your date stays.',
    sms: (number, who) => `Sawt: your case ${number} was sent to ${who} automatically. You can object.`,
  },
  moved: {
    name: 'Case moved to another entity',
    subject: (number) => `Your case ${number} has moved to another entity`,
    says: (number, who, day) =>
      `Your case ${number} is now with ${who}. That does not make your date later: we answer by ${day}.`,
    next: 'You need not do anything.',
    sms: (number, who, day) => `Sawt: your case ${number} is now with ${who}. Your date is ${day}.`,
  },
  split: {
    name: 'Case shared between entities',
    subject: (number) => `Your case ${number} needs several entities`,
    says: (number, _who, day) =>
      `Your case ${number} needs more than one entity, so we shared the work between them. You get one answer by ${day} at the latest.`,
    next: 'You need not do anything.',
    sms: (number, _who, day) =>
      `Sawt: several entities work on your case ${number}. You get one answer by ${day}.`,
  },
  merged: {
    name: 'Case joined with a similar one',
    subject: (number) => `We work on your case ${number} together with a similar one`,
    says: (number, _who, day) =>
      `A case like your case ${number} reached us, so we work on both together. Your number stays yours, and the answer reaches you by ${day}.`,
    next: 'You need not do anything.',
    sms: (number, _who, day) =>
      `Sawt: we work on your case ${number} with a similar one. The answer comes by ${day}.`,
  },
  unmerged: {
    name: 'Case on its own again',
    subject: (number) => `Your case ${number} is on its own again`,
    says: (number, _who, day) =>
      `Your case ${number} is no longer joined with the similar one. We answer it by ${day} at the latest.`,
    next: 'You need not do anything.',
    sms: (number, _who, day) => `Sawt: your case ${number} is on its own again. The answer comes by ${day}.`,
  },
  question: {
    name: 'Question to the resident',
    subject: (number) => `A question about your case ${number}`,
    says: (number, who, day) =>
      `${who} asks you something about your case ${number}. Please answer by ${day}, so that the work goes on.`,
    next: 'Open your case and write your answer, or call the contact centre. If no answer reaches us in time the case is closed unanswered; we open it again whenever you answer.',
    sms: (number, _who, day) =>
      `Sawt: a question about your case ${number}. Please answer by ${day}, so that the work goes on.`,
  },
  'question-reminder': {
    name: 'Reminder of a question',
    subject: (number) => `We are waiting for your answer about case ${number}`,
    says: (number, who, day) =>
      `${who} is still waiting for your answer about your case ${number}. The last day to answer is ${day}.`,
    next: 'Open your case and write your answer, or call the contact centre.',
    sms: (number, _who, day) => `Sawt: we are waiting for your answer about case ${number} until ${day}.`,
  },
  lapsed: {
    name: 'Question without an answer',
    subject: (number) => `Your case ${number} was closed because no answer came`,
    says: (number) =>
      `Your answer to the question did not reach us in time, so your case ${number} was closed unanswered.`,
    next: 'Silence is not consent: open your case and answer whenever you can, and we open it again with a new date.',
    sms: (number) =>
      `Sawt: your answer did not reach us, so case ${number} was closed unanswered. Answer any time and we open it again.`,
  },
  resumed: {
    name: 'Case taken up after a late answer',
    subject: (number) => `Your case ${number} is open again`,
    says: (number, _who, day) =>
      `Your answer arrived, and we opened your case ${number} again. Your new date is ${day}.`,
    next: 'The entity goes on with the work, and we tell you when the reply is there.',
    sms: (number, _who, day) => `Sawt: your case ${number} is open again. Your date is ${day}.`,
  },
  extended: {
    name: 'Date extended',
    subject: (number) => `A new date for your case ${number}`,
    says: (number, who, day) =>
      `${who} needs more time for your case ${number}. Your new date is ${day}; it will not be extended again.`,
    next: 'We are sorry that you have to wait. If you do not accept it, you can turn to somebody outside this service.',
    sms: (number, _who, day) => `Sawt: the date of your case ${number} moved to ${day}. Read why:`,
  },
  answered: {
    name: 'Answer sent',
    subject: (number) => `The answer to your case ${number} is here`,
    says: (number, who) =>
      `${who} has answered your case ${number}. Open your case to read the answer, and tell us whether it solved the problem.`,
    next: (_number, _who, day) =>
      `If the answer is not enough you can object until ${day}; somebody who had no part in the answer looks at it.`,
    sms: (number, _who, day) =>
      `Sawt: the answer to your case ${number} is here. You can object until ${day}.`,
  },
  'objection-received': {
    name: 'Objection received',
    subject: (number) => `We have your objection to the answer to case ${number}`,
    says: (number, _who, day) =>
      `We have your objection to the answer to case ${number}. Somebody who had no part in the answer looks at it, and we tell you the result by ${day} at the latest.`,
    next: 'If you forgot something, open your case and add it.',
    sms: (number, _who, day) =>
      `Sawt: we have your objection in case ${number}. We tell you the result by ${day}.`,
  },
  upheld: {
    name: 'Answer stands after an objection',
    subject: (number) => `The result of your objection in case ${number}`,
    says: (number) =>
      `Somebody who had no part in it looked at your objection to the answer to case ${number}. The answer stands.`,
    next: 'You can turn to somebody outside this service.',
    sms: (number) => `Sawt: we looked at your objection in case ${number}. The result and the reasons:`,
  },
  reopened: {
    name: 'Case opened again',
    subject: (number) => `Your objection was right: case ${number} is open again`,
    says: (number, _who, day) =>
      `Your objection was accepted, and your case ${number} is open again. Your new date is ${day}.`,
    next: 'The entity works on it again, and we review its reply before it reaches you.',
    sms: (number, _who, day) =>
      `Sawt: your objection was accepted, case ${number} is open again. Your new date is ${day}.`,
  },
  closed: {
    name: 'Case closed',
    subject: (number) => `Your case ${number} is closed`,
    says: (number) => `The time to object is over, and your case ${number} is closed.`,
    next: 'What the entity promised stays tracked until it is done. If the problem comes back, send a new case and mention this number.',
    sms: (number) => `Sawt: your case ${number} is closed. If the problem comes back, send a new one.`,
  },
  withdrawn: {
    name: 'Case withdrawn through the contact centre',
    subject: (number) => `Your case ${number} was withdrawn`,
    says: (number) => `Your case ${number} was withdrawn through the contact centre, as you asked.`,
    next: 'If you did not ask for it, call us at once.',
    sms: (number) =>
      `Sawt: your case ${number} was withdrawn through the contact centre. If you did not ask for it, call us.`,
  },
  'action-done': {
    name: 'Promise kept',
    subject: (number) => `What you were promised in case ${number} is done`,
    says: (number, who) => `${who} says that what it promised you in your case ${number} is done.`,
    next: 'If you do not find it so, tell us in a new case and mention this number.',
    sms: (number) =>
      `Sawt: what you were promised in case ${number} is done. If you do not find it so, tell us.`,
  },
  'action-late': {
    name: 'Promise overdue',
    subject: (number) => `What you were promised in case ${number} is not done yet`,
    says: (number, who, day) =>
      `${who} promised you something in your case ${number} by ${day}, and it is not done yet.`,
    next: 'We reminded the entity, and it stays on its list until it is done. You need not do anything.',
    sms: (number, _who, day) =>
      `Sawt: what you were promised in case ${number} by ${day} is not done yet. We reminded the entity.`,
  },
  'problem-fixed': {
    name: 'A problem that you follow was fixed',
    subject: (_number: string, who: string) => `The problem that you follow was fixed: ${who}`,
    says: (_number: string, who: string) =>
      `You told us that you have this problem too: ${who}. The entity in charge says that it is fixed.`,
    next: 'If you still have it, send us a case: what arrives after a fix tells us whether it held. This is the last message about this problem.',
    sms: (_number: string, who: string) =>
      `Sawt: “${who}”, which you follow, was fixed. If not for you, send us a case.`,
  },
  'sign-in-code': {
    name: 'Sign-in code',
    subject: 'Your sign-in code',
    says: (code) => `Your code to sign in is ${code}. It is good for ten minutes, once.`,
    next: 'Give it to nobody, not even to somebody who says they are from us. If you did not ask for it, ignore this message.',
    sms: (code) => `Sawt: your sign-in code is ${code}, good for ten minutes. Give it to nobody.`,
  },
}
