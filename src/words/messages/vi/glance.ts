import type { glance as en } from '../en/glance.ts';

export const glance = {
  'glance.term': 'Hiệu lực và chấm dứt',
  'glance.schedule': 'Lên lịch kỳ họp tới',
  'glance.noOpenPlan': 'Chưa có kế hoạch nào đang soạn. Hãy bắt đầu một kế hoạch rồi lên lịch trong đó.',
  'glance.inPlan': 'Trong kế hoạch',
  'glance.beginMinutes': 'Soạn biên bản cuộc họp này',
} satisfies Record<keyof typeof en, string>;
