import { areas, characters, draftModes, layers, levels, marks, outcomes, standings } from './codes.ts';
import { label, type StatementKind } from './declare.ts';
import { instrumentFields } from './instrument.ts';
import { figureColumns } from './minutes.ts';
import { exercise, mark } from './shared-fields.ts';

const reference = {
  type: 'words',
  label: label('Reference', 'Số hồ sơ', 'ເລກທີເອກະສານ', 'Référence'),
} as const;

/** One side's account of an activity; the other side's stands beside it. */
export const report: StatementKind = {
  kind: 'report',
  of: 'statement',
  compared: ['status', 'held', 'figures', 'standing'],
  label: label('Account', 'Thông báo kết quả', 'ແຈ້ງຜົນ', 'Compte rendu d’exécution'),
  plural: label('Accounts', 'Thông báo kết quả', 'ແຈ້ງຜົນ', 'Comptes rendus d’exécution'),
  fields: {
    status: {
      type: 'code',
      codes: outcomes,
      required: true,
      shown: 'row',
      label: label('Outcome', 'Kết quả', 'ຜົນ', 'Résultat'),
    },
    held: { type: 'period', shown: 'row', label: label('Held', 'Thời gian thực hiện', 'ເວລາປະຕິບັດ', 'Tenu') },
    figures: {
      type: 'rows',
      shown: 'row',
      columns: figureColumns,
      label: label('Figures', 'Số liệu', 'ຕົວເລກ', 'Chiffres'),
    },
    narrative: { type: 'told', label: label('Account', 'Diễn giải', 'ຄຳອະທິບາຍ', 'Récit') },
    standing: {
      type: 'code',
      codes: standings,
      label: label('Against the plan', 'So với kế hoạch', 'ທຽບກັບແຜນ', 'Par rapport au plan'),
    },
    cause: { type: 'told', label: label('Cause', 'Lý do', 'ສາເຫດ', 'Cause') },
    changedBy: {
      type: 'parties',
      label: label('On whose proposal', 'Theo đề nghị của', 'ຕາມການສະເໜີຂອງ', 'Sur proposition de'),
    },
    files: { type: 'files', label: label('Files', 'Tệp', 'ໄຟລ໌', 'Fichiers') },
    exercise: { type: 'flag', label: label('EXERCISE', 'DIỄN TẬP', 'ການຝຶກຊ້ອມ', 'EXERCICE') },
    reference,
    mark: {
      type: 'code',
      codes: marks,
      label: label('Handling', 'Phạm vi phổ biến', 'ຂອບເຂດການເຜີຍແຜ່', 'Diffusion'),
    },
  },
};

/** What an activity is that no plan names; what became of it is reported as of any other. */
export const unplanned: StatementKind = {
  kind: 'unplanned',
  of: 'statement',
  compared: ['period'],
  label: label('Activity in no plan', 'Hoạt động ngoài kế hoạch', 'ກິດຈະກຳນອກແຜນ', 'Activité hors plan'),
  plural: label(
    'Activities in no plan',
    'Các hoạt động ngoài kế hoạch',
    'ກິດຈະກຳນອກແຜນ',
    'Activités hors plan',
  ),
  fields: {
    activity: {
      type: 'told',
      required: true,
      shown: 'row',
      label: label('Activity', 'Nội dung', 'ເນື້ອໃນ', 'Activité'),
    },
    area: {
      type: 'code',
      codes: areas,
      shown: 'row',
      label: label('Area', 'Lĩnh vực', 'ຂົງເຂດ', 'Domaine'),
    },
    period: {
      type: 'period',
      shown: 'row',
      label: label('Period', 'Thời gian', 'ໄລຍະເວລາ', 'Période'),
    },
    venue: { type: 'words', shown: 'row', label: label('Place', 'Địa điểm', 'ສະຖານທີ່', 'Lieu') },
    host: { type: 'party', label: label('Host', 'Bên chủ trì đón', 'ຝ່າຍເຈົ້າພາບ', 'Hôte') },
    level: { type: 'code', codes: levels, label: label('Level', 'Cấp', 'ຂັ້ນ', 'Niveau') },
    cause: {
      type: 'told',
      label: label('Why it was not planned', 'Vì sao ngoài kế hoạch', 'ຍ້ອນຫຍັງຈຶ່ງນອກແຜນ', 'Pourquoi hors plan'),
    },
    exercise,
    reference,
    mark,
  },
};

