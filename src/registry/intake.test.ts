import { describe, expect, it } from 'vitest';
import { openText } from '../files/text/text.ts';
import { readDocument } from '../reading/document.ts';
import { Refusal } from '../values/refusal.ts';
import { takeIn } from './intake.ts';

const taken = (text: string) => {
  const source = openText(new TextEncoder().encode(text), 'txt');
  return takeIn(readDocument(source), source.text, 'a.txt');
};

describe('what is taken into the register', () => {
  it('leaves out a text that is no official document', () => {
    expect(() => taken('Kính mời quý phụ huynh đến họp vào chiều thứ Sáu.')).toThrow(Refusal);
  });

  it('holds an official document without targets and tasks', () => {
    const { header } = taken('CHÍNH PHỦ\n\nPhụ lục II\n\nVIẾT HOA TRONG VĂN BẢN\n\n1. Viết hoa chữ cái đầu câu.');
    expect(header.issuer).toBe('Chính phủ');
  });

  it('holds the words of each body with the key that all its spellings share', () => {
    const { tasks } = taken(
      'PHỤ LỤC I\nPHÂN CÔNG NHIỆM VỤ\n\n| TT | Nhiệm vụ | Cơ quan chủ trì |\n|---|---|---|\n| 1 | Lập quy hoạch cấp nước | Ủy ban nhân dân thị xã Ba Gò |\n| 2 | Sửa đường liên xã | UBND thị xã Ba Gò |',
    );
    const [first, second] = tasks.map(({ agencies }) => agencies[0]);
    expect(first?.name).toBe('Ủy ban nhân dân thị xã Ba Gò');
    expect(second?.name).toBe('UBND thị xã Ba Gò');
    expect(first?.key).toBe(second?.key);
  });
});
