import type { Execution } from "./execute";
import type { Output, Paint } from "./output";
import { columns, indent } from "./text";
import type { Target } from "./target";

/** Only what holds something. */
function filled(fields: Record<string, unknown[] | string | undefined>): object {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value.length > 0),
  );
}

/** What `run --json` prints. */
export function runJson({ run, requests }: Execution, { account }: Target): object {
  const { exports, ms, notes, exit, responses, sent } = run;
  return {
    return: run.ok ? run.return ?? null : null,
    exports,
    requests,
    ms,
    account,
    ...run.ok ? {} : { error: { name: run.error.name, message: run.error.message } },
    ...filled({ notes, exit, responses, sent }),
  };
}

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d[\d.eE+-]*/g;

/** A value as indented JSON, keys and values in their colours; text as it is. */
export function shown(value: unknown, paint: Paint): string {
  if (typeof value === "string") return value;
  const json = JSON.stringify(value, null, 2);
  if (!paint.isColorSupported) return json;
  return json.replace(TOKEN, (token, text: string | undefined, colon: string | undefined) => {
    if (colon !== undefined) return `${paint.cyan(text)}${colon}`;
    return text === undefined ? paint.yellow(token) : paint.green(token);
  });
}

const lines = (value: unknown, paint: Paint): string[] => shown(value ?? null, paint).split("\n");

/** The requests of a run, a line each. */
export function requestLines(requests: Execution["requests"], paint: Paint): string[] {
  return columns(requests.map(({ method, url, status }) => {
    const code = status === null ? "no answer" : String(status);
    const isGood = status !== null && status < 400;
    return [method, isGood ? paint.green(code) : paint.red(code), url];
  }));
}

function section(title: string, lines: string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : ["", paint.bold(title), ...indent(lines)];
}

/** What a run gave, for a person: the summary, the result, the requests. */
export function printRun({ run, requests }: Execution, { print, paint }: Output): void {
  const { $summary: summary, ...others } = run.exports;
  const exports = Object.keys(others).length > 0 ? lines(others, paint) : [];
  const text = [
    ...summary === undefined ? [] : [`${paint.green("✔")} ${paint.bold(shown(summary, paint))}`],
    ...run.ok && run.return !== undefined ? [shown(run.return, paint)] : [],
    ...section("Exports", exports, paint),
    ...section("Responses", run.responses.flatMap((item) => lines(item, paint)), paint),
    ...section("Sent", run.sent.flatMap((item) => lines(item, paint)), paint),
    ...section("Notes", run.notes, paint),
    ...section("Requests", requestLines(requests, paint), paint),
    "",
    paint.dim(`${run.exit === undefined ? "" : `Ended early: ${run.exit}. `}${run.ms} ms`),
  ];
  print(text.join("\n").replace(/^\n/, ""));
}
