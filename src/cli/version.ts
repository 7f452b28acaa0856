import about from '../../package.json' with { type: 'json' };

/** Version of this software. */
export const version: string = about.version;
