import type { redline as en } from '../en/redline.ts';

export const redline = {
  'redline.title': 'So sánh',
  'redline.between': 'Giữa',
  'redline.and': 'và',
  'redline.pickFrom': 'Bản trước',
  'redline.pickTo': 'Bản sau',
  'redline.revision': 'Bản {number}, có hiệu lực từ {date}',
  'redline.positionAt': 'Phương án của bên {party} tại bản ghi {seq}',
  'redline.ourDraft': 'Dự thảo của ta, chưa gửi',
  'redline.inserted': 'thêm vào',
  'redline.deleted': 'bỏ đi',
  'redline.changed': 'thay đổi',
  'redline.moved': 'chuyển vị trí',
  'redline.unchanged': 'không đổi',
  'redline.changes': '{count, plural, other {# thay đổi}}',
  'redline.noChange': 'Hai bản giống nhau từng chữ.',
  'redline.acceptThis': 'Chấp nhận chỗ này',
  'redline.onlyChanges': 'Chỉ phần thay đổi',
  'redline.change.added': 'thêm mục',
  'redline.change.removed': 'bỏ mục',
} satisfies Record<keyof typeof en, string>;
