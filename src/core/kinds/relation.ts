import { areas, levels, outcomes } from './codes.ts';
import { type Codes, label, type StatementKind } from './declare.ts';
import { exercise, mark, source, title, wording } from './shared-fields.ts';

/** Force of what was said, one list everywhere; courtesies and stances are not in it and stay on the meeting. */
export const forces: Codes = {
  agreed: label('Agreed (joint)', 'Thống nhất', 'ຕົກລົງຮ່ວມກັນ', 'Convenu'),
  pledged: label('Pledged', 'Cam kết', 'ໃຫ້ຄຳໝັ້ນ', 'Promis'),
  planned: label('Planned', 'Dự kiến', 'ວາງແຜນ', 'Prévu'),
  target: label('Target', 'Mục tiêu', 'ເປົ້າໝາຍ', 'Objectif'),
  instructed: label('Instructed', 'Chỉ đạo', 'ຊີ້ນຳ', 'Prescrit'),
  requested: label('Requested', 'Đề nghị', 'ສະເໜີຂໍ', 'Demandé'),
  recommended: label('Recommended', 'Khuyến nghị', 'ແນະນຳ', 'Recommandé'),
  proposed: label('Proposed', 'Đề xuất', 'ສະເໜີ', 'Proposé'),
  offered: label('Offered', 'Sẵn sàng', 'ພ້ອມໃຫ້', 'Offert'),
};

/** What is said at a meeting and binds nobody. */
export const remarks: Codes = {
  thanks: label('Thanks', 'Cảm ơn', 'ຂອບໃຈ', 'Remerciements'),
  praise: label('Praise', 'Đánh giá cao', 'ຊົມເຊີຍ', 'Éloge'),
  congratulation: label('Congratulation', 'Chúc mừng', 'ສະແດງຄວາມຍິນດີ', 'Félicitations'),
  condolence: label('Condolence', 'Chia buồn, thăm hỏi', 'ສະແດງຄວາມເສົ້າສະຫຼົດໃຈ', 'Condoléances'),
  belief: label('Belief', 'Tin tưởng', 'ຄວາມເຊື່ອໝັ້ນ', 'Conviction'),
  stance: label('Stance', 'Lập trường', 'ທ່າທີ', 'Position de principe'),
  pastFact: label('Past fact', 'Việc đã qua', 'ເຫດການທີ່ຜ່ານມາ', 'Fait passé'),
  rhetoric: label('Rhetoric', 'Phát biểu chung', 'ຄຳກ່າວທົ່ວໄປ', 'Formule'),
  purpose: label('Purpose', 'Mục đích', 'ຈຸດປະສົງ', 'But'),
};

export const eventKinds: Codes = {
  talks: label('Talks', 'Hội đàm', 'ການເຈລະຈາ', 'Entretiens'),
  ceremony: label('Ceremony', 'Lễ', 'ພິທີ', 'Cérémonie'),
  review: label('Review', 'Tổng kết', 'ການສະຫຼຸບ', 'Bilan'),
  visit: label('Visit', 'Thăm', 'ການຢ້ຽມຢາມ', 'Visite'),
  signing: label('Signing', 'Ký kết', 'ການລົງນາມ', 'Signature'),
  training: label('Training', 'Đào tạo', 'ການຝຶກອົບຮົມ', 'Formation'),
  correspondence: label('Correspondence', 'Thư tín', 'ຈົດໝາຍ', 'Correspondance'),
  publication: label('Publication', 'Xuất bản', 'ການເຜີຍແຜ່', 'Publication'),
  assistance: label('Assistance', 'Viện trợ', 'ການຊ່ວຍເຫຼືອ', 'Assistance'),
  patrol: label('Patrol', 'Tuần tra', 'ການລາດຕະເວນ', 'Patrouille'),
  exchange: label('Exchange', 'Giao lưu', 'ການແລກປ່ຽນ', 'Échange'),
  multilateral: label('Multilateral', 'Đa phương', 'ຫຼາຍຝ່າຍ', 'Multilatéral'),
  dialogue: label('Dialogue', 'Đối thoại', 'ການສົນທະນາ', 'Dialogue'),
  exercise: label('Joint exercise', 'Diễn tập chung', 'ການຝຶກຊ້ອມຮ່ວມ', 'Exercice conjoint'),
};

