import type { JsonObject } from '../../bytes/json.ts';
import { type Fields, label, type StatementKind } from '../../kinds/declare.ts';
import { present } from './asking.ts';
import { col } from './columns.ts';
import { dateKey, firstDayOf } from './dates.ts';
import { differencesOf, entriesOf, type Matter, toldOf, valueOf } from './matters.ts';
import { orderedRows } from './ordered.ts';
import type { Question, Row } from './question.ts';

/**
 * The list of a kind of statement as its declaration has it, by the first day that it names: a column for each field, who states it, and where
 * the sides or their sources differ each with its own values. Files are seen with the statement.
 */
export function declaredList(kind: StatementKind): Question {
  const fields = Object.entries(kind.fields).filter(([, { type }]) => type !== 'files');
  const dated = fields.find(([, { type }]) => type === 'date' || type === 'period')?.[0];
  const compared = fields.filter(([name]) => kind.compared.includes(name));
  const make = (matter: Matter) => {
    const row = rowOf(
      matter,
      fields.map(([name]) => name),
      kind.compared,
    );
    const date = dated === undefined ? undefined : firstDayOf(row[dated]);
    return { key: `${dateKey(date)} ${matter.subject} ${matter.facet ?? ''}`, row };
  };
  const columns: Fields = {
    ...Object.fromEntries(fields),
    by: { ...col.sides, label: statedBy },
    ...(compared.length === 0
      ? {}
      : {
          differs: { ...col.differs, shown: 'row' },
          says: {
            type: 'rows',
            label: col.says.label,
            columns: { party: col.party, ...Object.fromEntries(compared), source: col.source },
          },
        }),
  };
  return {
    question: kind.kind,
    label: kind.plural,
    options: {},
    columns,
    ask: (asking) => {
      const rows = orderedRows<Row>(asking, kind.kind, { make });
      return { rows, about: { differing: rows.filter(({ differs }) => differs === true).length } };
    },
  };
}

const statedBy = label('Stated by', 'Bên nêu', 'ຝ່າຍທີ່ແຈ້ງ', 'Déclaré par');

function rowOf(matter: Matter, fields: readonly string[], compared: readonly string[]): Row {
  const { accounts, parties } = differencesOf(matter, compared);
  const differs = parties.length + accounts.length > 0;
  const said = compared.flatMap((name) =>
    toldOf(matter, name).map(({ party, source, value }) => ({
      party,
      [name]: value,
      ...present({ source }),
    })),
  );
  const values: JsonObject = Object.fromEntries(
    fields.flatMap((name) => {
      const value = valueOf(matter, name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  return {
    subject: matter.subject,
    ...values,
    by: matter.sides.map(({ party }) => party),
    ...(compared.length === 0 ? {} : { differs }),
    ...(differs ? { says: said } : {}),
    entries: entriesOf(matter),
  };
}
