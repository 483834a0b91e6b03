import type { Sample } from '../builder/form.ts';
import { appendices } from './03-phu-luc.ts';

export const sample: Sample = {
  file: '03-quyet-dinh-den-nam-2030',
  layout: 'export',
  form: 'state',
  autoNumber: true,
  head: {
    issuer: 'ỦY BAN NHÂN DÂN // TỈNH BÌNH CHÂU',
    number: 'Số: 1865/QĐ-UBND',
    placeAndDate: 'Bình Châu, ngày 24 tháng 9 năm 2025',
    inText: false,
  },
  title: {
    kind: 'QUYẾT ĐỊNH',
    subject:
      'Ban hành Kế hoạch hành động thực hiện Chương trình số 41-CTr/TU // của Tỉnh ủy về phát triển kinh tế biển và kinh tế số // tỉnh Bình Châu đến năm 2030, tầm nhìn đến năm 2045',
  },
  sign: {
    lines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    name: 'Huỳnh Quốc Thái',
    recipients: [
      '- Như Điều 3;',
      '- Bộ Tài chính;',
      '- TT. Tỉnh ủy, TT. HĐND tỉnh;',
      '- CT, các PCT UBND tỉnh;',
      '- Lưu: VT, TH.',
    ],
    recipientsInText: false,
  },
  gold: {
    number: '1865/QĐ-UBND',
    kind: 'quyet_dinh',
    issuer: 'Ủy ban nhân dân tỉnh Bình Châu',
    place: null,
    issuedOn: '2025-09-24',
    title:
      'Ban hành Kế hoạch hành động thực hiện Chương trình số 41-CTr/TU của Tỉnh ủy về phát triển kinh tế biển và kinh tế số tỉnh Bình Châu đến năm 2030, tầm nhìn đến năm 2045',
    period: { from: 2026, to: 2030 },
    signer: { name: 'Huỳnh Quốc Thái', title: 'PHÓ CHỦ TỊCH' },
    references: [
      ['41-CTr/TU', '2025-08-14'],
      ['36-NQ/TW', '2018-10-22'],
      ['57-NQ/TW', '2024-12-22'],
      ['733/QĐ-UBND', '2024-05-20'],
      ['15-KL/TU', '2025-06-02'],
      ['1204/QĐ-UBND', null],
    ],
  },
  tier: 'province',
  year: 2030,
  body: `
!head
!title
c ỦY BAN NHÂN DÂN TỈNH BÌNH CHÂU
b Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;
b Căn cứ Chương trình số 41-CTr/TU ngày 14/8/2025 của Tỉnh ủy về phát triển kinh tế biển và kinh tế số tỉnh Bình Châu đến năm 2030, tầm nhìn đến năm 2045, thực hiện Nghị quyết số 36-NQ/TW ngày 22/10/2018 của Ban Chấp hành Trung ương và Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;
e Theo đề nghị của Giám đốc Sở Tài chính.
c QUYẾT ĐỊNH:
a **Điều 1.** Ban hành kèm theo Quyết định này Kế hoạch hành động thực hiện Chương trình số 41-CTr/TU của Tỉnh ủy về phát triển kinh tế biển và kinh tế số tỉnh Bình Châu đến năm 2030, tầm nhìn đến năm 2045.
a **Điều 2.** Quyết định này có hiệu lực kể từ ngày ký.
a **Điều 3.** Chánh Văn phòng UBND tỉnh, thủ trưởng các sở, ban, ngành tỉnh, Chủ tịch UBND các xã, phường và tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.
!sign
!enclosure KẾ HOẠCH HÀNH ĐỘNG | Thực hiện Chương trình số 41-CTr/TU của Tỉnh ủy // về phát triển kinh tế biển và kinh tế số tỉnh Bình Châu // đến năm 2030, tầm nhìn đến năm 2045 | (Kèm theo Quyết định số 1865 /QĐ-UBND ngày 24  tháng 9 năm 2025 // của Ủy ban nhân dân tỉnh)
#1 I. MỤC ĐÍCH, YÊU CẦU, CHỈ TIÊU CHỦ YẾU
#2 1. Mục đích, yêu cầu
- Thống nhất nhận thức của các ngành, các xã, phường về hai trụ cột biển và số; việc gì cũng có cơ quan chủ trì, thời gian và sản phẩm.
- Bám sát tổ chức bộ máy mới sau ngày 01/7/2025; không giao việc trùng lặp, không để khoảng trống khi kết thúc hoạt động của cấp huyện.
#2 2. Các chỉ tiêu phấn đấu đến năm 2030
!mode targets
- Tốc độ tăng trưởng GRDP bình quân giai đoạn 2026 - 2030 đạt 10%/năm trở lên;
@ Tốc độ tăng trưởng GRDP bình quân giai đoạn 2026 - 2030 đạt 10%/năm trở lên | Tốc độ tăng trưởng GRDP bình quân | >= 10 %/năm | inc; from=2026
- Quy mô kinh tế (GRDP giá hiện hành) đạt 128.000 tỷ đồng;
@ Quy mô kinh tế (GRDP giá hiện hành) đạt 128.000 tỷ đồng | Quy mô kinh tế (GRDP giá hiện hành) | = 128000 tỷ đồng
- Tỷ trọng kinh tế biển trong GRDP khoảng 42%; kinh tế số chiếm 30%;
@ Tỷ trọng kinh tế biển trong GRDP khoảng 42% | Tỷ trọng trong GRDP | ~ 42 % | v=kinh tế biển
@ kinh tế số chiếm 30% | Tỷ trọng trong GRDP | = 30 % | v=kinh tế số
- GRDP bình quân đầu người đạt 138 triệu đồng/người/năm;
@ GRDP bình quân đầu người đạt 138 triệu đồng/người/năm | GRDP bình quân đầu người | = 138 triệu đồng/người/năm
- Sản lượng thủy sản đạt 410 - 420 nghìn tấn, trong đó tôm nước lợ 165 nghìn tấn;
@ Sản lượng thủy sản đạt 410 - 420 nghìn tấn | Sản lượng thủy sản | range 410 420 nghìn tấn
@ tôm nước lợ 165 nghìn tấn | Sản lượng thủy sản | = 165 nghìn tấn | v=tôm nước lợ; up=1
- Tổng công suất điện gió đạt khoảng 1,2GW; đến năm 2045 đạt khoảng 3GW;
@ Tổng công suất điện gió đạt khoảng 1,2GW | Tổng công suất điện gió | ~ 1.2 GW
@ khoảng 3GW | Tổng công suất điện gió | ~ 3 GW | y=2045
- Tỷ lệ đô thị hóa đạt 42%; 100% xã đạt chuẩn nông thôn mới, 45% xã nông thôn mới nâng cao; tỉnh được công nhận hoàn thành xây dựng nông thôn mới trước năm 2029;
@ Tỷ lệ đô thị hóa đạt 42% | Tỷ lệ đô thị hóa | = 42 %
@ 100% xã đạt chuẩn nông thôn mới | Tỷ lệ xã đạt chuẩn nông thôn mới | = 100 %
@ 45% xã nông thôn mới nâng cao | Tỷ lệ xã nông thôn mới nâng cao | = 45 %
@ tỉnh được công nhận hoàn thành xây dựng nông thôn mới | Tỉnh được công nhận hoàn thành xây dựng nông thôn mới | text | y=2028
- Tỷ lệ lao động qua đào tạo đạt 76% (trong đó có bằng cấp, chứng chỉ đạt 42%);
@ Tỷ lệ lao động qua đào tạo đạt 76% | Tỷ lệ lao động qua đào tạo | = 76 %
@ có bằng cấp, chứng chỉ đạt 42% | Tỷ lệ lao động qua đào tạo | = 42 % | v=có bằng cấp, chứng chỉ; up=1
- Tỷ lệ hộ nghèo đa chiều giảm bình quân 0,3 - 0,5%/năm giai đoạn 2026 - 2030;
@ Tỷ lệ hộ nghèo đa chiều giảm bình quân 0,3 - 0,5%/năm | Tỷ lệ hộ nghèo đa chiều | range 0.3 0.5 %/năm | dec; from=2026
- Đạt 36 giường bệnh, 13 - 14 bác sĩ, 04 dược sĩ đại học, 25 điều dưỡng viên trên 10.000 dân;
@ 36 giường bệnh | Số giường bệnh trên 10.000 dân | = 36 giường/vạn dân
@ 13 - 14 bác sĩ | Số bác sĩ trên 10.000 dân | range 13 14 bác sĩ/vạn dân
@ 04 dược sĩ đại học | Số dược sĩ đại học trên 10.000 dân | = 4 dược sĩ/vạn dân
@ 25 điều dưỡng viên trên 10.000 dân | Số điều dưỡng viên trên 10.000 dân | = 25 điều dưỡng/vạn dân
- Tỷ lệ sử dụng nước sạch: Khu vực thành thị đạt 100%; khu vực nông thôn đạt 92% - 95%;
@ Tỷ lệ sử dụng nước sạch: Khu vực thành thị đạt 100% | Tỷ lệ sử dụng nước sạch | = 100 % | v=khu vực thành thị
@ khu vực nông thôn đạt 92% - 95% | Tỷ lệ sử dụng nước sạch | range 92 95 % | v=khu vực nông thôn
- Chỉ số chuyển đổi số cấp tỉnh (DTI) thuộc nhóm 15 tỉnh dẫn đầu.
@ Chỉ số chuyển đổi số cấp tỉnh (DTI) thuộc nhóm 15 tỉnh dẫn đầu | Chỉ số chuyển đổi số cấp tỉnh (DTI) | <= 15 thứ hạng
#1 II. NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU
!mode tasks
#2 1. Quán triệt, tuyên truyền, tạo đồng thuận trong xã hội
- Các sở, ban, ngành tỉnh, UBND các xã, phường tổ chức quán triệt Chương trình số 41-CTr/TU và Kế hoạch này đến từng cán bộ, công chức.
~lead Các sở, ban, ngành tỉnh ¦ UBND các xã, phường
- Báo và Phát thanh, Truyền hình Bình Châu mở chuyên mục về kinh tế biển, kinh tế số; phát trên nền tảng số bằng tiếng Việt và tiếng Khmer.
~lead Báo và Phát thanh, Truyền hình Bình Châu
#2 2. Phát triển nhanh, bền vững kinh tế biển
- Phân vùng không gian ven biển để tập trung đầu tư, trong đó:
+ Vùng cảng và năng lượng: Gồm khu vực ven biển phường Hải Thuận, xã Hải Long; ưu tiên cảng tổng hợp, điện gió, dịch vụ hậu cần nghề cá.
+ Vùng nuôi trồng công nghệ cao: Gồm các xã Hòa Thạnh, Thạnh Hải; cấp, thoát nước riêng biệt, giữ rừng ngập mặn; phấn đấu đến năm 2030 diện tích nuôi tôm công nghệ cao đạt 3.200 ha.
@ diện tích nuôi tôm công nghệ cao đạt 3.200 ha | Diện tích nuôi tôm công nghệ cao | = 3200 ha
+ Vùng du lịch và đô thị: Gồm phường Bình Châu và các xã cù lao, phát triển nghỉ dưỡng sông nước, chợ đêm, lễ hội.
- Phối hợp với Trung ương đầu tư đường bộ ven biển, luồng vào cảng Hải Thuận; phấn đấu đến năm 2030 phường Hải Thuận trở thành đô thị cảng loại III.
@ phường Hải Thuận trở thành đô thị cảng loại III | Phường Hải Thuận trở thành đô thị cảng loại III | text
- Giảm tàu khai thác ven bờ, không để tàu cá vi phạm vùng biển nước ngoài; giai đoạn 2026 - 2028 trồng mới 1,5 triệu cây ngập mặn và cây chắn sóng.
@ trồng mới 1,5 triệu cây ngập mặn và cây chắn sóng | Số cây ngập mặn và cây chắn sóng trồng mới | = 1.5 triệu cây | inc; y=2028; from=2026
#2 3. Phát triển kinh tế số, chính quyền số, xã hội số
- Hoàn thiện kho dữ liệu dùng chung, kết nối các cơ sở dữ liệu chuyên ngành; bảo đảm chi cho khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số không dưới 3% chi ngân sách hằng năm.
@ chi cho khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số không dưới 3% | Chi cho khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số | >= 3 %
- Hỗ trợ doanh nghiệp nhỏ và vừa dùng nền tảng số; trên 70% doanh nghiệp ứng dụng hóa đơn, hợp đồng, kế toán điện tử vào năm 2028.
@ trên 70% doanh nghiệp ứng dụng hóa đơn, hợp đồng, kế toán điện tử | Tỷ lệ doanh nghiệp ứng dụng hóa đơn, hợp đồng, kế toán điện tử | > 70 % | y=2028
- Phổ cập kỹ năng số ở khóm, ấp qua tổ công nghệ số cộng đồng; phủ sóng 5G 100% trung tâm xã, phường.
@ phủ sóng 5G 100% trung tâm xã, phường | Tỷ lệ trung tâm xã, phường được phủ sóng 5G | = 100 %
#2 4. Bảo đảm quốc phòng, an ninh trên biển
- Xây dựng lực lượng dân quân biển, lắp đặt hệ thống quan sát ven bờ; phấn đấu 98% xã, phường vững mạnh về quốc phòng - an ninh.
@ 98% xã, phường vững mạnh về quốc phòng - an ninh | Tỷ lệ xã, phường vững mạnh về quốc phòng - an ninh | = 98 %
- Tuyên truyền pháp luật về biển cho ngư dân, bảo vệ ngư dân bám biển sản xuất.
#1 III. TỔ CHỨC THỰC HIỆN
* 1. Căn cứ Kế hoạch này, Thủ trưởng các sở, ban, ngành tỉnh, Chủ tịch UBND các xã, phường:
~lead Thủ trưởng các sở, ban, ngành tỉnh ¦ Chủ tịch UBND các xã, phường
* a) Đưa các nhiệm vụ được giao vào chương trình công tác, phân công rõ người, rõ việc, rõ thời gian, rõ sản phẩm, rõ thẩm quyền.
* b) Trước ngày 31 tháng 10 năm 2025, ban hành kế hoạch cụ thể của cơ quan, địa phương mình.
~time Trước ngày 31 tháng 10 năm 2025 => by 2025-10-30
* c) Định kỳ hằng năm, Thủ trưởng các sở, ban, ngành tỉnh, Chủ tịch UBND các xã, phường báo cáo kết quả gửi Sở Tài chính trước ngày 20 tháng 11 để tổng hợp, báo cáo UBND tỉnh.
~lead Thủ trưởng các sở, ban, ngành tỉnh ¦ Chủ tịch UBND các xã, phường
~monitor Sở Tài chính
~time Định kỳ hằng năm => recurring year
* 2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, các tổ chức chính trị - xã hội phối hợp với chính quyền các cấp giám sát và vận động Nhân dân thực hiện Kế hoạch này.
~lead Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh ¦ các tổ chức chính trị - xã hội
~coord chính quyền các cấp
* 3. Sở Tài chính phối hợp với Sở Khoa học và Công nghệ, Sở Nông nghiệp và Môi trường theo dõi, đôn đốc việc thực hiện Kế hoạch này./.
~lead Sở Tài chính
~coord Sở Khoa học và Công nghệ ¦ Sở Nông nghiệp và Môi trường
${appendices}
`,
};
