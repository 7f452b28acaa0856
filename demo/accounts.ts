import type { Role } from '../src/api/route.ts';
import type { Party } from './shapes.ts';
import { lead } from './wordings.ts';

/** A demo account: by post, open to everybody who reads the start page. */
export interface DemoAccount {
  readonly name: string;
  /** Agency of ours whose activities are its own. */
  readonly agency?: string;
  readonly password: string;
  readonly roles: readonly Role[];
  /** Whether it sees what is for named posts only, where its roles would say otherwise. */
  readonly restricted?: boolean;
  readonly post: Readonly<Record<'en' | 'vi' | 'lo' | 'fr', string>>;
}

const roles: readonly Omit<DemoAccount, 'password'>[] = [
  {
    name: 'desk',
    roles: ['desk'],
    post: { en: 'Desk officer', vi: 'Cán bộ đối ngoại', lo: 'ພະນັກງານພົວພັນຕ່າງປະເທດ', fr: 'Rédacteur' },
  },
  {
    name: 'chief',
    roles: ['desk'],
    post: { en: 'Head of department', vi: 'Cục trưởng', lo: 'ຫົວໜ້າກົມ', fr: 'Chef de département' },
  },
  {
    name: 'clerk',
    roles: ['desk'],
    restricted: false,
    post: {
      en: 'Clerk, without the right to restricted notes',
      vi: 'Văn thư, không được xem tài liệu hạn chế',
      lo: 'ພະນັກງານເອກະສານ, ບໍ່ມີສິດເບິ່ງເອກະສານຈຳກັດ',
      fr: 'Commis, sans accès aux notes restreintes',
    },
  },
  {
    name: 'minister',
    roles: ['signatory'],
    post: {
      en: 'Minister of National Defence',
      vi: 'Bộ trưởng Bộ Quốc phòng',
      lo: 'ລັດຖະມົນຕີກະຊວງປ້ອງກັນປະເທດ',
      fr: 'Ministre de la Défense',
    },
  },
  {
    name: 'post',
    roles: ['implementer'],
    post: { en: 'Border post', vi: 'Đồn biên phòng', lo: 'ປ້ອມຊາຍແດນ', fr: 'Poste frontière' },
  },
  {
    name: 'leader',
    roles: ['leader'],
    post: { en: 'Leader’s office', vi: 'Văn phòng lãnh đạo', lo: 'ຫ້ອງການການນຳ', fr: 'Cabinet' },
  },
  {
    name: 'auditor',
    roles: ['auditor'],
    post: { en: 'Archivist', vi: 'Lưu trữ viên', lo: 'ພະນັກງານສຳເນົາເອກະສານ', fr: 'Archiviste' },
  },
  {
    name: 'admin',
    roles: ['administrator'],
    post: { en: 'Administrator', vi: 'Quản trị viên', lo: 'ຜູ້ບໍລິຫານລະບົບ', fr: 'Administrateur' },
  },
];

/** The accounts of a party's demo node. The password is the same for all and no secret. */
export const demoAccounts = (party: Party): readonly DemoAccount[] =>
  roles.map((role) => {
    // The border post works on what its command leads.
    const agency =
      role.name === 'post' ? lead('border').find((one) => one.party === party)?.agency : undefined;
    const password = `exercise-${party.toLowerCase()}`;
    return { ...role, password, ...(agency === undefined ? {} : { agency }) };
  });
