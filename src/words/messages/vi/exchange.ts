import type { exchange as en } from '../en/exchange.ts';

export const exchange = {
  'exchange.title': 'Trao đổi',
  'exchange.intro': 'Mỗi đối tác đã có những gì trong sổ chung, từ bao giờ.',
  'exchange.weHold': 'Ta có của bên {party}: đến bản ghi {seq}',
  'exchange.theyHold': 'Bên {party} có của ta: đến bản ghi {seq}, xác nhận lúc {time}',
  'exchange.theyHoldUnknown': 'Bên {party} chưa xác nhận gì',
  'exchange.holdsNotRead': '“Đã có” không có nghĩa là “đã đọc”.',
  'exchange.staleSince': 'Không có gì từ bên {party} kể từ {time}',
  'exchange.toSend': '{count, plural, other {# bản ghi}} cần gửi',
  'exchange.upToDate': 'Hai bên có nội dung như nhau',
  'exchange.now': 'Trao đổi ngay',
  'exchange.finished': 'Đã trao đổi: gửi {sent}, nhận {received}',
  'exchange.address': 'Địa chỉ nút của bên {party}',
  'exchange.addressNone': 'Không có địa chỉ: chỉ trao đổi bằng gói',
  'exchange.pouch': 'Gói trao đổi',
  'exchange.pouchExplained':
    'Một tệp mã hóa chứa mọi thứ đối tác còn thiếu. Có thể chuyển bằng thẻ nhớ hay thư: chỉ họ mở được.',
  'exchange.pouchPack': 'Đóng gói trao đổi cho bên {party}',
  'exchange.pouchOpen': 'Mở gói trao đổi',
  'exchange.pouchChoose': 'Chọn tệp, hoặc thả vào đây',
  'exchange.pouchOpened':
    'Đã mở: {entries, plural, other {# bản ghi mới}}, {files, plural, other {# tệp đính kèm}}',
  'exchange.pouchNothingNew': 'Không có gì mới: ta đã có đủ.',
  'exchange.fork':
    'Bên {party} đã ký hai bản ghi khác nhau tại vị trí {seq}. Cả hai được giữ làm bằng chứng; phần sau không có tác dụng cho đến khi khóa gốc của bên ấy quyết định.',
  'exchange.inert': '{count, plural, other {# bản ghi}} được giữ nhưng không có tác dụng',
  'exchange.refused': 'Bản ghi bị từ chối',
  'exchange.locked':
    'Chức năng ký đang khóa: nút này được khôi phục từ bản sao lưu và chờ bên {party} xác nhận sổ của ta đến đâu. Vẫn đọc được.',
  'exchange.lockedStorage':
    'Chức năng ký đang khóa: ổ đĩa không xác nhận một lần ghi. Vẫn đọc được. Hãy sao chép thư mục rồi kiểm tra ổ đĩa.',
  'exchange.theyHoldUntimed': 'Bên {party} có của ta: đến bản ghi {seq}',
  'exchange.gapOne': 'Bản ghi {from} của bên {party} chưa đến. Phần sau được giữ chờ.',
  'exchange.gap': 'Các bản ghi {from}–{to} của bên {party} chưa đến. Phần sau được giữ chờ.',
  'exchange.pouchWaits': 'Nội dung gói đứng sau những bản ghi chưa đến. Nội dung được giữ chờ.',
  'exchange.lockedBehind':
    'Chức năng ký đang khóa: nút này đã mất một phần sổ của chính ta. Bên {party} trả lại phần ấy và xác nhận sổ của ta đến đâu. Vẫn đọc được.',
  'exchange.lockedForked':
    'Chức năng ký đang khóa: sổ của chính ta có hai bản đã ký khác nhau. Cả hai được giữ cho đến khi khóa gốc của ta tiếp tục một bản. Vẫn đọc được.',
  'exchange.continue': 'Tiếp tục bằng khóa gốc của ta',
  'exchange.continueHint':
    'Khi đối tác không thể xác nhận. Phần đang có ở đây tiếp tục với khóa vận hành mới; những gì viết ở nơi khác sau phần này không có tác dụng. Chữ ký đã ký vẫn còn giá trị.',
  'exchange.empty': 'Chưa có đối tác. Hãy khởi tạo chương trình hợp tác trước.',
} satisfies Record<keyof typeof en, string>;
