import type { Made, Wanted } from './make.ts';
import { PaperFault } from './paper.ts';

/** Makes one document after the other. Each library is loaded with the first that needs it. */
let last: Promise<void> = Promise.resolve();
process.on('message', (wanted) => {
  last = last.then(async () => {
    const answer = await made(wanted as Wanted);
    process.send?.(answer);
  });
});
process.on('disconnect', () => process.exit());

async function made({ format, id, paper }: Wanted): Promise<Made> {
  try {
    const bytes =
      format === 'pdf'
        ? (await import('./pdf.ts')).pdfOf(paper)
        : await (await import('./word.ts')).docxOf(paper);
    return { id, bytes };
  } catch (error) {
    if (error instanceof PaperFault) return { id, fault: error.code, message: error.message };
    return { id, fault: 'bug', message: error instanceof Error ? error.message : String(error) };
  }
}
