import type { roles as en } from '../en/roles.ts';

export const roles = {
  'roles.administrator': 'Quản trị viên',
  'roles.desk': 'Cán bộ chuyên trách',
  'roles.signatory': 'Người ký',
  'roles.implementer': 'Đơn vị thực hiện',
  'roles.leader': 'Lãnh đạo',
  'roles.auditor': 'Người kiểm tra',
  'roles.administratorMay': 'Cấp tài khoản và khóa, sao lưu, chuyển gói trao đổi. Không ký.',
  'roles.deskMay': 'Soạn thảo, trình và gửi phương án, báo cáo, trao đổi.',
  'roles.signatoryMay': 'Đọc văn bản sẽ ký và ký.',
  'roles.implementerMay': 'Xem các hoạt động của mình và báo cáo.',
  'roles.leaderMay': 'Xem mọi nội dung của bên ta, duyệt nội dung trình.',
  'roles.auditorMay': 'Đọc và kiểm tra. Không thay đổi gì.',
} satisfies Record<keyof typeof en, string>;
