import type { Json } from '../../bytes/json.ts';
import { gateStates } from '../../kinds/border.ts';
import { outcomes } from '../../kinds/codes.ts';
import { type Codes, label } from '../../kinds/declare.ts';
import { supportRoles } from '../../kinds/deliveries.ts';
import { isObject } from '../../kinds/value.ts';
import { standings } from './columns.ts';

/** What one side says of one thing, in one line: the columns of `says`. */
export type Saying = {
  readonly party: string;
  readonly what: string;
  readonly value: string;
  readonly source?: string;
};

/** What a side may say in one word, and of what; anything else is shown as it stands. */
const sayingCodes: Codes = {
  ...outcomes,
  ...gateStates,
  ...supportRoles,
  ...standings,
  done: label('Progress', 'Tiến độ', 'ຄວາມຄືບໜ້າ', 'Avancement'),
  role: label('Role', 'Vai trò', 'ບົດບາດ', 'Rôle'),
  status: label('Outcome', 'Kết quả', 'ຜົນ', 'Résultat'),
  standing: label('Standing', 'Tình trạng', 'ສະພາບ', 'Situation'),
};

export const sayingColumns = {
  party: { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') },
  what: { type: 'code', codes: sayingCodes, label: label('What', 'Nội dung', 'ລາຍການ', 'Quoi') },
  value: { type: 'code', codes: sayingCodes, label: label('Says', 'Nêu', 'ແຈ້ງ', 'Dit') },
  source: { type: 'words', label: label('Source', 'Nguồn', 'ແຫຼ່ງທີ່ມາ', 'Source') },
} as const;

export const sayings = {
  type: 'rows',
  shown: 'row',
  label: label('What each side says', 'Mỗi bên nêu', 'ແຕ່ລະຝ່າຍແຈ້ງ', 'Ce que dit chaque partie'),
  columns: sayingColumns,
} as const;

/** A value in one line without a language of its own: figures, dates and codes as they stand. */
export function plainOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map(plainOf).join('; ');
  if (!isObject(value)) return '';
  const { amount, currency, from, to, unit } = value;
  if (typeof amount === 'string' && typeof (unit ?? currency) === 'string' && Object.keys(value).length === 2)
    return `${amount} ${plainOf(unit ?? currency)}`.trim();
  const isPeriod = Object.keys(value).every((key) => key === 'from' || key === 'to');
  if (isPeriod) return `${plainOf(from)} – ${plainOf(to)}`;
  return Object.values(value).map(plainOf).join(' ');
}
