import type { Problem } from '../api/problem.ts';
import { BytesError } from '../core/bytes/error.ts';
import type { Json } from '../core/bytes/json.ts';
import { StoreError } from '../store/errors.ts';
import { type ProblemCode, problems } from './problems.ts';

interface Particulars {
  /** One sentence about this case. Never private text, never a secret. */
  readonly detail?: string;
  /** For 409: what stands now. */
  readonly current?: Json;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  /** For 429: seconds. */
  readonly wait?: number;
  readonly cause?: unknown;
}

/** A refusal on purpose. Deeds throw it; one place makes it an answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly particulars: Particulars;

  constructor(code: ProblemCode, particulars: Particulars = {}) {
    super(particulars.detail ?? problems[code].title, { cause: particulars.cause });
    this.code = code;
    this.particulars = particulars;
  }
}

/** The refusal that an exception means; undefined for a bug. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof BytesError)
    return new Refusal('request.invalid', { detail: error.code, cause: error });
  if (error instanceof StoreError) return ofStore(error);
  return undefined;
}

function ofStore(error: StoreError): Refusal {
  const because = { detail: error.message, cause: error };
  switch (error.code) {
    case 'name-taken':
      return new Refusal('account.name-taken', { cause: error });
    case 'attachment-too-large':
      return new Refusal('attachment.too-large', because);
    case 'attachment-overrun':
    case 'attachment-incomplete':
    case 'attachment-mismatch':
    case 'attachment-offset':
    case 'attachment-superseded':
      return new Refusal('attachment.size', because);
    case 'attachment-missing':
      return new Refusal('request.not-found', { cause: error });
    case 'watermark-lower':
      return new Refusal('lock.signing', because);
    case 'closed':
      return new Refusal('node.stopping', because);
    case 'failed':
      return new Refusal('node.disk-full', because);
    default:
      return new Refusal('node.failed', because);
  }
}

/** The problem document of a refusal (RFC 9457). */
export function problemOf({ code, particulars }: Refusal): Problem {
  const { status, title, kept, todo } = problems[code];
  const { detail = title, current, errors, wait } = particulars;
  return {
    type: `/api/docs#${code}`,
    title,
    status,
    detail,
    code,
    kept,
    todo,
    ...(current === undefined ? {} : { current }),
    ...(errors === undefined ? {} : { errors }),
    ...(wait === undefined ? {} : { wait }),
  };
}
