import type { OfficialDocument } from '../src/values/official-document.ts';

/** Documents of the kinds that leave the program, with what each form asks for. */

const province = {
  issuedBy: 'state',
  parent: null,
  issuer: 'Ủy ban nhân dân tỉnh Bình Nguyên',
  place: 'Bình Nguyên',
  date: '2026-03-08',
} as const;

const longText =
  'Các sở, ban, ngành, Ủy ban nhân dân các xã, phường tập trung chỉ đạo, tổ chức thực hiện đồng bộ các nhiệm vụ, giải pháp đã đề ra; kịp thời tháo gỡ khó khăn, vướng mắc cho sản xuất, kinh doanh và đời sống Nhân dân';

export const letter: OfficialDocument = {
  head: {
    ...province,
    parent: 'Ủy ban nhân dân tỉnh Bình Nguyên',
    issuer: 'Sở Tài chính',
    number: null,
    symbol: 'STC-TH',
    date: '2026-11-05',
  },
  kind: null,
  about: 'đôn đốc thực hiện nhiệm vụ quá hạn',
  urgency: 'express',
  to: ['Sở Y tế', 'Sở Giáo dục và Đào tạo', 'Ủy ban nhân dân các xã, phường'],
  body: [
    { kind: 'paragraph', text: longText },
    { kind: 'passage', level: 'clause', number: 1, text: longText },
    { kind: 'passage', level: 'clause', number: 2, text: 'Báo cáo kết quả trước ngày 20/11/2026.' },
    { kind: 'paragraph', text: 'Đề nghị các cơ quan quan tâm thực hiện' },
  ],
  signing: { lines: [{ as: 'for', text: 'Giám đốc' }, { text: 'Phó Giám đốc' }], name: 'Trần Thị Bích Hạnh' },
  recipients: ['Ủy ban nhân dân tỉnh (để báo cáo)'],
  archive: 'VT, TH',
  drafter: 'PL.(12)',
  contact: [
    'Số 12 đường Hùng Vương, phường 1, tỉnh Bình Nguyên; điện thoại: 0270 3 822 000; thư điện tử: stc@binhnguyen.gov.vn',
  ],
};

const years = ['2024', '2025', '2026'];

export const report: OfficialDocument = {
  head: { ...province, number: '45', symbol: 'BC-UBND' },
  kind: 'Báo cáo',
  about: 'Tình hình kinh tế - xã hội quý I năm 2026 và nhiệm vụ trọng tâm quý II năm 2026',
  to: ['Văn phòng Chính phủ'],
  body: [
    { kind: 'passage', level: 'part', number: 1, title: 'Kết quả thực hiện' },
    { kind: 'passage', level: 'roman', number: 1, title: 'Về kinh tế' },
    { kind: 'passage', level: 'clause', number: 1, title: 'Tăng trưởng kinh tế' },
    ...Array.from({ length: 9 }, () => ({ kind: 'paragraph', text: `${longText}.` }) as const),
    {
      kind: 'paragraph',
      text: [
        { text: 'Thu nội địa ước đạt ' },
        { text: '5.120 tỷ đồng', bold: true },
        { text: ', bằng 82,3% dự toán (chi tiết tại các Phụ lục).' },
      ],
    },
    { kind: 'passage', level: 'part', number: 2, title: 'Nhiệm vụ trọng tâm' },
    { kind: 'passage', level: 'point', number: 5, text: `${longText};` },
    { kind: 'passage', level: 'dash', number: 1, text: longText },
  ],
  signing: {
    lines: [{ as: 'onBehalf', text: 'Ủy ban nhân dân' }, { as: 'for', text: 'Chủ tịch' }, { text: 'Phó Chủ tịch' }],
    name: 'Nguyễn Văn An',
  },
  recipients: ['Thường trực Tỉnh ủy', 'Thường trực Hội đồng nhân dân tỉnh', 'Các sở, ban, ngành'],
  archive: 'VT, TH',
  attachments: [
    {
      as: 'appendix',
      title: 'Các chỉ tiêu chủ yếu',
      landscape: true,
      blocks: [
        {
          kind: 'table',
          table: {
            note: 'Đơn vị tính: theo cột đơn vị',
            columns: [
              { percent: 6, align: 'centre' },
              { percent: 34 },
              { percent: 12, align: 'centre' },
              ...years.flatMap(() => [
                { percent: 8, align: 'right' } as const,
                { percent: 8, align: 'right' } as const,
              ]),
            ],
            header: [
              [
                { text: 'TT', rows: 2 },
                { text: 'Chỉ tiêu', rows: 2 },
                { text: 'Đơn vị tính', rows: 2 },
                ...years.map((text) => ({ text: `Năm ${text}`, columns: 2 })),
              ],
              years.flatMap(() => ['Kế hoạch', 'Thực hiện']),
            ],
            rows: [
              [
                { text: 'I', bold: true },
                { text: 'Về kinh tế', columns: 8, bold: true },
              ],
              ...Array.from({ length: 40 }, (_, at) => [
                String(at + 1),
                `Chỉ tiêu thứ ${at + 1} về phát triển sản xuất trên địa bàn`,
                'tỷ đồng',
                ...years.flatMap((_, column) => ['1.234,5', `${at + column},7`]),
              ]),
            ],
          },
        },
      ],
    },
    {
      as: 'appendix',
      title: 'Những kiến nghị',
      landscape: false,
      blocks: [{ kind: 'paragraph', text: `${longText}.` }],
    },
  ],
};

