import type { problems as en } from '../en/problems.ts';

export const problems = {
  'problems.unexpected':
    'Nút của ta gặp sự cố. Những gì đã lưu vẫn còn. Hãy thử lại; nếu lặp lại, báo quản trị viên số {reference}.',
  'problems.offline':
    'Nút của ta không trả lời. Thay đổi của bạn được giữ trong trình duyệt này và sẽ được lưu khi nút hoạt động lại.',
  'problems.not-found': 'Không có gì ở đây, hoặc bạn không được xem.',
  'problems.not-allowed': 'Vai trò của bạn không cho phép việc này. Không có gì thay đổi.',
  'problems.signed-out':
    'Bạn chưa đăng nhập hoặc phiên đăng nhập đã hết. Hãy đăng nhập để tiếp tục; nội dung đã nhập được giữ tại đây.',
  'problems.wrong-credentials': 'Tên đăng nhập và mật khẩu không khớp.',
  'problems.too-many-attempts': 'Thử quá nhiều lần. Hãy đợi {seconds, plural, other {# giây}} rồi thử lại.',
  'problems.proof-required': 'Hãy nhập lại mật khẩu: bước này cần xác nhận chính bạn. Chưa có gì được ký.',
  'problems.origin-refused': 'Yêu cầu đến từ trang khác nên bị từ chối. Không có gì thay đổi.',
  'problems.invalid-input': '{field} nhập chưa đúng. Chưa lưu gì. Hãy sửa và lưu lại.',
  'problems.date-impossible': 'Không có ngày này: {value}.',
  'problems.amount-invalid': 'Đây không phải là một số: {value}.',
  'problems.name-invisible-characters': 'Tên có ký tự không nhìn thấy được. Hãy gõ lại.',
  'problems.name-look-alike': 'Tên này trông giống {name} nhưng là tên khác. Hãy đối chiếu mã.',
  'problems.too-large': 'Dung lượng lớn hơn {limit}. Chưa lưu gì.',
  'problems.stale-edit':
    'Có người vừa sửa ô này. Cả hai giá trị được giữ và hiển thị; hãy chọn một hoặc viết giá trị khác.',
  'problems.nothing-to-send': 'Không có gì để gửi.',
  'problems.not-cleared': 'Nội dung này chưa được duyệt để gửi. Vẫn giữ tại đây.',
  'problems.changed-after-clearance': 'Nội dung đã sửa sau khi duyệt. Cần duyệt lại.',
  'problems.acceptance-outdated':
    'Bên {party} đã sửa nội dung bạn định chấp nhận. Chưa chấp nhận gì. Hãy xem giá trị mới rồi quyết định.',
  'problems.draft-closed':
    'Dự thảo này đã đóng: văn bản khác trên cùng cơ sở đã được ký. Phương án của bạn được giữ; hãy nêu lại trên cơ sở mới.',
  'problems.content-open':
    'Chưa thể ký văn bản: còn {count, plural, other {# chỗ}} chưa thống nhất. Chưa có gì được ký.',
  'problems.content-differs':
    'Nội dung bạn đã xem không còn là nội dung sẽ ký. Chưa có gì được ký. Hãy đọc lại.',
  'problems.content-missing':
    'Toàn văn hoặc một tệp đính kèm chưa đến đây. Chưa có gì được ký. Hãy trao đổi trước.',
  'problems.chain-rule':
    'Bên ta đã ký văn bản khác mà văn bản này không thay thế. Chưa có gì được ký. Hãy đưa ra văn bản thay thế cả hai.',
  'problems.act-declined':
    'Bên {party} đã từ chối hoặc rút văn bản này nên bên ta không ký. Hãy đưa ra văn bản mới.',
  'problems.signing-locked':
    'Chức năng ký bị khóa cho đến khi các đối tác xác nhận sổ của ta. Chưa có gì được ký. Hãy trao đổi với họ trước.',
  'problems.storage-failed':
    'Ổ đĩa không xác nhận lần ghi. Thay đổi này không được giữ; các thay đổi trước vẫn còn. Chức năng ký bị khóa. Hãy báo quản trị viên.',
  'problems.disk-full':
    'Ổ đĩa đã đầy. Thay đổi này không được giữ; các thay đổi trước vẫn còn. Hãy giải phóng dung lượng rồi thử lại.',
  'problems.folder-in-use':
    'Một tiến trình khác đang dùng thư mục này. Tiến trình này thoát, không thay đổi gì.',
  'problems.folder-newer':
    'Thư mục này do phiên bản mới hơn ({version}) ghi. Không có gì bị thay đổi. Hãy cài phiên bản đó.',
  'problems.folder-damaged':
    'Cơ sở dữ liệu của thư mục bị hỏng. Chức năng ký bị khóa, việc đọc vẫn hoạt động ở mức có thể. Hãy dựng lại từ các bản ghi.',
  'problems.last-administrator':
    'Đây là quản trị viên cuối cùng. Không có gì thay đổi. Hãy chỉ định người khác trước.',
  'problems.user-exists': 'Đã có tài khoản mang tên này. Chưa thêm gì.',
  'problems.password-weak': 'Mật khẩu quá ngắn hoặc quá phổ biến. Hãy chọn mật khẩu dài hơn.',
  'problems.pouch-not-a-pouch': 'Tệp này không phải gói trao đổi. Chưa ghi gì.',
  'problems.pouch-wrong-recipient': 'Gói trao đổi này không gửi cho ta: không mở được. Chưa ghi gì.',
  'problems.pouch-truncated':
    'Gói trao đổi bị cắt ngang. Chưa ghi gì. Hãy đề nghị bên {party} gửi lại tệp đầy đủ.',
  'problems.pouch-altered':
    'Gói trao đổi đã bị thay đổi trên đường. Chưa ghi gì. Hãy đề nghị bên {party} gửi lại.',
  'problems.pouch-unknown-version': 'Gói trao đổi thuộc phiên bản mà nút này không biết. Chưa ghi gì.',
  'problems.pouch-unknown-sender':
    'Bên gửi gói trao đổi không thuộc chương trình nào trên nút này. Chưa ghi gì.',
  'problems.pouch-section': 'Gói trao đổi có phần bị lặp hoặc thừa. Chưa ghi gì.',
  'problems.entry-encoding':
    'Bản ghi {seq} của bên {party} không ở dạng chuẩn. Bản ghi này và phần sau bị từ chối; chưa ghi gì.',
  'problems.entry-chain':
    'Bản ghi {seq} của bên {party} không nối tiếp bản ghi trước. Bị từ chối; chưa ghi gì.',
  'problems.entry-signature':
    'Chữ ký trên bản ghi {seq} của bên {party} không hợp lệ. Bị từ chối; chưa ghi gì.',
  'problems.entry-key':
    'Bản ghi {seq} của bên {party} dùng khóa không được phép tại đó. Bị từ chối; chưa ghi gì.',
  'problems.entry-wrong-feed':
    'Có bản ghi của bên khác hoặc chương trình khác lẫn trong bản ghi của bên {party}. Bị từ chối; chưa ghi gì.',
  'problems.attachment-mismatch':
    'Tệp {name} không phải tệp đã được báo trước. Không được giữ lại. Hãy yêu cầu gửi lại.',
  'problems.attachment-missing': 'Tệp {name} chưa có ở đây. Tệp sẽ đến trong lần trao đổi tới.',
  'problems.partner-unreachable':
    'Nút của bên {party} không trả lời. Mọi thứ được giữ lại và gửi sau, hoặc đóng gói trao đổi.',
  'problems.partner-unknown-key': 'Nút trả lời không có khóa của bên {party}. Chưa trao đổi gì.',
  'problems.partner-holds-more':
    'Bên {party} giữ nhiều bản ghi của ta hơn chính nút này. Chức năng ký bị khóa trong khi lấy lại.',
  'problems.card-invalid': 'Tệp này không phải thẻ, hoặc đã bị thay đổi. Chưa thêm gì.',
  'problems.code-taken': 'Hai bên cùng dùng mã {code}. Mỗi bên cần một mã riêng.',
  'problems.founding-incomplete': 'Bên {party} chưa ký văn bản khởi tạo. Chưa thể mở chương trình.',
  'problems.founding-differs':
    'Văn bản khởi tạo này không phải bản ta đã ký. Chưa thêm gì. Hãy đối chiếu mã.',
  'problems.file-refused': 'Không nhận được tệp này: {reason}. Chưa lưu gì.',
  'problems.export-fault': 'Lỗi đầu tiên: {file}, dòng {line}: {reason}',
} satisfies Record<keyof typeof en, string>;
