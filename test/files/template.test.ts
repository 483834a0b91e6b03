import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/files/docx/laid-out.ts';
import { openFile } from '../../src/files/open.ts';
import { checkTemplate } from '../../src/files/template/check.ts';
import { writeOfficialDocument } from '../../src/files/written/official-document.ts';
import { checkForm } from '../../src/report/form/check.ts';
import { grammarOf } from '../../src/report/template-kinds.ts';
import { filled, outgoing, templateFor } from '../templates.ts';

const textOf = (docx: Uint8Array): string => openFile(new Uint8Array(docx), 'van-ban.docx').text;
/** Where the lines of a long name end is left to Word. */
const said = (text: string): string => text.replaceAll(/\s+/g, ' ');
const issuerOf = ({ document: { head } }: (typeof outgoing)[string]) => ({
  ...{ name: head.issuer, parent: head.parent, place: head.place },
});

describe('a template that nobody has edited', () => {
  it.each(Object.entries(outgoing))('gives the %s as the program itself sets it', async (_, one) => {
    const template = await templateFor(one, issuerOf(one));
    expect(checkTemplate(template, 'mau.docx', grammarOf(one.kind)).faults).toEqual([]);
    const document = await filled(template, one);
    expect(said(textOf(document))).toEqual(said(textOf(await writeOfficialDocument(one.document))));
    const faults = checkForm(layOut(document), one.document.head.date).boxes.flatMap((box) => box.faults);
    expect(faults).toEqual([]);
  });
});
