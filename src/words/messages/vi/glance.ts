import type { glance as en } from '../en/glance.ts';

export const glance = {
  'glance.term': 'Hiệu lực và chấm dứt',
  'glance.schedule': 'Lên lịch kỳ họp tới',
  'glance.noOpenPlan': 'Chưa có kế hoạch nào đang soạn. Hãy bắt đầu một kế hoạch rồi lên lịch trong đó.',
  'glance.inPlan': 'Trong kế hoạch',
  'glance.beginMinutes': 'Soạn biên bản cuộc họp này',
  'glance.incidentsList': 'Từ danh sách (CSV)',
  'glance.incidentsTaken':
    'Đã nhận {rows, plural, other {# dòng}} thành {statements, plural, other {# thông báo}}',
  'glance.stateOverTime': 'Diễn biến tình trạng',
  'glance.totals': 'Theo cơ sở và năm',
  'glance.atAGlance': 'Thông tin chính',
  'glance.directoryThatDay': 'Danh bạ, ngày đó:',
  'glance.confirmSaid': 'Xác nhận thay mặt bên ta',
  'glance.blockedBy': 'Còn phải xong trước khi ký:',
  'glance.toConfirmIn': 'chờ xác nhận {language}',
} satisfies Record<keyof typeof en, string>;
