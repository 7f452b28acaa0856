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
  'exchange.running': 'Đang trao đổi với bên {party}: {done} trên {total}',
  'exchange.finished': 'Đã trao đổi: gửi {sent}, nhận {received}',
  'exchange.interrupted': 'Bị gián đoạn. Không có gì dở dang; lần trao đổi sau sẽ tiếp tục từ đây.',
  'exchange.address': 'Địa chỉ nút của bên {party}',
  'exchange.addressNone': 'Không có địa chỉ: chỉ trao đổi bằng gói',
  'exchange.pouch': 'Gói trao đổi',
  'exchange.pouchExplained':
    'Một tệp mã hóa chứa mọi thứ đối tác còn thiếu. Có thể chuyển bằng thẻ nhớ hay thư: chỉ họ mở được.',
  'exchange.pouchPack': 'Đóng gói trao đổi cho bên {party}',
  'exchange.pouchOpen': 'Mở gói trao đổi',
  'exchange.pouchChoose': 'Chọn tệp, hoặc thả vào đây',
  'exchange.pouchPacked':
    'Đã đóng gói: {entries, plural, other {# bản ghi}}, {files, plural, other {# tệp đính kèm}}, {size}',
  'exchange.pouchOpened':
    'Đã mở: {entries, plural, other {# bản ghi mới}}, {files, plural, other {# tệp đính kèm}}',
  'exchange.pouchNothingNew': 'Không có gì mới: ta đã có đủ.',
  'exchange.pouchInspect': 'Xem thông tin gói mà không mở',
  'exchange.gap': 'Thiếu bản ghi {from} đến {to} của bên {party}. Phần sau đang chờ.',
  'exchange.fork':
    'Bên {party} đã ký hai bản ghi khác nhau tại vị trí {seq}. Cả hai được giữ làm bằng chứng; phần sau không có tác dụng cho đến khi khóa gốc của bên ấy quyết định.',
  'exchange.inert': '{count, plural, other {# bản ghi}} được giữ nhưng không có tác dụng',
  'exchange.refused': 'Bản ghi bị từ chối',
  'exchange.locked':
    'Chức năng ký đang khóa: nút này được khôi phục từ bản sao lưu và chờ bên {party} xác nhận sổ của ta đến đâu. Vẫn đọc được.',
  'exchange.lockedStorage':
    'Chức năng ký đang khóa: ổ đĩa không xác nhận một lần ghi. Vẫn đọc được. Hãy sao chép thư mục rồi kiểm tra ổ đĩa.',
  'exchange.verify': 'Kiểm tra toàn bộ',
  'exchange.verified': 'Đã kiểm tra {count, plural, other {# bản ghi}}: chuỗi, mã băm và chữ ký đều đúng',
  'exchange.exportRegister': 'Xuất toàn bộ sổ chung',
  'exchange.logTitle': 'Các lần trao đổi đã qua',
  'exchange.way': 'Cách trao đổi',
  'exchange.wayOnline': 'mạng',
  'exchange.wayPouch': 'gói trao đổi',
  'exchange.empty': 'Chưa có đối tác. Hãy khởi tạo chương trình hợp tác trước.',
  'exchange.lock.failed':
    'Ổ đĩa không xác nhận một lần ghi. Chức năng ký bị khóa; mọi thứ đã xác nhận vẫn còn. Hãy sao chép thư mục rồi kiểm tra ổ đĩa.',
  'exchange.lock.corrupt':
    'Cơ sở dữ liệu bị hỏng. Chức năng ký bị khóa. Hãy dựng lại từ các bản ghi hoặc lấy lại từ đối tác.',
  'exchange.lock.behind':
    'Đối tác giữ nhiều bản ghi của ta hơn nút này. Chức năng ký bị khóa đến khi lấy lại đủ.',
  'exchange.lock.beside':
    'Nội dung nút này giữ khác với nội dung đã từng gửi đi. Chức năng ký bị khóa. Khóa gốc quyết định cách tiếp tục.',
  'exchange.lock.watermark-unreadable':
    'Không đọc được dấu mốc của lần gửi cuối. Chức năng ký bị khóa đến khi đối tác xác nhận sổ của ta.',
  'exchange.lock.restored':
    'Nút này được khôi phục từ bản sao lưu. Chức năng ký bị khóa đến khi đối tác xác nhận sổ của ta đến đâu.',
  'exchange.lock.forked':
    'Chuỗi bản ghi của chính ta bị rẽ hai nhánh. Chức năng ký bị khóa đến khi khóa gốc nối tiếp một nhánh.',
  'exchange.lock.key-missing':
    'Khóa ghi sổ không có trong thư mục này. Chức năng ký bị khóa. Hãy đưa khóa về hoặc để khóa gốc chấp nhận khóa mới.',
  'exchange.lockAwaits': 'Còn chờ xác nhận: {parties}',
  'exchange.pouchScopeLacks': 'Phần họ chưa xác nhận',
  'exchange.pouchScopeAll': 'Toàn bộ',
  'exchange.pouchFrom': 'Từ bên {from} gửi bên {to}, lập {time}',
  'exchange.wouldBring':
    'Mở ra sẽ có thêm {entries, plural, other {# bản ghi mới}} và {files, plural, other {# tệp đính kèm}}.',
  'exchange.waiting': 'Bản ghi {seq} của bên {party} chờ bản ghi {needs} của bên {other}',
  'exchange.nextTry': 'Lần thử tiếp theo: {time}',
  'exchange.listens': 'Địa chỉ trao đổi của ta: {address}',
} satisfies Record<keyof typeof en, string>;
