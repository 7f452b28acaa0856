import type { Programme } from '../../api/programmes.ts';

/** The language that a party's own people read first. */
export const homeLanguage: Readonly<Record<string, string>> = {
  VN: 'vi',
  LA: 'lo',
  KH: 'km',
  TH: 'th',
  CN: 'zh',
};

/** A side's own language in a programme: that of its country if it is authentic there, else the one at its place in the order. */
export function ownLanguage({ languages, parties }: Programme, code: string): string | undefined {
  return homeLanguage[code] ?? languages[parties.findIndex((party) => party.code === code)];
}
