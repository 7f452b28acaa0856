import type { Hash, PartyCode, SubjectId } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import { fingerprintOf } from '../core/feed/fingerprint.ts';
import type { Kind } from '../core/kinds/declare.ts';
import type { ActView } from '../core/text/act.ts';
import type { Content } from '../core/text/view.ts';
import { declarationOf } from '../node/declarations.ts';
import type { Programme } from '../node/programme.ts';
import type { Call } from './command.ts';
import { printAct } from './plan-show.ts';
import { labelLine, valueLine } from './show-value.ts';

/** An act with the contents that it would put in force. */
export interface ActAnswer {
  readonly view: ActView;
  readonly contents: readonly {
    readonly text: SubjectId;
    readonly hash: Hash;
    readonly content: Content | undefined;
  }[];
  /** What `--content` names to sign it. */
  readonly shown: readonly Hash[];
  /** The parties after a change of the list, if they are known (A2). */
  readonly partiesAfter: readonly PartyCode[] | undefined;
}

/** Says what an act is and where it stands. The text is rendered from the signed bytes and their declaration alone (A8). */
export async function answerAct(
  call: Call,
  programme: Programme,
  { contents, partiesAfter, shown, view }: ActAnswer,
): Promise<void> {
  const { t, terminal } = call;
  const { digits, words } = fingerprintOf(view.id);
  if (call.flag('json')) {
    const texts = contents.map(({ hash, text }) => ({ text, content: hash }));
    terminal.json({
      act: view.id,
      state: view.state,
      awaits: view.awaits,
      signed: view.counterparts,
      texts,
      signers: view.signers,
      ...(partiesAfter === undefined ? {} : { partiesAfter }),
      shown,
      fingerprint: { digits, words },
    });
    return;
  }
  for (const { content, hash, text } of contents) {
    if (content === undefined) terminal.print(t('cli.contentMissing', { text, hash }));
    else await printContent(call, programme, content);
    terminal.print('');
    terminal.print(t('cli.contentIs', { text, hash }));
  }
  if (partiesAfter !== undefined) {
    terminal.print(t('cli.partiesAfter', { parties: partiesAfter.join(', ') }));
    if (contents.length === 0) terminal.print(t('cli.actIs', { hash: view.id }));
  }
  terminal.print(t('cli.fingerprintLine', { digits: digits.join(' '), words: words.join(' ') }));
  printAct(call, view);
  if (view.awaits.includes(programme.party)) terminal.print(t('cli.signHint'));
}

async function printContent(call: Call, programme: Programme, content: Content): Promise<void> {
  const kinds = await declarationOf(programme.store, content.declaration);
  const kindOf = (id: string): Kind | undefined => kinds.find(({ kind }) => id.startsWith(`${kind}.`));
  const printFields = (kind: Kind | undefined, fields: Readonly<Record<string, Json>>): void => {
    for (const [name, value] of Object.entries(fields)) {
      const field = kind?.fields[name];
      const label = field === undefined ? name : labelLine(field, call.language);
      if (name !== 'in' && name !== 'place') {
        const line = field === undefined ? JSON.stringify(value) : valueLine(value, field, call.language);
        call.terminal.print(`   ${label}: ${line}`);
      }
    }
  };
  call.terminal.print(content.text);
  printFields(kindOf(content.text), content.head);
  for (const item of content.items) {
    call.terminal.print(`${item.number}. ${item.id}`);
    printFields(kindOf(item.id), item.fields);
  }
}
