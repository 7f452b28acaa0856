import type { redline as en } from '../en/redline.ts';

export const redline = {
  'redline.title': 'So sánh',
  'redline.pickFrom': 'Bản trước',
  'redline.pickTo': 'Bản sau',
  'redline.revision': 'Bản {number}, có hiệu lực từ {date}',
  'redline.ourDraft': 'Dự thảo của ta, chưa gửi',
  'redline.inserted': 'thêm vào',
  'redline.deleted': 'bỏ đi',
  'redline.changes': '{count, plural, other {# thay đổi}}',
  'redline.noChange': 'Hai bản giống nhau từng chữ.',
} satisfies Record<keyof typeof en, string>;