export const statements: readonly StatementKind[] = [
  report,
  unplanned,
  {
    kind: 'comment',
    of: 'statement',
    compared: [],
    label: label('Comment', 'Ý kiến', 'ຄຳເຫັນ', 'Commentaire'),
    plural: label('Comments', 'Ý kiến', 'ຄຳເຫັນ', 'Commentaires'),
    fields: {
      wording: { type: 'told', required: true, label: label('Wording', 'Nội dung', 'ຂໍ້ຄວາມ', 'Texte') },
      field: { type: 'words', label: label('Field', 'Trường', 'ຊ່ອງ', 'Champ') },
    },
  },
  {
    kind: 'concordance',
    of: 'statement',
    compared: [],
    label: label(
      'Concordance of the languages',
      'Xác nhận các ngôn ngữ tương ứng',
      'ການຢັ້ງຢືນຄວາມສອດຄ່ອງຂອງພາສາ',
      'Concordance des langues',
    ),
    plural: label('Concordances', 'Xác nhận tương ứng', 'ການຢັ້ງຢືນຄວາມສອດຄ່ອງ', 'Concordances'),
    fields: {
      content: { type: 'hash', required: true, label: label('Content', 'Nội dung', 'ເນື້ອໃນ', 'Contenu') },
      step: {
        type: 'code',
        required: true,
        label: label('Step', 'Bước', 'ຂັ້ນຕອນ', 'Étape'),
        codes: {
          adReferendum: label(
            'Agreed ad referendum',
            'Thống nhất, chờ cấp có thẩm quyền xác nhận',
            'ເຫັນດີເບື້ອງຕົ້ນ, ລໍຖ້າການອະນຸມັດ',
            'Convenu ad referendum',
          ),
          initialled: label('Initialled', 'Ký tắt', 'ລົງນາມຫຍໍ້', 'Paraphé'),
          concordance: label(
            'Languages certified concordant',
            'Đã xác nhận các ngôn ngữ tương ứng',
            'ຢັ້ງຢືນຄວາມສອດຄ່ອງຂອງພາສາແລ້ວ',
            'Concordance certifiée',
          ),
        },
      },
      post: { type: 'words', required: true, label: label('Post', 'Chức danh', 'ຕຳແໜ່ງ', 'Fonction') },
    },
  },
  {
    kind: 'notification',
    of: 'statement',
    compared: [],
    label: label('Notification', 'Thông báo đối ngoại', 'ການແຈ້ງ', 'Notification'),
    plural: label('Notifications', 'Thông báo đối ngoại', 'ການແຈ້ງ', 'Notifications'),
    fields: {
      date: { type: 'date', required: true, label: label('Date', 'Ngày', 'ວັນທີ', 'Date') },
      reference,
    },
  },
  {
    kind: 'onRecord',
    of: 'statement',
    compared: ['title', 'signed', 'covers', 'place'],
    view: 'instruments',
    label: label('Recorded instrument', 'Văn kiện ghi nhận', 'ເອກະສານບັນທຶກໄວ້', 'Instrument consigné'),
    plural: label('Recorded instruments', 'Văn kiện ghi nhận', 'ເອກະສານບັນທຶກໄວ້', 'Instruments consignés'),
    fields: {
      title: { type: 'told', required: true, shown: 'row', label: label('Title', 'Tên', 'ຊື່', 'Titre') },
      layer: { type: 'code', codes: layers, shown: 'row', label: label('Layer', 'Tầng', 'ລະດັບ', 'Rang') },
      character: {
        type: 'code',
        codes: characters,
        label: label('Legal character', 'Tính chất pháp lý', 'ລັກສະນະທາງກົດໝາຍ', 'Caractère juridique'),
      },
      signed: { type: 'date', label: label('Signed', 'Ngày ký', 'ວັນທີລົງນາມ', 'Signé le') },
      covers: {
        type: 'period',
        label: label('Covers', 'Thời gian áp dụng', 'ໄລຍະທີ່ກວມເອົາ', 'Période couverte'),
      },
      place: { type: 'words', label: label('Place', 'Địa điểm', 'ສະຖານທີ່', 'Lieu') },
      signatories: {
        type: 'rows',
        label: label('Signatories', 'Người ký', 'ຜູ້ລົງນາມ', 'Signataires'),
        columns: {
          party: { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') },
          name: { type: 'words', label: label('Name', 'Họ tên', 'ຊື່', 'Nom') },
          post: { type: 'words', label: label('Post', 'Chức danh', 'ຕຳແໜ່ງ', 'Fonction') },
        },
      },
      event: {
        type: 'subject',
        kinds: ['event'],
        label: label('Said at', 'Nêu tại', 'ກ່າວໃນ', 'Dit lors de'),
      },
      ...instrumentFields,
      source: { type: 'words', label: label('Source', 'Nguồn', 'ແຫຼ່ງທີ່ມາ', 'Source') },
      note: { type: 'words', label: label('Note', 'Ghi chú', 'ໝາຍເຫດ', 'Note') },
      summary: { type: 'told', label: label('Summary', 'Tóm tắt', 'ສະຫຼຸບ', 'Résumé') },
      files: { type: 'files', label: label('Files', 'Tệp', 'ໄຟລ໌', 'Fichiers') },
      exercise: { type: 'flag', label: label('EXERCISE', 'DIỄN TẬP', 'ການຝຶກຊ້ອມ', 'EXERCICE') },
    },
  },
  {
    kind: 'recorded',
    of: 'statement',
    compared: [],
    label: label(
      'Their position, recorded by us',
      'Phương án của bên bạn do ta ghi nhận',
      'ຂໍ້ສະເໜີຂອງຝ່າຍຄູ່ຮ່ວມ ທີ່ພວກເຮົາບັນທຶກ',
      'Position de l’autre partie, consignée par nous',
    ),
    plural: label('Recorded positions', 'Phương án ghi nhận', 'ຂໍ້ສະເໜີທີ່ບັນທຶກໄວ້', 'Positions consignées'),
    fields: {
      text: { type: 'subject', required: true, label: label('Text', 'Văn bản', 'ເອກະສານ', 'Texte') },
      base: {
        type: 'hash',
        label: label('Content that it changes', 'Nội dung được sửa đổi', 'ເນື້ອໃນທີ່ຖືກແກ້ໄຂ', 'Contenu modifié'),
      },
      mode: {
        type: 'code',
        codes: draftModes,
        label: label('Manner', 'Cách thức', 'ຮູບແບບ', 'Manière'),
      },
      letter: {
        type: 'words',
        required: true,
        label: label('Their letter', 'Công văn của bạn', 'ໜັງສືຂອງຝ່າຍຄູ່ຮ່ວມ', 'Leur lettre'),
      },
      values: {
        type: 'rows',
        required: true,
        label: label('Values', 'Nội dung', 'ເນື້ອໃນ', 'Valeurs'),
        columns: {
          field: { type: 'words', label: label('Field', 'Trường', 'ຊ່ອງ', 'Champ') },
          value: { type: 'words', label: label('Value, canonical', 'Giá trị', 'ຄ່າ', 'Valeur') },
        },
      },
    },
  },
];
