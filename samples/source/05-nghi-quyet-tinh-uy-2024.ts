import type { Sample } from '../builder/form.ts';

export const sample: Sample = {
  file: '05-nghi-quyet-tinh-uy-2024',
  layout: 'prose',
  form: 'party',
  head: {
    issuer: 'TỈNH ỦY BÌNH CHÂU',
    number: 'Số 12-NQ/TU',
    placeAndDate: 'Bình Châu, ngày 30 tháng 11 năm 2023',
    inText: true,
  },
  title: {
    kind: 'NGHỊ QUYẾT',
    subject: 'về nhiệm vụ phát triển kinh tế - xã hội // và xây dựng hệ thống chính trị năm 2024',
  },
  sign: {
    lines: ['T/M TỈNH ỦY', 'PHÓ BÍ THƯ'],
    name: 'Võ Minh Khang',
    signed: true,
    recipients: [
      '- Văn phòng Trung ương Đảng,',
      '- Các ban đảng, cơ quan Đảng ở Trung ương,',
      '- Quân khu 9,',
      '- Các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc,',
      '- Các ban cán sự đảng, đảng đoàn,',
      '- Sở, ban, ngành, đoàn thể tỉnh,',
      '- Các đồng chí Tỉnh ủy viên,',
      '- Lưu Văn phòng Tỉnh ủy.',
    ],
    recipientsInText: true,
  },
  gold: {
    number: '12-NQ/TU',
    kind: 'nghi_quyet',
    issuer: 'Tỉnh ủy Bình Châu',
    place: 'Bình Châu',
    issuedOn: '2023-11-30',
    title: 'về nhiệm vụ phát triển kinh tế - xã hội và xây dựng hệ thống chính trị năm 2024',
    period: { from: 2024, to: 2024 },
    signer: { name: 'Võ Minh Khang', title: 'PHÓ BÍ THƯ' },
    references: [
      ['17-CTr/TU', '2022-05-19'],
      ['36-NQ/TW', '2018-10-22'],
      ['08-CT/TU', null],
      ['21-KL/TW', '2021-10-25'],
    ],
  },
  tier: 'province',
  year: 2024,
  body: `
!head
!title
#1 I- DỰ BÁO TÌNH HÌNH
. Bước vào năm 2024, kinh tế trong nước lấy lại đà tăng, giá nông sản và thủy sản nhích lên; nhiều công trình giao thông của vùng được khởi công. Năm 2023, tốc độ tăng trưởng của tỉnh đạt 6,4%, thu nội địa đạt 5.105 tỷ đồng, có thêm 06 xã đạt chuẩn nông thôn mới.
. Khó khăn còn nhiều: đơn hàng xuất khẩu chưa ổn định, xâm nhập mặn đến sớm, lao động trẻ rời quê, một số cán bộ còn ngại việc khó. Từng cấp ủy phải nhìn thẳng vào hạn chế để có cách làm sát hợp.
#1 II- MỤC TIÊU VÀ CHỈ TIÊU
!blank
#2 1. Mục tiêu
. Phấn đấu đưa kinh tế của tỉnh tăng trưởng cao hơn bình quân của vùng, giữ vững ổn định xã hội; chuẩn bị chu đáo nhân sự, văn kiện cho đại hội đảng bộ các cấp nhiệm kỳ 2025 - 2030.
#2 2. Các chỉ tiêu chủ yếu
!mode targets
#3 a) Chỉ tiêu kinh tế
!blank
- Tốc độ tăng trưởng kinh tế (GRDP) tăng 7,5% trở lên so với năm 2023.
@ Tốc độ tăng trưởng kinh tế (GRDP) tăng 7,5% trở lên | Tốc độ tăng trưởng kinh tế (GRDP) | >= 7.5 % | inc; base=so với năm 2023
- GRDP bình quân đầu người đạt 76 triệu đồng/người/năm.
@ GRDP bình quân đầu người đạt 76 triệu đồng/người/năm | GRDP bình quân đầu người | = 76 triệu đồng/người/năm
- Tỷ trọng công nghiệp, xây dựng và dịch vụ chiếm trên 66% trong GRDP.
@ Tỷ trọng công nghiệp, xây dựng và dịch vụ chiếm trên 66% | Tỷ trọng công nghiệp, xây dựng và dịch vụ trong GRDP | > 66 %
- Tổng vốn đầu tư toàn xã hội khoảng 28.800 tỷ đồng, tăng 8,2% so với ước thực hiện năm 2023.
@ Tổng vốn đầu tư toàn xã hội khoảng 28.800 tỷ đồng | Tổng vốn đầu tư toàn xã hội | ~ 28800 tỷ đồng
@ tăng 8,2% | Tổng vốn đầu tư toàn xã hội | = 8.2 % | inc; base=so với ước thực hiện năm 2023; up=1
- Thu nội địa 5.400 tỷ đồng, tăng 5,8% so với dự toán năm 2023.
@ Thu nội địa 5.400 tỷ đồng | Thu nội địa | = 5400 tỷ đồng
@ tăng 5,8% | Thu nội địa | = 5.8 % | inc; base=so với dự toán năm 2023; up=1
- Tỷ lệ đô thị hóa đạt 31%.
@ Tỷ lệ đô thị hóa đạt 31% | Tỷ lệ đô thị hóa | = 31 %
- Phát triển mới 22 Hợp tác xã, trong đó 17 Hợp tác xã nông nghiệp.
@ Phát triển mới 22 Hợp tác xã | Số Hợp tác xã phát triển mới | = 22 hợp tác xã | inc
@ 17 Hợp tác xã nông nghiệp | Số Hợp tác xã phát triển mới | = 17 hợp tác xã | v=Hợp tác xã nông nghiệp; inc; up=1
#3 b) Chỉ tiêu xã hội
- Tỷ lệ lao động nông nghiệp trong tổng lao động xã hội còn 40%.
@ Tỷ lệ lao động nông nghiệp trong tổng lao động xã hội còn 40% | Tỷ lệ lao động nông nghiệp trong tổng lao động xã hội | = 40 %
- Tỷ lệ lao động qua đào tạo đạt 69,5%, trong đó: Tỷ lệ lao động có bằng cấp, chứng chỉ đạt 35 - 36%; tạo việc làm mới cho 21.000 lao động. Đưa 800 lao động đi làm việc ở nước ngoài theo hợp đồng.
@ Tỷ lệ lao động qua đào tạo đạt 69,5% | Tỷ lệ lao động qua đào tạo | = 69.5 %
@ Tỷ lệ lao động có bằng cấp, chứng chỉ đạt 35 - 36% | Tỷ lệ lao động qua đào tạo | range 35 36 % | v=có bằng cấp, chứng chỉ; up=1
@ tạo việc làm mới cho 21.000 lao động | Số lao động được tạo việc làm mới | = 21000 lao động | inc
@ Đưa 800 lao động đi làm việc ở nước ngoài theo hợp đồng | Số lao động đi làm việc ở nước ngoài theo hợp đồng | = 800 lao động
- Tỷ lệ thất nghiệp khu vực thành thị dưới 2,8%.
@ Tỷ lệ thất nghiệp khu vực thành thị dưới 2,8% | Tỷ lệ thất nghiệp khu vực thành thị | < 2.8 %
- Có 9 - 9,5 bác sĩ/vạn dân; 28 - 29 giường bệnh/vạn dân (không tính giường trạm y tế).
@ 9 - 9,5 bác sĩ/vạn dân | Số bác sĩ/vạn dân | range 9 9.5 bác sĩ/vạn dân
@ 28 - 29 giường bệnh/vạn dân | Số giường bệnh/vạn dân | range 28 29 giường/vạn dân
d - Tỷ lệ dân số tham gia bảo hiểm y tế 94,6%, người tham gia bảo hiểm xã hội bắt buộc đạt 17,5% trở lên, bảo hiểm xã hội tự nguyện đạt 3,4% trở lên.
@ Tỷ lệ dân số tham gia bảo hiểm y tế 94,6% | Tỷ lệ dân số tham gia bảo hiểm y tế | = 94.6 %
@ người tham gia bảo hiểm xã hội bắt buộc đạt 17,5% trở lên | Tỷ lệ người tham gia bảo hiểm xã hội bắt buộc | >= 17.5 %
@ bảo hiểm xã hội tự nguyện đạt 3,4% trở lên | Tỷ lệ người tham gia bảo hiểm xã hội tự nguyện | >= 3.4 %
- Tỷ lệ hộ nghèo giảm (theo chuẩn nghèo đa chiều) từ 0,4 - 0,5%, trong đó: Đồng bào dân tộc Khmer giảm 1 - 1,2%.
@ Tỷ lệ hộ nghèo giảm (theo chuẩn nghèo đa chiều) từ 0,4 - 0,5% | Tỷ lệ hộ nghèo (theo chuẩn nghèo đa chiều) | range 0.4 0.5 % | dec
@ Đồng bào dân tộc Khmer giảm 1 - 1,2% | Tỷ lệ hộ nghèo (theo chuẩn nghèo đa chiều) | range 1 1.2 % | v=Đồng bào dân tộc Khmer; dec; up=1
- Tỷ lệ học sinh đi học đúng độ tuổi: Tiểu học 99,8%, Trung học cơ sở 98,2%, Trung học phổ thông 79%.
@ Tỷ lệ học sinh đi học đúng độ tuổi: Tiểu học 99,8% | Tỷ lệ học sinh đi học đúng độ tuổi | = 99.8 % | v=Tiểu học
@ Trung học cơ sở 98,2% | Tỷ lệ học sinh đi học đúng độ tuổi | = 98.2 % | v=Trung học cơ sở
@ Trung học phổ thông 79% | Tỷ lệ học sinh đi học đúng độ tuổi | = 79 % | v=Trung học phổ thông
- Tỷ lệ trẻ em dưới 05 tuổi suy dinh dưỡng giảm còn 6,1%.
@ Tỷ lệ trẻ em dưới 05 tuổi suy dinh dưỡng giảm còn 6,1% | Tỷ lệ trẻ em dưới 05 tuổi suy dinh dưỡng | = 6.1 %
- Tỷ lệ hộ sử dụng điện đạt 99,4%.
@ Tỷ lệ hộ sử dụng điện đạt 99,4% | Tỷ lệ hộ sử dụng điện | = 99.4 %
- Số xã đạt chuẩn nông thôn mới nâng cao tăng thêm 06 - 08 xã; huyện An Định đạt chuẩn huyện nông thôn mới.
@ Số xã đạt chuẩn nông thôn mới nâng cao tăng thêm 06 - 08 xã | Số xã đạt chuẩn nông thôn mới nâng cao | range 6 8 xã | inc
@ huyện An Định đạt chuẩn huyện nông thôn mới | Huyện An Định đạt chuẩn huyện nông thôn mới | text
#3 c) Chỉ tiêu môi trường
- Tỷ lệ dân số đô thị được cung cấp nước sạch 99%. Tỷ lệ dân số nông thôn sử dụng nước hợp vệ sinh 99,4% (trong đó nước sạch 74%).
@ Tỷ lệ dân số đô thị được cung cấp nước sạch 99% | Tỷ lệ dân số đô thị được cung cấp nước sạch | = 99 %
@ Tỷ lệ dân số nông thôn sử dụng nước hợp vệ sinh 99,4% | Tỷ lệ dân số nông thôn sử dụng nước hợp vệ sinh | = 99.4 %
@ nước sạch 74% | Tỷ lệ dân số nông thôn sử dụng nước hợp vệ sinh | = 74 % | v=nước sạch; up=1
- Tỷ lệ chất thải nguy hại được xử lý 98,5%; chất thải rắn y tế được thu gom, xử lý đạt 98 - 99%.
@ Tỷ lệ chất thải nguy hại được xử lý 98,5% | Tỷ lệ chất thải nguy hại được xử lý | = 98.5 %
@ chất thải rắn y tế được thu gom, xử lý đạt 98 - 99% | Tỷ lệ chất thải rắn y tế được thu gom, xử lý | range 98 99 %
- Tỷ lệ che phủ rừng 3,85% so với diện tích tự nhiên.
@ Tỷ lệ che phủ rừng 3,85% | Tỷ lệ che phủ rừng | = 3.85 %
#3 d) Chỉ tiêu quốc phòng - an ninh
- Giữ vững an ninh, trật tự trên địa bàn tỉnh.
@ Giữ vững an ninh, trật tự trên địa bàn tỉnh | An ninh, trật tự trên địa bàn tỉnh | text
-  Có 90% trở lên xã, phường, thị trấn, 96% cơ quan, đơn vị đạt chuẩn an toàn về an ninh, trật tự.
@ 90% trở lên xã, phường, thị trấn | Tỷ lệ xã, phường, thị trấn đạt chuẩn an toàn về an ninh, trật tự | >= 90 %
@ 96% cơ quan, đơn vị đạt chuẩn an toàn về an ninh, trật tự | Tỷ lệ cơ quan, đơn vị đạt chuẩn an toàn về an ninh, trật tự | = 96 %
- Có 96% trở lên xã, phường, thị trấn vững mạnh về quốc phòng.
@ 96% trở lên xã, phường, thị trấn vững mạnh về quốc phòng | Tỷ lệ xã, phường, thị trấn vững mạnh về quốc phòng | >= 96 %
#3 e) Chỉ tiêu xây dựng hệ thống chính trị
!blank
- Có 100% tổ chức đảng trực thuộc hoàn thành nhiệm vụ; trong đó: Có từ 85% trở lên hoàn thành tốt nhiệm vụ (có 20% hoàn thành xuất sắc nhiệm vụ).
@ 100% tổ chức đảng trực thuộc hoàn thành nhiệm vụ | Tỷ lệ tổ chức đảng trực thuộc hoàn thành nhiệm vụ | = 100 %
@ từ 85% trở lên hoàn thành tốt nhiệm vụ | Tỷ lệ tổ chức đảng trực thuộc hoàn thành tốt nhiệm vụ | >= 85 % | up=1
@ 20% hoàn thành xuất sắc nhiệm vụ | Tỷ lệ tổ chức đảng trực thuộc hoàn thành xuất sắc nhiệm vụ | = 20 % | up=1
- Có trên 88% đảng viên hoàn thành tốt nhiệm vụ.
@ trên 88% đảng viên hoàn thành tốt nhiệm vụ | Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ | > 88 %
- Kết nạp mới 950 đảng viên.
@ Kết nạp mới 950 đảng viên | Số đảng viên kết nạp mới | = 950 đảng viên | inc
- Vận động, tập hợp quần chúng vào các tổ chức chính trị - xã hội đạt 82% trở lên dân số trong độ tuổi.
@ tập hợp quần chúng vào các tổ chức chính trị - xã hội đạt 82% trở lên | Tỷ lệ tập hợp quần chúng vào các tổ chức chính trị - xã hội | >= 82 %
#1 III- NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU
!blank
!mode tasks
#2 1. Cơ cấu lại kinh tế theo chiều sâu, lấy kinh tế biển và nông nghiệp công nghệ cao làm mũi nhọn
- Tập trung thực hiện 06 nhiệm vụ trọng tâm, 03 khâu đột phá đã nêu trong Nghị quyết Đại hội; mỗi đồng chí Tỉnh ủy viên theo dõi một công trình trọng điểm và chịu trách nhiệm đến cùng.
- Chuyển đổi cây trồng, vật nuôi theo ba vùng mặn, lợ, ngọt; mở rộng diện tích lúa hữu cơ, dừa hữu cơ có liên kết tiêu thụ. Phấn đấu cuối năm 2024 có 5.200 ha dừa hữu cơ, sản lượng tôm nuôi đạt 96.000 tấn.
@ 5.200 ha dừa hữu cơ | Diện tích dừa hữu cơ | = 5200 ha
@ sản lượng tôm nuôi đạt 96.000 tấn | Sản lượng tôm nuôi | = 96000 tấn
- Tiếp tục thực hiện Chương trình số 17-CTr/TU, ngày 19/5/2022 của Tỉnh ủy về thực hiện Nghị quyết số 36-NQ/TW ngày 22/10/2018 của Ban Chấp hành Trung ương; đưa cảng Hải Thuận, các dự án điện gió và khu neo đậu tránh trú bão vào khai thác đúng tiến độ.
- Xây dựng nông thôn mới thực chất, không chạy theo thành tích; phấn đấu đến cuối năm 2024 có 70/74 xã đạt chuẩn nông thôn mới, 30% xã đạt chuẩn nông thôn mới nâng cao (trong đó có 2 - 3 xã kiểu mẫu).
@ 70/74 xã đạt chuẩn nông thôn mới | Số xã đạt chuẩn nông thôn mới | = 70/74 xã
@ 30% xã đạt chuẩn nông thôn mới nâng cao | Tỷ lệ xã đạt chuẩn nông thôn mới nâng cao | = 30 %
@ 2 - 3 xã kiểu mẫu | Số xã kiểu mẫu | range 2 3 xã | up=1
- Khuyến khích khởi nghiệp, đỡ đầu doanh nghiệp nhỏ; phấn đấu phát triển mới 450 - 480 doanh nghiệp. Tín dụng chính sách đến đúng đối tượng, tăng trưởng tín dụng 12 - 13%.
@ phát triển mới 450 - 480 doanh nghiệp | Số doanh nghiệp phát triển mới | range 450 480 doanh nghiệp | inc
@ tăng trưởng tín dụng 12 - 13% | Tăng trưởng tín dụng | range 12 13 % | inc
- Siết chặt quản lý đất công, tài nguyên cát; đẩy nhanh giải ngân vốn đầu tư công, xem kết quả giải ngân là căn cứ đánh giá người đứng đầu.
#2 2. Phát triển văn hóa, chăm lo đời sống Nhân dân
!blank
- Đưa phong trào xây dựng đời sống văn hóa đi vào nền nếp ở từng khóm, ấp; bảo tồn nghệ thuật dân gian của ba dân tộc Kinh, Khmer, Hoa.
- Đổi mới dạy và học, khắc phục tình trạng thừa, thiếu giáo viên cục bộ; có thêm 10 trường đạt chuẩn quốc gia.
@ có thêm 10 trường đạt chuẩn quốc gia | Số trường đạt chuẩn quốc gia | = 10 trường | inc
- Củng cố y tế cơ sở, chủ động phòng dịch; hoàn thành Bệnh viện Sản - Nhi đúng thời hạn đã cam kết.
- Lãnh đạo thực hiện chương trình giảm nghèo, xóa nhà tạm; phấn đấu giảm 1,2% trở lên hộ cận nghèo, vận động xây dựng mới 1.100 căn nhà tình thương.
@ giảm 1,2% trở lên hộ cận nghèo | Tỷ lệ hộ cận nghèo | >= 1.2 % | dec
@ xây dựng mới 1.100 căn nhà tình thương | Số căn nhà tình thương xây dựng mới | = 1100 căn nhà | inc
#2 3. Thực hiện tốt công tác dân tộc, tôn giáo
. Triển khai kịp thời chính sách đối với đồng bào dân tộc thiểu số, nhất là đất ở, nhà ở, sinh kế; gần gũi chức sắc, người có uy tín, giải quyết thỏa đáng các kiến nghị chính đáng ngay từ cơ sở.
#2 4. Củng cố quốc phòng, an ninh; bảo đảm trật tự, an toàn xã hội
- Xây dựng thế trận quốc phòng toàn dân gắn với thế trận an ninh nhân dân; hoàn thành chỉ tiêu giao quân, chăm lo hậu phương quân đội.
- Nắm chắc tình hình, không để bị động, bất ngờ; bảo vệ tuyệt đối an toàn các sự kiện chính trị; trấn áp tội phạm tín dụng đen, ma túy. Kiềm chế, kéo giảm tai nạn giao thông từ 5% trở lên so với năm 2023.
@ kéo giảm tai nạn giao thông từ 5% trở lên | Tai nạn giao thông | >= 5 % | dec; base=so với năm 2023
#2 5. Nâng cao hiệu lực quản lý nhà nước, cải cách hành chính, phòng, chống tham nhũng, tiêu cực
- Cắt giảm thời gian giải quyết thủ tục hành chính ít nhất 20%; đánh giá cán bộ bằng kết quả công việc, thay thế kịp thời cán bộ đùn đẩy, né tránh.
@ Cắt giảm thời gian giải quyết thủ tục hành chính ít nhất 20% | Thời gian giải quyết thủ tục hành chính | >= 20 % | dec
- Kiểm tra, giám sát lĩnh vực dễ phát sinh tiêu cực; thu hồi triệt để tài sản bị chiếm đoạt theo Chỉ thị số 08-CT/TU của Ban Thường vụ Tỉnh ủy.
#2 6. Xây dựng Đảng và hệ thống chính trị trong sạch, vững mạnh
- Thực hiện nghiêm Kết luận số 21-KL/TW ngày 25/10/2021 của Ban Chấp hành Trung ương; nêu gương từ trên xuống, nói đi đôi với làm.
- Mặt trận Tổ quốc và các đoàn thể đổi mới cách tập hợp đoàn viên, hội viên, hướng mạnh về cơ sở.
~lead Mặt trận Tổ quốc ¦ các đoàn thể
#1 IV- TỔ CHỨC THỰC HIỆN
!blank
* 1. Các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc xây dựng chương trình hành động trước ngày 31/12/2023, cụ thể hóa thành chỉ tiêu của địa phương, đơn vị mình.
~lead Các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc
~time trước ngày 31/12/2023 => by 2023-12-30
* 2. Đảng đoàn Hội đồng nhân dân tỉnh lãnh đạo việc thể chế hóa Nghị quyết thành nghị quyết của Hội đồng nhân dân tỉnh và giám sát việc thực hiện.
~lead Đảng đoàn Hội đồng nhân dân tỉnh
* 3. Ban cán sự đảng Ủy ban nhân dân tỉnh lãnh đạo, phân công các sở, ngành thực hiện; định kỳ hằng quý báo cáo Ban Thường vụ Tỉnh ủy.
~lead Ban cán sự đảng Ủy ban nhân dân tỉnh ¦ các sở, ngành
~time định kỳ hằng quý => recurring quarter
* 4. Ban Tuyên giáo Tỉnh ủy chủ trì, phối hợp với Sở Thông tin và Truyền thông, Báo Bình Châu hướng dẫn, tuyên truyền Nghị quyết đến cán bộ, đảng viên và Nhân dân.
~lead Ban Tuyên giáo Tỉnh ủy
~coord Sở Thông tin và Truyền thông ¦ Báo Bình Châu
* 5. Văn phòng Tỉnh ủy theo dõi, đôn đốc và tổng hợp tình hình thực hiện Nghị quyết, báo cáo Tỉnh ủy.
~lead Văn phòng Tỉnh ủy
. Tỉnh ủy kêu gọi toàn thể cán bộ, đảng viên, chiến sĩ và đồng bào các dân tộc trong tỉnh chung sức, đồng lòng thực hiện thắng lợi Nghị quyết này.
~no
!sign
`,
};
