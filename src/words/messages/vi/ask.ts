import type { ask as en } from '../en/ask.ts';

export const ask = {
  'cli.ask': 'Hỏi sổ đăng ký: đã cam kết gì, việc gì đến hạn, ai giữ chức vụ, v.v.',
  'cli.import': 'Nhập hồ sơ hoặc danh mục thỏa thuận từ tệp, thành nội dung của ta',
  'cli.askState': 'Chỉ những mục có tình trạng này; mỗi câu hỏi có danh mục riêng',
  'cli.askBy': 'Chỉ của bên này',
  'cli.askDays': 'Trong bao nhiêu ngày tới',
  'cli.askSide': 'Bên có chức danh; với tài liệu tóm tắt là bên ta',
  'cli.askPost': 'Chức danh, bằng bất cứ ngôn ngữ hay cách viết nào',
  'cli.askOn': 'Ngày, tháng hoặc năm',
  'cli.askFor': 'Hỏi về ai, về việc gì: cơ chế, kế hoạch, sự kiện, họ tên, vai trò',
  'cli.askForce':
    'Chỉ mức độ này: agreed, pledged, planned, target, instructed, requested, recommended, proposed, offered',
  'cli.askArea': 'Chỉ lĩnh vực này, ví dụ border hoặc training',
  'cli.askDay': 'Ngày lấy làm mốc; nếu bỏ trống là hôm nay theo múi giờ của chương trình',
  'cli.askOut': 'Ghi câu trả lời vào tệp này: .docx, .pdf, .xlsx, .csv hoặc .html để in',
  'cli.askUnknown': 'Không có câu hỏi {question}. Có các câu hỏi: {questions}.',
  'cli.askOption': 'Câu hỏi {question} không nhận {option} như đã ghi. Các tùy chọn: {options}. Mã: {codes}.',
  'cli.askDayForm': 'Ngày được viết như 2026-11-21.',
  'cli.askWritten': 'Đã ghi {count, plural, other {# dòng}} vào {file}.',
  'cli.askCount': '{count, plural, other {# dòng.}}',
  'cli.importAs': 'Tệp là gì: record, agreements hoặc incidents',
  'cli.importMap': 'Cột nào là trường nào và ngày tháng viết thế nào, dạng JSON',
  'cli.importDryRun': 'Chỉ cho biết sẽ làm gì',
  'cli.importSoundOnly': 'Nhập mọi dòng hợp lệ; nếu không, một dòng sai sẽ dừng tất cả',
  'cli.importAsForm': '--as nhận record, agreements hoặc incidents.',
  'cli.importRefused': 'Không đọc được tệp: {reason}. Chưa ghi gì.',
  'cli.importRows':
    'Đã đọc {rows, plural, other {# dòng}}, sẽ nhập {taken}, không hợp lệ {faults}, đã có {known}.',
  'cli.importFault': 'dòng {row}, cột {column}: {reason} “{value}”',
  'cli.importMore': '… và {count} dòng nữa; --json nêu đủ.',
  'cli.importNothing':
    'Chưa ghi gì. Hãy sửa các dòng đã nêu, hoặc dùng --sound-only để nhập các dòng hợp lệ.',
  'cli.importDry': 'Chưa ghi gì: đây là chạy thử.',
  'cli.importDone':
    'Đã ghi {count, plural, other {# nội dung}}, đến mục {seq} của ta. Bên bạn sẽ nhận ở lần trao đổi tới.',
} as const satisfies Record<keyof typeof en, string>;
