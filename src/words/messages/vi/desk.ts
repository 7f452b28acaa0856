import type { desk as en } from '../en/desk.ts';

export const desk = {
  'desk.title': 'Bàn làm việc',
  'desk.waitingForUs': 'Chờ bên ta',
  'desk.waitingForMe': 'Chờ tôi xử lý',
  'desk.waitingForThem': 'Chờ bên {party}',
  'desk.changedSince': 'Thay đổi từ {date}',
  'desk.dueSoon': 'Sắp đến hạn',
  'desk.overdue': 'Quá hạn',
  'desk.brackets': '{count, plural, other {# chỗ trong ngoặc vuông}}',
  'desk.staleCells': '{count, plural, other {# ô tiếng {language} cần xác nhận}}',
  'desk.waitCount': '{count, plural, other {# ô chờ bên {party}}}',
  'desk.unsent': '{count, plural, other {# thay đổi chưa gửi}}',
  'desk.divergences': '{count, plural, other {# điểm khác nhau giữa hai bên}}',
  'desk.toSign': '{text}: sẵn sàng để ký',
  'desk.toCountersign': '{text}: bên {party} đã ký, chờ bên ta ký',
  'desk.allAgreed': '{text}: mọi nội dung đã trùng khớp',
  'desk.lastExchange': 'Lần trao đổi gần nhất với bên {party}: {time}',
  'desk.noExchangeYet': 'Chưa trao đổi gì với bên {party}',
  'desk.empty':
    'Không có việc gì chờ bạn. Mở kế hoạch để làm tiếp, hoặc trang trao đổi để xem bên đối tác đã có gì.',
  'desk.emptyNoProgramme':
    'Chưa có chương trình hợp tác. Hãy khởi tạo cùng đối tác, hoặc chuẩn bị trước một mình.',
  'desk.guideTitle': 'Mười phút đầu tiên',
  'desk.guideIntro': 'Từ một chỗ trong ngoặc vuông đến kế hoạch có hiệu lực.',
  'desk.guideAccept': 'Mở kế hoạch năm, chấp nhận một chỗ trong ngoặc, đề xuất khác cho một chỗ khác.',
  'desk.guideSend': 'Chuẩn bị nội dung trình, duyệt, gửi: cửa sổ của bên kia thay đổi ngay.',
  'desk.guideRest': 'Ở bên kia, chấp nhận phần còn lại và xác nhận ô tiếng Lào.',
  'desk.guideSign': 'Ký ở một bên, rồi bên kia: có hiệu lực, cùng một mã đối chiếu.',
  'desk.guideReport': 'So sánh hai bản báo cáo về một hoạt động và thống nhất con số.',
} satisfies Record<keyof typeof en, string>;
