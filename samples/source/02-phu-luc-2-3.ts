const attached = '(Kèm theo Kế hoạch hành động của Ủy ban nhân dân tỉnh)';
const science = 'Sở Khoa học và Công nghệ';

export const targets = `
!appendix Phụ lục II | CHỈ TIÊU CHỦ YẾU CỦA KẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2026 | ${attached}
!table tt,target,agencies 8,62,30 full through
h TT | Chỉ tiêu | Cơ quan chủ trì theo dõi, đánh giá
r 1 | Phấn đấu tăng trưởng GRDP đạt 10,2% (có tính giá trị điện gió); 9,8% (không tính giá trị điện gió) so với ước thực hiện năm 2025 | Thống kê tỉnh
@ tăng trưởng GRDP đạt 10,2% (có tính giá trị điện gió) | Tốc độ tăng trưởng GRDP | = 10.2 % | v=có tính giá trị điện gió; inc; base=so với ước thực hiện năm 2025
@ 9,8% (không tính giá trị điện gió) | Tốc độ tăng trưởng GRDP | = 9.8 % | v=không tính giá trị điện gió; inc; base=so với ước thực hiện năm 2025
r 2 | GRDP bình quân đầu người đạt 93,6 triệu đồng/người/năm, tương đương 3.590USD (có tính giá trị điện gió); đạt 88,1 triệu đồng/người/năm, tương đương 3.379USD (không tính giá trị điện gió) | Thống kê tỉnh
@ GRDP bình quân đầu người đạt 93,6 triệu đồng/người/năm | GRDP bình quân đầu người | = 93.6 triệu đồng/người/năm | v=có tính giá trị điện gió
@ tương đương 3.590USD (có tính giá trị điện gió) | GRDP bình quân đầu người | = 3590 USD | v=có tính giá trị điện gió; up=1
@ 88,1 triệu đồng/người/năm | GRDP bình quân đầu người | = 88.1 triệu đồng/người/năm | v=không tính giá trị điện gió
@ tương đương 3.379USD (không tính giá trị điện gió) | GRDP bình quân đầu người | = 3379 USD | v=không tính giá trị điện gió; up=1
r 3 | Tỷ trọng công nghiệp - xây dựng và dịch vụ trong GRDP chiếm 69,4% | Thống kê tỉnh
@ Tỷ trọng công nghiệp - xây dựng và dịch vụ trong GRDP chiếm 69,4% | Tỷ trọng công nghiệp - xây dựng và dịch vụ trong GRDP | = 69.4 %
r 4 | Tổng vốn đầu tư thực hiện toàn xã hội 35.800 tỷ đồng, tăng 12,5% so với năm 2025. | Thống kê tỉnh
@ Tổng vốn đầu tư thực hiện toàn xã hội 35.800 tỷ đồng | Tổng vốn đầu tư thực hiện toàn xã hội | = 35800 tỷ đồng
@ tăng 12,5% | Tổng vốn đầu tư thực hiện toàn xã hội | = 12.5 % | inc; base=so với năm 2025; up=1
r 5 | Phát triển mới 620 doanh nghiệp | Sở Tài chính
@ Phát triển mới 620 doanh nghiệp | Số doanh nghiệp phát triển mới | = 620 doanh nghiệp | inc
r 6 | Tỷ lệ đô thị hóa đạt 33,1%. | Sở Xây dựng
@ Tỷ lệ đô thị hóa đạt 33,1% | Tỷ lệ đô thị hóa | = 33.1 %
r 7 | Thu nội địa 6.480 tỷ đồng; thu từ hoạt động xuất nhập khẩu đạt 1.050 tỷ đồng. | Thuế tỉnh // ¦Chi cục Hải quan khu vực XIX //  // 
@ Thu nội địa 6.480 tỷ đồng | Thu nội địa | = 6480 tỷ đồng
@ thu từ hoạt động xuất nhập khẩu đạt 1.050 tỷ đồng | Thu từ hoạt động xuất nhập khẩu | = 1050 tỷ đồng
r 8 | Kim ngạch xuất khẩu hàng hóa đạt 860 - 880 triệu USD | Sở Công Thương
@ Kim ngạch xuất khẩu hàng hóa đạt 860 - 880 triệu USD | Kim ngạch xuất khẩu hàng hóa | range 860 880 triệu USD
r 9 | Duy trì 100% xã đạt chuẩn nông thôn mới; có thêm 03 xã nông thôn mới nâng cao; xã Tân Lộc đạt chuẩn nông thôn mới hiện đại. | Sở Nông nghiệp và Môi trường
@ 100% xã đạt chuẩn nông thôn mới | Tỷ lệ xã đạt chuẩn nông thôn mới | = 100 %
@ có thêm 03 xã nông thôn mới nâng cao | Số xã nông thôn mới nâng cao | = 3 xã | inc
@ xã Tân Lộc đạt chuẩn nông thôn mới hiện đại | Xã Tân Lộc đạt chuẩn nông thôn mới hiện đại | text
r 10 | Tỷ trọng lao động: trong nông nghiệp còn 36,8%, trong công nghiệp - xây dựng và dịch vụ đạt 63,2% trong tổng lao động xã hội. | Thống kê tỉnh,¦ Sở Nội vụ
@ Tỷ trọng lao động: trong nông nghiệp còn 36,8% | Tỷ trọng lao động | = 36.8 % | v=nông nghiệp
@ trong công nghiệp - xây dựng và dịch vụ đạt 63,2% | Tỷ trọng lao động | = 63.2 % | v=công nghiệp - xây dựng và dịch vụ
r 11 | Tỷ lệ lao động qua đào tạo đạt 72,3%; trong đó: có bằng cấp, chứng chỉ đạt 38,5%. Tạo việc làm mới cho 22.000 lao động | Sở Nội vụ // ¦Sở Giáo dục và Đào tạo
@ Tỷ lệ lao động qua đào tạo đạt 72,3% | Tỷ lệ lao động qua đào tạo | = 72.3 %
@ có bằng cấp, chứng chỉ đạt 38,5% | Tỷ lệ lao động qua đào tạo | = 38.5 % | v=có bằng cấp, chứng chỉ; up=1
@ Tạo việc làm mới cho 22.000 lao động | Số lao động được tạo việc làm mới | = 22000 lao động | inc
r 12 | Tỷ lệ thất nghiệp khu vực thành thị dưới 2,45%. | Sở Nội vụ
@ Tỷ lệ thất nghiệp khu vực thành thị dưới 2,45% | Tỷ lệ thất nghiệp khu vực thành thị | < 2.45 %
r 13 | Tỷ lệ học sinh đi học đúng độ tuổi: Tiểu học: 99,95%; trung học cơ sở: 99%. | Sở Giáo dục và Đào tạo
@ Tỷ lệ học sinh đi học đúng độ tuổi: Tiểu học: 99,95% | Tỷ lệ học sinh đi học đúng độ tuổi | = 99.95 % | v=tiểu học
@ trung học cơ sở: 99% | Tỷ lệ học sinh đi học đúng độ tuổi | = 99 % | v=trung học cơ sở
r 14 | Có 31,2 giường bệnh/vạn dân; 10,3 bác sĩ/vạn dân. | Sở Y tế
@ 31,2 giường bệnh/vạn dân | Số giường bệnh/vạn dân | = 31.2 giường/vạn dân
@ 10,3 bác sĩ/vạn dân | Số bác sĩ/vạn dân | = 10.3 bác sĩ/vạn dân
r 15 | Tỷ lệ người dân tham gia bảo hiểm y tế so với dân số đạt 95,8% trở lên | Bảo hiểm xã hội tỉnh
@ Tỷ lệ người dân tham gia bảo hiểm y tế so với dân số đạt 95,8% trở lên | Tỷ lệ người dân tham gia bảo hiểm y tế so với dân số | >= 95.8 %
r 16 | Tỷ lệ tham gia bảo hiểm xã hội đạt 33,5% lực lượng lao động trong độ tuổi, trong đó bảo hiểm xã hội tự nguyện đạt 6,5% | Bảo hiểm xã hội tỉnh
@ Tỷ lệ tham gia bảo hiểm xã hội đạt 33,5% | Tỷ lệ tham gia bảo hiểm xã hội | = 33.5 %
@ bảo hiểm xã hội tự nguyện đạt 6,5% | Tỷ lệ tham gia bảo hiểm xã hội | = 6.5 % | v=bảo hiểm xã hội tự nguyện; up=1
r 17 | Giảm tỷ lệ hộ nghèo đa chiều 0,4% (trong đồng bào dân tộc Khmer giảm 1%). | Sở Nông nghiệp và Môi trường //  // 
@ Giảm tỷ lệ hộ nghèo đa chiều 0,4% | Tỷ lệ hộ nghèo đa chiều | = 0.4 % | dec
@ trong đồng bào dân tộc Khmer giảm 1% | Tỷ lệ hộ nghèo đa chiều | = 1 % | v=đồng bào dân tộc Khmer; dec; up=1
r 18 | Tỷ lệ hộ dân sử dụng điện an toàn đạt 99,9%. | Sở Công Thương
@ Tỷ lệ hộ dân sử dụng điện an toàn đạt 99,9% | Tỷ lệ hộ dân sử dụng điện an toàn | = 99.9 %
r 19 | Có 99,4% dân cư thành thị; 99,7% dân cư nông thôn được sử dụng nước sạch, nước  hợp vệ sinh (trong đó nước sạch 81,4%). | Sở Xây dựng,¦ Sở Nông nghiệp và Môi trường
@ 99,4% dân cư thành thị | Tỷ lệ dân cư thành thị được sử dụng nước sạch, nước hợp vệ sinh | = 99.4 %
@ 99,7% dân cư nông thôn được sử dụng nước sạch, nước  hợp vệ sinh | Tỷ lệ dân cư nông thôn được sử dụng nước sạch, nước hợp vệ sinh | = 99.7 %
@ nước sạch 81,4% | Tỷ lệ dân cư nông thôn được sử dụng nước sạch, nước hợp vệ sinh | = 81.4 % | v=nước sạch; up=1
r 20 | Tỷ lệ chất thải nguy hại được xử lý trên 98,5%; tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt: đô thị đạt 99,3%, nông thôn đạt 85%; tỷ lệ cơ sở gây ô nhiễm môi trường nghiêm trọng theo Quyết định số 1586/QĐ-TTg ngày 14/12/2023 được xử lý đạt 100% | Sở Nông nghiệp và Môi trường
@ Tỷ lệ chất thải nguy hại được xử lý trên 98,5% | Tỷ lệ chất thải nguy hại được xử lý | > 98.5 %
@ tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt: đô thị đạt 99,3% | Tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt | = 99.3 % | v=đô thị
@ nông thôn đạt 85% | Tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt | = 85 % | v=nông thôn
@ tỷ lệ cơ sở gây ô nhiễm môi trường nghiêm trọng theo Quyết định số 1586/QĐ-TTg ngày 14/12/2023 được xử lý đạt 100% | Tỷ lệ cơ sở gây ô nhiễm môi trường nghiêm trọng được xử lý | = 100 %
r 21 | Tỷ lệ che phủ rừng đạt 3,95% diện tích tự nhiên | Sở Nông nghiệp và Môi trường
@ Tỷ lệ che phủ rừng đạt 3,95% | Tỷ lệ che phủ rừng | = 3.95 %
r 22 | Giữ vững an ninh, trật tự trên địa bàn tỉnh, nhất là ở các xã, phường ven biển. | Công an tỉnh
@ Giữ vững an ninh, trật tự trên địa bàn tỉnh, nhất là ở các xã, phường ven biển | An ninh, trật tự trên địa bàn tỉnh, nhất là ở các xã, phường ven biển | text
r 23 | Phấn đấu 93% xã, phường và 97% cơ quan, doanh nghiệp, nhà trường trở lên đạt chuẩn an toàn về an ninh, trật tự. | Công an tỉnh
@ 93% xã, phường | Tỷ lệ xã, phường đạt chuẩn an toàn về an ninh, trật tự | >= 93 %
@ 97% cơ quan, doanh nghiệp, nhà trường trở lên đạt chuẩn an toàn về an ninh, trật tự | Tỷ lệ cơ quan, doanh nghiệp, nhà trường đạt chuẩn an toàn về an ninh, trật tự | >= 97 %
r 24 | Có trên 97% xã, phường vững mạnh về quốc phòng, an ninh; 34/34 xã, phường có Ban Chỉ huy Quân sự được kiện toàn | Bộ CHQS tỉnh
@ trên 97% xã, phường vững mạnh về quốc phòng, an ninh | Tỷ lệ xã, phường vững mạnh về quốc phòng, an ninh | > 97 %
@ 34/34 xã, phường có Ban Chỉ huy Quân sự được kiện toàn | Số xã, phường có Ban Chỉ huy Quân sự được kiện toàn | = 34/34 xã, phường
!appendix Phụ lục III | MỘT SỐ CHỈ TIÊU CỤ THỂ CỦA CÁC NGÀNH, LĨNH VỰC NĂM 2026 | ${attached} | landscape
!table tt,name,unit,national,value,agencies 6,40,14,12,12,20 full through
h TT | CHỈ TIÊU | Đơn vị | Chỉ tiêu cả nước năm 2026 | Chỉ tiêu tỉnh năm 2026 | Cơ quan chủ trì theo dõi, đánh giá
g I | Một số chỉ tiêu kinh tế, tài chính
r 1 | Tỷ lệ nợ xấu nội bảng | % | < 3 | < 2,5 | Ngân hàng Nhà nước Việt Nam chi nhánh Khu vực 14
= nat=< 3; val=< 2.5
r 2 | Tỷ trọng chi thường xuyên (không bao gồm chi cải cách tiền lương) so với tổng chi cân đối ngân sách địa phương | % | 58 | 57,5 | Sở Tài chính
r 3 | Tỷ trọng chi đầu tư phát triển so với tổng chi cân đối ngân sách địa phương  | % | 36 | 40 | Sở Tài chính
r 4 | Tỷ lệ tổng vốn đầu tư toàn xã hội trên GDP/GRDP | % | Khoảng 33,5 | 42,3% | Thống kê tỉnh
= nat=~ 33.5
r 5 | Tỷ trọng kinh tế số trong GDP/GRDP | % | 20 | 15-16 | ${science}
= val=range 15 16
r 6 | Tốc độ tăng năng suất lao động xã hội | % | 7,5-8 | 8,2 | Thống kê tỉnh
= inc; nat=range 7.5 8
g II | Một số chỉ tiêu về thương mại, du lịch, môi trường đầu tư kinh doanh
r 7 | Tốc độ tăng tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng | % | 11 | 12,4 | Sở Công Thương
= inc
r 8 | Tỷ lệ doanh nghiệp hoạt động có đổi mới sáng tạo | % | | 22 | ${science}
r 9 | Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) | Thứ hạng | | 24 | Sở Tài chính
r 10 | Tổng số lượt khách du lịch | Triệu lượt | 165 | 1,9 | Sở Văn hoá, Thể thao và Du lịch
g III | Một số chỉ tiêu về kết cấu hạ tầng và dịch vụ công
r 11 | Tổng điện năng sản xuất  | Tỷ kWh | 335,5-342,8 | 2,846 | Sở Công Thương
= nat=range 335.5 342.8
r  | Tốc độ tăng | % | 10-12 | 18,5 |
= inc; nat=range 10 12
r 12 | Tổng công suất nguồn điện (không tính điện mặt trời tự sản, tự tiêu)  | MW | 94.120 | 1.085,6 | Sở Công thương
r  | Tốc độ tăng | % | 6,5 | 0 |
= inc
r 13 | Tỷ lệ người dân trưởng thành dùng điện thoại thông minh | % | 84 | 82 | ${science}
r 14 | Số thuê bao băng rộng di động trên 100 dân | Thuê bao | 98 | 91 | ${science}
= u=thuê bao/100 dân
r 15 | Số thuê bao băng rộng cố định trên 100 dân | Thuê bao | 27 | 25,5 | ${science}
= u=thuê bao/100 dân
r 16 | Tỷ lệ dân số được phủ sóng 5G | % | 70 | 55 | ${science}
r 17 | Số chữ ký số cá nhân đã cấp và đang hoạt động | Chữ ký số | 3.650.000 | 21.400 | ${science}
r 18 | Diện tích nhà ở bình quân đầu người | m² sàn/người | 27,5 | 26 | Sở Xây dựng
r 19 | Số căn nhà ở xã hội hoàn thành | Căn | Trên 158.000 | ≥ 650 | Sở Xây dựng
= nat=> 158000; val=>= 650
g IV | Một số chỉ tiêu về văn hóa, xã hội, nông thôn mới
r 20 | Tỷ lệ huy động trẻ nhà trẻ | % | 36 | 18% | Sở Giáo dục và Đào tạo
r 21 | Tỷ lệ huy động trẻ mẫu giáo | % | 94,5 | 93,8 | Sở Giáo dục và Đào tạo
r 22 | Tỉnh đạt chuẩn phổ cập giáo dục tiểu học mức độ 3 | | 30 | Đạt | Sở Giáo dục và Đào tạo
= u=tỉnh; val=text
r 23 | Tỉnh đạt chuẩn phổ cập giáo dục mầm non cho trẻ mẫu giáo 3 - 5 tuổi | | | Đạt | Sở Giáo dục và Đào tạo
= val=text
r 24 | Tỷ lệ người biết chữ trong độ tuổi theo quy định | % | 98,90 | 98,75 | Sở Giáo dục và Đào tạo
r 25 | Số người lao động đi làm việc ở nước ngoài theo hợp đồng | Người | Khoảng 112.000 | 900 | Sở Nội vụ
= nat=~ 112000
r 26 | Tỷ lệ lực lượng lao động trong độ tuổi tham gia bảo hiểm thất nghiệp | % | Khoảng 36-36,5 | 17,2 | Sở Nội  vụ
= nat=range 36 36.5
r 27 | Tỷ lệ người khuyết tật nặng được hưởng trợ cấp đúng hạn | % | Trên 92 | Trên 94 | Sở Y tế
= nat=> 92; val=> 94
r 28 | Tỷ lệ xã đạt tiêu chí môi trường trong xây dựng nông thôn mới  | % | | 100 | Sở Nông nghiệp và Môi trường
r 29 | Tỷ lệ dân số được quản lý sức khỏe bằng hồ sơ điện tử | % | Trên 90 | Trên 92 | Sở Y Tế
= nat=> 90; val=> 92
r 30 | Tuổi thọ trung bình (tính từ lúc sinh) | Tuổi | 74,8 | 75,3 | Sở Y tế
r 31 | Tỷ số giới tính khi sinh | Bé trai/100 bé gái | 110,7 | 109,5 | Sở Y tế
= u=bé trai/100 bé gái
r 32 | Số dược sĩ đại học trên 10.000 dân | Người | 3,6 | 3,4 | Sở Y tế
= u=người/vạn dân
r 33 | Số điều dưỡng trên 10.000 dân | Người | 18,0 | 16,5 | Sở Y tế
= u=người/vạn dân
r 34 | Tỷ suất tử vong trẻ em < 1 tuổi  | Số ca/1.000 trẻ đẻ sống | Dưới 11,2 | 3,1 | Sở Y tế
= u=ca/1.000 trẻ đẻ sống; nat=< 11.2
r 35 | Tỷ suất tử vong trẻ em < 5 tuổi  | Số ca/1.000 trẻ đẻ sống | Dưới 17 | 4 | Sở Y tế
= u=ca/1.000 trẻ đẻ sống; nat=< 17
r 36 | Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi (chiều cao/tuổi) | % | 16,4 | 12,5 | Sở Y tế
r 37 | Tỷ lệ gia đình đạt danh hiệu gia đình văn hóa | % | | 95 | Sở Văn hóa, Thể thao và Du lịch
g V | Một số chỉ tiêu về cải cách hành chính, chuyển đổi số
r 38 | Chỉ số cải cách hành chính (PAR INDEX) | Thứ hạng | | 18 | Sở Nội vụ
r 39 | Chỉ số hài lòng về sự phục vụ hành chính (SIPAS) | Thứ hạng | | 15 | Sở Nội vụ
r 40 | Tỷ lệ hồ sơ thủ tục hành chính nộp trực tuyến toàn trình. | % | 80 | 85 | Văn phòng UBND tỉnh
r 41 | Tỷ lệ hồ sơ có phí, lệ phí được thanh toán trực tuyến  | % | 60 | 65 | Văn phòng UBND tỉnh
r 42 | Tỷ lệ trường học, bệnh viện thu học phí, viện phí không dùng tiền mặt | % | 95 | 98 | Sở Giáo dục và Đào tạo,¦ Sở Y tế
r 43 | Tỷ lệ văn bản đi, đến (trừ văn bản mật) được ký số và xử lý trên môi trường điện tử | | | |
r  | Đối với cơ quan chuyên môn, đơn vị thuộc UBND tỉnh. | % | 100 | 100 | ${science}
= n=Tỷ lệ văn bản đi, đến (trừ văn bản mật) được ký số và xử lý trên môi trường điện tử; v=cơ quan chuyên môn, đơn vị thuộc UBND tỉnh
r  | Đối với UBND cấp xã. | % | 90 | 95 | ${science}
= n=Tỷ lệ văn bản đi, đến (trừ văn bản mật) được ký số và xử lý trên môi trường điện tử; v=UBND cấp xã
r 44 | Tỷ lệ xã, phường có Trung tâm Phục vụ hành chính công đạt loại tốt trở lên | % | | 90 | Văn phòng UBND tỉnh
`;
