/* Limits on files from outside: counted while they are read, whatever the file says of itself. */

/** Bytes of one part of a workbook once inflated, and of all that is read of it. */
export const partBytesMax = 512 * 1024 * 1024;
export const workbookBytesMax = 1024 * 1024 * 1024;
/** Parts in a workbook. */
export const membersMax = 10_000;
/** Bytes of the file as it lies on the disk. */
export const fileBytesMax = 1024 * 1024 * 1024;
export const importRowsMax = 1_000_000;
export const columnsMax = 400;
/** Characters of one cell: more is not a cell. */
export const cellLengthMax = 40_000;
/** Bytes of a mapping. */
export const mappingBytesMax = 1024 * 1024;

/** A file that cannot be read as what it is said to be: refused whole, nothing written. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  /**
   * Stable: `import.zip`, `import.entities`, `import.large`, `import.form`, `import.formula`, `import.mapping`,
   * `import.persons`.
   */
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
