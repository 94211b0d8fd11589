/** The menu of commands beside the input field. Names: 1–32 of `a-z 0-9 _`; descriptions: 1–256 characters. */
export const COMMANDS = [
  { command: 'start', description: 'Bắt đầu, xem tôi giúp được gì' },
  { command: 'help', description: 'Cách hỏi và ví dụ' },
  { command: 'canbo', description: 'Gặp trợ giúp viên pháp lý' },
  { command: 'trangthai', description: 'Xem câu hỏi đã chuyển đang ở đâu' },
  { command: 'rut', description: 'Rút lại câu hỏi đã chuyển' },
  { command: 'huy', description: 'Dừng việc đang làm dở' },
  { command: 'riengtu', description: 'Thông tin của bạn được giữ như thế nào' },
  { command: 'dulieu', description: 'Xem mọi thứ tôi giữ về bạn' },
  { command: 'xoa', description: 'Xoá mọi thứ tôi giữ về bạn' },
] as const;
