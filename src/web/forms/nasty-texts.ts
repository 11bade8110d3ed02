/** For tests: texts that have broken programs like ours, collected by what they break. */

/** People write these, or could: they come back letter by letter. */
export const HARMLESS: Readonly<Record<string, string>> = {
  nothing: '',
  'only spaces': ' \t \n ',
  'Arabic with all its marks': 'إِنَّ اللَّهَ مَعَ الصَّابِرِينَ ﷺ ـــ',
  'Arabic, English and numbers in one line': 'عمارة ١٢ – Building 7B، هاتف +973 1700 0000',
  'marks of direction that a mixed text needs': 'رقم \u200e26-4831\u200e و \u2066abc\u2069 \u061c',
  'joiners of Persian and of faces': 'می\u200cخواهم 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'one letter written in two ways': 'é e\u0301 أ ا\u0654',
  'signs that lie beyond the first plane': '𐐷 🇧🇭 𝒳 𠜎',
  'what is not a character but well formed': '\ufffe\uffff\ufdd0\ufffd\ufeff',
  'separators of lines that are no control characters': 'a\u2028b\u2029c\u00a0d\u3000e',
  'a tower of marks': `ص${'\u0651\u0650'.repeat(200)}`,
  markup: '<script>alert(1)</script><img src=x onerror=alert(1)>"\'><svg/onload=alert(1)>',
  'a closing of what we might have opened': '</textarea></title></style>--></template>',
  'a template': `{{7*7}} \${7*7} <%= 7*7 %> #{7*7}`,
  SQL: "'; drop table cases; -- ' or 1=1 /*",
  'a formula': '=HYPERLINK("http://evil.example","x") @SUM(1) +1 -1',
  'a path': '../../../../etc/passwd%00.html ..\\..\\windows',
  'a command': '$(reboot) `reboot` ; reboot | reboot && reboot',
  'a format': '%s%s%n %d {0} %@',
  'a header': 'Subject: x%0d%0aBcc: all@example.org',
  'an entity': '&lt;&#x27;&amp;amp;&nbsp;',
  'names that programs know': '__proto__ constructor null undefined NaN true -1 0x7f 1e309 NIL',
  JSON: '{"a":[],"__proto__":{"admin":true}}',
  'an address of a script': 'javascript:alert(1) data:text/html;base64,PHNjcmlwdD4=',
  'a long word': 'ص'.repeat(10_000),
  'percent signs': '100% %zz %u0645',
}

/** Nobody writes these. */
export const NASTY: Readonly<Record<string, readonly [text: string, reason: string]>> = {
  NUL: ['before\u0000after', 'has-control-characters'],
  'a bell': ['\u0007', 'has-control-characters'],
  'a colour of the terminal': ['\u001b[31mred\u001b[0m', 'has-control-characters'],
  'a backspace': ['safe\u0008\u0008\u0008\u0008evil', 'has-control-characters'],
  'a vertical tab': ['a\u000bb', 'has-control-characters'],
  'a form feed': ['a\u000cb', 'has-control-characters'],
  'a deletion': ['a\u007fb', 'has-control-characters'],
  'a next line of 1976': ['a\u0085b', 'has-control-characters'],
  'a control of the second set': ['a\u009bb', 'has-control-characters'],
  'the first half of a pair': ['a\ud83d', 'not-well-formed'],
  'the second half of a pair': ['\ude00b', 'not-well-formed'],
  'a pair the wrong way round': ['\ude00\ud83d', 'not-well-formed'],
}
