/** What a line may begin with that opens a paragraph. */
export const marker =
  /^(?:[-–—+•*·▪]\s|\(?\d{1,3}(?:\.\d{1,3})*[.)](?:\s|$)|\(?\p{Ll}{1,2}\)|[IVXL]{1,5}\.(?:\s|$)|Điều \d+[a-z]?\.|Chương [IVXL]|Phụ lục|PHỤ LỤC|Nơi nhận)/u;

/** The line that names the kind of a document. */
export const kinds =
  /^(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|KẾ HOẠCH|CHỈ THỊ|CHƯƠNG TRÌNH|THÔNG BÁO|BÁO CÁO|TỜ TRÌNH|CÔNG ĐIỆN|ĐỀ ÁN|NGHỊ ĐỊNH|PHỤ LỤC.*|Phụ lục.*):?$/u;

export const isCapital = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}/u.test(text);
