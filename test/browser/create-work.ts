import { Config } from '../../src/config.ts';
import { openInstallation } from '../../src/installation.ts';
import { storeDatedAgencies, storeGivenWork, storeKnownEvent } from '../given-work.ts';
import { storeUser } from '../readings.ts';

/** node create-work.ts DATA_FOLDER: a register with an event that waits for an officer, before the program takes the folder. */
const [dataFolder] = process.argv.slice(2);
const installation = await openInstallation(Config.parse({ dataFolder }));
const { db } = installation;

const merged = '2025-03-01';
await storeDatedAgencies(db, [
  { id: 'thu.kh', name: 'Sở Kế hoạch và Đầu tư', until: merged },
  { id: 'thu.ld', name: 'Sở Lao động - Thương binh và Xã hội', until: merged },
  { id: 'thu.tnmt', name: 'Sở Tài nguyên và Môi trường', until: merged },
  { id: 'thu.nn', name: 'Sở Nông nghiệp và Phát triển nông thôn', until: merged },
  { id: 'thu.nnmt', name: 'Sở Nông nghiệp và Môi trường', from: merged },
  { id: 'thu.to', name: 'Tổ điều phối thử', until: '2025-07-01' },
  { id: 'thu.tc', name: 'Sở Tài chính' },
  { id: 'thu.nv', name: 'Sở Nội vụ' },
  { id: 'thu.yt', name: 'Sở Y tế' },
  { id: 'thu.gd', name: 'Sở Giáo dục và Đào tạo' },
]);
await storeKnownEvent(db, {
  id: 'thu-so-2025',
  title: 'Sắp xếp các sở tháng 3/2025',
  day: merged,
  successions: [
    { kind: 'merge', from: 'thu.kh', to: 'thu.tc' },
    { kind: 'merge', from: 'thu.tnmt', to: 'thu.nnmt' },
    { kind: 'merge', from: 'thu.nn', to: 'thu.nnmt' },
    { kind: 'split', from: 'thu.ld', to: 'thu.nv', field: 'lao động, việc làm, người có công' },
    { kind: 'split', from: 'thu.ld', to: 'thu.yt', field: 'bảo trợ xã hội, trẻ em' },
    { kind: 'split', from: 'thu.ld', to: 'thu.gd', field: 'giáo dục nghề nghiệp' },
    { kind: 'split', from: 'thu.ld', to: 'thu.nnmt', field: 'giảm nghèo' },
  ],
});
await storeGivenWork(db, await storeUser(db), {
  number: '95/KH-UBND',
  day: '2023-12-08',
  tasks: [
    { quote: 'Tham mưu kế hoạch đầu tư công trung hạn', lead: ['thu.kh'], coord: ['thu.tc'] },
    { quote: 'Giải quyết việc làm cho 23.000 lao động', lead: ['thu.ld'], coord: ['thu.kh'] },
    { quote: 'Bảo vệ, chăm sóc trẻ em có hoàn cảnh khó khăn', lead: ['thu.ld'], coord: ['thu.yt'] },
    { quote: 'Nâng cao chất lượng giáo dục nghề nghiệp', lead: ['thu.ld'], coord: ['thu.gd', 'thu.nv'] },
    { quote: 'Điều phối liên kết vùng', lead: ['thu.to'] },
    { quote: 'Rà soát thủ tục hành chính của ngành', lead: ['thu.ld'] },
    { quote: 'Quản lý rừng phòng hộ ven biển', lead: ['thu.nn'], coord: ['thu.tnmt'], monitor: ['thu.kh'] },
    { quote: 'Thu gom, xử lý rác thải sinh hoạt', lead: ['thu.tnmt'], coord: ['thu.nn', 'thu.ld'] },
  ],
});
await installation.close();
