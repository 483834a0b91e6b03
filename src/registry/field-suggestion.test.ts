import { describe, expect, it } from 'vitest';
import { suggestHeir } from './field-suggestion.ts';

const heirs = [
  { agencyId: 'noi-vu', field: 'lao động, tiền lương, việc làm, người có công, bình đẳng giới' },
  { agencyId: 'y-te', field: 'bảo trợ xã hội, trẻ em, phòng chống tệ nạn xã hội' },
  { agencyId: 'giao-duc', field: 'giáo dục nghề nghiệp' },
  { agencyId: 'nong-nghiep', field: 'giảm nghèo' },
];
const suggested = (...texts: string[]) => suggestHeir(texts, heirs)?.heir.agencyId;

describe('a piece of work of a split body', () => {
  it('is suggested for the heir whose field its words name', () => {
    expect(suggested('Tạo việc làm mới cho 23.000 lao động')).toBe('noi-vu');
    expect(suggested('Chăm sóc, bảo vệ trẻ em có hoàn cảnh đặc biệt')).toBe('y-te');
    expect(suggested('Tỷ lệ hộ nghèo', 'III. Giảm nghèo bền vững')).toBe('nong-nghiep');
    expect(suggested('Quy hoạch mạng lưới cơ sở giáo dục nghề nghiệp')).toBe('giao-duc');
  });

  it('says which words it was suggested for', () => {
    expect(suggestHeir(['Thực hiện chính sách đối với người có công'], heirs)?.because).toEqual(['người có công']);
  });

  it('is left to the officer where nothing is named, or two fields alike', () => {
    expect(suggested('Cải cách thủ tục hành chính')).toBeUndefined();
    expect(suggested('Việc làm và giảm nghèo')).toBeUndefined();
  });

  it('is not found by letters inside other words, and by either place of a tone mark', () => {
    expect(suggested('giảm nghèom')).toBeUndefined();
    expect(suggestHeir(['Hoà giải ở cơ sở'], [{ agencyId: 'a', field: 'hòa giải' }])?.heir.agencyId).toBe('a');
  });

  it('never goes by itself to the heir of the rest', () => {
    expect(suggestHeir(['Báo chí'], [{ agencyId: 'rest', field: null }])).toBeUndefined();
  });
});
