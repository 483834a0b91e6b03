import { describe, expect, it } from 'vitest';
import { openText } from '../../src/files/text/text.ts';
import { itemsOf } from '../../src/reading/text/line.ts';

/** Pages of a gazette as a PDF's text shows them: lines broken at the page's width, a running header between pages. */
const header = (page: number): string => `\nCÔNG BÁO/Số 41/Ngày 12-02-2026 \n${page} \n \n \n`;

const pages = `${header(7)}KẾ HOẠCH
Trồng rừng phòng hộ ven biển tỉnh Lam Hà
- Rà soát diện tích đất trống ven biển, lập bản đồ những nơi cần trồng mới và
những nơi chỉ cần chăm sóc, báo cáo Ủy ban nhân dân tỉnh trước khi vào mùa
mưa; vận động nhân dân các xã ven biển cùng ươm cây giống tại vườn nhà để
${header(8)}giảm chi phí vận chuyển.
- Giao khoán rừng cho cộng đồng thôn, mỗi thôn một tổ bảo vệ, ghi rõ quyền
và trách nhiệm của từng hộ trong bản cam kết có xác nhận của chính quyền xã,
hằng năm đánh giá một lần.
Ký bởi: VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH
Cơ quan: ỦY BAN NHÂN DÂN TỈNH LAM HÀ
Ngày ký: 2026-02-12 08:10:04 +07:00
${header(9)}- Phòng cháy, chữa cháy rừng trong mùa khô, trực cả ngày nghỉ và ngày lễ,
nhất là ở rừng phi lao non; chuẩn bị sẵn dụng cụ tại chỗ và đường băng cản
lửa quanh các khu dân cư gần rừng.
- Tổng kết vào cuối năm, khen thưởng các thôn làm tốt, rút kinh nghiệm nơi
làm chưa tốt, công bố kết quả trên hệ thống truyền thanh của xã và trên trang
thông tin điện tử của tỉnh.
- Cấp cây giống theo nhu cầu đã đăng ký của các xã, ưu tiên giống bản địa,
bảo đảm cây khỏe, không sâu bệnh, đúng thời vụ, có nguồn gốc rõ ràng.
- Trồng dặm những nơi cây chết sau bão, theo dõi tỷ lệ sống hằng quý và báo
cáo cơ quan kiểm lâm trên địa bàn.
`;

const open = (text: string) => openText(new TextEncoder().encode(text), 'txt');
const lines = (text: string): string[] =>
  itemsOf(open(text)).flatMap((item) => (item.kind === 'line' ? [item.body.text] : []));

describe('the running header of a gazette', () => {
  it('does not cut a paragraph in two, and the paragraph is read without it', () => {
    expect(lines(pages)[2]).toMatch(/ươm cây giống tại vườn nhà để giảm chi phí vận chuyển\.$/u);
  });

  it('stays in the paragraph’s span, which quotes the file as it is', () => {
    const source = open(pages);
    const cut = source.blocks.find((block) => block.kind === 'paragraph' && block.gaps !== undefined);
    const quote = source.text.slice(cut?.span.start, cut?.span.end);
    expect(quote).toMatch(/vườn nhà để\s+CÔNG BÁO\/Số 41\/Ngày 12-02-2026\s+8\s+giảm chi phí/u);
  });

  it('is no paragraph of its own, and neither is the stamp of the electronic signature', () => {
    expect(lines(pages).filter((line) => /CÔNG BÁO|Ký bởi|Ngày ký|^\d+$/u.test(line))).toEqual([]);
  });

  it('between two paragraphs leaves them two', () => {
    const read = lines(pages);
    expect(read.findIndex((line) => line.startsWith('Phòng cháy'))).toBe(
      read.findIndex((line) => line.startsWith('Giao khoán')) + 1,
    );
  });

  it('may carry the page number in its own line', () => {
    const inLine = pages.replace(/(CÔNG BÁO\S* \S+) \n(\d+) /gu, '$2 $1');
    expect(lines(inLine)).toEqual(lines(pages));
  });

  it('is text like any other where the document only speaks of the gazette', () => {
    const text = 'Công báo/Số 12 đăng toàn văn nghị quyết.\n\n12\n\nCác sở đọc và thực hiện.\n';
    expect(lines(text)).toContain('Công báo/Số 12 đăng toàn văn nghị quyết.');
  });
});
