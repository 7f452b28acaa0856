/* Limits of records (protocol, B). Bytes are counted as stored; prose in UTF-16 units. */

export const entryBytesMax = 65_536;
export const runEntriesMax = 1_024;
/** Sum of the lines of a run, each with its line feed. */
export const runBytesMax = 4 * 1024 * 1024;
export const foundingBytesMax = 65_536;
export const actBytesMax = 65_536;
export const contentBytesMax = 64 * 1024 * 1024;
export const attachmentBytesMax = 1024 * 1024 * 1024;
export const proseLengthMax = 20_000;
export const listRowsMax = 1_000;
/** Parties of a programme: at least 2. */
export const partiesMax = 18;
/** Keys admitted or voided by one entry, and branch heads named by one continuation. */
export const controlRowsMax = 256;
/** Keys ever admitted in one feed. */
export const feedKeysMax = 10_000;
