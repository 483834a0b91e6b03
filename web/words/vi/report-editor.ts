/** The editor of a report's text. */
export const reportEditor = {
  toolbar: 'Định dạng',
  tools: {
    bold: 'Chữ đậm',
    italic: 'Chữ nghiêng',
    bullets: 'Danh sách gạch đầu dòng',
    numbers: 'Danh sách đánh số',
    undo: 'Hoàn tác',
    redo: 'Làm lại',
  },
  table: 'Bảng',
  insertTable: 'Chèn bảng',
  inTable: {
    addRow: 'Thêm dòng bên dưới',
    addColumn: 'Thêm cột bên phải',
    deleteRow: 'Bỏ dòng',
    deleteColumn: 'Bỏ cột',
    deleteTable: 'Bỏ bảng',
  },
  insertFigure: 'Chèn số liệu',
  outdated: (was: string, now: string | null) =>
    now === null
      ? `Đang ghi “${was}”; số liệu này không còn hoặc đang được sửa`
      : `Số liệu đã sửa: đang ghi “${was}”, nay là “${now}”`,
  changed: 'Mới so với bản trước',
  figures: {
    title: 'Chèn số liệu',
    search: 'Tìm theo tên chỉ tiêu hoặc cơ quan',
    none: 'Không có số liệu nào như vậy. Số liệu đã nhập ở thẻ Số liệu sẽ có ở đây.',
    sentence: 'Cả câu',
    insert: (words: string) => `Chèn “${words}”`,
  },
  saving: {
    unchanged: '',
    typing: 'Chưa lưu',
    saving: 'Đang lưu …',
    saved: (at: string) => `Đã lưu ${at}`,
    waiting: 'Mất kết nối: đã giữ trên máy này, sẽ tự lưu khi có mạng',
    signIn: 'Phiên làm việc đã hết: đã giữ trên máy này, hãy đăng nhập lại',
    conflict: 'Người khác vừa sửa',
    refused: 'Không lưu được',
  },
  conflict: {
    title: 'Hai người cùng sửa một mục',
    told: (name: string, at: string) => `${name} đã lưu mục này lúc ${at}. Hãy chọn bản được giữ.`,
    theirs: 'Bản đã lưu',
    mine: 'Bản của tôi',
    keepMine: 'Giữ bản của tôi',
    keepTheirs: 'Dùng bản đã lưu',
    addMine: 'Nối bản của tôi vào sau',
  },
};
