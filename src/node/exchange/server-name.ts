import type { KeyId } from '../../core/bytes/ids.ts';

/** The name by which a party's node is asked for (X7). */
export const serverNameOf = (key: KeyId): string => `${key}.party`;
