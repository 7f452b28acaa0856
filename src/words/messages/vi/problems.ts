import type { problems as en } from '../en/problems.ts';

export const problems = {
  'problems.offline':
    'Nút của ta không trả lời. Nội dung bạn viết vẫn ở đây, chưa được lưu. Hãy thử lại khi nút hoạt động lại.',
  'problems.offline.reading': 'Nút của ta không trả lời. Không có gì thay đổi. Hãy thử lại khi kết nối được.',
  'problems.unexpected':
    'Nút của ta gặp sự cố. Những gì đã lưu vẫn còn. Hãy thử lại; nếu lặp lại, báo quản trị viên.',
  'problems.access.denied': 'Vai trò của bạn không cho phép việc này. Không có gì thay đổi.',
  'problems.account.last-administrator':
    'Đây là quản trị viên cuối cùng. Không có gì thay đổi. Hãy chỉ định người khác trước.',
  'problems.account.name-taken': 'Đã có tài khoản mang tên này. Chưa thêm gì.',
  'problems.account.stale': 'Có người vừa sửa tài khoản này. Chưa lưu gì. Hãy xem lại rồi sửa.',
  'problems.act.chain':
    'Bên ta đã ký văn bản khác mà văn bản này không thay thế. Chưa có gì được ký. Hãy đưa ra văn bản thay thế cả hai.',
  'problems.act.content-missing':
    'Toàn văn hoặc một tệp đính kèm chưa đến đây. Chưa có gì được ký. Hãy trao đổi trước.',
  'problems.act.declined': 'Một bên đã từ chối văn bản này nên bên ta không ký. Hãy đưa ra văn bản mới.',
  'problems.act.empty':
    'Một bản trình ký phải có văn bản, mỗi văn bản một lần, hoặc thay đổi các bên. Chưa thêm gì. Hãy nêu các văn bản.',
  'problems.act.joiners': 'Bên sẽ tham gia chưa ký. Chưa có gì được ký. Bên đó ký trước.',
  'problems.act.list': 'Danh sách các bên đã thay đổi. Chưa có gì được ký. Hãy đưa ra ký lại.',
  'problems.act.parties':
    'Không thể là các bên như vậy: phải từ hai bên trở lên trong văn bản thành lập và khác hiện nay. Chưa thêm gì.',
  'problems.act.stale': 'Văn bản này đã được đưa ra ký. Chưa thêm gì. Hãy mở trong phòng ký.',
  'problems.act.superseded': 'Văn bản sau đã thay thế văn bản này. Chưa có gì được ký.',
  'problems.act.unknown': 'Văn bản này chưa đến đây. Chưa có gì được ký. Hãy trao đổi trước.',
  'problems.act.withdrawn': 'Văn bản này đã được rút nên bên ta không ký. Hãy đưa ra văn bản mới.',
  'problems.attachment.size': 'Dung lượng tệp không đúng như khai báo. Không được giữ lại. Hãy gửi lại.',
  'problems.attachment.too-large': 'Tệp lớn hơn giới hạn. Không được giữ lại.',
  'problems.attachment-missing': 'Tệp chưa có ở đây. Tệp sẽ đến trong lần trao đổi tới.',
  'problems.backup-unusable': 'Đây không phải bản sao lưu đầy đủ. Chưa khôi phục gì. Hãy dùng bản khác.',
  'problems.bytes': 'Dữ liệu không đúng dạng hai bên đã thống nhất. Đã từ chối toàn bộ; chưa ghi gì.',
  'problems.bytes.amount': 'Đây không phải là một số. Chưa lưu gì.',
  'problems.bytes.date': 'Không có ngày này. Chưa lưu gì. Hãy viết 2021, 2021-03 hoặc 2021-03-14.',
  'problems.bytes.not-canonical':
    'Dữ liệu không ở dạng chuẩn: do công cụ khác ghi hoặc sửa. Đã từ chối toàn bộ; chưa ghi gì.',
  'problems.bytes.too-large': 'Dữ liệu lớn hơn mức giao thức cho phép. Đã từ chối toàn bộ; chưa ghi gì.',
  'problems.corrupt':
    'Cơ sở dữ liệu của thư mục bị hỏng. Chức năng ký bị khóa, việc đọc vẫn hoạt động ở mức có thể. Hãy dựng lại từ các bản ghi.',
  'problems.draft.nothing': 'Không có gì để gửi.',
  'problems.draft.stale':
    'Có người vừa sửa ô này. Cả hai giá trị được giữ và hiển thị; hãy chọn một hoặc viết giá trị khác.',
  'problems.entry':
    'Có bản ghi không đúng dạng của giao thức. Bản ghi đó và phần sau bị từ chối; chưa ghi gì.',
  'problems.exchange.refused': 'Nội dung nhận được bị từ chối. Chưa ghi gì. Hãy đề nghị đối tác gửi lại.',
  'problems.export': 'Bản xuất không còn nguyên như khi ghi: lỗi đầu tiên được nêu. Không có gì thay đổi.',
  'problems.export.missing': 'Thiếu một tệp của bản xuất.',
  'problems.export.stray': 'Trong bản xuất có tệp không thuộc về nó.',
  'problems.failed':
    'Ổ đĩa không xác nhận lần ghi. Thay đổi này không được giữ; các thay đổi trước vẫn còn. Chức năng ký bị khóa. Hãy báo quản trị viên.',
  'problems.feed':
    'Các bản ghi không khớp với sổ ta đang giữ. Đã từ chối; chưa ghi gì. Hãy đề nghị đối tác gửi lại.',
  'problems.feed.beside': 'Đối tác đã ký bản ghi khác tại vị trí ta đã có. Cả hai được giữ làm bằng chứng.',
  'problems.feed.gap': 'Thiếu các bản ghi ở giữa. Phần đã đến được giữ chờ.',
  'problems.feed.key-unknown': 'Bản ghi dùng khóa mà bên đó chưa từng chấp nhận. Bị từ chối; chưa ghi gì.',
  'problems.feed.key-void': 'Bản ghi dùng khóa đã bị tuyên bố vô hiệu. Bị từ chối; chưa ghi gì.',
  'problems.feed.party': 'Có bản ghi của bên khác lẫn vào. Bị từ chối; chưa ghi gì.',
  'problems.feed.prev': 'Bản ghi không nối tiếp bản ghi trước. Bị từ chối; chưa ghi gì.',
  'problems.feed.programme': 'Có bản ghi của chương trình khác lẫn vào. Bị từ chối; chưa ghi gì.',
  'problems.feed.signature': 'Có chữ ký không hợp lệ. Bị từ chối; chưa ghi gì.',
  'problems.folder-busy':
    'Một tiến trình khác đang dùng thư mục này. Tiến trình này thoát, không thay đổi gì.',
  'problems.folder-exists': 'Thư mục này đã có dữ liệu. Chưa ghi gì. Hãy chọn thư mục trống.',
  'problems.folder-missing': 'Thư mục này chưa có nút. Chưa ghi gì. Hãy tạo bằng “init”.',
  'problems.folder-newer':
    'Thư mục này do phiên bản mới hơn ghi. Không có gì bị thay đổi. Hãy cài phiên bản đó.',
  'problems.folder-unreadable':
    'Không đọc được thư mục. Không có gì bị thay đổi. Hãy kiểm tra quyền và ổ đĩa.',
  'problems.fork': 'Đây không phải bằng chứng của việc rẽ nhánh. Chưa ghi gì.',
  'problems.founding':
    'Tệp này không phải văn bản khởi tạo hoặc đã bị thay đổi. Chưa thêm gì. Hãy yêu cầu gửi lại.',
  'problems.founding.card-missing': 'Còn thiếu thẻ của một bên. Chưa lập gì. Hãy nhận đủ thẻ trước.',
  'problems.founding.done': 'Văn bản khởi tạo đã được lập. Không có gì thay đổi. Hãy gửi cho bên chưa ký.',
  'problems.founding.fingerprint':
    'Mã đối chiếu không giống nhau. Chưa có gì được ký. Đừng ký; hãy đối chiếu lại với đối tác.',
  'problems.founding.invalid':
    'Tệp này không phải thẻ hoặc văn bản khởi tạo hợp lệ. Chưa thêm gì. Hãy đề nghị đối tác gửi lại.',
  'problems.founding.keys': 'Có khóa trong văn bản khởi tạo không dùng được hoặc bị lặp. Chưa thêm gì.',
  'problems.founding.languages':
    'Các ngôn ngữ có giá trị như nhau trong văn bản khởi tạo chưa đúng. Chưa thêm gì.',
  'problems.founding.level':
    'Văn bản khởi tạo thuộc cấp giao thức mới hơn phiên bản này. Chưa ghi gì. Hãy nâng cấp chương trình của nút này rồi nhận lại chính tệp đó.',
  'problems.founding.names':
    'Trong văn bản khởi tạo thiếu tên hoặc tên có ký tự không nhìn thấy. Chưa thêm gì.',
  'problems.founding.not-us':
    'Văn bản khởi tạo không có tên ta hoặc ghi khóa khác của ta. Chưa có gì được ký. Hãy đề nghị đối tác lập lại theo thẻ của ta.',
  'problems.founding.parties': 'Danh sách các bên chưa đúng: trùng mã hoặc ít hơn hai bên. Chưa thêm gì.',
  'problems.founding.signature': 'Có chữ ký dưới văn bản khởi tạo không hợp lệ. Chưa thêm gì.',
  'problems.inert': 'Bản ghi trái với quy tắc của sổ chung. Bản ghi được giữ và hiển thị, không thay đổi gì.',
  'problems.inert.body': 'Nội dung sai dạng. Được giữ, không có tác dụng.',
  'problems.inert.cause': 'Trả lời một bản ghi không nằm trong quá khứ của nó. Được giữ, không có tác dụng.',
  'problems.inert.digest': 'Chấp nhận nội dung khác với nội dung đã nêu. Được giữ, không có tác dụng.',
  'problems.inert.field': 'Nêu một ô mà loại này không có. Được giữ, không có tác dụng.',
  'problems.inert.head-back': 'Dẫn trạng thái cũ hơn bản ghi trước. Được giữ, không có tác dụng.',
  'problems.inert.head-party':
    'Dẫn trạng thái sổ của một bên không thuộc chương trình. Được giữ, không có tác dụng.',
  'problems.inert.key': 'Khóa này không được phép làm việc đó. Được giữ, không có tác dụng.',
  'problems.inert.kind': 'Thuộc loại mà nút này không biết. Được giữ, không có tác dụng.',
  'problems.inert.language': 'Đưa ngôn ngữ chính thức thành bản dịch tham khảo. Được giữ, không có tác dụng.',
  'problems.inert.level': 'Khóa không được phép đồng ý văn bản cấp này. Được giữ, không có tác dụng.',
  'problems.inert.list': 'Danh sách các bên không khớp. Được giữ, không có tác dụng.',
  'problems.inert.programme': 'Thuộc chương trình khác. Được giữ, không có tác dụng.',
  'problems.inert.signature': 'Chữ ký bên trong không hợp lệ. Được giữ, không có tác dụng.',
  'problems.inert.type': 'Loại bản ghi mà nút này không biết. Được giữ, không có tác dụng.',
  'problems.inert.value': 'Có giá trị không hợp với ô. Được giữ, không có tác dụng.',
  'problems.keys.passphrase': 'Mật khẩu không mở được khóa gốc. Chưa có gì được ký.',
  'problems.keys.root-away': 'Khóa gốc không ở thư mục này. Chưa có gì được ký. Hãy ký ở nơi cất khóa.',
  'problems.keys.unknown': 'Không có khóa này. Không có gì thay đổi. Hãy xem lại danh sách.',
  'problems.lock.signing':
    'Chức năng ký bị khóa cho đến khi các đối tác xác nhận sổ của ta. Chưa có gì được ký. Hãy trao đổi với họ trước.',
  'problems.message': 'Nội dung nút kia gửi không đúng dạng đã thống nhất. Chưa ghi gì. Hãy thử lại sau.',
  'problems.node.disk-full':
    'Ổ đĩa đã đầy. Thay đổi này không được giữ; các thay đổi trước vẫn còn. Hãy giải phóng dung lượng rồi thử lại.',
  'problems.node.failed':
    'Nút của ta gặp sự cố. Những gì đã lưu vẫn còn. Hãy thử lại; nếu lặp lại, báo quản trị viên.',
  'problems.node.stopping': 'Nút đang dừng. Mọi thứ đã xác nhận được giữ. Hãy thử lại sau giây lát.',
  'problems.note':
    'Ghi chú có chữ ký không đọc được hoặc chữ ký không hợp lệ. Đã bỏ qua; các bản ghi không bị ảnh hưởng.',
  'problems.peer.address':
    'Địa chỉ này không được phép trao đổi. Chưa gửi gì. Hãy để quản trị viên thêm vào danh sách.',
  'problems.peer.refused':
    'Nút của đối tác từ chối hoặc không có khóa của đối tác. Những gì đã trao đổi được giữ. Hãy hỏi quản trị viên bên đối tác.',
  'problems.peer.unreachable':
    'Nút của đối tác không trả lời. Mọi thứ được giữ lại và gửi sau, hoặc đóng gói trao đổi.',
  'problems.pouch': 'Tệp này không phải gói trao đổi hoặc đã hỏng. Chưa ghi gì. Hãy đề nghị đối tác gửi lại.',
  'problems.pouch.flipped':
    'Gói trao đổi đã bị thay đổi trên đường. Chưa ghi gì. Hãy đề nghị đối tác gửi lại.',
  'problems.pouch.programme':
    'Gói trao đổi thuộc chương trình chưa có ở đây. Chưa ghi gì. Hãy tham gia chương trình trước.',
  'problems.pouch.recipient': 'Gói trao đổi này không gửi cho ta: không mở được. Chưa ghi gì.',
  'problems.pouch.refused': 'Gói trao đổi bị từ chối. Chưa ghi gì. Hãy đề nghị đối tác gửi lại tệp.',
  'problems.pouch.section': 'Gói trao đổi có phần bị lặp hoặc thừa. Chưa ghi gì.',
  'problems.pouch.sender': 'Bên gửi gói trao đổi không thuộc chương trình nào trên nút này. Chưa ghi gì.',
  'problems.pouch.signature':
    'Chữ ký của gói trao đổi không hợp lệ. Chưa ghi gì. Hãy đề nghị đối tác gửi lại.',
  'problems.pouch.size': 'Một phần gói trao đổi lớn hơn mức cho phép hoặc khai báo. Chưa ghi gì.',
  'problems.pouch.trailing':
    'Có dữ liệu thừa sau phần cuối gói trao đổi. Chưa ghi gì. Hãy đề nghị đối tác gửi lại.',
  'problems.pouch.truncated':
    'Gói trao đổi bị cắt ngang. Chưa ghi gì. Hãy đề nghị đối tác gửi lại tệp đầy đủ.',
  'problems.pouch.unknown-version': 'Gói trao đổi thuộc phiên bản mà nút này không biết. Chưa ghi gì.',
  'problems.pouch.wrong-recipient': 'Gói trao đổi này không gửi cho ta: không mở được. Chưa ghi gì.',
  'problems.programme.not-founded': 'Chưa đủ các bên ký văn bản khởi tạo. Chưa thể mở chương trình.',
  'problems.receipt':
    'Xác nhận đã nhận không đọc được hoặc chữ ký không hợp lệ. Đã bỏ qua; các bản ghi không bị ảnh hưởng.',
  'problems.redline.side': 'Không có bản như vậy của văn bản. Hãy chọn bản khác.',
  'problems.request.foreign': 'Yêu cầu đến từ trang khác nên bị từ chối. Không có gì thay đổi.',
  'problems.request.invalid': 'Có chỗ nhập chưa đúng. Chưa lưu gì. Hãy sửa và lưu lại.',
  'problems.request.malformed': 'Không đọc được yêu cầu. Chưa lưu gì. Hãy tải lại trang rồi làm lại.',
  'problems.request.media-type': 'Dữ liệu gửi lên không đúng loại được nhận. Chưa lưu gì.',
  'problems.request.method': 'Địa chỉ này không nhận thao tác đó. Không có gì thay đổi.',
  'problems.request.not-found': 'Không có gì ở đây, hoặc bạn không được xem.',
  'problems.request.too-large': 'Dung lượng vượt giới hạn. Chưa lưu gì.',
  'problems.run': 'Nhóm bản ghi trống hoặc lớn hơn mức giao thức cho phép. Bị từ chối; chưa ghi gì.',
  'problems.session.none':
    'Bạn chưa đăng nhập hoặc phiên đăng nhập đã hết. Hãy đăng nhập để tiếp tục; nội dung đã nhập được giữ tại đây.',
  'problems.session.refused': 'Tên đăng nhập và mật khẩu không khớp.',
  'problems.session.wait': 'Thử quá nhiều lần. Hãy đợi một lát rồi thử lại.',
  'problems.setup.code': 'Mã không đúng. Chưa thiết lập gì. Hãy lấy mã do nút in ra khi khởi động.',
  'problems.setup.done': 'Nút này đã được thiết lập. Không có gì thay đổi. Hãy đăng nhập.',
  'problems.sign.barred': 'Hiện chưa thể ký. Chưa có gì được ký. Phòng ký nêu rõ lý do.',
  'problems.sign.other-content':
    'Nội dung bạn đã xem không còn là nội dung sẽ ký. Chưa có gì được ký. Hãy đọc lại.',
  'problems.sign.presence': 'Mật khẩu không đúng: bước này cần xác nhận chính bạn. Chưa có gì được ký.',
  'problems.sign.unconfirmed':
    'Khóa gốc đã nối tiếp sổ của ta mà chưa phải mọi đối tác đều xác nhận: có thể ta đã ký điều mà nút này không còn biết. Chưa có gì được ký. Hãy trao đổi với mọi đối tác, hoặc trình ngay một văn bản thay thế mọi bản đã biết.',
  'problems.statement.stale':
    'Bên ta vừa nêu lại nội dung này. Cả hai được giữ và hiển thị; hãy chọn hoặc viết lại.',
  'problems.submission.not-cleared': 'Nội dung này chưa được duyệt để gửi. Vẫn giữ tại đây.',
  'problems.submission.own': 'Người chuẩn bị không được tự duyệt. Chưa gửi gì. Hãy nhờ người thứ hai.',
  'problems.submission.stale': 'Nội dung đã sửa sau khi chuẩn bị hoặc duyệt. Chưa gửi gì. Hãy chuẩn bị lại.',
  'problems.text.closed':
    'Dự thảo này đã đóng: văn bản khác trên cùng cơ sở đã được ký. Phương án của bạn được giữ; hãy nêu lại trên cơ sở mới.',
  'problems.text.exists': 'Đã có văn bản mang số này. Chưa tạo gì. Hãy chọn số khác.',
  'problems.text.kind': 'Không có loại, ô hoặc giá trị như vậy. Chưa lưu gì.',
  'problems.text.not-ready':
    'Chưa thể đưa văn bản ra ký: còn chỗ chưa thống nhất. Chưa có gì được ký. Hãy thống nhất trước.',
  'problems.value': 'Giá trị không hợp với ô. Chưa lưu gì. Hãy sửa và lưu lại.',
  'problems.value.amount': 'Đây không phải là một số. Chưa lưu gì.',
  'problems.value.currency': 'Tiền tệ gồm ba chữ cái, ví dụ VND, LAK hoặc USD. Chưa lưu gì.',
  'problems.value.date': 'Không có ngày này. Chưa lưu gì.',
  'problems.value.language':
    'Văn bản viết bằng ngôn ngữ không thuộc các ngôn ngữ có giá trị như nhau của chương trình. Chưa lưu gì.',
  'problems.value.long': 'Văn bản quá dài. Chưa lưu gì. Hãy rút ngắn.',
  'problems.value.period': 'Ngày kết thúc trước ngày bắt đầu, hoặc ngày không đúng. Chưa lưu gì.',
  'problems.field.other': 'Mã này đã thuộc về một thông báo khác. Chưa nêu gì. Hãy viết lại.',
  'problems.outbox.author':
    'Người viết tệp này không còn quyền thông báo ở đây. Chưa ghi gì. Hãy nêu dưới tên của mình hoặc hỏi quản trị viên.',
  'problems.sheet.refused':
    'Đây không phải tờ ghi của văn bản này, hoặc tờ ghi đã bị sửa hay bị cắt trên đường. Chưa ghi gì. Hãy yêu cầu gửi lại.',
  'problems.outbox.refused':
    'Không mở được tệp: tệp bị sửa hoặc bị cắt trên đường, hoặc không thuộc máy này. Chưa ghi gì. Hãy yêu cầu gửi lại.',
  'problems.import.form':
    'Không đọc được danh sách. Chưa ghi gì. Hãy để loại, số vụ và thời gian mỗi mục một cột.',
  'problems.import.persons':
    'Danh sách có cột về cá nhân. Vụ việc chỉ được đếm, không ghi cá nhân: không giữ lại gì. Hãy bỏ cột đó.',
} satisfies Record<keyof typeof en, string>;
