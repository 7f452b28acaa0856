/** Deepest nesting of brackets in a record, the outermost counted as 1 (B2). */
export const depthMax = 32;
/** Longest key of an object, in characters (B3). */
export const keyLengthMax = 64;
