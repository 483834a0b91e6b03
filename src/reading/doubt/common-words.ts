/**
 * Words of two syllables that every plan uses. Where two neighbouring syllables are one of them but for accents ("chì
 * tiêu", "Tải chính"), a slip is likelier than another meaning. Words whose other accents mean something ("công tác",
 * "cộng tác"; "hàng năm", "hằng năm") are left out.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `phát triển, thực hiện, công nghệ, kinh tế, xây dựng, xã hội, doanh nghiệp, kế hoạch, triển khai, tổ chức, đầu tư,
  cơ quan, môi trường, hỗ trợ, nhiệm vụ, hiệu quả, cơ sở, nhân dân, tỷ lệ, quản lý, khoa học, nâng cao, hoạt động,
  dữ liệu, nền tảng, nhà nước, chương trình, sản phẩm, liên quan, dịch vụ, quy định, thành phố, thương mại, chuyển đổi,
  đào tạo, ủy ban, thông tin, địa phương, lĩnh vực, chính sách, sản xuất, sử dụng, nông nghiệp, nghị quyết, tăng cường,
  phối hợp, hạ tầng, bảo đảm, thị trường, quốc gia, tập trung, nông thôn, chất lượng, bảo hiểm, công nghiệp, chính phủ,
  lao động, tài chính, ứng dụng, đẩy mạnh, hệ thống, đơn vị, xuất khẩu, giai đoạn, khu vực, giáo dục, nghiên cứu,
  an toàn, pháp luật, tham gia, giải pháp, thúc đẩy, địa bàn, ngân sách, mục tiêu, chỉ tiêu, điện tử, kinh doanh,
  tiếp tục, văn hóa, an ninh, hướng dẫn, chủ trì, nội dung, dự án, sáng tạo, quyết định, phù hợp, phục vụ, quốc tế,
  cụ thể, thiên tai, xử lý, cơ chế, báo cáo, chính trị, đảm bảo, chỉ đạo, phấn đấu, du lịch, giá trị, quy hoạch,
  giám sát, trung ương, yêu cầu, đánh giá, chủ động, thị xã, kịp thời, hành chính, mô hình, năng lực, kết nối,
  thời gian, hoàn thành, đô thị, căn cứ, hành động, kiểm tra, hàng hóa, khuyến khích, chiến lược, kết quả, quốc hội,
  rà soát, nước ngoài, ưu tiên, nhân lực, điều kiện, tuyên truyền, hội đồng, tỷ đồng, mở rộng, bền vững, tình hình,
  áp dụng, giải quyết, cán bộ, thường xuyên, trung tâm, nguồn lực, tiêu chuẩn, kỹ năng, bổ sung, tăng trưởng, khai thác,
  nông sản, trọng tâm, quốc phòng, chế biến, trách nhiệm, đáp ứng, văn phòng, công thương, cung cấp, công an, hiện đại,
  dân tộc, tỉnh ủy, hoàn thiện, đồng bộ, kỹ thuật, đặc biệt, thủ tướng, thủy sản, tổng hợp, đề xuất, quan trắc,
  theo dõi, thông minh, đại học, cạnh tranh, phát huy, chính quyền, công trình, vận hành, thu hút, định hướng,
  chủ tịch, tiêu chí, nhu cầu, đột phá, tài nguyên, trọng điểm, quản trị, cơ cấu, tốc độ, lực lượng, chặt chẽ,
  triệu đồng, bố trí, dự toán, khắc phục, trực tuyến, bình quân, phòng ngừa, đối tượng, huy động, thủ tục, khó khăn,
  giao thông, lãnh đạo, cá nhân, trật tự, sửa đổi, liên kết, diện tích, trở lên, cân đối, thi hành, vị trí, xúc tiến,
  văn bản, thanh toán, nội vụ, quá trình, nhập khẩu, phê duyệt, thiết bị, trẻ em, kèm theo, kiểm soát, việc làm,
  góp phần, vai trò, sinh thái, ổn định, phụ lục, tham mưu, cải cách, duy trì, khả năng, thông qua, chú trọng,
  tiến độ, chủ yếu, chức năng, đại biểu, hộ nghèo, bình đẳng, thẩm quyền, thể thao, năng lượng, phổ biến, nâng cấp,
  sức khỏe, hồ sơ, bồi dưỡng, ngân hàng, điều hành, chia sẻ, công chức, tiêu thụ, viễn thông, bao gồm, tầm nhìn,
  sắp xếp, quan tâm, thực phẩm, xác định, đồng thời, không gian, tỷ trọng, thu gom, thuận lợi, chữa bệnh, khí hậu,
  chỉ số, toàn diện, vệ sinh, thị trấn, nguồn vốn, quan trọng, ít nhất, dịch bệnh, định kỳ, thống nhất, đời sống,
  chất thải, quy mô, điều chỉnh, tiếp cận, cập nhật, thường trực, thống kê, phân công, đôn đốc, hiệu lực, gia đình,
  tiềm năng, khởi nghiệp, cộng đồng, hậu quả, chỉ thị, trí tuệ, công bố, nước sạch, tích hợp, viên chức, kết cấu,
  chuyển giao, củng cố, thể chế, tập huấn, tối thiểu, lợi thế, ven biển, giao dịch, nhận thức, toàn cầu, toàn dân,
  tiên tiến, biến đổi, phương án, tín dụng, đội ngũ, ưu đãi, chi tiết, chủ lực, đại hội, vướng mắc, quảng bá,
  thường vụ, đề nghị, giữ vững, vật chất, bộ máy, đa dạng, đoàn thể, cải thiện, đầy đủ, thanh tra, tội phạm,
  quán triệt, phụ nữ, thí điểm, dự kiến, sinh hoạt, năng suất, cảnh báo, tích cực, cung ứng, pháp lý, phạm vi,
  học sinh, đồng bào, chăm sóc, động lực, mạnh mẽ, danh mục, từng bước, thu nhập, trực tiếp, thử nghiệm, nhà máy,
  tiêu cực, tư pháp, trình độ, tổ quốc, nguy cơ, bạo lực, phổ cập, tiết kiệm, chất thải, tiêu dùng, chủ trương,
  bệnh viện, mặt trận, giảm thiểu, quy trình, thu thập, phát hiện, tham nhũng, kiến nghị, ảnh hưởng, phương tiện,
  hội nhập, thương hiệu, giới thiệu, độc lập, vấn đề, loại hình, đất đai, trở thành, vạn dân, hợp pháp, hợp đồng,
  cao đẳng, vận tải, phổ thông, mức độ, mục đích, tối đa, sản lượng, đối ngoại, trung học, vững mạnh, phong trào,
  lộ trình, hạn chế, tinh thần, mạng lưới, uy tín, chuyên môn, bác sĩ, công khai, minh bạch, phòng chống, bí thư,
  phân tích, quân sự, truy xuất, dẫn dắt, quy phạm, tài sản, trực thuộc, đóng góp, cộng hòa, thích ứng, nghiêm trọng,
  linh hoạt, tuân thủ, lồng ghép, hợp lý, vi phạm, nghiêm túc, thực tiễn, đặc thù, quyết liệt, lãng phí, bao phủ,
  phục hồi, ngăn chặn, khiếu nại, tố cáo, đăng ký, chế độ, truyền hình, xem xét, đo lường, tự động, phân phối,
  thành thị, thay thế, thành phần, thiết yếu, sự nghiệp, cần thiết, hải quan, biên giới, khen thưởng, hạnh phúc,
  chứng chỉ, kiện toàn, gắn kết, mặt bằng, biên chế, lan tỏa, chăn nuôi, giường bệnh, cải tạo, bảo tồn, kỷ cương,
  rủi ro, tài liệu, giải phóng, siêu thị, thanh niên, công cụ, kỷ luật, đơn giản, giải ngân, giáo viên, tất cả,
  dinh dưỡng, thẩm định, khẩn trương, thiết lập, tiếp nhận, đồng thuận, phức tạp, khảo sát, chuẩn bị, cây trồng,
  lựa chọn, quy chế, hiệp hội, chứng nhận, tự nguyện, lợi ích, sẵn sàng, điều trị, công suất, giám đốc, kiên quyết,
  tờ trình, thiệt hại, triệt để, nhiệm kỳ, quyền hạn, nơi nhận, hợp tác, đổi mới, bảo vệ, nước thải`
    .split(',')
    .map((word) => word.trim().replace(/\s+/g, ' ')),
);

/** Words and frequent neighbours that look like a common word but for accents, and ends of words that stand before one. */
export const otherWords: ReadonlySet<string> = new Set(
  `cùng cấp, tiểu thủ, thương vụ, thành niên, đủ liều, tù đọng, nguyên nhân, công dân, người dân, dân sự, cơ số,
  nên tăng, thị trưởng, chi tiêu, đủ ăn, thiên tài, danh giá, đầu tiên, đồ thị, cần cù, văn phong, công ăn, phố biển,
  diễu hành, cấp nhất, công việc, phản công, giả định, tin dùng, dạy dỗ, dữ kiện, thiếu hụt, công hóa, tuần thứ, ký kết,
  đo lượng, tự đóng, hai quận, hai quân, chứng nhân, đời mới, đối chiếu, đối thoại, trường học, dân đạt`
    .split(',')
    .map((word) => word.trim().replace(/\s+/g, ' ')),
);
