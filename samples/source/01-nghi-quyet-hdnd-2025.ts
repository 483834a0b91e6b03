import type { Sample } from '../builder/form.ts';

export const sample: Sample = {
  file: '01-nghi-quyet-hdnd-2025',
  layout: 'markdown',
  form: 'state',
  head: {
    issuer: 'HỘI ĐỒNG NHÂN DÂN // TỈNH BÌNH CHÂU',
    number: 'Số: 38/NQ-HĐND',
    placeAndDate: 'Bình Châu, ngày 06 tháng 12 năm 2024',
    inText: true,
  },
  title: { kind: 'NGHỊ QUYẾT', subject: 'Về kế hoạch phát triển kinh tế - xã hội // tỉnh Bình Châu năm 2025' },
  sign: {
    lines: ['CHỦ TỊCH'],
    name: 'Trần Hữu Lộc',
    recipients: [
      '- Ủy ban Thường vụ Quốc hội, Chính phủ;',
      '- Các Bộ: KH&ĐT, Tài chính;',
      '- Ban Công tác đại biểu - UBTVQH;',
      '- TT. Tỉnh ủy, UBND, UBMTTQVN tỉnh;',
      '- Đoàn đại biểu Quốc hội tỉnh;',
      '- Đại biểu HĐND tỉnh khóa X;',
      '- Các sở, ngành: KH&ĐT, TC, LĐ-TB&XH, Cục Thuế, Cục Thống kê;',
      '- TT. HĐND, UBND các huyện, thị xã, thành phố;',
      '- Báo Bình Châu, Đài PT-TH tỉnh;',
      '- Lưu: VT, Phòng CTHĐND.',
    ],
    recipientsInText: true,
  },
  gold: {
    number: '38/NQ-HĐND',
    kind: 'nghi_quyet',
    issuer: 'Hội đồng nhân dân tỉnh Bình Châu',
    place: 'Bình Châu',
    issuedOn: '2024-12-06',
    title: 'Về kế hoạch phát triển kinh tế - xã hội tỉnh Bình Châu năm 2025',
    period: { from: 2025, to: 2025 },
    signer: { name: 'Trần Hữu Lộc', title: 'CHỦ TỊCH' },
    references: [
      ['412/BC-UBND', '2024-11-22'],
      ['31/NQ-HĐND', '2023-12-08'],
      ['1586/QĐ-TTg', '2023-12-14'],
      ['24/2021/QĐ-TTg', null],
      ['17-CTr/TU', '2022-05-19'],
    ],
  },
  tier: 'province',
  year: 2025,
  body: `
!head
!title
c **HỘI ĐỒNG NHÂN DÂN TỈNH BÌNH CHÂU, KHÓA X - KỲ HỌP THỨ 17**
b *Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;*
b *Căn cứ Luật Đầu tư công ngày 29 tháng 11 năm 2024;*
e *Trên cơ sở thẩm tra của các Ban Hội đồng nhân dân tỉnh và kết quả thảo luận, biểu quyết của đại biểu Hội đồng nhân dân tỉnh tại kỳ họp.*
c **QUYẾT NGHỊ:**
a **Điều 1.** Tán thành Báo cáo số 412/BC-UBND ngày 22 tháng 11 năm 2024 của Ủy ban nhân dân tỉnh về tình hình thực hiện Nghị quyết số 31/NQ-HĐND ngày 08 tháng 12 năm 2023 của Hội đồng nhân dân tỉnh; năm 2024 tỉnh ước đạt 21/24 chỉ tiêu, GRDP tăng 7,9%.
a **Điều 2.** Hội đồng nhân dân tỉnh thông qua mục tiêu, các chỉ tiêu và nhiệm vụ, giải pháp của năm 2025 với những nội dung chính dưới đây:
#2 **1. Mục tiêu tổng quát**
. Giữ đà phục hồi của các ngành sản xuất, khơi thông nguồn lực đất đai, bờ biển và con người để về đích kế hoạch 05 năm 2021 - 2025; thực hiện 05 nhiệm vụ trọng tâm, 03 khâu đột phá; sắp xếp bộ máy gọn hơn mà không làm chậm công việc của người dân, doanh nghiệp; bảo đảm ⏎ an sinh, giữ gìn quốc phòng, an ninh trên đất liền và trên biển.
#2 ## **2. Các chỉ tiêu chủ yếu**
!mode targets
#3 ### **a) Chỉ tiêu kinh tế**
(1) Phấn đấu tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) đạt 8,6% so với ước thực hiện năm 2024. Trong đó: khu vực I tăng 3,05%; khu vực II tăng 12,7%; khu vực III tăng 8,9%; thuế sản phẩm trừ trợ cấp sản phẩm tăng 3,3%.
@ tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) đạt 8,6% | Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) | = 8.6 % | inc; base=so với ước thực hiện năm 2024
@ khu vực I tăng 3,05% | Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) | = 3.05 % | v=khu vực I; inc; base=so với ước thực hiện năm 2024; up=1
@ khu vực II tăng 12,7% | Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) | = 12.7 % | v=khu vực II; inc; base=so với ước thực hiện năm 2024; up=2
@ khu vực III tăng 8,9% | Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) | = 8.9 % | v=khu vực III; inc; base=so với ước thực hiện năm 2024; up=3
@ thuế sản phẩm trừ trợ cấp sản phẩm tăng 3,3% | Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) | = 3.3 % | v=thuế sản phẩm trừ trợ cấp sản phẩm; inc; base=so với ước thực hiện năm 2024; up=4
(2) GRDP bình quân đầu người đạt 84,5 triệu đồng/người/năm, tương đương 3.320 USD (có tính giá trị điện gió); đạt 79,2 triệu đồng/người/năm, tương đương 3.112USD (không tính giá trị điện gió).
@ GRDP bình quân đầu người đạt 84,5 triệu đồng/người/năm | GRDP bình quân đầu người | = 84.5 triệu đồng/người/năm | v=có tính giá trị điện gió
@ tương đương 3.320 USD (có tính giá trị điện gió) | GRDP bình quân đầu người | = 3320 USD | v=có tính giá trị điện gió; up=1
@ 79,2 triệu đồng/người/năm | GRDP bình quân đầu người | = 79.2 triệu đồng/người/năm | v=không tính giá trị điện gió
@ tương đương 3.112USD (không tính giá trị điện gió) | GRDP bình quân đầu người | = 3112 USD | v=không tính giá trị điện gió; up=1
(3) Cơ cấu kinh tế: nông, lâm nghiệp và thủy sản chiếm 27,1%; công nghiệp - xây dựng chiếm 34,9%; dịch vụ chiếm 32,6%; thuế sản phẩm trừ trợ cấp sản phẩm chiếm 5,4%.
@ Cơ cấu kinh tế: nông, lâm nghiệp và thủy sản chiếm 27,1% | Cơ cấu kinh tế | = 27.1 % | v=nông, lâm nghiệp và thủy sản
@ công nghiệp - xây dựng chiếm 34,9% | Cơ cấu kinh tế | = 34.9 % | v=công nghiệp - xây dựng
@ dịch vụ chiếm 32,6% | Cơ cấu kinh tế | = 32.6 % | v=dịch vụ
@ thuế sản phẩm trừ trợ cấp sản phẩm chiếm 5,4% | Cơ cấu kinh tế | = 5.4 % | v=thuế sản phẩm trừ trợ cấp sản phẩm
(4) Tổng vốn đầu tư thực hiện toàn xã hội khoảng 31.500 tỷ đồng, tăng 9,4% so với năm 2024.
@ Tổng vốn đầu tư thực hiện toàn xã hội khoảng 31.500 tỷ đồng | Tổng vốn đầu tư thực hiện toàn xã hội | ~ 31500 tỷ đồng
@ tăng 9,4% | Tổng vốn đầu tư thực hiện toàn xã hội | = 9.4 % | inc; base=so với năm 2024; up=1
(5) Thu nội địa 5.860 tỷ đồng; thu từ hoạt động xuất nhập khẩu 940 tỷ đồng.
@ Thu nội địa 5.860 tỷ đồng | Thu nội địa | = 5860 tỷ đồng
@ thu từ hoạt động xuất nhập khẩu 940 tỷ đồng | Thu từ hoạt động xuất nhập khẩu | = 940 tỷ đồng
(6) Kim ngạch xuất khẩu hàng hóa đạt 780 triệu USD trở lên.
@ Kim ngạch xuất khẩu hàng hóa đạt 780 triệu USD trở lên | Kim ngạch xuất khẩu hàng hóa | >= 780 triệu USD
(7) Phát triển mới 480 - 500 doanh nghiệp; thành lập mới ít nhất 15 hợp tác xã, trong đó 11 hợp tác xã nông nghiệp.
@ Phát triển mới 480 - 500 doanh nghiệp | Số doanh nghiệp phát triển mới | range 480 500 doanh nghiệp | inc
@ thành lập mới ít nhất 15 hợp tác xã | Số hợp tác xã thành lập mới | >= 15 hợp tác xã | inc
@ 11 hợp tác xã nông nghiệp | Số hợp tác xã thành lập mới | = 11 hợp tác xã | v=hợp tác xã nông nghiệp; inc; up=1
(8) Tỷ lệ đô thị hóa đạt 32,4%; tỷ trọng kinh tế số trong GRDP khoảng 12 - 13%.
@ Tỷ lệ đô thị hóa đạt 32,4% | Tỷ lệ đô thị hóa | = 32.4 %
@ tỷ trọng kinh tế số trong GRDP khoảng 12 - 13% | Tỷ trọng kinh tế số trong GRDP | range 12 13 %
#3 **b) Chỉ tiêu xã hội**
(9) Duy trì 100% số xã đạt chuẩn nông thôn mới; 6/6 huyện đạt chuẩn nông thôn mới; có thêm 04 xã đạt chuẩn nông thôn mới nâng cao, 03 xã đạt nông thôn mới kiểu mẫu; huyện Tân Lộc đạt chuẩn huyện nông thôn mới nâng cao.
@ 100% số xã đạt chuẩn nông thôn mới | Tỷ lệ xã đạt chuẩn nông thôn mới | = 100 %
@ 6/6 huyện đạt chuẩn nông thôn mới | Số huyện đạt chuẩn nông thôn mới | = 6/6 huyện
@ có thêm 04 xã đạt chuẩn nông thôn mới nâng cao | Số xã đạt chuẩn nông thôn mới nâng cao | = 4 xã | inc
@ 03 xã đạt nông thôn mới kiểu mẫu | Số xã đạt nông thôn mới kiểu mẫu | = 3 xã | inc
@ huyện Tân Lộc đạt chuẩn huyện nông thôn mới nâng cao | Huyện Tân Lộc đạt chuẩn huyện nông thôn mới nâng cao | text
(10) Tỷ trọng lao động: trong nông nghiệp còn 38,5%, trong công nghiệp - xây dựng và dịch vụ đạt 61,5% trong tổng lao động xã hội.
@ Tỷ trọng lao động: trong nông nghiệp còn 38,5% | Tỷ trọng lao động | = 38.5 % | v=nông nghiệp
@ trong công nghiệp - xây dựng và dịch vụ đạt 61,5% | Tỷ trọng lao động | = 61.5 % | v=công nghiệp - xây dựng và dịch vụ
(11) Tỷ lệ lao động qua đào tạo đạt 71%, trong đó: có bằng cấp, chứng chỉ đạt 37,2%. Tạo việc làm mới cho 21.500 lao động; đưa 850 lao động đi làm việc ở nước ngoài theo hợp đồng.
@ Tỷ lệ lao động qua đào tạo đạt 71% | Tỷ lệ lao động qua đào tạo | = 71 %
@ có bằng cấp, chứng chỉ đạt 37,2% | Tỷ lệ lao động qua đào tạo | = 37.2 % | v=có bằng cấp, chứng chỉ; up=1
@ Tạo việc làm mới cho 21.500 lao động | Số lao động được tạo việc làm mới | = 21500 lao động | inc
@ đưa 850 lao động đi làm việc ở nước ngoài theo hợp đồng | Số lao động đi làm việc ở nước ngoài theo hợp đồng | = 850 lao động
(12) Tỷ lệ thất nghiệp khu vực thành thị dưới 2,6%.
@ Tỷ lệ thất nghiệp khu vực thành thị dưới 2,6% | Tỷ lệ thất nghiệp khu vực thành thị | < 2.6 %
(13) Tỷ lệ học sinh đi học đúng độ tuổi: mẫu giáo 93,5%; tiểu học 99,9%; trung học cơ sở 98,8% trở lên.
@ Tỷ lệ học sinh đi học đúng độ tuổi: mẫu giáo 93,5% | Tỷ lệ học sinh đi học đúng độ tuổi | = 93.5 % | v=mẫu giáo
@ tiểu học 99,9% | Tỷ lệ học sinh đi học đúng độ tuổi | = 99.9 % | v=tiểu học
@ trung học cơ sở 98,8% trở lên | Tỷ lệ học sinh đi học đúng độ tuổi | >= 98.8 % | v=trung học cơ sở
(14) Đạt 30,5 giường bệnh/vạn dân; 9,8 bác sĩ/vạn dân; 3,2 dược sĩ đại học/vạn dân.
@ 30,5 giường bệnh/vạn dân | Số giường bệnh/vạn dân | = 30.5 giường/vạn dân
@ 9,8 bác sĩ/vạn dân | Số bác sĩ/vạn dân | = 9.8 bác sĩ/vạn dân
@ 3,2 dược sĩ đại học/vạn dân | Số dược sĩ đại học/vạn dân | = 3.2 dược sĩ/vạn dân
(15) Tỷ lệ người dân tham gia bảo hiểm y tế so với dân số đạt 95,2%.
@ Tỷ lệ người dân tham gia bảo hiểm y tế so với dân số đạt 95,2% | Tỷ lệ người dân tham gia bảo hiểm y tế so với dân số | = 95.2 %
(16) Tỷ lệ lực lượng lao động trong độ tuổi tham gia bảo hiểm xã hội đạt 29,4% (*trong đó bảo hiểm xã hội tự nguyện đạt 5,6%*).
@ Tỷ lệ lực lượng lao động trong độ tuổi tham gia bảo hiểm xã hội đạt 29,4% | Tỷ lệ lực lượng lao động trong độ tuổi tham gia bảo hiểm xã hội | = 29.4 %
@ bảo hiểm xã hội tự nguyện đạt 5,6% | Tỷ lệ lực lượng lao động trong độ tuổi tham gia bảo hiểm xã hội | = 5.6 % | v=bảo hiểm xã hội tự nguyện; up=1
(17) Giảm tỷ lệ hộ nghèo đa chiều 0,35% (*trong đồng bào dân tộc Khmer giảm 0,9%*); tỷ lệ hộ cận nghèo còn 2,1%.
@ Giảm tỷ lệ hộ nghèo đa chiều 0,35% | Tỷ lệ hộ nghèo đa chiều | = 0.35 % | dec
@ trong đồng bào dân tộc Khmer giảm 0,9% | Tỷ lệ hộ nghèo đa chiều | = 0.9 % | v=đồng bào dân tộc Khmer; dec; up=1
@ tỷ lệ hộ cận nghèo còn 2,1% | Tỷ lệ hộ cận nghèo | = 2.1 %
(18) Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi giảm còn 12,8%; tuổi thọ trung bình đạt 75,1 tuổi.
@ Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi giảm còn 12,8% | Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi | = 12.8 %
@ tuổi thọ trung bình đạt 75,1 tuổi | Tuổi thọ trung bình | = 75.1 tuổi
#3 **c) Chỉ tiêu môi trường**
(19) Tỷ lệ dân số đô thị được cung cấp nước sạch đạt 99,2%; tỷ lệ dân số nông thôn sử dụng nước hợp vệ sinh đạt 99,6% (*trong đó nước sạch 78,5%*).
@ Tỷ lệ dân số đô thị được cung cấp nước sạch đạt 99,2% | Tỷ lệ dân số đô thị được cung cấp nước sạch | = 99.2 %
@ tỷ lệ dân số nông thôn sử dụng nước hợp vệ sinh đạt 99,6% | Tỷ lệ dân số nông thôn sử dụng nước hợp vệ sinh | = 99.6 %
@ nước sạch 78,5% | Tỷ lệ dân số nông thôn sử dụng nước hợp vệ sinh | = 78.5 % | v=nước sạch; up=1
(20) Tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt: đô thị đạt 99%, nông thôn đạt 82%; tỷ lệ chất thải nguy hại được xử lý trên 98%; tỷ lệ cơ sở gây ô nhiễm môi trường nghiêm trọng theo Quyết định số 1586/QĐ-TTg ngày 14 tháng 12 năm 2023 được xử lý đạt 100%.
@ Tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt: đô thị đạt 99% | Tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt | = 99 % | v=đô thị
@ nông thôn đạt 82% | Tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt | = 82 % | v=nông thôn
@ tỷ lệ chất thải nguy hại được xử lý trên 98% | Tỷ lệ chất thải nguy hại được xử lý | > 98 %
@ tỷ lệ cơ sở gây ô nhiễm môi trường nghiêm trọng theo Quyết định số 1586/QĐ-TTg ngày 14 tháng 12 năm 2023 được xử lý đạt 100% | Tỷ lệ cơ sở gây ô nhiễm môi trường nghiêm trọng được xử lý | = 100 %
(21) Tỷ lệ che phủ rừng đạt 3,9% diện tích tự nhiên.
@ Tỷ lệ che phủ rừng đạt 3,9% | Tỷ lệ che phủ rừng | = 3.9 %
#3 **d) Chỉ tiêu quốc phòng - an ninh**
(22) Giữ vững an ninh, trật tự trên địa bàn tỉnh và vùng biển được giao quản lý.
@ Giữ vững an ninh, trật tự trên địa bàn tỉnh và vùng biển được giao quản lý | An ninh, trật tự trên địa bàn tỉnh và vùng biển được giao quản lý | text
(23) Có trên 97% xã, phường, thị trấn vững mạnh về quốc phòng, an ninh.
@ trên 97% xã, phường, thị trấn vững mạnh về quốc phòng, an ninh | Tỷ lệ xã, phường, thị trấn vững mạnh về quốc phòng, an ninh | > 97 %
(24) Phấn đấu 92% xã, phường, thị trấn và 97% cơ quan, doanh nghiệp, nhà trường trở lên đạt chuẩn an toàn về an ninh, trật tự.
@ 92% xã, phường, thị trấn | Tỷ lệ xã, phường, thị trấn đạt chuẩn an toàn về an ninh, trật tự | >= 92 %
@ 97% cơ quan, doanh nghiệp, nhà trường trở lên đạt chuẩn an toàn về an ninh, trật tự | Tỷ lệ cơ quan, doanh nghiệp, nhà trường đạt chuẩn an toàn về an ninh, trật tự | >= 97 %
#2 **3. Nhiệm vụ, giải pháp trọng tâm năm 2025**
!mode tasks
#3 *a) Cơ cấu lại các ngành sản xuất, nuôi dưỡng động lực tăng trưởng mới*
. Rà soát từng chỉ tiêu của kế hoạch 05 năm còn đạt thấp, giao rõ người chịu trách nhiệm và mốc hoàn thành; kịch bản tăng trưởng được lập cho từng quý, từng ngành để điều hành sát với diễn biến thị trường.
. Mở rộng vùng nuôi tôm nước lợ ứng dụng công nghệ cao ven biển Hải Thuận, Hòa Thạnh; liên kết tiêu thụ dừa, bưởi, lúa hữu cơ; phấn đấu diện tích nuôi tôm công nghệ cao đạt 1.450 ha, giá trị sản phẩm trên một ha đất trồng trọt đạt 182 triệu đồng/ha.
@ diện tích nuôi tôm công nghệ cao đạt 1.450 ha | Diện tích nuôi tôm công nghệ cao | = 1450 ha
@ giá trị sản phẩm trên một ha đất trồng trọt đạt 182 triệu đồng/ha | Giá trị sản phẩm trên một ha đất trồng trọt | = 182 triệu đồng/ha
. Thu hút doanh nghiệp chế biến vào Khu công nghiệp Phú Hậu và các cụm công nghiệp đã có hạ tầng; tháo gỡ vướng mắc để dự án điện gió Hải Thuận số 2 vận hành thương mại. {Phấn đấu|Phần đấu} chỉ số sản xuất công nghiệp tăng trên 13% so với năm 2024; tỷ lệ lấp đầy Khu công nghiệp Phú Hậu đạt từ 65% trở lên.
@ chỉ số sản xuất công nghiệp tăng trên 13% | Chỉ số sản xuất công nghiệp | > 13 % | inc; base=so với năm 2024
@ tỷ lệ lấp đầy Khu công nghiệp Phú Hậu đạt từ 65% trở lên | Tỷ lệ lấp đầy Khu công nghiệp Phú Hậu | >= 65 %
. Đưa hàng hóa của tỉnh lên các sàn thương mại điện tử, tổ chức phiên chợ nông sản hằng quý tại các đô thị; khai thác tuyến du lịch cồn nổi, miệt vườn, làng nghề dệt chiếu Mỹ Khê. Phấn đấu tổng mức bán lẻ hàng hóa và doanh thu dịch vụ ⏎ tiêu dùng tăng 11 - 12% so với năm 2024, đón ít nhất 1,6 triệu lượt khách du lịch.
@ tổng mức bán lẻ hàng hóa và doanh thu dịch vụ ⏎ tiêu dùng tăng 11 - 12% | Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng | range 11 12 % | inc; base=so với năm 2024
@ ít nhất 1,6 triệu lượt khách du lịch | Số lượt khách du lịch | >= 1.6 triệu lượt khách
. Điều hành ngân sách tiết kiệm, dành thêm nguồn cho đầu tư; tổ chức tín dụng hướng vốn vào sản xuất, duy trì nợ xấu dưới 2,5% tổng dư nợ.
@ nợ xấu dưới 2,5% | Tỷ lệ nợ xấu | < 2.5 %
#3 *b) Huy động nguồn lực đầu tư kết cấu hạ tầng, phát triển đô thị và nông thôn*
. Bố trí vốn đầu tư công tập trung, không dàn trải; giải phóng mặt bằng đi trước một bước đối với đường ven biển đoạn qua Hải Thuận, cầu Vàm Rạch Lá và đường tỉnh 927. Phấn đấu giải ngân vốn đầu tư công đạt trên 95% kế hoạch.
@ giải ngân vốn đầu tư công đạt trên 95% | Tỷ lệ giải ngân vốn đầu tư công | > 95 %
. Hoàn thiện tiêu chí đô thị của thành phố Bình Châu và thị xã Hải Thuận; phấn đấu xã Tân Mỹ Đông và xã Long Xuân Tây thành phường trong năm 2025.
@ xã Tân Mỹ Đông và xã Long Xuân Tây thành phường | Xã Tân Mỹ Đông và xã Long Xuân Tây thành phường | text
. Xây dựng nông thôn mới đi vào chiều sâu, gắn với môi trường và việc làm tại chỗ. Giữ vững và nâng cao chất lượng 100% xã đạt chuẩn nông thôn mới, 6/6 huyện đạt chuẩn; có thêm 04 xã nông thôn mới nâng cao.
@ 100% xã đạt chuẩn nông thôn mới | Tỷ lệ xã đạt chuẩn nông thôn mới | = 100 %
@ 6/6 huyện đạt chuẩn | Số huyện đạt chuẩn nông thôn mới | = 6/6 huyện
@ có thêm 04 xã nông thôn mới nâng cao | Số xã nông thôn mới nâng cao | = 4 xã | inc
. Tiếp tục nâng cấp đê biển, cống ngăn mặn; đầu tư thêm hồ trữ ngọt tại huyện An Định để cấp nước sinh hoạt trong mùa khô.
#3 *c) Phát triển văn hóa, giáo dục, y tế; bảo đảm an sinh xã hội*
. {Chú trọng|Chủ trọng} dạy nghề theo đơn đặt hàng của doanh nghiệp, đưa sàn giao dịch việc làm về huyện; phấn đấu tạo việc làm mới cho 21.500 lao động.
@ tạo việc làm mới cho 21.500 lao động | Số lao động được tạo việc làm mới | = 21500 lao động | inc
. Sắp xếp mạng lưới trường, lớp phù hợp quy mô dân số; kiên cố hóa phòng học ở vùng sâu, xã đảo; xây dựng thêm 12 trường đạt chuẩn quốc gia.
@ xây dựng thêm 12 trường đạt chuẩn quốc gia | Số trường đạt chuẩn quốc gia | = 12 trường | inc
. Đưa Bệnh viện Sản - Nhi vào hoạt động, bổ sung bác sĩ cho trạm y tế; vận động người dân tham gia bảo hiểm y tế, phấn đấu tỷ lệ người dân tham gia bảo hiểm y tế so với dân số đạt 95,2%.
@ tỷ lệ người dân tham gia bảo hiểm y tế so với dân số đạt 95,2% | Tỷ lệ người dân tham gia bảo hiểm y tế so với dân số | = 95.2 %
. Thực hiện các chương trình mục tiêu quốc gia có trọng điểm; xóa nhà tạm, nhà dột nát theo Quyết định số 24/2021/QĐ-TTg và Chương trình số 17-CTr/TU ngày 19 tháng 5 năm 2022 của Tỉnh ủy; phấn đấu giảm tỷ lệ hộ nghèo đa chiều 0,35%/năm (*trong đồng bào dân tộc Khmer giảm 0,9%/năm*).
@ giảm tỷ lệ hộ nghèo đa chiều 0,35%/năm | Tỷ lệ hộ nghèo đa chiều | = 0.35 %/năm | dec
@ trong đồng bào dân tộc Khmer giảm 0,9%/năm | Tỷ lệ hộ nghèo đa chiều | = 0.9 %/năm | v=đồng bào dân tộc Khmer; dec; up=1
#3 *d) Quản lý tài nguyên, bảo vệ môi trường, ứng phó với biến đổi khí hậu*
. Hoàn thành đo đạc, cập nhật cơ sở dữ liệu đất đai; kiểm soát việc khai thác cát sông; vận hành nhà máy xử lý rác Long Xuân đúng quy trình.
. Dự báo sớm, cảnh báo kịp thời hạn mặn, sạt lở; di dời các hộ dân ở đoạn bờ biển xói lở đặc biệt nguy hiểm; trồng thêm 150 ha rừng phòng hộ.
@ trồng thêm 150 ha rừng phòng hộ | Diện tích rừng phòng hộ trồng thêm | = 150 ha | inc
#3 *đ) Cải cách hành chính, phòng, chống tham nhũng, lãng phí, tiêu cực*
. Sắp xếp các cơ quan chuyên môn theo chủ trương của Trung ương, không để gián đoạn công việc; chuyển đổi số trong giải quyết thủ tục hành chính, phấn đấu 80% hồ sơ thủ tục hành chính được xử lý trực tuyến toàn trình, chỉ số năng lực cạnh tranh cấp tỉnh (PCI) tăng ít nhất 03 hạng.
@ 80% hồ sơ thủ tục hành chính được xử lý trực tuyến toàn trình | Tỷ lệ hồ sơ thủ tục hành chính được xử lý trực tuyến toàn trình | = 80 %
@ chỉ số năng lực cạnh tranh cấp tỉnh (PCI) tăng ít nhất 03 hạng | Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) | >= 3 thứ hạng | inc
. Tiếp công dân đúng lịch, giải quyết dứt điểm đơn thư kéo dài ngay từ cơ sở; công khai kết luận thanh tra, kiểm toán và kết quả khắc phục.
#3 *e) Củng cố quốc phòng, an ninh; mở rộng đối ngoại*
. Xây dựng khu vực phòng thủ vững chắc, phối hợp chặt chẽ giữa quân sự, công an và biên phòng; tuyển quân đạt 100% chỉ tiêu được giao; trên 97% xã, phường, thị trấn vững mạnh về quốc phòng, an ninh.
@ tuyển quân đạt 100% | Tỷ lệ tuyển quân | = 100 %
@ trên 97% xã, phường, thị trấn vững mạnh về quốc phòng, an ninh | Tỷ lệ xã, phường, thị trấn vững mạnh về quốc phòng, an ninh | > 97 %
. Tấn công các loại tội phạm, nhất là tội phạm ma túy, lừa đảo qua mạng; kéo giảm tai nạn giao thông ít nhất 5% so với năm 2024 trên cả ba tiêu chí.
@ kéo giảm tai nạn giao thông ít nhất 5% | Tai nạn giao thông | >= 5 % | dec; base=so với năm 2024
. Giữ quan hệ hợp tác với các địa phương trong vùng và đối tác nước ngoài; vận động các tổ chức phi chính phủ hỗ trợ nước sạch, trường học cho xã đảo.
#1 ### **Điều 3. Tổ chức thực hiện**
* **1. Ủy ban nhân dân tỉnh chỉ đạo các sở, ban, ngành tỉnh, Ủy ban nhân dân các huyện, thị xã, thành phố giao chỉ tiêu đến từng đơn vị, tổ chức thực hiện Nghị quyết này.**
~lead Ủy ban nhân dân tỉnh ¦ các sở, ban, ngành tỉnh ¦ Ủy ban nhân dân các huyện, thị xã, thành phố
* 2. Thường trực Hội đồng nhân dân, các Ban, các Tổ đại biểu và đại biểu Hội đồng nhân dân tỉnh giám sát việc thực hiện Nghị quyết, lắng nghe và phản ánh ý kiến của cử tri.
~lead Thường trực Hội đồng nhân dân ¦ các Ban ¦ các Tổ đại biểu ¦ đại biểu Hội đồng nhân dân tỉnh
* 3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội vận động Nhân dân hưởng ứng, tham gia giám sát việc thực hiện Nghị quyết này.
~lead Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh ¦ các tổ chức chính trị - xã hội
. Nghị quyết này đã được Hội đồng nhân dân tỉnh Bình Châu khóa X, kỳ họp thứ 17 thông qua ngày 06 tháng 12 năm 2024./.
~no
!sign
`,
};
