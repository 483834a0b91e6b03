import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPieces, emphasisSigns, type Mark, type MarkKind, pickOf, sortMarks } from './pieces.ts';

const mark = (id: string, kind: MarkKind, start: number, end: number): Mark => ({ id, kind, span: { start, end } });
const shown = (start: number, end: number, marks: Mark[]) =>
  cutPieces({ start, end }, marks).map((piece) => [piece.start, piece.end, piece.marks.map(({ id }) => id).join(' ')]);

describe('A paragraph cut by the marks over it', () => {
  it('stays whole where nothing was found', () => {
    expect(shown(10, 50, [])).toEqual([[10, 50, '']]);
    expect(shown(10, 50, [mark('t1', 'target', 0, 10), mark('t2', 'target', 50, 60)])).toEqual([[10, 50, '']]);
    expect(shown(10, 10, [mark('t1', 'target', 0, 20)])).toEqual([]);
  });

  it('shows a target inside a task, the task first', () => {
    expect(shown(0, 100, [mark('t1', 'target', 40, 60), mark('n1', 'task', 0, 100)])).toEqual([
      [0, 40, 'n1'],
      [40, 60, 'n1 t1'],
      [60, 100, 'n1'],
    ]);
  });

  it('handles marks that overlap without one holding the other', () => {
    expect(shown(0, 30, [mark('a', 'target', 5, 20), mark('b', 'task', 10, 25)])).toEqual([
      [0, 5, ''],
      [5, 10, 'a'],
      [10, 20, 'a b'],
      [20, 25, 'b'],
      [25, 30, ''],
    ]);
  });

  it('cuts off what begins before or ends after it', () => {
    expect(shown(10, 20, [mark('n1', 'task', 0, 100)])).toEqual([[10, 20, 'n1']]);
  });

  it('is covered from end to end without gap, whatever the marks', () => {
    const marks = fc.array(
      fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => mark(`t${a}`, 'target', Math.min(a, b), Math.max(a, b))),
    );
    fc.assert(
      fc.property(marks, fc.nat(30), fc.integer({ min: 1, max: 30 }), (all, start, length) => {
        const pieces = cutPieces({ start, end: start + length }, all);
        expect(pieces[0]?.start).toBe(start);
        expect(pieces.at(-1)?.end).toBe(start + length);
        for (const [i, piece] of pieces.slice(1).entries()) expect(piece.start).toBe(pieces[i]?.end);
        for (const piece of pieces) {
          for (const over of piece.marks)
            expect(over.span.start <= piece.start && over.span.end >= piece.end).toBe(true);
        }
      }),
    );
  });
});

describe('What a paragraph does not show', () => {
  const words = (text: string) => {
    const span = { start: 0, end: text.length };
    return cutPieces(span, [mark('t1', 'target', 3, 9)], emphasisSigns(text, span))
      .map((piece) => text.slice(piece.start, piece.end))
      .join('');
  };

  it('leaves out the signs around emphasised words', () => {
    expect(words('giảm 1% (*trong đồng bào **Khmer** 2%*).')).toBe('giảm 1% (trong đồng bào Khmer 2%).');
    expect(words('***Ghi chú:*** tỷ lệ *ước tính*')).toBe('Ghi chú: tỷ lệ ước tính');
  });

  it('keeps the asterisks that mean something', () => {
    for (const text of ['GRDP (*) và FDI (*) theo giá 2010', '* Ghi chú: * số liệu', '3*4 và 5*6', 'dấu ** đơn'])
      expect(words(text)).toBe(text);
  });
});

describe('A click on a piece', () => {
  const click = (...marks: Mark[]) => {
    const [piece] = cutPieces({ start: 0, end: 10 }, marks);
    return piece && pickOf(piece)?.id;
  };

  it('opens the narrowest finding', () => {
    expect(click(mark('n1', 'task', 0, 100), mark('t1', 'target', 0, 10))).toBe('t1');
  });

  it('opens the finding rather than the note on it', () => {
    expect(click(mark('n1', 'task', 0, 10), mark('l1', 'note', 0, 10))).toBe('n1');
    expect(click(mark('l1', 'note', 0, 10))).toBe('l1');
  });

  it('opens nothing on a fact of the header, which is reached from its field', () => {
    expect(click(mark('title', 'fact', 0, 10))).toBeUndefined();
  });
});

describe('Marks', () => {
  it('stand by place, the wider first where two begin together', () => {
    const marks = sortMarks([mark('b', 'task', 50, 60), mark('c', 'target', 0, 5), mark('a', 'target', 0, 10)]);
    expect(marks.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });
});
