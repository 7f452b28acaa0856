import type { problems as en } from '../en/problems.ts';

export const problems = {
  'problems.unexpected':
    'Nút của ta gặp sự cố. Những gì đã lưu vẫn còn. Hãy thử lại; nếu lặp lại, báo quản trị viên.',
  'problems.offline':
    'Nút của ta không trả lời. Thay đổi của bạn được giữ trong trình duyệt này và sẽ được lưu khi nút hoạt động lại.',
  'problems.request.invalid': 'Có chỗ nhập chưa đúng. Chưa lưu gì. Hãy sửa và lưu lại.',
  'problems.request.not-found': 'Không có gì ở đây, hoặc bạn không được xem.',
  'problems.request.not-allowed': 'Vai trò của bạn không cho phép việc này. Không có gì thay đổi.',
  'problems.request.origin': 'Yêu cầu đến từ trang khác nên bị từ chối. Không có gì thay đổi.',
  'problems.request.too-large': 'Dung lượng vượt giới hạn. Chưa lưu gì.',
  'problems.request.busy': 'Nút đang bận. Không có gì thay đổi. Hãy thử lại sau giây lát.',
  'problems.session.none':
    'Bạn chưa đăng nhập hoặc phiên đăng nhập đã hết. Hãy đăng nhập để tiếp tục; nội dung đã nhập được giữ tại đây.',
  'problems.session.credentials': 'Tên đăng nhập và mật khẩu không khớp.',
  'problems.session.wait': 'Thử quá nhiều lần. Hãy đợi một lát rồi thử lại.',
  'problems.session.password-weak':
    'Mật khẩu quá ngắn hoặc quá phổ biến. Không có gì thay đổi. Hãy chọn mật khẩu dài hơn.',
  'problems.account.exists': 'Đã có tài khoản mang tên này. Chưa thêm gì.',
  'problems.account.last-administrator':
    'Đây là quản trị viên cuối cùng. Không có gì thay đổi. Hãy chỉ định người khác trước.',
  'problems.account.stale': 'Có người vừa sửa tài khoản này. Chưa lưu gì. Hãy xem lại rồi sửa.',
  'problems.draft.stale':
    'Có người vừa sửa ô này. Cả hai giá trị được giữ và hiển thị; hãy chọn một hoặc viết giá trị khác.',
  'problems.draft.closed':
    'Dự thảo này đã đóng: văn bản khác trên cùng cơ sở đã được ký. Phương án của bạn được giữ; hãy nêu lại trên cơ sở mới.',
  'problems.draft.nothing': 'Không có gì để gửi.',
  'problems.draft.accept':
    'Đối tác đã sửa nội dung bạn định chấp nhận. Chưa chấp nhận gì. Hãy xem giá trị mới rồi quyết định.',
  'problems.submission.not-cleared': 'Nội dung này chưa được duyệt để gửi. Vẫn giữ tại đây.',
  'problems.submission.four-eyes': 'Người chuẩn bị không được tự duyệt. Chưa gửi gì. Hãy nhờ người thứ hai.',
  'problems.submission.stale': 'Nội dung đã sửa sau khi chuẩn bị hoặc duyệt. Chưa gửi gì. Hãy chuẩn bị lại.',
  'problems.text.not-ready':
    'Chưa thể đưa văn bản ra ký: còn chỗ chưa thống nhất. Chưa có gì được ký. Hãy thống nhất trước.',
  'problems.sign.presence': 'Mật khẩu không đúng: bước này cần xác nhận chính bạn. Chưa có gì được ký.',
  'problems.sign.other-content':
    'Nội dung bạn đã xem không còn là nội dung sẽ ký. Chưa có gì được ký. Hãy đọc lại.',
  'problems.sign.locked':
    'Chức năng ký bị khóa cho đến khi các đối tác xác nhận sổ của ta. Chưa có gì được ký. Hãy trao đổi với họ trước.',
  'problems.act.unknown': 'Văn bản này chưa đến đây. Chưa có gì được ký. Hãy trao đổi trước.',
  'problems.act.chain':
    'Bên ta đã ký văn bản khác mà văn bản này không thay thế. Chưa có gì được ký. Hãy đưa ra văn bản thay thế cả hai.',
  'problems.act.declined': 'Một bên đã từ chối văn bản này nên bên ta không ký. Hãy đưa ra văn bản mới.',
  'problems.act.withdrawn': 'Văn bản này đã được rút nên bên ta không ký. Hãy đưa ra văn bản mới.',
  'problems.act.superseded': 'Văn bản sau đã thay thế văn bản này. Chưa có gì được ký.',
  'problems.act.content-missing':
    'Toàn văn hoặc một tệp đính kèm chưa đến đây. Chưa có gì được ký. Hãy trao đổi trước.',
  'problems.statement.stale':
    'Bên ta vừa nêu lại nội dung này. Cả hai được giữ và hiển thị; hãy chọn hoặc viết lại.',
  'problems.store.failed':
    'Ổ đĩa không xác nhận lần ghi. Thay đổi này không được giữ; các thay đổi trước vẫn còn. Chức năng ký bị khóa. Hãy báo quản trị viên.',
  'problems.store.full':
    'Ổ đĩa đã đầy. Thay đổi này không được giữ; các thay đổi trước vẫn còn. Hãy giải phóng dung lượng rồi thử lại.',
  'problems.store.in-use':
    'Một tiến trình khác đang dùng thư mục này. Tiến trình này thoát, không thay đổi gì.',
  'problems.store.newer':
    'Thư mục này do phiên bản mới hơn ghi. Không có gì bị thay đổi. Hãy cài phiên bản đó.',
  'problems.store.damaged':
    'Cơ sở dữ liệu của thư mục bị hỏng. Chức năng ký bị khóa, việc đọc vẫn hoạt động ở mức có thể. Hãy dựng lại từ các bản ghi.',
  'problems.bytes': 'Dữ liệu không đúng dạng hai bên đã thống nhất. Đã từ chối toàn bộ; chưa ghi gì.',
  'problems.bytes.too-large': 'Dữ liệu lớn hơn mức giao thức cho phép. Đã từ chối toàn bộ; chưa ghi gì.',
  'problems.bytes.not-canonical':
    'Dữ liệu không ở dạng chuẩn: do công cụ khác ghi hoặc sửa. Đã từ chối toàn bộ; chưa ghi gì.',
  'problems.bytes.date': 'Không có ngày này. Chưa lưu gì. Hãy viết 2021, 2021-03 hoặc 2021-03-14.',
  'problems.bytes.amount': 'Đây không phải là một số. Chưa lưu gì.',
  'problems.value': 'Giá trị không hợp với ô. Chưa lưu gì. Hãy sửa và lưu lại.',
  'problems.value.long': 'Văn bản quá dài. Chưa lưu gì. Hãy rút ngắn.',
  'problems.value.date': 'Không có ngày này. Chưa lưu gì.',
  'problems.value.period': 'Ngày kết thúc trước ngày bắt đầu, hoặc ngày không đúng. Chưa lưu gì.',
  'problems.value.amount': 'Đây không phải là một số. Chưa lưu gì.',
  'problems.value.currency': 'Tiền tệ gồm ba chữ cái, ví dụ VND, LAK hoặc USD. Chưa lưu gì.',
  'problems.value.language':
    'Văn bản viết bằng ngôn ngữ không thuộc các ngôn ngữ có giá trị như nhau của chương trình. Chưa lưu gì.',
  'problems.name.invisible': 'Tên có ký tự không nhìn thấy được. Chưa lưu gì. Hãy gõ lại.',
  'problems.name.look-alike': 'Tên này trông giống một tên khác. Hãy đối chiếu mã trước khi tiếp tục.',
  'problems.entry':
    'Có bản ghi không đúng dạng của giao thức. Bản ghi đó và phần sau bị từ chối; chưa ghi gì.',
  'problems.run': 'Nhóm bản ghi trống hoặc lớn hơn mức giao thức cho phép. Bị từ chối; chưa ghi gì.',
  'problems.feed':
    'Các bản ghi không khớp với sổ ta đang giữ. Đã từ chối; chưa ghi gì. Hãy đề nghị đối tác gửi lại.',
  'problems.feed.programme': 'Có bản ghi của chương trình khác lẫn vào. Bị từ chối; chưa ghi gì.',
  'problems.feed.party': 'Có bản ghi của bên khác lẫn vào. Bị từ chối; chưa ghi gì.',
  'problems.feed.gap': 'Thiếu các bản ghi ở giữa. Phần đã đến được giữ chờ.',
  'problems.feed.beside': 'Đối tác đã ký bản ghi khác tại vị trí ta đã có. Cả hai được giữ làm bằng chứng.',
  'problems.feed.prev': 'Bản ghi không nối tiếp bản ghi trước. Bị từ chối; chưa ghi gì.',
  'problems.feed.signature': 'Có chữ ký không hợp lệ. Bị từ chối; chưa ghi gì.',
  'problems.feed.key-unknown': 'Bản ghi dùng khóa mà bên đó chưa từng chấp nhận. Bị từ chối; chưa ghi gì.',
  'problems.feed.key-void': 'Bản ghi dùng khóa đã bị tuyên bố vô hiệu. Bị từ chối; chưa ghi gì.',
  'problems.fork': 'Đây không phải bằng chứng của việc rẽ nhánh. Chưa ghi gì.',
  'problems.note':
    'Ghi chú có chữ ký không đọc được hoặc chữ ký không hợp lệ. Đã bỏ qua; các bản ghi không bị ảnh hưởng.',
  'problems.receipt':
    'Xác nhận đã nhận không đọc được hoặc chữ ký không hợp lệ. Đã bỏ qua; các bản ghi không bị ảnh hưởng.',
  'problems.founding':
    'Tệp này không phải văn bản khởi tạo hoặc đã bị thay đổi. Chưa thêm gì. Hãy yêu cầu gửi lại.',
  'problems.founding.parties': 'Danh sách các bên chưa đúng: trùng mã hoặc ít hơn hai bên. Chưa thêm gì.',
  'problems.founding.names':
    'Trong văn bản khởi tạo thiếu tên hoặc tên có ký tự không nhìn thấy. Chưa thêm gì.',
  'problems.founding.languages':
    'Các ngôn ngữ có giá trị như nhau trong văn bản khởi tạo chưa đúng. Chưa thêm gì.',
  'problems.founding.keys': 'Có khóa trong văn bản khởi tạo không dùng được hoặc bị lặp. Chưa thêm gì.',
  'problems.founding.signature': 'Có chữ ký dưới văn bản khởi tạo không hợp lệ. Chưa thêm gì.',
  'problems.founding.incomplete': 'Chưa đủ các bên ký văn bản khởi tạo. Chưa thể mở chương trình.',
  'problems.founding.differs':
    'Văn bản khởi tạo này không phải bản ta đã ký. Chưa thêm gì. Hãy đối chiếu mã.',
  'problems.card': 'Tệp này không phải thẻ, hoặc đã bị thay đổi. Chưa thêm gì.',
  'problems.key.passphrase': 'Mật khẩu không mở được khóa gốc. Chưa có gì được ký.',
  'problems.key.root-absent': 'Khóa gốc không ở thư mục này. Chưa có gì được ký. Hãy ký ở nơi cất khóa.',
  'problems.pouch': 'Tệp này không phải gói trao đổi hoặc đã hỏng. Chưa ghi gì. Hãy đề nghị đối tác gửi lại.',
  'problems.pouch.recipient': 'Gói trao đổi này không gửi cho ta: không mở được. Chưa ghi gì.',
  'problems.pouch.truncated':
    'Gói trao đổi bị cắt ngang. Chưa ghi gì. Hãy đề nghị đối tác gửi lại tệp đầy đủ.',
  'problems.pouch.altered':
    'Gói trao đổi đã bị thay đổi trên đường. Chưa ghi gì. Hãy đề nghị đối tác gửi lại.',
  'problems.pouch.version': 'Gói trao đổi thuộc phiên bản mà nút này không biết. Chưa ghi gì.',
  'problems.pouch.sender': 'Bên gửi gói trao đổi không thuộc chương trình nào trên nút này. Chưa ghi gì.',
  'problems.pouch.section': 'Gói trao đổi có phần bị lặp hoặc thừa. Chưa ghi gì.',
  'problems.attachment.mismatch':
    'Tệp không phải tệp đã được báo trước. Không được giữ lại. Hãy yêu cầu gửi lại.',
  'problems.attachment.missing': 'Tệp chưa có ở đây. Tệp sẽ đến trong lần trao đổi tới.',
  'problems.attachment.too-large': 'Tệp lớn hơn giới hạn. Không được giữ lại.',
  'problems.exchange.unreachable':
    'Nút của đối tác không trả lời. Mọi thứ được giữ lại và gửi sau, hoặc đóng gói trao đổi.',
  'problems.exchange.identity':
    'Nút trả lời không có khóa của đối tác. Chưa trao đổi gì. Hãy báo quản trị viên.',
  'problems.exchange.address':
    'Địa chỉ này không được phép trao đổi. Chưa gửi gì. Hãy để quản trị viên thêm vào danh sách.',
  'problems.exchange.no-address':
    'Chưa biết địa chỉ của đối tác. Chưa gửi gì. Hãy nhập địa chỉ hoặc đóng gói trao đổi.',
  'problems.exchange.behind':
    'Đối tác giữ nhiều bản ghi của ta hơn chính nút này. Chức năng ký bị khóa trong khi lấy lại.',
  'problems.inert': 'Bản ghi trái với quy tắc của sổ chung. Bản ghi được giữ và hiển thị, không thay đổi gì.',
  'problems.inert.type': 'Loại bản ghi mà nút này không biết. Được giữ, không có tác dụng.',
  'problems.inert.body': 'Nội dung sai dạng. Được giữ, không có tác dụng.',
  'problems.inert.field': 'Nêu một ô mà loại này không có. Được giữ, không có tác dụng.',
  'problems.inert.kind': 'Thuộc loại mà nút này không biết. Được giữ, không có tác dụng.',
  'problems.inert.value': 'Có giá trị không hợp với ô. Được giữ, không có tác dụng.',
  'problems.inert.language': 'Đưa ngôn ngữ chính thức thành bản dịch tham khảo. Được giữ, không có tác dụng.',
  'problems.inert.cause': 'Trả lời một bản ghi không nằm trong quá khứ của nó. Được giữ, không có tác dụng.',
  'problems.inert.digest': 'Chấp nhận nội dung khác với nội dung đã nêu. Được giữ, không có tác dụng.',
  'problems.inert.key': 'Khóa này không được phép làm việc đó. Được giữ, không có tác dụng.',
  'problems.inert.signature': 'Chữ ký bên trong không hợp lệ. Được giữ, không có tác dụng.',
  'problems.inert.head-back': 'Dẫn trạng thái cũ hơn bản ghi trước. Được giữ, không có tác dụng.',
  'problems.file': 'Không nhận được tệp này. Chưa lưu gì.',
  'problems.export.fault': 'Bản xuất đã bị thay đổi: lỗi đầu tiên nêu bên dưới. Chưa ghi gì.',
} satisfies Record<keyof typeof en, string>;
