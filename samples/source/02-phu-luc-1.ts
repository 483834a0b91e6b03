const all = 'các sở, ngành liên quan,¦ UBND các xã, phường';
const bank = 'Ngân hàng Nhà nước Việt Nam chi nhánh Khu vực 14';

export const tasks = `
!appendix Phụ lục I | PHÂN CÔNG THỰC HIỆN CÁC NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU NĂM 2026 | (Kèm theo Kế hoạch hành động của Ủy ban nhân dân tỉnh) | landscape
!table tt,task,lead,monitor 6,52,24,18 full through
h TT | Nội dung công việc | Cơ quan thực hiện | Cơ quan theo dõi, đôn đốc, tổng hợp báo cáo
g I. | Giữ vững ổn định kinh tế vĩ mô, bảo đảm các cân đối lớn, thúc đẩy tăng trưởng
r 1. | Điều hành tín dụng trên địa bàn an toàn, đúng hướng; ưu tiên vốn cho sản xuất nông nghiệp, xuất khẩu, nhà ở xã hội; kiểm soát nợ xấu của các quỹ tín dụng nhân dân. | ${bank} |
r 2. | Quản lý thu ngân sách đúng, đủ, kịp thời; mở rộng hóa đơn điện tử khởi tạo từ máy tính tiền; thu hồi nợ thuế, phấn đấu tỷ lệ nợ thuế trên tổng thu dưới 5%. | Thuế tỉnh |
@ tỷ lệ nợ thuế trên tổng thu dưới 5% | Tỷ lệ nợ thuế trên tổng thu | < 5 %
r 3. | Tiết kiệm chi thường xuyên, sắp xếp lại trụ sở, xe công dôi dư sau khi không tổ chức cấp huyện; hoàn thành xử lý trụ sở dôi dư trong quý III. | Sở Tài chính,¦ các sở, ngành,¦ UBND các xã, phường | Sở Tài chính
r 4. | Phân bổ, giao chi tiết vốn đầu tư công ngay từ đầu năm; mỗi tháng họp Tổ công tác giải ngân một lần. | Các sở, ngành có liên quan | Sở Tài chính
r 5. | Hoàn thiện phương án giá đất, đấu giá quyền sử dụng đất tạo nguồn thu cho đầu tư hạ tầng.. | Sở Nông nghiệp và Môi trường,¦ Sở Tài chính,¦ UBND các xã, phường | Sở Nông nghiệp và Môi trường
r 6. | Xúc tiến đầu tư có trọng điểm; tổ chức hội nghị xúc tiến đầu tư tại Thành phố Hồ Chí Minh và nước ngoài; hỗ trợ nhà đầu tư từ khi tìm hiểu đến khi vận hành. | Sở Tài chính,¦ Ban Quản lý Khu kinh tế,¦ các sở, ngành liên quan | Sở Tài chính
r 7. | Kết nối cung cầu, đưa hàng hóa của tỉnh vào hệ thống siêu thị; theo dõi giá cả, bảo đảm nguồn cung điện, xăng dầu. | Sở Công Thương,¦ ${all} | Sở Công Thương
r 8. | Đấu tranh chống buôn lậu, gian lận thương mại, hàng giả, nhất là trên mạng. | Sở Công Thương,¦ Công an tỉnh,¦ các sở, ngành liên quan | Sở Công thương
r 9. | Rà soát, công bố lịch công bố số liệu thống kê; phối hợp xây dựng kịch bản tăng trưởng. | Thống kê tỉnh |
g II. | Vận hành thông suốt chính quyền địa phương 02 cấp, hoàn thiện thể chế
r 10. | Sơ kết một năm vận hành chính quyền địa phương 02 cấp; đề xuất điều chỉnh thẩm quyền chưa phù hợp. | Sở Nội vụ,¦ ${all} | Sở Nội vụ
r 11. | Bố trí đủ cán bộ chuyên môn cho xã, phường, nhất là địa chính, xây dựng, công nghệ thông tin; tập huấn tại chỗ cho công chức xã. | Sở Nội vụ, ¦các sở ngành có liên quan,¦ UBND các xã, phường | Sở Nội vụ
r 12. | Triển khai Nghị quyết số 57-NQ/TW ngày 22/12/2024 và Nghị quyết số 68-NQ/TW ngày 04/5/2025 của Bộ Chính trị; kiểm tra việc thực hiện tại cơ sở. | Các sở, ban, ngành tỉnh,¦ UBND các xã, phường | Văn phòng UBND tỉnh
r 13. | Rà soát văn bản quy phạm pháp luật không còn phù hợp do sắp xếp bộ máy, đơn vị hành chính. | Sở Tư pháp,¦ các sở, ngành có liên quan | Sở Tư pháp
r 14. | Phổ biến pháp luật đến người dân bằng hình thức ngắn, dễ hiểu; nâng chất lượng trợ giúp pháp lý. | Sở Tư pháp |
r 15. | Thi hành án dân sự đúng pháp luật, tập trung án tồn đọng, giá trị lớn. | Thi hành án dân sự tỉnh |
r 16. | Tiếp công dân, giải quyết khiếu nại, tố cáo từ cơ sở; giải quyết vụ việc thuộc thẩm quyền đạt tỷ lệ trên 88%, thi hành quyết định đã có hiệu lực đạt 90% trở lên. | Các sở, ngành tỉnh ¦UBND các xã, phường | Thanh tra tỉnh
@ giải quyết vụ việc thuộc thẩm quyền đạt tỷ lệ trên 88% | Tỷ lệ giải quyết vụ việc thuộc thẩm quyền | > 88 %
@ thi hành quyết định đã có hiệu lực đạt 90% trở lên | Tỷ lệ thi hành quyết định đã có hiệu lực | >= 90 %
r 17. | Thanh tra công vụ, kiểm tra đột xuất nơi có phản ánh của người dân; công khai kết quả xử lý. | Thanh tra tỉnh,¦ Sở Nội vụ | Thanh tra tỉnh
g III. | Cải cách hành chính, chuyển đổi số, cải thiện môi trường đầu tư kinh doanh
r 18. | Cắt giảm, đơn giản hóa thủ tục hành chính; tiếp nhận hồ sơ không phụ thuộc địa giới hành chính trong toàn tỉnh. | Các sở, ngành,¦ UBND các xã, phường | Văn phòng UBND tỉnh
r 19. | Tổ chức lại các Trung tâm Phục vụ hành chính công cấp xã; phấn đấu 85% hồ sơ nộp trực tuyến, 100% hồ sơ được số hóa. | Văn phòng UBND tỉnh,¦ UBND các xã, phường | Văn phòng UBND tỉnh
@ 85% hồ sơ nộp trực tuyến | Tỷ lệ hồ sơ nộp trực tuyến | = 85 %
@ 100% hồ sơ được số hóa | Tỷ lệ hồ sơ được số hóa | = 100 %
r 20. | Khai thác Cơ sở dữ liệu quốc gia về dân cư, VNeID trong giải quyết thủ tục và chi trả an sinh xã hội. | Công an tỉnh,¦ Văn phòng UBND tỉnh,¦ các sở, ngành, địa phương có liên quan | Công an tỉnh,¦ Văn phòng UBND tỉnh
r 21. | Hoàn thiện kho dữ liệu dùng chung, liên thông với các hệ thống của bộ, ngành Trung ương. | Sở Khoa học và Công nghệ,¦ ${all} | Sở Khoa học và Công nghệ
r 22. | Bảo đảm an toàn thông tin mạng cho các hệ thống cấp xã; diễn tập ứng cứu sự cố. | Công an tỉnh,¦ Sở Khoa học và Công nghệ | Công an tỉnh
r 23. | Phấn đấu nâng hạng các chỉ số PCI, PAR INDEX, SIPAS, PAPI năm 2026 | Sở Tài chính,¦ Sở Nội vụ,¦ các sở ngành có liên quan | Sở Nội vụ
r 24. | Đối thoại doanh nghiệp hằng quý; kiến nghị nào cũng được trả lời bằng văn bản. | Sở Tài chính,¦ Hiệp hội Doanh nghiệp tỉnh | Sở Tài chính
r 25. | Hỗ trợ hộ kinh doanh chuyển lên doanh nghiệp sau khi bỏ thuế khoán, phấn đấu có thêm 250 doanh nghiệp từ hộ kinh doanh. | Thuế tỉnh,¦ Sở Tài chính,¦ UBND các xã, phường, | Sở Tài chính
@ có thêm 250 doanh nghiệp từ hộ kinh doanh | Số doanh nghiệp từ hộ kinh doanh | = 250 doanh nghiệp | inc
g IV. | Cơ cấu lại các ngành kinh tế, phát triển kinh tế biển
r 26. | Triển khai Kế hoạch hành động ban hành tại Quyết định số 1865/QĐ-UBND ngày 24/9/2025 về kinh tế biển và kinh tế số; định kỳ đánh giá kết quả. | Các sở, ban, ngành tỉnh,¦ UBND các xã, phường | Sở Tài chính
r 27. | Phát triển công nghiệp chế biến thủy sản, dừa; đưa nhà máy điện gió Hải Thuận số 2 vào vận hành. | Sở Công Thương,¦ Ban Quản lý Khu kinh tế | Sở Công Thương
r 28. | Hoàn thành hạ tầng giai đoạn 1 Cụm công nghiệp Long Xuân, kêu gọi nhà đầu tư thứ cấp. | Ban Quản lý Khu kinh tế,¦ UBND xã Long Xuân | Ban Quản lý Khu kinh tế
r 29. | Cơ cấu lại nông nghiệp theo vùng mặn, lợ, ngọt; cấp mã số vùng trồng, vùng nuôi; mở rộng lúa phát thải thấp đạt 18.000 ha. | Sở Nông nghiệp và Môi trường,¦ UBND các xã, phường | Sở Nông nghiệp & Môi trường
@ lúa phát thải thấp đạt 18.000 ha | Diện tích lúa phát thải thấp | = 18000 ha
r 30. | Gỡ cảnh báo "thẻ vàng", quản lý chặt tàu cá, cảng cá; xử lý nghiêm tàu mất kết nối. | Sở Nông nghiệp và Môi trường,¦ Bộ CHQS tỉnh,¦ UBND các xã, phường ven biển | Sở Nông nghiệp và Môi trường
r 31. | Xây dựng nông thôn mới theo bộ tiêu chí mới áp dụng cho xã sau sắp xếp; duy trì kết quả đã đạt. | Sở Nông nghiệp và Môi trường,¦ UBND các xã | Sở Nông nghiệp và Môi trường
r 32. | Phát triển du lịch sông nước, lễ hội, làng nghề; phấn đấu đón 1,9 triệu lượt khách, tổng thu từ du lịch tăng 15 - 17% so với năm 2025. | Sở Văn hóa, Thể thao và Du lịch,¦ ${all} | Sở Văn hóa, Thể thao và Du lịch
@ đón 1,9 triệu lượt khách | Số lượt khách du lịch | = 1.9 triệu lượt khách
@ tổng thu từ du lịch tăng 15 - 17% | Tổng thu từ du lịch | range 15 17 % | inc; base=so với năm 2025
r 33. | Phát triển dịch vụ logistics, bến thủy nội địa gắn với cảng Hải Thuận. | Sở Xây dựng,¦ Sở Công Thương |
r 34. | Đẩy mạnh thanh toán không dùng tiền mặt ở chợ, trường học, bệnh viện. | ${bank},¦ Sở Công Thương |
r 35. | Củng cố hợp tác xã, liên hiệp hợp tác xã; xử lý dứt điểm hợp tác xã ngừng hoạt động. | Liên minh Hợp tác xã tỉnh,¦ Sở Tài chính | Liên minh Hợp tác xã tỉnh
g V. | Đầu tư kết cấu hạ tầng, phát triển đô thị
r 36. | Đẩy nhanh tiến độ đường tỉnh 927, cầu Vàm Rạch Lá; bàn giao 100% mặt bằng đường bộ ven biển trước ngày 30/6/2026. | Ban Quản lý dự án đầu tư xây dựng tỉnh,¦ UBND các xã, phường | Sở Xây dựng
@ bàn giao 100% mặt bằng đường bộ ven biển | Tỷ lệ bàn giao mặt bằng đường bộ ven biển | = 100 %
r 37. | Bảo trì đường tỉnh, đường xã; xóa điểm đen tai nạn giao thông. | Sở Xây  dựng,¦ UBND các xã, phường | Sở Xây dựng
r 38. | Lập, điều chỉnh quy hoạch chung các xã, phường mới; phủ kín quy hoạch phân khu đô thị Bình Châu. | Sở Xây dựng,¦ UBND các xã, phường | Sở Xây Dựng
r 39. | Khởi công, hoàn thành các dự án nhà ở xã hội theo Quyết định số 2216/QĐ-UBND ngày 06/11/2025 của UBND tỉnh, phấn đấu hoàn thành ít nhất 650 căn. | Sở Xây dựng,¦ các sở, ngành, địa phương liên quan | Sở Xây dựng
@ hoàn thành ít nhất 650 căn | Số căn nhà ở xã hội hoàn thành | >= 650 căn
r 40. | Phát triển lưới điện, xóa điện chia hơi, câu đuôi ở các cù lao; điện khí hóa vùng nuôi tôm. | Điện lực Bình Châu,¦ Sở Công Thương | Sở Công Thương
r 41. | Phát triển hạ tầng số, phủ sóng 5G tại trung tâm xã, phường, khu công nghiệp. | Sở Khoa học và Công nghệ,¦ các doanh nghiệp viễn thông | Sở Khoa học và Công nghệ
g VI. | Quản lý tài nguyên, bảo vệ môi trường, phòng, chống thiên tai
r 42. | Hoàn thành cơ sở dữ liệu đất đai theo mô hình chính quyền 02 cấp; cấp giấy chứng nhận lần đầu cho các thửa đủ điều kiện. | Sở Nông nghiệp và Môi trường,¦ UBND các xã, phường | Sở Nông nghiệp và Môi trường
r 43. | Xử lý triệt để ô nhiễm tại các bãi rác hở; tỷ lệ chất thải rắn sinh hoạt đô thị được thu gom, xử lý đạt 99,3%, nông thôn đạt 85%. | Sở Nông nghiệp và Môi trường,¦ các sở, ngành, địa phương liên quan | Sở Nông nghiệp và Môi trường
@ tỷ lệ chất thải rắn sinh hoạt đô thị được thu gom, xử lý đạt 99,3% | Tỷ lệ chất thải rắn sinh hoạt được thu gom, xử lý | = 99.3 % | v=đô thị
@ nông thôn đạt 85% | Tỷ lệ chất thải rắn sinh hoạt được thu gom, xử lý | = 85 % | v=nông thôn
r 44. | Vận hành hệ thống cống, đê ngăn mặn; thông tin độ mặn hằng ngày cho người dân; khắc phục sạt lở bờ biển. | Sở Nông nghiệp và Môi trường,¦ Sở Xây dựng | Sở Nông nghiệp và Môi trường
r 45. | Quản lý khai thác cát sông, đất mặt; kiên quyết xử lý khai thác trái phép. | Sở Nông nghiệp và Môi trường,¦ Công an tỉnh,¦ UBND các xã, phường | Sở Nông nghiệp và Môi trường
g VII. | Phát triển giáo dục, khoa học, công nghệ, nguồn nhân lực
r 46. | Thực hiện Nghị quyết số 71-NQ/TW ngày 22/8/2025 của Bộ Chính trị về giáo dục; bố trí giáo viên theo cụm xã; dạy tiếng Anh từ lớp 1. | Sở Giáo dục và Đào tạo,¦ ${all} | Sở Giáo dục và Đào tạo
r 47. | Đào tạo nghề gắn với doanh nghiệp; tiếp nhận, tổ chức lại các trung tâm giáo dục nghề nghiệp sau khi chuyển về ngành giáo dục. | Sở Giáo dục và Đào tạo,¦ Trường Cao đẳng Nghề Bình Châu | Sở Giáo dục và Đào tạo
r 48. | Ứng dụng khoa học, công nghệ vào sản xuất; đặt hàng nhiệm vụ nghiên cứu theo nhu cầu của doanh nghiệp, hợp tác xã. | Sở Khoa học và Công nghệ,¦ ${all} | Sở Khoa học và Công nghệ
r 49. | Xây dựng không gian khởi nghiệp tại phường Bình Châu, kết nối trường đại học trong vùng. | Sở Khoa học và Công nghệ,¦ Tỉnh đoàn | Sở Khoa học & Công nghệ
g VIII. | Phát triển văn hóa, bảo đảm an sinh xã hội, chăm sóc sức khỏe Nhân dân
r 50. | Xây dựng đời sống văn hóa ở cơ sở; tu bổ di tích xuống cấp; tổ chức Đại hội thể dục thể thao tỉnh. | Sở Văn hóa, Thể thao và Du lịch,¦ UBND các xã, phường | Sở Văn hoá, Thể thao và Du lịch
r 51. | Thực hiện Nghị quyết số 72-NQ/TW ngày 09/9/2025 của Bộ Chính trị; khám sức khỏe định kỳ cho người dân, bố trí ít nhất 4 bác sĩ cho mỗi trạm y tế xã, phường. | Sở Y tế,¦ các sở ngành có liên quan,¦ UBND các xã, phường | Sở Y tế
@ ít nhất 4 bác sĩ cho mỗi trạm y tế xã, phường | Số bác sĩ của mỗi trạm y tế xã, phường | >= 4 bác sĩ
r 52. | Phát triển thị trường lao động, đưa người lao động đi làm việc ở nước ngoài; giải quyết chế độ cho người nghỉ do sắp xếp bộ máy. | Sở Nội vụ,¦ Bảo hiểm xã hội tỉnh,¦ UBND các xã, phường | Sở Nội vụ
r 53. | Thực hiện chính sách người có công; rà soát, bàn giao hồ sơ từ ngành lao động trước đây. | Sở Nội vụ,¦ UBND các xã, phường | Sở Nội vụ
r 54. | Bảo vệ trẻ em, bình đẳng giới, trợ giúp người cao tuổi, người khuyết tật sau khi chuyển nhiệm vụ về ngành y tế. | Sở Y tế,¦ UBND các xã, phường | Sở Y Tế
r 55. | Giảm nghèo đa chiều bền vững theo chuẩn mới; hoàn thành xóa nhà tạm phát sinh. | Sở Nông nghiệp và Môi trường,¦ UBND các xã, phường | Sở Nông nghiệp và Môi trường
r 56. | Phát triển người tham gia bảo hiểm xã hội, bảo hiểm y tế; hướng tới bao phủ bảo hiểm y tế toàn dân. | Bảo hiểm xã hội tỉnh,¦ ${all} | Bảo hiểm xã hội tỉnh
r 57. | Thực hiện chính sách dân tộc, tôn giáo; đầu tư hạ tầng các ấp có đông đồng bào Khmer. | Sở Dân tộc và Tôn giáo,¦ UBND các xã, phường | Sở Dân tộc và Tôn giáo,
r 58. | Giữ kỷ cương báo chí, thông tin cơ sở; cung cấp thông tin chính thống kịp thời. | Sở Văn hóa, Thể thao và Du lịch,¦ Báo và Phát thanh, Truyền hình Bình Châu | Sở Văn hóa, Thể thao và Du lịch
g IX. | Bảo đảm quốc phòng, an ninh, trật tự, an toàn xã hội
r 59. | Xây dựng khu vực phòng thủ theo tổ chức mới; tổ chức lực lượng dân quân ở xã, phường; giao quân đủ chỉ tiêu. | Bộ Chỉ huy Quân sự tỉnh |
r 60. | Giữ vững an ninh chính trị, an ninh mạng, an ninh kinh tế; chủ động giải quyết mâu thuẫn ở cơ sở. | Công an tỉnh,¦ ${all} | Công an tỉnh
r 61. | Kiềm chế tội phạm về trật tự xã hội; tỷ lệ điều tra, khám phá án đạt trên 85%; xây dựng xã, phường không ma túy. | Công an tỉnh,¦ UBND các xã, phường | Công an tỉnh
@ tỷ lệ điều tra, khám phá án đạt trên 85% | Tỷ lệ điều tra, khám phá án | > 85 %
r 62. | Bảo đảm trật tự an toàn giao thông, phòng cháy, chữa cháy và cứu nạn, cứu hộ. | Công an tỉnh,¦ Sở Xây dựng,¦ UBND các xã, phường | Công an tỉnh
g X. | Đối ngoại, thông tin tuyên truyền, dân vận
r 63. | Mở rộng hợp tác với các địa phương nước ngoài, vận động viện trợ; chăm lo cộng đồng người Bình Châu ở nước ngoài. | Các sở, ngành có liên quan | Văn phòng UBND tỉnh
r 64. | Thực hiện quy chế dân chủ ở cơ sở; nâng chất công tác dân vận của chính quyền xã, phường theo Chương trình số 41-CTr/TU và Nghị quyết số 66-NQ/TW ngày 30/4/2025 của Bộ Chính trị. | Sở Nội vụ,¦ các sở, ngành, địa phương | Sở Nội vụ
`;
