import type { Sample } from '../builder/form.ts';

export const sample: Sample = {
  file: '04-ke-hoach-thanh-pho-2025',
  layout: 'markdown',
  form: 'state',
  head: {
    issuer: 'ỦY BAN NHÂN DÂN // THÀNH PHỐ BÌNH CHÂU',
    number: 'Số: 21 /KH-UBND',
    placeAndDate: 'TP.Bình Châu, ngày 14 tháng 02 năm 2025',
    inText: true,
  },
  title: {
    kind: 'KẾ HOẠCH',
    subject: 'Triển khai nhiệm vụ phát triển kinh tế - xã hội // thành phố Bình Châu năm 2025',
    inText: '## KẾ HOẠCH Triển khai nhiệm vụ phát triển kinh tế - xã hội thành phố Bình Châu năm 2025',
  },
  sign: {
    lines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
    name: 'Lê Thị Mỹ Hạnh',
    recipients: [
      '- UBND tỉnh;',
      '- Sở KH&ĐT;',
      '- TT.TU-TT.HĐND TP;',
      '- CT, các PCT UBND TP;',
      '- Các phòng, ban, ngành TP;',
      '- UBND các phường, xã;',
      '- LĐVP; đ/c Khoa, đ/c Yến;',
      '- Lưu: VT.',
    ],
    recipientsInText: true,
  },
  gold: {
    number: '21/KH-UBND',
    kind: 'ke_hoach',
    issuer: 'Ủy ban nhân dân thành phố Bình Châu',
    place: 'TP.Bình Châu',
    issuedOn: '2025-02-14',
    title: 'Triển khai nhiệm vụ phát triển kinh tế - xã hội thành phố Bình Châu năm 2025',
    period: { from: 2025, to: 2025 },
    signer: { name: 'Lê Thị Mỹ Hạnh', title: 'CHỦ TỊCH' },
    references: [
      ['142/QĐ-UBND', '2025-01-17'],
      ['38/NQ-HĐND', '2024-12-06'],
      ['19-NQ/TU', '2024-12-16'],
      ['27/NQ-HĐND', '2024-12-20'],
      ['88-KH/TU', '2023-09-12'],
      ['14', null],
      ['06-ĐA/TU', null],
    ],
  },
  tier: 'district',
  year: 2025,
  body: `
!head
!title
b Để thực hiện Quyết định số 142/QĐ-UBND ngày 17/01/2025 của UBND tỉnh ban hành Kế hoạch hành động năm 2025 theo Nghị quyết số 38/NQ-HĐND ngày 06/12/2024 của HĐND tỉnh; Nghị quyết số 19-NQ/TU ngày 16/12/2024 của Thành ủy Bình Châu về nhiệm vụ năm 2025; Nghị quyết số 27/NQ-HĐND ngày 20/12/2024 của HĐND thành phố về kế hoạch phát triển kinh tế - xã hội năm 2025. UBND thành phố xây dựng Kế hoạch với các nội dung sau:
~until kế hoạch phát triển kinh tế - xã hội năm 2025
#1 ### I. MỤC ĐÍCH, YÊU CẦU
- Biến các chỉ tiêu của tỉnh giao thành việc cụ thể của từng phòng, ban, phường, xã; mỗi việc có một người chịu trách nhiệm và một mốc thời gian.
- Tranh thủ thời điểm trước khi sắp xếp bộ máy để giải quyết xong hồ sơ còn tồn; không để trống địa bàn, trống nhiệm vụ, phấn đấu duy trì tốc độ tăng trưởng.
- Gắn phát triển đô thị với cải thiện môi trường sống, chăm lo người có công, hộ nghèo và công nhân ở trọ.
#1 ## **II. MỤC TIÊU VÀ CÁC CHỈ TIÊU CHỦ YẾU:**
#2 ### **1. MỤC TIÊU:**
. Xây dựng thành phố gọn gàng, sạch, an toàn; thương mại, dịch vụ và công nghiệp sạch là nguồn thu chính; chính quyền gần dân, trả hồ sơ đúng hẹn. Năm 2024 tổng thu ngân sách đạt 612 tỷ đồng, vượt 3,1% dự toán.
#2 ### **2. CÁC CHỈ TIÊU CHỦ YẾU:**
!mode targets
#3 #### **2.1. Chỉ tiêu kinh tế:**
- Giá trị sản xuất tăng 11,2% so cùng kỳ, trong đó: giá trị sản xuất nông nghiệp- thủy sản giảm 1,5%; giá trị sản xuất công nghiệp- xây dựng tăng 12,8%; giá trị sản xuất thương mại-dịch vụ tăng 10,95%.
@ Giá trị sản xuất tăng 11,2% | Giá trị sản xuất | = 11.2 % | inc; base=so cùng kỳ
@ giá trị sản xuất nông nghiệp- thủy sản giảm 1,5% | Giá trị sản xuất | = 1.5 % | v=nông nghiệp - thủy sản; dec; base=so cùng kỳ; up=1
@ giá trị sản xuất công nghiệp- xây dựng tăng 12,8% | Giá trị sản xuất | = 12.8 % | v=công nghiệp - xây dựng; inc; base=so cùng kỳ; up=2
@ giá trị sản xuất thương mại-dịch vụ tăng 10,95% | Giá trị sản xuất | = 10.95 % | v=thương mại - dịch vụ; inc; base=so cùng kỳ; up=3
- Phát triển mới 175 doanh nghiệp.
@ Phát triển mới 175 doanh nghiệp | Số doanh nghiệp phát triển mới | = 175 doanh nghiệp | inc
- Tổng thu ngân sách nhà nước theo dự toán 648,35 tỷ đồng (trong đó thu nội địa 337,2 tỷ đồng).
@ Tổng thu ngân sách nhà nước theo dự toán 648,35 tỷ đồng | Tổng thu ngân sách nhà nước theo dự toán | = 648.35 tỷ đồng
@ thu nội địa 337,2 tỷ đồng | Thu nội địa | = 337.2 tỷ đồng | up=1
- Tổng chi ngân sách nhà nước 631,804 tỷ đồng.
@ Tổng chi ngân sách nhà nước 631,804 tỷ đồng | Tổng chi ngân sách nhà nước | = 631.804 tỷ đồng
- Tổng vốn đầu tư phát triển toàn xã hội khoảng 7.150 tỷ đồng, tăng 8,6% so với năm 2024.
@ Tổng vốn đầu tư phát triển toàn xã hội khoảng 7.150 tỷ đồng | Tổng vốn đầu tư phát triển toàn xã hội | ~ 7150 tỷ đồng
@ tăng 8,6% | Tổng vốn đầu tư phát triển toàn xã hội | = 8.6 % | inc; base=so với năm 2024; up=1
#3 ### **2.2. Chỉ tiêu về kết cấu hạ tầng và dịch vụ đô thị:**
- Tỷ lệ chất thải rắn sinh hoạt được thu gom đạt 99,5%, trong đó: khu vực phường đạt 100%.
@ Tỷ lệ chất thải rắn sinh hoạt được thu gom đạt 99,5% | Tỷ lệ chất thải rắn sinh hoạt được thu gom | = 99.5 %
@ khu vực phường đạt 100% | Tỷ lệ chất thải rắn sinh hoạt được thu gom | = 100 % | v=khu vực phường; up=1
- Tỷ lệ hộ dân sử dụng nước sạch đạt 99,8%.
@ Tỷ lệ hộ dân sử dụng nước sạch đạt 99,8% | Tỷ lệ hộ dân sử dụng nước sạch | = 99.8 %
- Diện tích cây xanh công cộng đạt từ 5,5 m²/người trở lên.
@ Diện tích cây xanh công cộng đạt từ 5,5 m²/người trở lên | Diện tích cây xanh công cộng | >= 5.5 m²/người
- Nhựa hóa, bê tông hóa 100% đường hẻm.
@ Nhựa hóa, bê tông hóa 100% đường hẻm | Tỷ lệ đường hẻm được nhựa hóa, bê tông hóa | = 100 %
#3 ### **2.3. Chỉ tiêu văn hóa - xã hội:**
- Tỷ lệ học sinh ra lớp đúng độ tuổi: bậc mẫu giáo 97,5%, bậc tiểu học 100%, trung học cơ sở 99,4%
@ Tỷ lệ học sinh ra lớp đúng độ tuổi: bậc mẫu giáo 97,5% | Tỷ lệ học sinh ra lớp đúng độ tuổi | = 97.5 % | v=bậc mẫu giáo
@ bậc tiểu học 100% | Tỷ lệ học sinh ra lớp đúng độ tuổi | = 100 % | v=bậc tiểu học
@ trung học cơ sở 99,4% | Tỷ lệ học sinh ra lớp đúng độ tuổi | = 99.4 % | v=trung học cơ sở
- Số lao động được tạo việc làm mới 2.150 người
@ Số lao động được tạo việc làm mới 2.150 người | Số lao động được tạo việc làm mới | = 2150 người | inc
- Số lao động đi làm việc ở nước ngoài theo hợp đồng 80 người
@ Số lao động đi làm việc ở nước ngoài theo hợp đồng 80 người | Số lao động đi làm việc ở nước ngoài theo hợp đồng | = 80 người
- Tỷ lệ lao động qua đào tạo đạt 79,6%, trong đó: có bằng cấp, chứng chỉ đạt 63%
@ Tỷ lệ lao động qua đào tạo đạt 79,6% | Tỷ lệ lao động qua đào tạo | = 79.6 %
@ có bằng cấp, chứng chỉ đạt 63% | Tỷ lệ lao động qua đào tạo | = 63 % | v=có bằng cấp, chứng chỉ; up=1
- Mức giảm tỷ lệ hộ nghèo 0,04% (tương đương 12 hộ), trong đó giảm tỷ lệ hộ nghèo dân tộc Khmer 0,06% (tương đương 05 hộ).
@ Mức giảm tỷ lệ hộ nghèo 0,04% | Tỷ lệ hộ nghèo | = 0.04 % | dec
@ tương đương 12 hộ | Số hộ nghèo | = 12 hộ | dec; up=1
@ giảm tỷ lệ hộ nghèo dân tộc Khmer 0,06% | Tỷ lệ hộ nghèo | = 0.06 % | v=dân tộc Khmer; dec; up=2
@ tương đương 05 hộ | Số hộ nghèo | = 5 hộ | v=dân tộc Khmer; dec; up=1
- Giữ tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng ở mức 3,95%.
@ tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng ở mức 3,95% | Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng | = 3.95 %
- Duy trì 100% trạm y tế phường, xã đạt Bộ tiêu chí quốc gia về y tế xã.
@ 100% trạm y tế phường, xã đạt Bộ tiêu chí quốc gia về y tế xã | Tỷ lệ trạm y tế phường, xã đạt Bộ tiêu chí quốc gia về y tế xã | = 100 %
- Tỷ lệ dân số tham gia bảo hiểm y tế đạt 95,6%.
@ Tỷ lệ dân số tham gia bảo hiểm y tế đạt 95,6% | Tỷ lệ dân số tham gia bảo hiểm y tế | = 95.6 %
- Tỷ lệ lao động tham gia bảo hiểm xã hội đạt 41%, trong đó: bảo hiểm xã hội tự nguyện đạt 6,2%.
@ Tỷ lệ lao động tham gia bảo hiểm xã hội đạt 41% | Tỷ lệ lao động tham gia bảo hiểm xã hội | = 41 %
@ bảo hiểm xã hội tự nguyện đạt 6,2% | Tỷ lệ lao động tham gia bảo hiểm xã hội | = 6.2 % | v=bảo hiểm xã hội tự nguyện; up=1
#3 ### **2.4. Về quốc phòng - an ninh:**
- Tuyển quân đạt 100% chỉ tiêu tỉnh giao. Huấn luyện dân quân tự vệ đạt 98% trở lên.
@ Tuyển quân đạt 100% | Tỷ lệ tuyển quân | = 100 %
@ Huấn luyện dân quân tự vệ đạt 98% trở lên | Tỷ lệ huấn luyện dân quân tự vệ | >= 98 %
- Tỷ lệ điều tra, khám phá các loại án đạt 80% trở lên. Trong đó, án rất nghiêm trọng và đặc biệt nghiêm trọng đạt 95%.
@ Tỷ lệ điều tra, khám phá các loại án đạt 80% trở lên | Tỷ lệ điều tra, khám phá các loại án | >= 80 %
@ án rất nghiêm trọng và đặc biệt nghiêm trọng đạt 95% | Tỷ lệ điều tra, khám phá các loại án | = 95 % | v=án rất nghiêm trọng và đặc biệt nghiêm trọng; up=1
- Giải quyết khiếu nại, tố cáo của công dân đạt 95%.
@ Giải quyết khiếu nại, tố cáo của công dân đạt 95% | Tỷ lệ giải quyết khiếu nại, tố cáo của công dân | = 95 %
- Giữ vững ổn định chính trị, bình yên khóm, ấp.
@ Giữ vững ổn định chính trị, bình yên khóm, ấp | Ổn định chính trị, bình yên khóm, ấp | text
#1 ### **III. NHIỆM VỤ VÀ GIẢI PHÁP:**
!mode tasks
#2 #### **1. Lĩnh vực kinh tế:**
- Tạo thuận lợi tối đa cho nhà đầu tư: công khai quỹ đất, rút ngắn thời gian chấp thuận chủ trương đầu tư; mỗi tháng một lần gặp gỡ doanh nghiệp, phấn đấu phát triển mới 175 doanh nghiệp,
@ phát triển mới 175 doanh nghiệp | Số doanh nghiệp phát triển mới | = 175 doanh nghiệp | inc
- Nâng cấp chợ trung tâm, sắp xếp lại khu ăn uống ven sông; vận động tiểu thương thanh toán không dùng tiền mặt, phấn đấu 90% hộ kinh doanh cố định có mã QR.
@ 90% hộ kinh doanh cố định có mã QR | Tỷ lệ hộ kinh doanh cố định có mã QR | = 90 %
- Thực hiện Kế hoạch số 88-KH/TU ngày 12/9/2023 của Thành ủy về phát triển kinh tế ban đêm; mở thêm 02 tuyến phố đi bộ.
@ mở thêm 02 tuyến phố đi bộ | Số tuyến phố đi bộ | = 2 tuyến phố | inc
- Chuyển đổi nông nghiệp ven đô sang hoa kiểng, rau an toàn và cá cảnh; hỗ trợ hợp tác xã làm nhãn hiệu, truy xuất nguồn gốc. Chủ động nạo vét kênh rạch, vận hành cống ngăn triều ⏎ để phục vụ sản xuất và chống ngập.
- Quản lý thu, chi ngân sách chặt chẽ; đấu giá công khai mặt bằng, đất công chưa sử dụng; tiết kiệm ít nhất 10% chi thường xuyên để cải cách tiền lương.
@ ít nhất 10% chi thường xuyên | Tỷ lệ tiết kiệm chi thường xuyên | >= 10 %
#2 ## **2. Về đầu tư xây dựng, bồi thường, chỉnh trang đô thị**
- Lập tiến độ chi tiết cho từng công trình, mỗi tuần kiểm tra một lần; xử lý dứt điểm vướng mắc bồi thường ở đường vành đai phía Nam. Phấn đấu giải ngân vốn đầu tư công đạt 97% kế hoạch vốn.
@ giải ngân vốn đầu tư công đạt 97% | Tỷ lệ giải ngân vốn đầu tư công | = 97 %
- Tập trung nguồn lực chỉnh trang đô thị, phấn đấu hoàn thiện các tiêu chí đô thị loại II. Tiếp tục thực hiện Chỉ thị số 14 của Ban Thường vụ Thành ủy về trật tự lòng, lề đường và Đề án 06-ĐA/TU về thành phố không rác.
@ hoàn thiện các tiêu chí đô thị loại II | Các tiêu chí đô thị loại II | text
- Quản lý đất công, kiểm tra xây dựng không phép, sai phép; cấp giấy phép xây dựng qua mạng. Xử lý ô nhiễm ở các hộ chăn nuôi trong khu dân cư
#2 ### **3. Về văn hóa, xã hội:**
- Rà soát, sắp xếp lại trường lớp ở phường trung tâm, giảm sĩ số; mở rộng bán trú cho học sinh tiểu học. Xây dựng thêm 02 trường đạt chuẩn quốc gia mức độ 2.
@ Xây dựng thêm 02 trường đạt chuẩn quốc gia mức độ 2 | Số trường đạt chuẩn quốc gia mức độ 2 | = 2 trường | inc
- Nâng chất lượng khám, chữa bệnh ở tuyến cơ sở; tiêm chủng đủ liều cho trẻ dưới 1 tuổi đạt trên 95%; tỷ suất tử vong trẻ em dưới 01 tuổi 2,1‰; tỷ lệ trẻ em suy dinh dưỡng dưới 5 tuổi còn 3,95%; 9/9 phường, xã đạt tiêu chuẩn phù hợp với trẻ em. Tuyên truyền để người dân tham gia bảo hiểm, phấn đấu tỷ lệ bao phủ BHYT so với dân số đạt 95,6%.
@ tiêm chủng đủ liều cho trẻ dưới 1 tuổi đạt trên 95% | Tỷ lệ tiêm chủng đủ liều cho trẻ dưới 1 tuổi | > 95 %
@ tỷ suất tử vong trẻ em dưới 01 tuổi 2,1‰ | Tỷ suất tử vong trẻ em dưới 01 tuổi | = 2.1 ‰
@ tỷ lệ trẻ em suy dinh dưỡng dưới 5 tuổi còn 3,95% | Tỷ lệ trẻ em suy dinh dưỡng dưới 5 tuổi | = 3.95 %
@ 9/9 phường, xã đạt tiêu chuẩn phù hợp với trẻ em | Số phường, xã đạt tiêu chuẩn phù hợp với trẻ em | = 9/9 phường, xã
@ tỷ lệ bao phủ BHYT so với dân số đạt 95,6% | Tỷ lệ bao phủ BHYT so với dân số | = 95.6 %
- Nâng chất phong trào gia đình văn hóa, khóm văn hóa; tổ chức lễ hội đua ghe ngo gắn với quảng bá du lịch.
. Trùng tu đình Tân Hòa, đưa vào tuyến tham quan của thành phố.
- Chi trả đầy đủ, kịp thời chế độ cho người có công; quan tâm công nhân ở trọ, người già neo đơn. Phấn đấu giảm hộ nghèo theo kế hoạch đề ra.
- Thực hiện tốt chính sách dân tộc, tôn giáo; phát huy vai trò người có uy tín trong đồng bào Khmer và các chức sắc.
#2 #### **4. Về quốc phòng - an ninh**
- Xây dựng lực lượng dân quân rộng khắp, tổ chức diễn tập chiến đấu phòng thủ cấp phường. Phấn đấu hoàn thành tốt công tác tuyển quân năm 2025.
- Mở các đợt cao điểm trấn áp tội phạm; lắp camera an ninh ở tất cả cửa ngõ; xử lý ngay tin báo của người dân. Kéo giảm tai nạn giao thông từ 5 - 10% so với năm 2024.
@ Kéo giảm tai nạn giao thông từ 5 - 10% | Tai nạn giao thông | range 5 10 % | dec; base=so với năm 2024
#2 ### **5. Cải cách hành chính, sắp xếp bộ máy:**
- Trả kết quả hồ sơ trước và đúng hạn đạt 99% trở lên; số hóa 100% hồ sơ, kết quả giải quyết thủ tục hành chính; xin lỗi bằng văn bản khi trễ hẹn.
@ Trả kết quả hồ sơ trước và đúng hạn đạt 99% trở lên | Tỷ lệ trả kết quả hồ sơ trước và đúng hạn | >= 99 %
@ số hóa 100% hồ sơ, kết quả giải quyết thủ tục hành chính | Tỷ lệ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính | = 100 %
- Rà soát biên chế, vị trí việc làm, chuẩn bị phương án sắp xếp cán bộ khi không còn tổ chức cấp huyện.
#1 #### **IV. TỔ CHỨC THỰC HIỆN:**
- Các phòng, ban, ngành thành phố và UBND các phường, xã xây dựng kế hoạch của đơn vị mình trước ngày 28 tháng 02 năm 2025, phù hợp với tình hình thực tế.
~lead Các phòng, ban, ngành thành phố ¦ UBND các phường, xã
~time trước ngày 28 tháng 02 năm 2025 => by 2025-02-27
- Giao Trưởng phòng Tài chính - Kế hoạch phối hợp với Chi cục Thống kê khu vực Bình Châu - Tân Lộc hướng dẫn cách tính, theo dõi từng chỉ tiêu và tham mưu UBND thành phố điều hành.
~lead Trưởng phòng Tài chính - Kế hoạch
~coord Chi cục Thống kê khu vực Bình Châu - Tân Lộc
- Giao Chánh Văn phòng HĐND và UBND thành phố, Trưởng phòng Tài chính - Kế hoạch, Trưởng phòng Quản lý đô thị phối hợp với các ngành, đơn vị có liên quan đôn đốc thực hiện; tháng, quý, 6 tháng, cuối năm tổng hợp báo cáo UBND thành phố./.
~lead Chánh Văn phòng HĐND và UBND thành phố ¦ Trưởng phòng Tài chính - Kế hoạch ¦ Trưởng phòng Quản lý đô thị
~coord các ngành, đơn vị có liên quan
~time tháng, quý, 6 tháng, cuối năm => recurring month
!sign
`,
};
