import type { signin as en } from '../en/signin.ts';

export const signin = {
  'signin.title': 'Đăng nhập',
  'signin.user': 'Tên đăng nhập',
  'signin.password': 'Mật khẩu',
  'signin.showPassword': 'Hiện mật khẩu',
  'signin.submit': 'Đăng nhập',
  'signin.leave': 'Đăng xuất',
  'signin.signedInAs': 'Đang đăng nhập: {name}, {role}',
  'signin.sessionEnded': 'Phiên đăng nhập đã hết. Các thay đổi chưa gửi vẫn được giữ.',
  'signin.demoAccounts': 'Tài khoản trình diễn',
} satisfies Record<keyof typeof en, string>;
