import type { Paint } from "./output";
import { listAt, numberAt, textAt } from "./values";

/** The stages from the top of the chart to its bottom, and how each is drawn. */
const STAGES = [
  { level: "wake", label: "Awake", colour: "yellow" },
  { level: "rem", label: "REM", colour: "magenta" },
  { level: "light", label: "Light", colour: "cyan" },
  { level: "deep", label: "Deep", colour: "blue" },
] as const;

const LABEL_WIDTH = 7;

interface Span {
  level: string;
  seconds: number;
}

/** The stage that fills most of each of `width` equal parts of the night. */
function sampled(spans: readonly Span[], width: number): string[] {
  const total = spans.reduce((sum, { seconds }) => sum + seconds, 0);
  const levels: string[] = [];
  let end = 0;
  for (const { level, seconds } of spans) {
    end += seconds;
    const reached = (): number => (levels.length + 0.5) / width * total;
    while (levels.length < width && reached() < end) levels.push(level);
  }
  return levels;
}

/** `7 h 12 min`. */
export function hours(minutes: number): string {
  const rest = `${Math.round(minutes) % 60} min`;
  return minutes < 60 ? rest : `${Math.floor(minutes / 60)} h ${rest}`;
}

const clock = (dateTime: string): string => dateTime.slice(11, 16);

/**
 * A night as a chart of its stages over time, with the minutes of each, as lines.
 * @param sleep a sleep log with stages
 * @param width columns of the chart itself
 */
export function hypnogram(sleep: unknown, width: number, paint: Paint): string[] {
  const spans = listAt(sleep, "levels.data").map((span) => ({
    level: textAt(span, "level"),
    seconds: numberAt(span, "seconds"),
  }));
  const night = sampled(spans, width);
  const rows = STAGES.map(({ level, label, colour }) => {
    const bars = night.map((current) => current === level ? "▆" : " ").join("");
    const minutes = hours(numberAt(sleep, `levels.summary.${level}.minutes`));
    return `${label.padEnd(LABEL_WIDTH)}${paint[colour](bars)}  ${minutes}`;
  });
  const [start, end] = [clock(textAt(sleep, "startTime")), clock(textAt(sleep, "endTime"))];
  const dots = "·".repeat(width - start.length - end.length);
  const axis = `${" ".repeat(LABEL_WIDTH)}${start}${dots}${end}`;
  return [...rows, paint.dim(axis)];
}
