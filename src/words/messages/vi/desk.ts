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
  'desk.tour.title': 'Xem qua lần đầu',
  'desk.tour.hint': 'Đây là bản trình diễn. Hãy đi từng bước; mở phía bên kia cạnh cửa sổ này.',
  'desk.tour.article': 'Cuộc hội đàm ngày 4 tháng 12 năm 2020: ai dự, đã nêu gì, mức độ nào, nguồn nào',
  'desk.tour.record': 'Mười tám năm hồ sơ: chiều dài biên giới theo năm con số, không chọn số nào',
  'desk.tour.ministers': 'Ai là bộ trưởng vào ngày ký, và căn cứ vào đâu',
  'desk.tour.plan':
    'Kế hoạch tiếp theo, các ngôn ngữ cạnh nhau: chấp nhận một chỗ, đề nghị khác một chỗ; chưa gửi gì',
  'desk.tour.send': 'Duyệt rồi gửi: cửa sổ phía bên kia đổi trong một giây',
  'desk.tour.sign': 'Bản năm 2021 hai bên đã ký: văn bản, dấu vân, ai ký ở đâu; bản sau cũng ký như vậy',
  'desk.tour.phone': 'Đồn biên phòng báo cáo khi không có mạng: đã lưu, đã gửi, bên kia đã nhận',
  'desk.tour.rice': 'Gửi 1.000 tấn, nhận 980: biên bản bàn giao giải quyết, lịch sử vẫn còn',
  'desk.tour.brief': 'Bản tóm tắt cho bộ trưởng trên một trang, in được cả tiếng Lào',
  'desk.tour.review':
    'Kế hoạch 2021 đã thực hiện ra sao, theo cả hai bên; việc dở dang chuyển sang kế hoạch sau',
  'desk.tour.pouch': 'Không có mạng: trao đổi bằng tệp; sửa một byte thì bị từ chối, không ghi gì',
} satisfies Record<keyof typeof en, string>;
