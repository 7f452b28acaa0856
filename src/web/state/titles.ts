import type { AssistanceRow } from '../../core/register/ask/assistance.ts';
import { isLanguage } from '../../words/languages.ts';
import { loadScreenTranslator } from '../../words/load.ts';
import { formatQuantity, genderOf } from '../../words/numbers.ts';

/** The title of minutes on a line, in that language: a proposal that anyone may change. */
export async function minutesTitle(lang: string, about: string): Promise<string> {
  const t = await loadScreenTranslator(isLanguage(lang) ? lang : 'en');
  return t('app.minutesOn', { about: about.length > 160 ? `${about.slice(0, 157)}…` : about });
}

/** What minutes of a hand-over say of one kind of goods, in that language: a proposal that anyone may change. */
export async function minuteWording(lang: string, row: AssistanceRow): Promise<string> {
  const language = isLanguage(lang) ? lang : 'en';
  const t = await loadScreenTranslator(language);
  const amount = (figure: string | undefined): string =>
    formatQuantity({ amount: figure ?? '0', unit: row.unit }, language).replaceAll('\u00a0', ' ');
  const [sent] = row.dispatched.length > 0 ? row.dispatched : row.handedOver;
  const [got] = row.received;
  return t('record.minuteWording', {
    from: sent?.party ?? row.from ?? '',
    to: got?.party ?? row.to ?? '',
    what: row.what,
    sent: amount(sent?.amount),
    received: amount(got?.amount),
    lost: amount(row.difference),
    count: Number(row.difference ?? 0),
    gender: genderOf(row.unit),
  });
}
