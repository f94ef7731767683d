// A client of the examples: the compiler knows each problem from its code, and so does the program when it runs.

import {
  type ProblemDetails,
  SequencesErrorCode,
  type SequencesProblem,
  type SequencesProblems,
  isContactsProblem,
  isProblem,
  isSequencesProblem,
} from "./errors.js";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const proven = <T extends true>(value: T): T => value;

function told(body: unknown): string {
  if (isSequencesProblem(body)) {
    switch (body.errorCode) {
      case SequencesErrorCode.SequenceArchived:
        proven<Equal<typeof body.status, 409>>(true);
        proven<Equal<typeof body, SequencesProblems["SequenceArchived"]>>(true);
        return "archived";
      case SequencesErrorCode.SchedulerNotFound:
        proven<Equal<typeof body.scheduler, number>>(true);
        return `scheduler ${body.scheduler.toFixed()}`;
      default:
        // Whatever else the domain has, and nothing of what was dealt with above.
        proven<Equal<Extract<typeof body, SequencesProblems["SequenceArchived"]>, never>>(true);
        return `sequence problem ${body.errorCode}`;
    }
  }
  if (isProblem(body)) {
    proven<Equal<typeof body, ProblemDetails>>(true);
    return `problem: ${body.detail ?? body.title ?? "untold"}`;
  }
  return "no problem";
}

// Each code is one of the domain's, and the compiler knows which.
proven<Equal<SequencesProblem["errorCode"], SequencesErrorCode>>(true);
proven<Equal<typeof SequencesErrorCode.SequenceArchived, 6>>(true);

declare const process: { exitCode: number };
declare const console: { log(text: string): void };

const { default: responses } = (await import("./responses.json", { with: { type: "json" } })) as {
  default: { archived: unknown; scheduler: unknown; notFound: unknown };
};
const checks: readonly (readonly [unknown, string])[] = [
  [responses.archived, "archived"],
  [responses.scheduler, "scheduler "],
  [responses.notFound, "sequence problem 1"],
  // A code of a later version, a status that does not belong to the code, a type of another service.
  [{ title: "Gone", status: 410, detail: "new", errorCode: 99 }, "problem: new"],
  [{ title: "Conflict", status: 400, errorCode: 6 }, "problem: Conflict"],
  [{ type: "https://example.com/", status: 409, errorCode: 6 }, "problem: untold"],
  [{ type: "about:blank", title: "Conflict", status: 409, detail: "x", errorCode: 6 }, "archived"],
  // RFC 9457 §3.1: these are not what they should be.
  [{ status: "409", errorCode: 6 }, "no problem"],
  [{ id: 7 }, "no problem"],
  [[], "no problem"],
  [null, "no problem"],
  ["409", "no problem"],
];
for (const [body, expected] of checks) {
  const actual = told(body);
  const fine = expected.endsWith(" ") ? actual.startsWith(expected) : actual === expected;
  console.log(`${fine ? "ok" : "not ok"} - ${JSON.stringify(body)} is told as: ${actual}`);
  if (!fine) process.exitCode = 1;
}
if (isContactsProblem({ title: "x", status: 599, errorCode: 1 })) process.exitCode = 1;
