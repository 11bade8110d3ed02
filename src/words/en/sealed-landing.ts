import type { sealedLanding as reference } from '../ar/sealed-landing.ts'

export const sealedLanding: typeof reference = {
  title: 'Report wrongdoing',
  lead: 'Whoever reveals corruption or danger takes a risk. So your report is sealed in your browser before it leaves it: neither the servers nor those who run them can read it, and we do not ask who you are.',
  start: {
    title: 'Begin',
    report: 'Write a report',
    reportHint: 'Ten short questions, all optional but four. No account, no e-mail, no telephone.',
    visit: 'Come back to your report',
    visitHint: 'With your receipt, from any browser: to read replies, answer and add.',
    safety: 'Before you begin: do not use a work device or its network.',
  },
  noScript: {
    title: 'The form does not run in this browser now',
    text: 'The encryption happens in your browser, which needs scripts allowed on this page and a browser of recent years. We take no unencrypted form. If you keep scripts off, these ways are open to you, all described below: a file that you encrypt yourself, post, a visit, or the telephone.',
  },
  sections: {
    what: 'About what and whom',
    promised: 'What we promise',
    notPromised: 'What we cannot promise',
    safe: 'How to protect yourself',
    law: 'The law',
    protection: 'Your protection',
    routes: 'Other ways',
    file: 'Send a file that you encrypted yourself',
    next: 'What happens after a report',
    proof: 'How to check on us',
  },
  what: {
    about:
      'Anything you believe is against the law or against honesty in public work: bribery, misused public money, conflict of interest, nepotism, abuse of authority, a danger that is kept quiet, harassment, retaliation.',
    against:
      'About any ministry, authority, municipality or state company, any employee or official however high, and whoever works for them. About the integrity unit itself too: such a report is sealed to the audit bureau alone.',
    belief:
      'You need no certain proof; reasonable grounds to believe what you say are enough. A deliberate lie is no report.',
    ordinary: 'A delayed permit or poor service belongs in an ordinary complaint, which is answered sooner.',
    complaint: 'To complaints',
  },
  promised: [
    'Your report is read only with the keys of people whose names you see before sending, and you can keep out whom you want.',
    'We keep neither your network address nor your browser’s kind nor the hour of sending, only the day.',
    'No cookies, no visitor statistics, no service from outside this page.',
    'No unencrypted text ever leaves your browser. If encrypting fails, nothing is sent.',
    'Your identity, if you give it, is in an envelope of its own that only two of three custodians can open, and you are told before.',
    'You get a confirmation within 7 days, and hear what was done within 3 months.',
    'A year after closing the report is erased beyond recovery.',
  ],
  notPromised: [
    'That the network or a work device hides your visit to this page. Whoever watches them may know of it, though not what you wrote.',
    'That you are safe if the server is forced to send you an altered program. We make that hard and visible, and cannot rule it out.',
    'That a lost receipt can be recovered. Whoever loses it writes a new report.',
    'That nobody guesses who you are from what you wrote, if few people know of it.',
    'That the law prevents all harm. We ask you about it, and follow up on what you tell us.',
  ],
  safe: [
    'Use your own device or a public one, away from work and its network.',
    'Do not write what only you can know, or tell us that it is so, and we take care.',
    'Do not put your name in the text or in files, and look at every photo before you send it.',
    'Write the receipt on paper and keep it where it does not point to you.',
    'Tell nobody that you reported.',
    'The quick-leave button above the form clears everything.',
  ],
  tor: (browser, address) =>
    `${browser} hides from the network what you visit, and this page works in it at its middle safety level. You find it at ${address}. Do not download it with a work device.`,
  onion: 'Our address inside that network',
  law: [
    'Whoever runs this service has not yet put here the text of the law that protects those who report in your country. Do not assume protection that you have not read; ask a lawyer or an independent body that you trust.',
  ],
  protection: [
    'Dismissal, transfer, a pay cut or harassment because of a report is retaliation. If any of it happens to you, report it with your receipt: a report of retaliation goes first.',
  ],
  routes: {
    postal: 'By post',
    postalText:
      'In two envelopes, the inner one marked “To be opened by an integrity officer only”, to the integrity unit. Write no sender.',
    person: 'In person',
    personText: 'At the integrity unit’s office in working hours. You can ask to meet elsewhere.',
    telephone: 'By telephone',
    telephoneText:
      'The officer types what you say into this same form and reads your receipt to you, with which you check what was written. Do not call from a work phone.',
  },
  file: {
    lead: (tool) =>
      `Encrypt one file with the program ${tool} to the public key below, then upload it here. Any file that is not encrypted is refused. This way has no receipt and no dialogue, so write in the file how to reach you, if you wish.`,
    key: 'Public key',
    fingerprint: 'Its fingerprint',
    choose: 'The encrypted file',
    send: 'Upload the file',
    none: 'No key has been published yet.',
    taken: 'The encrypted file arrived',
    takenText: 'We read nothing of it and do not know who sent it. Close this page now.',
    refused: 'The file was not taken',
    refusedText:
      'It is not a file encrypted as the page explains, or it is larger than can be taken. Nothing of it was kept.',
    return: 'Back to the page',
  },
  next: [
    { title: 'Within 7 days', text: 'A confirmation, and perhaps questions.' },
    {
      title: 'Weighing the danger',
      text: 'How serious the matter is, and the risk that you become known, before any step.',
    },
    {
      title: 'Investigation',
      text: 'Whoever is accused has a right to be heard and is innocent until proven otherwise.',
    },
    { title: 'Within 3 months', text: 'We tell you what was done and what came of it.' },
  ],
  proof: {
    text: 'The program that encrypts in your browser is published and builds to the same file byte for byte. Compare its fingerprints with what the Integrity Authority publishes elsewhere, in a newspaper or on its office door.',
    authority: 'Fingerprint of the Integrity Authority’s key',
    noAuthority: 'No Integrity Authority has been named for this system yet, so no reports are taken.',
    files: 'Fingerprints of everything this page sends to your browser',
    statistics: 'Published figures of reports',
  },
  demonstration: 'A demonstration: its keys lie open and protect nobody. Write nothing real here.',
  footer: 'This page keeps nothing on your device.',
}
