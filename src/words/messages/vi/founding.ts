import type { founding as en } from '../en/founding.ts';

export const founding = {
  'founding.title': 'Khởi tạo chương trình hợp tác',
  'founding.intro':
    'Mỗi bên lập thẻ của mình. Các thẻ được ghép thành một văn bản khởi tạo, mọi bên ký, và chương trình có mặt trên nút của từng bên.',
  'founding.stepCard': 'Thẻ của bên ta',
  'founding.stepCardHint': 'Mã, tên gọi, khóa. Chuyển tệp cho đối tác.',
  'founding.stepCollect': 'Thẻ của các đối tác',
  'founding.partiesAlike':
    'Tên của bên {party} và bên {other} trông giống nhau. Hãy so vân tay khóa với từng bên.',
  'founding.programmesAlike':
    'Tên này trông giống tên một chương trình khác ở nút này. Hãy phân biệt bằng vân tay.',
  'founding.stepCompare': 'Đối chiếu mã',
  'founding.stepCompareHint': 'Đọc cho nhau nghe các số và từ qua điện thoại. Chỉ ký nếu tất cả giống nhau.',
  'founding.stepSign': 'Ký văn bản khởi tạo',
  'founding.code': 'Mã của bên',
  'founding.codeHint': '2 đến 8 chữ cái A đến Z, ví dụ VN hoặc LA',
  'founding.nameIn': 'Tên bằng tiếng {language}',
  'founding.downloadCard': 'Tải thẻ của bên ta',
  'founding.addCard': 'Thêm thẻ của đối tác',
  'founding.programmeName': 'Tên chương trình',
  'founding.authenticLanguages': 'Các ngôn ngữ có giá trị như nhau, theo thứ tự',
  'founding.timeZone': 'Múi giờ',
  'founding.fingerprint': 'Mã đối chiếu của văn bản khởi tạo',
  'founding.fingerprintDigits': 'Bằng số',
  'founding.fingerprintWords': 'Bằng từ',
  'founding.fingerprintSame': 'Đối tác đọc giống như vậy',
  'founding.sign': 'Ký bằng khóa gốc của ta',
  'founding.signatures': '{signed} trên {total} bên đã ký',
  'founding.downloadFounding': 'Tải văn bản khởi tạo kèm các chữ ký hiện có',
  'founding.addFounding': 'Thêm văn bản khởi tạo do đối tác gửi lại',
  'founding.open': 'Mở chương trình trên nút này',
  'founding.opened': 'Chương trình đã có. Tên và mã đối chiếu giống nhau ở mọi bên.',
  'founding.alone': 'Bắt đầu một mình',
  'founding.aloneHint':
    'Chuẩn bị chương trình khi đối tác chưa có nút. Những gì họ gửi được lưu như ghi chép của bạn cho đến khi họ tham gia và xác nhận.',
  'founding.rootWarning': 'Khóa gốc được cất trong thẻ nhớ trong két, không để trên máy này.',
  'founding.setupTitle': 'Thiết lập nút này',
  'founding.setupCode': 'Mã do nút in ra khi khởi động',
  'founding.setupAdministrator': 'Quản trị viên đầu tiên',
} satisfies Record<keyof typeof en, string>;
