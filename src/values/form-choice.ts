import type { DocumentForm, IssuerKind } from './document-form.ts';
import { guide05, guide36 } from './forms-of-party.ts';
import { decree30 } from './forms-of-state.ts';
import type { PlainDate } from './plain-date.ts';

const forms: readonly DocumentForm[] = [decree30, guide36, guide05];

/** The rules in force on a day; before the first of them that first one, for nobody writes after rules that are gone. */
export function formOn(issuedBy: IssuerKind, day: PlainDate): DocumentForm {
  const [first, ...later] = forms.filter((one) => one.issuedBy === issuedBy);
  if (!first) throw new Error(`no form for ${issuedBy}`);
  return later.findLast(({ validFrom }) => validFrom <= day) ?? first;
}

/** Which bodies are the Party's, by the words of their names. */
export const issuerKindOf = (name: string): IssuerKind =>
  /(?:tỉnh|thành|huyện|thị|quận|đảng)\s+(?:ủy|uỷ)(?!\s+ban)|đảng bộ|chi bộ|ban chấp hành (?:trung ương|đảng)|trung ương đảng/iu.test(
    name,
  )
    ? 'party'
    : 'state';
