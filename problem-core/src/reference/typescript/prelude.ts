/** A problem document (RFC 9457). Members that a client does not know are to be ignored. */
export interface ProblemDetails {
  /** The URI that identifies the kind of problem; absent, it is `about:blank`. */
  readonly type?: string;
  /** A summary, the same for every occurrence. */
  readonly title?: string;
  /** The HTTP status code. */
  readonly status?: number;
  /** What happened this time, for people: not to be parsed. */
  readonly detail?: string;
  /** The URI that identifies the occurrence. */
  readonly instance?: string;
  /** The code, unique within its domain. */
  readonly errorCode?: number;
  readonly [member: string]: unknown;
}

/**
 * Whether a parsed body is a problem document: an object with at least one of `type`, `title`, `status` and `errorCode`,
 * and no standard member of a wrong type. What the domains below do not know is one too.
 */
export function isProblem(body: unknown): body is ProblemDetails {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return false;
  }
  const members = body as Readonly<Record<string, unknown>>;
  const fits = (name: string, type: "string" | "number") =>
    members[name] === undefined || typeof members[name] === type;
  return (
    ["type", "title", "status", "errorCode"].some((name) => members[name] !== undefined) &&
    ["type", "title", "detail", "instance"].every((name) => fits(name, "string")) &&
    ["status", "errorCode"].every((name) => fits(name, "number"))
  );
}

/** What tells a problem from others of its domain: `errorCode`, `status` and `type`. */
type Kind = readonly [errorCode: number | null, status: number | null, type: string | null];

function kinds(list: readonly Kind[]): ReadonlySet<string> {
  return new Set(list.map((kind) => JSON.stringify(kind)));
}

function kindOf({ errorCode, status, type }: ProblemDetails): string {
  const kind: Kind = [errorCode ?? null, status ?? null, type === undefined || type === "about:blank" ? null : type];
  return JSON.stringify(kind);
}
