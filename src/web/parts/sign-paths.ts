/** One sign for each state, the same wherever it stands. Drawn on 16 by 16, in strokes. */
export const signPaths = {
  bracket: 'M6 2H3v12h3M10 2h3v12h-3',
  crossed: 'M2.500 4.500h3l5 7h3M2.500 11.500h3l5-7h3M11.500 2.500l2 2-2 2M11.500 9.500l2 2-2 2',
  awaits: 'M3 8h.01M8 8h.01M13 8h.01',
  stale: 'M2.500 2.500h7v9h-7zM12 5h1.500v1.500M13.500 9v1.500M13.500 13v.5H12M9 13.500H7.500',
  agreed: 'M3 6h10M3 10h10',
  missing: 'M3 3h2M7 3h2M11 3h2v2M13 7v2M13 11v2h-2M9 13H7M5 13H3v-2M3 9V7M3 5V3',
  divergence: 'M3 6h10M3 10h10M11 2.500l-6 11',
  overdue: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.500V8l2.500 2',
  unsent: 'M3 13l.7-3L10.500 3.200l2.300 2.300L6 12.300z',
  struck: 'M2 8h12M5 4.500h6M5 11.500h6',
  private: 'M4 7.500h8v6H4zM5.500 7.500V5a2.500 2.500 0 0 1 5 0v2.500',
  shared: 'M2.500 5.500h9l-2.500-3M13.500 10.500h-9l2.500 3',
  settled: 'M2.500 8.500l3.500 4 7.500-9',
  fork: 'M8 14V9L4 5V2.500M8 9l4-4V2.500',
  close: 'M3.500 3.500l9 9M12.500 3.500l-9 9',
  add: 'M8 3v10M3 8h10',
  next: 'M6 3l5 5-5 5',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
} as const;

export type SignName = keyof typeof signPaths | 'inForce';
