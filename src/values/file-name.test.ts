import { describe, expect, it } from 'vitest';
import { extensionOf, safeName } from './file-name.ts';

describe('the name of a file', () => {
  it.each([
    ['C:\\Users\\a\\Kế hoạch.docx', 'Kế hoạch.docx'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system32\\a.pdf', 'a.pdf'],
    ['..', 'khong-ten'],
    ['.htaccess', 'htaccess'],
    ['a\u0000b\u202Ecod.docx', 'abcod.docx'],
    ['bao-cao\u202Efdp.exe', 'bao-caofdp.exe'],
    ['a\u2028b\r\nSet-Cookie: x=1.pdf', 'abSet-Cookie_ x=1.pdf'],
    ['a.pdf::$DATA', 'a.pdf__$DATA'],
    ['báo cáo?.pdf . ', 'báo cáo_.pdf'],
    ['<img src=x onerror=alert(1)>.png', '_img src=x onerror=alert(1)_.png'],
    ['Kế hoạch.docx'.normalize('NFD'), 'Kế hoạch.docx'],
    ['  ', 'khong-ten'],
  ])('%j is kept as %j', (given, kept) => {
    expect(safeName(given)).toBe(kept);
  });

  it('keeps its extension when it is cut', () => {
    expect(safeName(`${'dài '.repeat(100)}.docx`)).toMatch(/^.{195}\.docx$/);
  });

  it('ends in what follows its last dot', () => {
    expect(['a.PDF', 'a.tar.gz', 'a', '.pdf', 'a.', 'a.khônglà'].map(extensionOf)).toEqual([
      'pdf',
      'gz',
      '',
      '',
      '',
      '',
    ]);
  });
});
