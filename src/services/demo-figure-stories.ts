/** What the demo province has reached, made up as its documents are: some of it as planned, some late, some missed. */

export type DemoLine = {
  /** Its agency's profile. */
  agency: string;
  indicator: string;
  line?: string;
  /** Each month what there is since January; each quarter, or once a year, how it stands. */
  every: 'month' | 'quarter' | 'year';
  /** What each of `demoYears` brings, or how it stands at its end; null: not reported. */
  years: readonly (number | null)[];
  decimals?: number;
};

export const demoYears: readonly number[] = [2023, 2024, 2025, 2026];

/** What of a year is done by the end of each month: little at its beginning, much at its end. */
const parts = [0.05, 0.1, 0.18, 0.26, 0.34, 0.44, 0.52, 0.6, 0.69, 0.78, 0.88, 1];
export const partOfYear = (month: number): number => parts[month - 1] ?? 1;

const monthly = (
  agency: string,
  indicator: string,
  years: DemoLine['years'],
  line?: string,
  decimals = 0,
): DemoLine => ({
  ...{ agency, indicator, every: 'month', years, decimals },
  ...(line !== undefined && { line }),
});
const quarterly = (agency: string, indicator: string, years: DemoLine['years'], line?: string): DemoLine => ({
  ...{ agency, indicator, every: 'quarter', years },
  ...(line !== undefined && { line }),
});
const yearly = (agency: string, indicator: string, years: DemoLine['years'], line?: string): DemoLine => ({
  ...quarterly(agency, indicator, years, line),
  every: 'year',
});

/** Communes of the demo province by their codes, and how far each is from the province as a whole. */
export const demoCommunes: readonly { code: number; off: number }[] = Array.from({ length: 34 }, (_, at) => ({
  code: 97001 + at * 3,
  off: ((at * 13) % 34) / 8 - 2,
}));

/** What communes report: since they are there. */
export const demoCommuneLines: readonly DemoLine[] = [
  { agency: 'ubnd-xa', indicator: 'health-insurance', every: 'quarter', years: [null, null, 95.2, 95.7] },
  { agency: 'ubnd-xa', indicator: 'domestic-waste', every: 'quarter', years: [null, null, 88.4, 90.1] },
];

const farms = 'so-nong-nghiep-moi-truong';

export const demoFigures: readonly DemoLine[] = [
  monthly('thue', 'revenue-domestic', [5100, 5480, 5910, 6180]),
  monthly('thong-ke', 'investment', [27100, 28950, 30600, 33400]),
  monthly('so-cong-thuong', 'exports', [690, 742, 812, 870]),
  monthly('so-tai-chinh', 'new-enterprises', [452, 468, 431, 505]),
  monthly('so-noi-vu', 'jobs', [20400, 21260, 22140, 21900]),
  monthly('so-noi-vu', 'workers-abroad', [760, 812, 690, 845]),
  monthly('so-van-hoa-the-thao-du-lich', 'visitors', [1_310_000, 1_480_000, 1_655_000, 1_790_000]),
  monthly('lien-minh-hop-tac-xa', 'new-cooperatives', [18, 23, 17, 16]),
  monthly('lien-minh-hop-tac-xa', 'new-cooperatives', [13, 17, 9, 10], 'khu vực I'),
  monthly(farms, 'mangrove-planted', [null, null, 0.3, 0.42], undefined, 3),
  monthly(farms, 'fishery-output', [371, 380, 386, 392]),
  quarterly('thong-ke', 'grdp-growth', [6.1, 7.4, 8.3, 9.8]),
  quarterly('thong-ke', 'grdp-structure', [29.6, 28.1, 27.2, 25.6], 'khu vực I'),
  quarterly('thong-ke', 'grdp-structure', [32.3, 33.7, 34.6, 36.1], 'khu vực II'),
  quarterly('thong-ke', 'grdp-structure', [32.8, 32.8, 32.8, 33.2], 'khu vực III'),
  yearly('thong-ke', 'grdp-per-capita', [69.8, 76.9, 83.9, null]),
  yearly('so-khoa-hoc-cong-nghe', 'digital-economy-share', [9.1, 10.8, 12.6, null]),
  yearly('so-khoa-hoc-cong-nghe', 'dti', [41, 38, 34, null]),
  quarterly('so-xay-dung', 'urbanisation', [30.4, 31.3, 32.1, 33.1]),
  quarterly('so-noi-vu', 'trained', [68.2, 69.8, 71.4, 72.6]),
  quarterly('so-noi-vu', 'trained-cert', [34.1, 35.9, 37.4, 38.9]),
  quarterly('so-noi-vu', 'unemployment', [2.71, 2.6, 2.48, 2.4], 'thành thị'),
  quarterly('so-y-te', 'doctors', [9.1, 9.5, 9.9, 10.05]),
  quarterly('so-y-te', 'beds', [28.7, 29.8, 30.6, 32]),
  quarterly('so-y-te', 'pharmacists', [2.9, 3.1, 3.25, 3.42]),
  quarterly('bao-hiem-xa-hoi', 'health-insurance', [93.6, 94.7, 95.4, 95.6]),
  quarterly('bao-hiem-xa-hoi', 'social-insurance', [25.2, 26.9, 28.1, 29.3]),
  quarterly('so-tai-chinh', 'public-investment-disbursed', [93.1, 94.4, 92.7, null]),
  quarterly(farms, 'ntm-communes-share', [null, null, 88, 88.7]),
  quarterly(farms, 'ntm-advanced-share', [null, null, 28, 26.8]),
  quarterly(farms, 'forest-cover', [3.81, 3.86, 3.92, 3.95]),
  quarterly(farms, 'water-clean', [72.6, 75.9, 79, 80.5], 'nông thôn'),
  quarterly('so-xay-dung', 'water-clean', [98.4, 98.9, 99.3, 99.5], 'thành thị'),
  quarterly(farms, 'domestic-waste', [97.2, 98.1, 99, 99.4], 'thành thị'),
  quarterly(farms, 'domestic-waste', [78.8, 80.1, 81, 79.3], 'nông thôn'),
  quarterly(farms, 'hightech-shrimp-area', [1120, 1290, 1480, 1850]),
  quarterly(farms, 'fishing-boats-tracked', [91, 95, 97, 99.2]),
  yearly(farms, 'poverty-cut', [0.52, 0.44, 0.38, null]),
  yearly(farms, 'poverty-cut', [1.3, 1.1, 0.8, null], 'đồng bào Khmer'),
  yearly(farms, 'near-poverty', [2.9, 2.4, 2.05, null]),
  quarterly('so-giao-duc-dao-tao', 'schools-standard-share', [54, 58, 61, 64], 'mầm non'),
  quarterly('so-giao-duc-dao-tao', 'schools-standard-share', [66, 69, 72, 74.1], 'tiểu học'),
  quarterly('so-giao-duc-dao-tao', 'schools-standard-share', [62, 65, 68, 69], 'trung học cơ sở'),
  quarterly('so-cong-thuong', 'wind-capacity', [431, 514, 571, 640]),
  quarterly('quan-su', 'defence-communes', [96.4, 96.8, 97.2, 97.4]),
  yearly('cong-an', 'traffic-accidents-cut', [5.6, 6.2, 4.1, null]),
];