export const decision: OfficialDocument = {
  head: { ...province, number: '7', symbol: 'QĐ-UBND' },
  kind: 'Quyết định',
  about: 'Về việc giao chỉ tiêu, nhiệm vụ phát triển kinh tế - xã hội năm 2026',
  authority: 'Ủy ban nhân dân tỉnh Bình Nguyên',
  bases: [
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
    'Căn cứ Nghị quyết số 30/NQ-HĐND ngày 08 tháng 12 năm 2025 của Hội đồng nhân dân tỉnh về phát triển kinh tế - xã hội năm 2026',
    'Theo đề nghị của Giám đốc Sở Tài chính',
  ],
  enacting: 'Quyết định:',
  body: [
    {
      kind: 'passage',
      level: 'article',
      number: 1,
      text: 'Ban hành kèm theo Quyết định này Kế hoạch thực hiện các chỉ tiêu, nhiệm vụ năm 2026 và Phụ lục kèm theo.',
    },
    { kind: 'passage', level: 'article', number: 2, title: 'Tổ chức thực hiện' },
    { kind: 'passage', level: 'clause', number: 1, text: `${longText}.` },
    { kind: 'passage', level: 'point', number: 4, text: 'Sở Nội vụ theo dõi, đôn đốc;' },
    {
      kind: 'passage',
      level: 'article',
      number: 3,
      text: 'Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Quyết định này',
    },
  ],
  signing: { lines: [{ as: 'onBehalf', text: 'Ủy ban nhân dân' }, { text: 'Chủ tịch' }], name: 'Lê Thị Minh' },
  recipients: ['Như Điều 3', 'Thường trực Tỉnh ủy'],
  archive: 'VT, TH',
  attachments: [
    {
      as: 'issued',
      kind: 'Kế hoạch',
      about: 'Thực hiện các chỉ tiêu, nhiệm vụ năm 2026',
      blocks: [
        { kind: 'passage', level: 'roman', number: 1, title: 'Mục tiêu' },
        { kind: 'paragraph', text: `${longText}.` },
        { kind: 'passage', level: 'roman', number: 2, title: 'Nhiệm vụ' },
        { kind: 'passage', level: 'clause', number: 1, title: 'Về kinh tế', text: longText },
      ],
    },
    {
      as: 'appendix',
      title: 'Danh mục nhiệm vụ',
      landscape: true,
      blocks: [
        {
          kind: 'table',
          table: {
            columns: [
              { percent: 6, align: 'centre' },
              { percent: 44 },
              { percent: 20 },
              { percent: 15 },
              { percent: 15, align: 'centre' },
            ],
            header: [['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời hạn']],
            rows: [['1', longText, 'Sở Y tế', 'Sở Tài chính', '30/6/2026']],
          },
        },
      ],
    },
  ],
};

export const partyResolution: OfficialDocument = {
  head: {
    issuedBy: 'party',
    parent: null,
    issuer: 'Tỉnh ủy Bình Nguyên',
    number: '5',
    symbol: 'NQ/TU',
    place: 'Bình Nguyên',
    date: '2025-12-08',
  },
  kind: 'Nghị quyết',
  about: 'về nhiệm vụ năm 2026',
  body: [
    { kind: 'passage', level: 'roman', number: 1, title: 'Tình hình' },
    { kind: 'paragraph', text: `${longText}.` },
    { kind: 'passage', level: 'roman', number: 2, title: 'Mục tiêu' },
    { kind: 'passage', level: 'clause', number: 1, title: 'Về kinh tế' },
    { kind: 'passage', level: 'point', number: 1, text: `${longText}.` },
  ],
  signing: { lines: [{ as: 'onBehalf', text: 'Tỉnh ủy' }, { text: 'Bí thư' }], name: 'Phạm Văn Bình' },
  recipients: ['Các ban đảng', 'Đảng ủy các xã, phường'],
  archive: 'Văn phòng Tỉnh ủy',
};

const partyLetter: OfficialDocument = {
  ...partyResolution,
  head: {
    ...partyResolution.head,
    parent: 'Tỉnh ủy Bình Nguyên',
    issuer: 'Văn phòng',
    number: null,
    symbol: 'CV/VPTU',
    date: '2026-06-30',
  },
  kind: null,
  about: 'chuẩn bị hội nghị Tỉnh ủy lần thứ ba',
  to: ['Đảng ủy các xã, phường'],
  body: [{ kind: 'paragraph', text: longText }],
  signing: { lines: [{ as: 'for', text: 'Chánh Văn phòng' }, { text: 'Phó Chánh Văn phòng' }], name: 'Đỗ Văn Cường' },
  recipients: [],
};

export const officialDocuments = { letter, report, decision, partyResolution, partyLetter } as const;