const area = {
  type: 'code',
  codes: areas,
  shown: 'row',
  label: label('Area', 'Lĩnh vực', 'ຂົງເຂດ', 'Domaine'),
} as const;
const place = { type: 'words', shown: 'row', label: label('Place', 'Địa điểm', 'ສະຖານທີ່', 'Lieu') } as const;
const conflicts = {
  type: 'rows',
  label: label(
    'Where sources differ',
    'Chỗ các nguồn khác nhau',
    'ບ່ອນທີ່ແຫຼ່ງຂໍ້ມູນແຕກຕ່າງ',
    'Où les sources divergent',
  ),
  columns: { note: { type: 'words', label: label('Note', 'Ghi chú', 'ໝາຍເຫດ', 'Note') } },
} as const;

/** The relation as it was and is said to be: what is recorded with sources, by each side, beside what is signed here. */
export const relation: readonly StatementKind[] = [
  {
    kind: 'provision',
    of: 'statement',
    compared: ['wording', 'area'],
    view: 'instruments',
    label: label('Provision', 'Điều khoản', 'ຂໍ້ກຳນົດ', 'Disposition'),
    plural: label('Provisions', 'Các điều khoản', 'ຂໍ້ກຳນົດ', 'Dispositions'),
    fields: {
      instrument: {
        type: 'subject',
        required: true,
        shown: 'row',
        label: label('Instrument', 'Văn kiện', 'ເອກະສານ', 'Instrument'),
      },
      number: { type: 'words', shown: 'row', label: label('Number', 'Số', 'ເລກທີ', 'Numéro') },
      wording,
      area,
      source,
      exercise,
    },
  },
  {
    kind: 'mechanism',
    of: 'statement',
    compared: ['level', 'everyMonths', 'alternates'],
    view: 'mechanisms',
    label: label('Mechanism', 'Cơ chế hợp tác', 'ກົນໄກການຮ່ວມມື', 'Mécanisme de coopération'),
    plural: label('Mechanisms', 'Các cơ chế hợp tác', 'ກົນໄກການຮ່ວມມື', 'Mécanismes de coopération'),
    fields: {
      title,
      level: { type: 'code', codes: levels, shown: 'row', label: label('Level', 'Cấp', 'ຂັ້ນ', 'Niveau') },
      everyMonths: {
        type: 'count',
        shown: 'row',
        label: label('Every … months', 'Chu kỳ (tháng)', 'ທຸກ … ເດືອນ', 'Tous les … mois'),
      },
      alternates: {
        type: 'flag',
        label: label('Host alternates', 'Luân phiên chủ nhà', 'ສັບປ່ຽນເຈົ້າພາບ', 'Hôte en alternance'),
      },
      since: { type: 'date', label: label('Since', 'Từ', 'ຕັ້ງແຕ່', 'Depuis') },
      lastSeen: {
        type: 'date',
        label: label('Last heard of', 'Được nêu lần cuối', 'ໄດ້ຍິນຄັ້ງສຸດທ້າຍ', 'Dernière mention'),
      },
      numbering: {
        type: 'told',
        label: label(
          'How sessions are numbered',
          'Cách đánh số kỳ họp',
          'ວິທີນັບຄັ້ງກອງປະຊຸມ',
          'Numérotation des sessions',
        ),
      },
      source,
      exercise,
    },
  },
  {
    kind: 'event',
    of: 'statement',
    compared: ['date', 'place', 'session'],
    view: 'chronology',
    label: label('Event', 'Sự kiện', 'ເຫດການ', 'Événement'),
    plural: label('Events', 'Các sự kiện', 'ເຫດການ', 'Événements'),
    fields: {
      title,
      what: {
        type: 'code',
        codes: eventKinds,
        shown: 'row',
        label: label('Kind', 'Loại', 'ປະເພດ', 'Nature'),
      },
      date: { type: 'date', required: true, shown: 'row', label: label('Date', 'Ngày', 'ວັນທີ', 'Date') },
      dateBasis: {
        type: 'words',
        label: label('How the date is known', 'Căn cứ xác định ngày', 'ພື້ນຖານຂອງວັນທີ', 'Fondement de la date'),
      },
      until: { type: 'date', label: label('Until', 'Đến', 'ເຖິງ', 'Jusqu’au') },
      place,
      mechanism: {
        type: 'subject',
        kinds: ['mechanism'],
        label: label('Mechanism', 'Cơ chế', 'ກົນໄກ', 'Mécanisme'),
      },
      session: { type: 'count', label: label('Session number', 'Kỳ thứ', 'ຄັ້ງທີ', 'Numéro de session') },
      sessionBasis: {
        type: 'words',
        label: label(
          'How the number is known',
          'Căn cứ đánh số kỳ họp',
          'ພື້ນຖານຂອງຄັ້ງທີ',
          'Fondement du numéro',
        ),
      },
      host: { type: 'party', label: label('Host', 'Bên đón', 'ເຈົ້າພາບ', 'Hôte') },
      occasion: { type: 'told', label: label('Occasion', 'Dịp', 'ໂອກາດ', 'Occasion') },
      delegations: {
        type: 'rows',
        label: label('Delegations', 'Các đoàn', 'ຄະນະຜູ້ແທນ', 'Délégations'),
        columns: {
          side: { type: 'words', label: label('Side', 'Bên', 'ຝ່າຍ', 'Partie') },
          post: { type: 'words', label: label('Post', 'Chức danh', 'ຕຳແໜ່ງ', 'Fonction') },
          name: {
            type: 'words',
            label: label(
              'Holder as named',
              'Người giữ chức (theo nguồn)',
              'ຜູ້ດຳລົງຕຳແໜ່ງຕາມແຫຼ່ງ',
              'Titulaire, tel que nommé',
            ),
          },
        },
      },
      agenda: {
        type: 'rows',
        label: label('Agenda', 'Chương trình', 'ວາລະ', 'Ordre du jour'),
        columns: {
          point: { type: 'words', label: label('Point', 'Nội dung', 'ຂໍ້', 'Point') },
          from: {
            type: 'subject',
            label: label('Left open by', 'Từ kỳ trước', 'ຄ້າງຈາກ', 'Laissé ouvert par'),
          },
        },
      },
      said: {
        type: 'rows',
        label: label('Also said', 'Phát biểu khác', 'ຄຳກ່າວອື່ນ', 'Également dit'),
        columns: {
          by: { type: 'words', label: label('By', 'Bên', 'ໂດຍ', 'Par') },
          kind: { type: 'code', codes: remarks, label: label('Kind', 'Loại', 'ປະເພດ', 'Nature') },
          gist: { type: 'words', label: label('Gist', 'Ý chính', 'ໃຈຄວາມ', 'Teneur') },
          cue: { type: 'words', label: label('Quoted words', 'Lời dẫn', 'ຄຳອ້າງອີງ', 'Mots cités') },
          cueAt: {
            type: 'count',
            label: label('Place in the text', 'Vị trí trong văn bản', 'ຕຳແໜ່ງໃນຂໍ້ຄວາມ', 'Place dans le texte'),
          },
        },
      },
      quantities: {
        type: 'rows',
        label: label('Figures', 'Số liệu', 'ຕົວເລກ', 'Chiffres'),
        columns: {
          what: { type: 'words', label: label('What', 'Chỉ tiêu', 'ລາຍການ', 'Quoi') },
          amount: { type: 'amount', label: label('Figure', 'Số liệu', 'ຕົວເລກ', 'Chiffre') },
          unit: { type: 'words', label: label('Unit', 'Đơn vị', 'ຫົວໜ່ວຍ', 'Unité') },
          from: { type: 'words', label: label('From', 'Từ', 'ຈາກ', 'De') },
          to: { type: 'words', label: label('To', 'Đến', 'ຫາ', 'À') },
        },
      },
      conflicts,
      sources: {
        type: 'rows',
        label: label('Sources', 'Nguồn', 'ແຫຼ່ງທີ່ມາ', 'Sources'),
        columns: { source, lang: { type: 'words', label: label('Language', 'Ngôn ngữ', 'ພາສາ', 'Langue') } },
      },
      sourceHash: {
        type: 'hash',
        label: label(
          'Fingerprint of the text quoted',
          'Dấu vân của văn bản trích dẫn',
          'ລາຍນິ້ວມືຂອງຂໍ້ຄວາມທີ່ອ້າງ',
          'Empreinte du texte cité',
        ),
      },
      recordId: { type: 'words', label: label('Record', 'Mã sự kiện', 'ລະຫັດ', 'Fiche') },
      exercise,
      mark,
    },
  },
  {
    kind: 'undertaking',
    of: 'statement',
    compared: ['force', 'due'],
    view: 'ledger',
    label: label('What was said', 'Nội dung đã nêu', 'ສິ່ງທີ່ໄດ້ກ່າວ', 'Ce qui a été dit'),
    plural: label('What was said', 'Nội dung đã nêu', 'ສິ່ງທີ່ໄດ້ກ່າວ', 'Ce qui a été dit'),
    fields: {
      wording,
      by: { type: 'words', shown: 'row', label: label('By', 'Bên nêu', 'ໂດຍ', 'Par') },
      sides: {
        type: 'parties',
        label: label('Sides bound', 'Bên chịu trách nhiệm', 'ຝ່າຍຮັບຜິດຊອບ', 'Parties tenues'),
      },
      to: { type: 'words', shown: 'row', label: label('To', 'Với', 'ຕໍ່', 'À') },
      area,
      force: {
        type: 'code',
        codes: forces,
        required: true,
        shown: 'row',
        label: label('Force', 'Mức độ', 'ລະດັບ', 'Portée'),
      },
      due: { type: 'date', shown: 'row', label: label('Due', 'Thời hạn', 'ກຳນົດ', 'Échéance') },
      dueWords: {
        type: 'words',
        label: label('Due, as said', 'Thời hạn theo nguồn', 'ກຳນົດຕາມແຫຼ່ງ', 'Échéance, telle que dite'),
      },
      cue: { type: 'words', label: label('Quoted words', 'Lời dẫn', 'ຄຳອ້າງອີງ', 'Mots cités') },
      cueLang: { type: 'words', label: label('Language', 'Ngôn ngữ', 'ພາສາ', 'Langue') },
      cueAt: {
        type: 'count',
        label: label('Place in the text', 'Vị trí trong văn bản', 'ຕຳແໜ່ງໃນຂໍ້ຄວາມ', 'Place dans le texte'),
      },
      event: {
        type: 'subject',
        kinds: ['event'],
        label: label('Said at', 'Nêu tại', 'ກ່າວໃນ', 'Dit lors de'),
      },
      answers: {
        type: 'subjects',
        kinds: ['undertaking'],
        label: label('Answers', 'Đáp lại', 'ຕອບ', 'Répond à'),
      },
      source,
      exercise,
      mark,
    },
  },
  {
    kind: 'acceptance',
    of: 'statement',
    compared: ['accepted'],
    view: 'ledger',
    label: label('Acceptance', 'Chấp nhận', 'ການຍອມຮັບ', 'Acceptation'),
    plural: label('Acceptances', 'Chấp nhận', 'ການຍອມຮັບ', 'Acceptations'),
    fields: {
      accepted: { type: 'flag', required: true, label: label('Accepted', 'Chấp nhận', 'ຍອມຮັບ', 'Accepté') },
      note: { type: 'told', label: label('Note', 'Ghi chú', 'ໝາຍເຫດ', 'Note') },
      exercise,
    },
  },
  {
    kind: 'outcome',
    of: 'statement',
    compared: ['status'],
    view: 'ledger',
    label: label('What became of it', 'Kết quả thực hiện', 'ຜົນການປະຕິບັດ', 'Suite donnée'),
    plural: label('What became of it', 'Kết quả thực hiện', 'ຜົນການປະຕິບັດ', 'Suites données'),
    fields: {
      status: {
        type: 'code',
        codes: outcomes,
        required: true,
        shown: 'row',
        label: label('Outcome', 'Kết quả', 'ຜົນ', 'Résultat'),
      },
      closed: {
        type: 'flag',
        label: label(
          'Closed: nothing more will come',
          'Kết thúc, không thực hiện tiếp',
          'ປິດ, ບໍ່ສືບຕໍ່ປະຕິບັດ',
          'Clos : rien ne suivra',
        ),
      },
      by: {
        type: 'subjects',
        label: label('Carried out by', 'Thực hiện bằng', 'ປະຕິບັດໂດຍ', 'Mis en œuvre par'),
      },
      note: { type: 'told', label: label('Account', 'Diễn giải', 'ຄຳອະທິບາຍ', 'Récit') },
      source,
      exercise,
      mark,
    },
  },
  {
    kind: 'link',
    of: 'statement',
    compared: [],
    label: label('Link', 'Liên kết', 'ການເຊື່ອມໂຍງ', 'Lien'),
    plural: label('Links', 'Liên kết', 'ການເຊື່ອມໂຍງ', 'Liens'),
    fields: {
      carriesOut: { type: 'subjects', label: label('Carries out', 'Thực hiện', 'ປະຕິບັດຕາມ', 'Met en œuvre') },
      countsTowards: { type: 'subjects', label: label('Counts towards', 'Tính vào', 'ນັບເຂົ້າ', 'Compte pour') },
      exercise,
    },
  },
];
