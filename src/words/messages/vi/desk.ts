import type { desk as en } from '../en/desk.ts';

export const desk = {
  'desk.title': 'Bàn làm việc',
  'desk.waitingForUs': 'Chờ bên ta',
  'desk.waitingForThem': 'Chờ bên {party}',
  'desk.changedSince': 'Thay đổi từ {date}',
  'desk.dueSoon': 'Sắp đến hạn',
  'desk.mentions': 'Nhắc đến tôi',
  'desk.overdue': 'Quá hạn',
  'desk.brackets': '{count, plural, other {# chỗ trong ngoặc vuông}}',
  'desk.waitCount': '{count, plural, other {# ô chờ bên {party}}}',
  'desk.unsent': '{count, plural, other {# thay đổi chưa gửi}}',
  'desk.divergences': '{count, plural, other {# điểm khác nhau giữa hai bên}}',
  'desk.lastExchange': 'Lần trao đổi gần nhất với bên {party}: {time}',
  'desk.noExchangeYet': 'Chưa trao đổi gì với bên {party}',
  'desk.empty':
    'Không có việc gì chờ bạn. Mở kế hoạch để làm tiếp, hoặc trang trao đổi để xem bên đối tác đã có gì.',
  'desk.emptyNoProgramme':
    'Chưa có chương trình hợp tác. Hãy khởi tạo cùng đối tác, hoặc chuẩn bị trước một mình.',
  'desk.newsCount': '{count, plural, other {# thay đổi từ lần xem trước}}',
  'desk.newsNone': 'Không có gì mới từ lần xem trước',
  'desk.news': 'Những thay đổi',
} satisfies Record<keyof typeof en, string>;
