import { agencyKinds } from '../agency.ts';
import { type AgencyGroup, type GroupPart, groupScopes } from '../agency-group.ts';
import { groupKeyOf, groupKeyText } from '../group-key.ts';
import { placeKinds } from '../place.ts';
import { fieldsOf, linesOf, listOf, oneOf } from './lines.ts';

export const readGroups = (text: string): AgencyGroup[] => linesOf(text).flatMap(groupsOf);

/** A group of all, and its twin "… liên quan", whose members an officer chooses. */
function groupsOf(line: string): AgencyGroup[] {
  const [id = '', name = '', members, rule = '', phrases] = fieldsOf(line);
  const keys = [...new Set(listOf(phrases).map((phrase) => groupKeyText({ ...groupKeyOf(phrase), related: false })))];
  const related = keys.map((key) => `${key} …`);
  const group: AgencyGroup = {
    id,
    name,
    keys,
    rule: rule === 'none' ? [] : rule.split(' + ').map(partOf),
    chosenByOfficer: false,
    source: 'phan-mem',
    version: 1,
  };
  if (oneOf(['all', 'chosen'], members) === 'chosen')
    return [{ ...group, keys: [...keys, ...related], chosenByOfficer: true }];
  return [group, { ...group, id: `${id}-lien-quan`, name: `${name} liên quan`, keys: related, chosenByOfficer: true }];
}

/** "province:department,vertical" by kind, "communes=ubnd-xa[ward]" by profile. */
function partOf(text: string): GroupPart {
  const [, scope, by, list = '', inPlaces = ''] = /^(\w+)([:=])([\w,-]+)(?:\[([\w,]+)\])?$/u.exec(text.trim()) ?? [];
  const items = list.split(',');
  return {
    scope: oneOf(groupScopes, scope),
    kinds: by === ':' ? items.map((item) => oneOf(agencyKinds, item)) : [],
    profiles: by === '=' ? items : [],
    placeKinds: inPlaces === '' ? [] : inPlaces.split(',').map((kind) => oneOf(placeKinds, kind)),
  };
}
