import type { reports as en } from '../en/reports.ts';

export const reports = {
  'reports.reportOf': 'Thông tin của bên {party}',
  'reports.noReport': 'Bên {party} chưa có thông tin',
  'reports.write': 'Báo cáo về hoạt động này',
  'reports.replace': 'Thay báo cáo của ta',
  'reports.replaceHint': 'Bản trước vẫn còn trong lịch sử.',
  'reports.figures': 'Số liệu',
  'reports.file': 'Thêm tệp',
  'reports.same': 'Hai bên thông tin giống nhau',
  'reports.differs': 'Hai bên khác nhau',
  'reports.oneSide': 'Mới có thông tin của bên {party}',
  'reports.difference': 'Chênh lệch: {amount}',
  'reports.settle': 'Thống nhất con số này',
  'reports.settleTakeTheirs': 'Lấy con số của bên {party} làm số của ta',
  'reports.settleMinute': 'Đề xuất lập biên bản chung',
  'reports.settled': 'Đã thống nhất: {value}',
  'reports.formerFigures': 'Số liệu trước đây',
  'reports.attributed': 'Theo bên {party}, do bên {recorder} ghi lại từ {source}',
  'reports.reportSent': 'Đã gửi. Đây là tiếng nói của riêng bên ta.',
  'reports.empty': 'Chưa bên nào có thông tin về hoạt động này. Điều đó không có nghĩa là chưa làm.',
  'reports.speaks': 'Chỉ nói thay bên mình; bên kia có báo cáo riêng.',
} satisfies Record<keyof typeof en, string>;
