import type { ExportFiles } from '../core/exchange/verify-export.ts';
import { type Founding, parseFounding } from '../core/feed/founding.ts';
import { contentBytesMax } from '../core/feed/limits.ts';
import type { Register } from '../core/register/register.ts';
import { knownActs } from '../core/register/texts.ts';
import { parseContent } from '../core/text/content.ts';
import { dayIn } from '../node/programmes.ts';
import { readFolder } from '../store/folder.ts';
import { nodeCrypto } from '../store/node-crypto.ts';
import type { Call } from './command.ts';
import { CommandFault } from './fault.ts';
import { foldFiles } from './fold-files.ts';
import { openPlace, type Place, placesIn } from './place.ts';

/** A register folded from a folder, for reading alone. */
export interface ReadRegister {
  readonly register: Register;
  readonly founding: Founding;
  /** Party of the folder; undefined for an export, which is nobody's. */
  readonly own: string | undefined;
  /** Today in the programme's time zone. */
  readonly today: string;
}

/**
 * Folds the programme of a folder that `--programme` names: of a node, beside a running server too, or of an export.
 * Contents of acts are read, so that what is in force is known.
 */
export function readRegister(call: Call, folder: string): ReadRegister {
  const wanted = call.text('programme') ?? '';
  const places = placesIn(folder).places.filter(({ programme }) => programme.startsWith(wanted));
  const [place, another] = places;
  if (place === undefined)
    throw new CommandFault('refused', 'programme-missing', call.t('cli.programmeMissing'));
  if (another !== undefined) {
    const ids = places.map(({ programme }) => programme.slice(0, 12)).join(', ');
    throw new CommandFault('usage', 'programme-ambiguous', call.t('cli.programmeAmbiguous', { ids }));
  }
  const { close, files } = openPlace(place);
  const progress = call.terminal.progress(call.t('cli.reading'));
  try {
    const founding = parseFounding(files.read('founding.json'), nodeCrypto);
    const register = foldFiles(files, progress.add);
    holdContents(register, files);
    return { register, founding, own: ownParty(place), today: dayIn(founding.zone, Date.now()) };
  } finally {
    progress.end();
    close();
  }
}

function ownParty(place: Place): string | undefined {
  const party = place.kind === 'node' ? readFolder(place.folder).party : undefined;
  return typeof party === 'string' ? party : undefined;
}

/** Takes in the contents that acts name and the folder holds. */
function holdContents(register: Register, files: ExportFiles): void {
  const held = new Set(files.list().filter((name) => name.startsWith('attachments/')));
  for (const { texts } of knownActs(register).acts.values()) {
    for (const { content } of texts) {
      const name = `attachments/${content}`;
      if (!held.has(name) || register.contents.has(content)) continue;
      const bytes = files.read(name);
      if (bytes.length <= contentBytesMax) register.contents.set(content, parseContent(bytes));
    }
  }
  register.version++;
}
