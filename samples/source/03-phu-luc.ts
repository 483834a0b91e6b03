const attached =
  '(Kèm theo Quyết định số: 1865 /QĐ-UBND ngày 24 tháng 9 năm 2025 // của Ủy ban nhân dân tỉnh Bình Châu)';
const all = 'Các sở, ban, ngành tỉnh;¦ UBND các xã, phường';
/** The same group of bodies as a second clerk writes it. */
const sloppy = 'Các sở, ban ngành tỉnh,¦ Ủy ban nhân dân các xã, phường';

export const appendices = `
!appendix Phụ lục I | DANH MỤC CHỈ TIÊU GIAO CÁC NGÀNH ĐẾN NĂM 2030 | ${attached}
!table tt,name,unit,value,agencies 8,44,14,16,30 merged
h TT | Chỉ tiêu | ĐVT | Đến năm 2030 | Cơ quan chủ trì, theo dõi, đánh giá
r 1 | Tốc độ tăng trưởng kinh tế giai đoạn 2026 - 2030 | % | 10 | Thống kê tỉnh
= n=Tốc độ tăng trưởng kinh tế; inc; from=2026
r 2 | Quy mô nền kinh tế | Tỷ đồng | 128.000 | Thống kê tỉnh
r 3 | Cơ cấu kinh tế | | | Thống kê tỉnh
r  | Nông, lâm nghiệp và thủy sản | % | 20,5 |
= n=Cơ cấu kinh tế; v=nông, lâm nghiệp và thủy sản
r  | Công nghiệp - xây dựng | % | 41,2 |
= n=Cơ cấu kinh tế; v=công nghiệp - xây dựng
r  | Dịch vụ | % | 33,8 |
= n=Cơ cấu kinh tế; v=dịch vụ
r  | Thuế sản phẩm trừ trợ cấp sản phẩm | % | 4,5 |
= n=Cơ cấu kinh tế; v=thuế sản phẩm trừ trợ cấp sản phẩm
r 4 | GRDP bình quân đầu người | Triệu đồng | 138 | Thống kê tỉnh
r 5 | Tỷ lệ đô thị hóa | % | 42 | Sở Xây dựng
r 6 | Sản lượng thủy sản | Nghìn tấn | 410-420 | Sở Nông nghiệp và Môi trường
= val=range 410 420
r  | Trong đó: tôm nước lợ | Nghìn tấn | 165 |
= n=Sản lượng thủy sản; v=tôm nước lợ
r 7 | Tỷ lệ xã đạt chuẩn nông thôn mới | % | 100 | Sở Nông nghiệp và Môi trường
r  | Trong đó: | | |
r  | Tỷ lệ xã đạt chuẩn nông thôn mới nâng cao | % | 45 |
r  | Tỉnh được công nhận hoàn thành xây dựng nông thôn mới | | Hoàn thành trước năm 2029 |
= val=text; y=2028
r 8 | Tỷ lệ lao động qua đào tạo | % | 76 | Sở Nội vụ
r  | Trong đó: có bằng cấp, chứng chỉ | % | 42 |
= n=Tỷ lệ lao động qua đào tạo; v=có bằng cấp, chứng chỉ
r 9 | Tỷ lệ hộ nghèo đa chiều giảm: | % | 0,3-0,5% | Sở Nông nghiệp và Môi Trường
= n=Tỷ lệ hộ nghèo đa chiều; dec; val=range 0.3 0.5
r 10 | Cơ sở giáo dục đạt chuẩn quốc gia: | | | Sở Giáo dục và Đào tạo
r  | Mầm non | % | 75 |
= n=Cơ sở giáo dục đạt chuẩn quốc gia; v=mầm non
r  | Tiểu học | % | 86,5 |
= n=Cơ sở giáo dục đạt chuẩn quốc gia; v=tiểu học
r  | Trung học cơ sở | % | 80,25 |
= n=Cơ sở giáo dục đạt chuẩn quốc gia; v=trung học cơ sở
r 11 | Số giường bệnh/vạn dân | Giường | 36 | Sở Y tế
= u=giường/vạn dân
r  | Số bác sĩ/vạn dân | Bác sĩ | 13-14 |
= u=bác sĩ/vạn dân; val=range 13 14
r  | Số dược sĩ đại học/vạn dân | Dược sĩ | 04 |
= u=dược sĩ/vạn dân
r 12 | Tỷ lệ che phủ rừng | % | Trên 4 | Sở Nông nghiệp và Môi trường
= val=> 4
r 13 | Tỷ lệ sử dụng nước sạch | | |
r  | Khu vực thành thị | % | 100 | Sở Xây dựng
= n=Tỷ lệ sử dụng nước sạch; v=khu vực thành thị
r  | Khu vực nông thôn | % | 92-95 | Sở Nông nghiệp và Môi trường
= n=Tỷ lệ sử dụng nước sạch; v=khu vực nông thôn; val=range 92 95
r 14 | Tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt | | | Sở Nông nghiệp và Môi trường
r  | Khu vực đô thị | % | 100 |
= n=Tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt; v=khu vực đô thị
r  | Khu vực nông thôn | % | ≥ 90 |
= n=Tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt; v=khu vực nông thôn; val=>= 90
r 15 | Tổng công suất điện gió | MW | Khoảng 1.200 | Sở Công Thương
= val=~ 1200
r 16 | Tỷ trọng kinh tế số trong GRDP | % | 30 |
!appendix Phụ lục II | PHÂN CÔNG NHIỆM VỤ // THỰC HIỆN KẾ HOẠCH HÀNH ĐỘNG ĐẾN NĂM 2030 | (Kèm theo Quyết định số:1865 /QĐ-UBND, ngày 24  tháng 9 năm 2025 // của Ủy ban nhân dân tỉnh) | landscape
!table tt,task,lead,coord,time,product 5,34,18,22,14,17 merged restart
h TT | Nhiệm vụ | Cơ quan // chủ trì | Cơ quan // phối hợp | Thời gian trình/thực hiện | Cấp trình/ // sản phẩm
g I | QUÁN TRIỆT, TUYÊN TRUYỀN, LẬP KẾ HOẠCH
r 1 | Tổ chức hội nghị quán triệt Chương trình số 41-CTr/TU và Kế hoạch hành động này | ${sloppy} | | Tháng 10/2025 => by 2025-10-31 | Hội nghị được tổ chức; tài liệu được gửi đến từng đơn vị
r 2 | Tuyên truyền về kinh tế biển, kinh tế số trên báo chí và nền tảng số | Báo và Phát thanh, Truyền hình Bình Châu | ${sloppy} | Thường xuyên => ongoing |
r 3 | Ban hành kế hoạch của từng cơ quan, địa phương | ${all} | Sở Tài chính | Trước ngày 31/10/2025 => by 2025-10-30 | Kế hoạch được ban hành
g II | PHÁT TRIỂN NHANH, BỀN VỮNG KINH TẾ BIỂN
r 1 | Lập phương án phân vùng không gian ven biển tỉnh Bình Châu | Sở Nông nghiệp và Môi trường | ${all} | Quý II/2026 => by 2026-06-30 | UBND tỉnh/Quyết định phê duyệt
r 2 | Điều chỉnh Quy hoạch tỉnh thời kỳ 2021 - 2030 phù hợp với tổ chức chính quyền 02 cấp | Sở Tài chính | Thành viên Hội đồng thẩm định Quy hoạch tỉnh | Tháng 6/2026 => by 2026-06-30 | HĐND tỉnh/Nghị quyết
r 3 | Cụ thể hóa phương án phân vùng vào quy hoạch chung các xã, phường ven biển | UBND phường Hải Thuận;¦ UBND xã Hòa Thạnh | Sở Xây dựng;¦ Sở Nông nghiệp và Môi trường | Sau khi phương án phân vùng được UBND tỉnh phê duyệt => conditional | UBND tỉnh
r 4 | Xây dựng phường Hải Thuận trở thành đô thị cảng loại III trước năm 2030 | UBND phường Hải Thuận | ${all} | Hoàn thành trước năm 2030 => by 2029-12-31 | Phường Hải Thuận đạt đô thị loại III
@ phường Hải Thuận trở thành đô thị cảng loại III | Phường Hải Thuận trở thành đô thị cảng loại III | text | y=2029
r 5 | Kêu gọi đầu tư cảng tổng hợp Hải Thuận, khu dịch vụ hậu cần nghề cá. | Sở Tài chính;¦ BAN Quản lý Khu kinh tế;¦ Sở Xây Dựng | ${sloppy} | 2025 - 2030 => during 2025 2030 | Nhà đầu tư được lựa chọn
r 6 | Phối hợp với Trung ương đầu tư tuyến đường bộ ven biển qua địa bàn tỉnh | Sở Xây dựng | ${all} | Khi Trung ương bố trí vốn khởi công => conditional | Bàn giao mặt bằng đúng hạn
r 7 | Trồng mới 1,5 triệu cây ngập mặn và cây chắn sóng theo Đề án trồng cây ven biển | Sở Nông nghiệp và Môi trường | ${all} | 2026 - 2028 => during 2026 2028 | Hoàn thành đề án
@ Trồng mới 1,5 triệu cây ngập mặn và cây chắn sóng | Số cây ngập mặn và cây chắn sóng trồng mới | = 1.5 triệu cây | inc; y=2028; from=2026
r 8 | Lắp đặt thiết bị giám sát hành trình, gỡ cảnh báo khai thác bất hợp pháp; bảo đảm 100% tàu cá từ 15 m trở lên duy trì kết nối. | Sở Nông nghiệp và Môi trường | Bộ Chỉ huy Quân sự tỉnh;¦ UBND các xã, phường ven biển | Hàng năm => recurring year | Không có tàu cá vi phạm
@ 100% tàu cá từ 15 m trở lên duy trì kết nối | Tỷ lệ tàu cá từ 15 m trở lên duy trì kết nối | = 100 %
r 9 | Nâng công suất các nhà máy nước ven biển lên 45.000 - 50.000 m³/ngày đêm | Sở Xây dựng | Sở Tài chính,¦ Sở Nông nghiệp và Môi trường | Giai đoạn 2026-2030 => during 2026 2030 | UBND tỉnh
@ công suất các nhà máy nước ven biển lên 45.000 - 50.000 m³/ngày đêm | Công suất các nhà máy nước ven biển | range 45000 50000 m³/ngày đêm | from=2026
r 10 | Đầu tư mở rộng Trường Cao đẳng Nghề Bình Châu, mở ngành hàng hải, logistics | Trường Cao đẳng Nghề Bình Châu | Sở Giáo dục và Đào tạo;¦ Sở Tài chính. | Theo Đề án được duyệt tại Quyết định số 733/QĐ-UBND ngày 20/5/2024 => reference | Đạt mục tiêu // theo Đề án
g III | PHÁT TRIỂN KINH TẾ SỐ, CHÍNH QUYỀN SỐ, XÃ HỘI SỐ
r 1 | Hoàn thiện kho dữ liệu dùng chung của tỉnh | Sở Khoa học và Công nghệ | Công an tỉnh;¦ Văn phòng UBND tỉnh;¦ các sở, ban, ngành tỉnh | Tháng 12/2026 => by 2026-12-31 | Kho dữ liệu được đưa vào sử dụng
r 2 | Bảo đảm chi cho khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số không dưới 3% chi ngân sách hằng năm | Sở Tài chính | Sở Khoa học và Công nghệ | Hàng năm => recurring year | Dự toán được giao
@ chi cho khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số không dưới 3% | Chi cho khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số | >= 3 %
r 3 | Hỗ trợ doanh nghiệp nhỏ và vừa dùng nền tảng số | Sở Khoa học & Công nghệ | Sở Công thương;¦ Hiệp hội Doanh nghiệp tỉnh | 2026-2030 => during 2026 2030 | Trên 70% doanh nghiệp được hỗ trợ
r 4 | Xây dựng Đề án phát triển đô thị thông minh phường Bình Châu | UBND phường Bình Châu | Sở Xây dựng;¦ Sở Khoa học và Công nghệ | Năm 2026 => during 2026 | UBND tỉnh/Đề án được duyệt
r 5 | Tổ chức lại mạng lưới tổ công nghệ số cộng đồng ở khóm, ấp sau sắp xếp đơn vị hành chính | UBND các xã, phường | Sở Khoa học và Công nghệ,¦ Tỉnh đoàn | 2026 => during 2026 | Mỗi khóm, ấp có 01 tổ
r 6 | Tham mưu cơ chế thử nghiệm có kiểm soát cho mô hình kinh tế số mới | Sở Khoa học và Công nghệ | ${all} | Thường xuyên và theo hướng dẫn của Trung ương => ongoing | UBND tỉnh
g IV | BẢO ĐẢM QUỐC PHÒNG, AN NINH TRÊN BIỂN
r 1 | Phấn đấu 98% xã, phường vững mạnh về quốc phòng - an ninh | Bộ Chỉ huy Quân sự tỉnh | UBND các xã, phường | Hàng năm => recurring year | Hoàn thành đạt và vượt nhiệm vụ
@ 98% xã, phường vững mạnh về quốc phòng - an ninh | Tỷ lệ xã, phường vững mạnh về quốc phòng - an ninh | = 98 %
r 2 | Phấn đấu 95% trở lên khu dân cư ven biển đạt chuẩn an toàn về an ninh, trật tự. | Công an tỉnh | UBND các xã, phường | Hàng năm => recurring year | Hoàn thành đạt và vượt nhiệm vụ
@ 95% trở lên khu dân cư ven biển đạt chuẩn an toàn về an ninh, trật tự | Tỷ lệ khu dân cư ven biển đạt chuẩn an toàn về an ninh, trật tự | >= 95 %
r 3 | Lắp đặt hệ thống quan sát ven bờ | BCH Quân sự tỉnh | Công an tỉnh | Trước năm 2030 => by 2029-12-31 | Đạt mục tiêu theo Đề án được duyệt tại Kết luận số 15-KL/TU, ngày 02/6/2025
!appendix Phụ lục III | PHÂN CÔNG XÂY DỰNG ĐỀ ÁN, CƠ CHẾ, CHÍNH SÁCH | (Kèm theo Quyết định số  1865 /QĐ-UBND ngày 24 tháng 9 năm 2025 // của Ủy ban nhân dân tỉnh) | landscape
!table tt,task,lead,coord,time,product 5,38,18,20,14,15 merged restart
h TT | Nhiệm vụ, đề án | Cơ quan thực hiện | < | Thời gian trình | Cấp trình
h  | | Cơ quan chủ trì | Cơ quan phối hợp | |
g I | KINH TẾ BIỂN
r 1 | Đề án phát triển du lịch cù lao và biển tỉnh Bình Châu đến năm 2030 | Sở Văn hóa, Thể thao và Du lịch | ${sloppy} | Quý IV/2026 => by 2026-12-31 | HĐND tỉnh
r 2 | Chính sách hỗ trợ ngư dân chuyển đổi nghề khai thác ven bờ | Sở Nông nghiệp và Môi trường | Sở Tài chính,¦ Sở Tư pháp | 2027 => during 2027 | Hội đồng nhân dân tỉnh
g II | KINH TẾ SỐ
r 1 | Chính sách thu hút nhân lực công nghệ số làm việc tại xã, phường | Sở Nội vụ | Sở Khoa học và Công nghệ,¦ Sở Tài chính | 2026 => during 2026 | Hội đồng nhân dân tỉnh
r 2 | Triển khai Đề án tập trung dữ liệu đất đai theo Quyết định số 1204/QĐ-UBND (sau khi Trung ương cấp mã định danh) | Sở Nông nghiệp và Môi trường | ${sloppy} | 2025 - 2027 => during 2025 2027 | Ủy ban nhân dân tỉnh
!appendix Phụ lục IV | CƠ QUAN ĐẦU MỐI THEO DÕI, PHỐI HỢP // CÁC DỰ ÁN HẠ TẦNG DO TRUNG ƯƠNG, NGÀNH DỌC ĐẦU TƯ | (Kèm theo Quyết định số:1865 /QĐ-UBND ngày 24 tháng 9 năm 2025 // của Ủy ban nhân dân tỉnh) | landscape
!table tt,task,lead,funding,time,note 5,36,20,20,15,14 merged
h TT | Nhiệm vụ | Cơ quan đầu mối | Nguồn vốn dự kiến | Thời gian dự kiến thực hiện | Ghi chú
r 1 | Đầu tư tuyến đường bộ ven biển đoạn qua tỉnh Bình Châu | Sở Xây dựng | Ngân sách trung ương và các nguồn vốn hợp pháp khác | 2026 - 2030 => during 2026 2030 | &nbsp;
r 2 | Nạo vét luồng vào cảng Hải Thuận cho tàu 10.000 tấn | Sở Xây dựng | Ngân sách trung ương | 2026 - 2028 => during 2026 2028 | Bộ Xây dựng làm chủ đầu tư
r 3 | Đầu tư cầu Vàm Rạch Lá 2 | Sở Xây  dựng | Ngân sách tỉnh | 2027 - 2029 => during 2027 2029 | &nbsp;
r 4 | Đường dây 220 kV đấu nối cụm điện gió Hải Thuận | Sở Công Thương | Vốn của ngành điện | Theo tiến độ của Quy hoạch điện quốc gia => reference | &nbsp;
r 5 | Nâng cấp đê biển Hòa Thạnh - Thạnh Hải | Sở Nông nghiệp và Môi trường | Vốn vay ODA, vốn đối ứng | 2026-2030 => during 2026 2030 |
`;
