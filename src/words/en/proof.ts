import type { proof as reference } from '../ar/proof.ts'

export const proof: typeof reference = {
  receipt: {
    title: 'Your receipt',
    submitted: 'Receipt of a case sent',
    answered: 'Receipt of an answer given',
    lead: 'This receipt is signed with the service’s key. Whoever holds it can prove to anybody what was sent and when, even offline.',
    service: 'Service',
    reference: 'Case number',
    type: 'Type',
    submittedAt: 'Sent',
    answerBy: 'Answer promised by',
    answeredAt: 'Answered',
    outcome: 'Outcome',
    signedWith: 'Signed with key',
    fingerprint: 'Fingerprint of the key',
    recorded: 'In the record',
    inRecord: (day) => `Proven to be in the record signed on ${day}`,
    notYet:
      'It enters the record with the next daily signature. Download the file after that, and the proof is in it.',
    scan: 'Scan this code to check the receipt',
    letters: 'The letters of the code, for those who cannot scan it',
    noWords:
      'Neither the paper nor the code shows what you wrote, your name or your PIN: you can show them to anybody.',
    withWords:
      'The file holds what you wrote and the answer, with what proves that they were not changed: keep it for yourself, and send it only to those who may read it.',
    paper: 'Download the paper to print',
    file: 'Download the full file',
    keep: 'Keep the receipt',
    offer: 'Receipt for sending',
    offerAnswer: 'Receipt for the answer',
    offerWhy: 'The signed receipt proves what you sent and when, whatever happens.',
    checkIt: 'Check a receipt',
    how: 'How is it checked?',
    howText: (address) =>
      `Open ${address} and paste the letters of the code, or upload the paper or the file. Whoever wants to check without this service finds how, step by step, on the same page.`,
    unsigned: {
      title: 'The receipt cannot be issued now',
      text: 'Your case is safe and nothing of it is lost. Try again in a while: the receipt will be the same.',
    },
    none: {
      title: 'No receipt here',
      text: 'The receipt of an answer is issued once the answer reaches you. Cases brought from an earlier system have none, because this service did not receive them.',
    },
  },

  about: {
    title: 'A record that is not rewritten',
    lead: 'Every step of every case is added to one record, from which nothing is removed and in which nothing is changed. Every day we sign the whole record and publish the signature here: were a letter of the past different, the signature would no longer match.',
    keyTitle: 'The service’s key',
    keyText:
      'Compare this fingerprint with the one published in the official gazette or by the audit bureau.',
    fingerprint: 'Fingerprint',
    since: 'since',
    now: 'Present key',
    retired: 'Earlier key',
    lost: 'The key before was lost and did not sign this one',
    download: 'Download the key',
    headsTitle: 'Daily signatures',
    headsNone: 'The first signature is published after the first case.',
    day: 'Day',
    events: 'Steps',
    root: 'Hash of the record',
    all: 'All signatures for programs',
    asText: 'All signatures as text',
    witnessTitle: 'Be a witness',
    witness: [
      'Keep a copy of the daily signatures outside this service. The more people keep them, the harder it is to change the past.',
      'With each signature comes a proof that the record only grew at its end; it is checked with the two signatures alone.',
      'No name, no word and no case number appears in the published record.',
    ],
    selfTitle: 'Check it yourself',
    self: 'You need not trust this page. These steps check a receipt on your own computer, offline:',
    steps: {
      key: 'Download the key and compare its fingerprint with what was published',
      apart: 'Take the signed text and the signature out of the receipt’s file',
      verify: 'Check the signature',
      words: 'Check your words: the result is the hash that stands in the signed text',
    },
    check: 'Check a receipt',
  },

  check: {
    title: 'Check a receipt',
    lead: 'Paste the letters of the code, or upload the receipt’s paper or file. We keep nothing of what you send here.',
    paste: 'Letters of the code, or text of the file',
    pasteHint: 'Or upload a file below',
    upload: 'The paper or the file',
    go: 'Check',
    empty: 'Paste the letters or choose a file',
    again: 'Check another receipt',
    genuine: 'A genuine receipt',
    genuineText: 'This service signed it, and not a letter of it was changed.',
    wordsMatch: 'The words in it are those that were sent then',
    answerMatch: 'The answer in it is the one that was given',
    said: 'What was sent',
    reply: 'The answer',
    held: {
      'as-stated': 'And our record says the same today.',
      changed:
        'But our record says otherwise today. Keep the receipt and bring it to the audit bureau: it is the evidence.',
      unknown:
        'But our record does not know it today. Keep the receipt and bring it to the audit bureau: it is the evidence.',
    },
    faults: {
      'not-a-receipt':
        'This is no receipt of this service, or a part is missing. Copy all the letters, from the first to the last.',
      'unknown-key': 'This service did not sign it with any of its keys.',
      'wrong-signature':
        'It was changed after it was signed: the signature does not match what stands in it.',
      'words-differ': 'The signature is good, but the words in the file are not those that were sent.',
      'answer-differs': 'The signature is good, but the answer in the file is not the one that was given.',
      'head-forged': 'The signature is good, but the signature of the record in the file is not ours.',
      'not-in-record':
        'The signature is good, but the record that the file points to does not hold this step.',
    },
  },
}
