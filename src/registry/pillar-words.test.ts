import { expect, it } from 'vitest';
import { pillarsOfTitle } from './pillar-words.ts';

it.each([
  ['Về kinh tế', ['economy']],
  ['Văn hóa - xã hội', ['society']],
  ['Tài nguyên, môi trường', ['environment']],
  ['Cải cách hành chính, nội vụ, thanh tra', ['reform']],
  ['Quốc phòng, an ninh, đối ngoại', ['security']],
  ['Tình hình kinh tế - xã hội', ['economy', 'society']],
  ['Hạn chế và nguyên nhân', []],
])('a section "%s" is about %j', (title, pillars) => {
  expect(pillarsOfTitle(title)).toEqual(pillars);
});
