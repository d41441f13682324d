import { fitbitAlone } from "../../fitbit.app";
import googleHealth from "../../google_health.app";

/**
 * Waiting takes no time here, but the clocks that measure go on as if it did. Chance draws the
 * middle: a first pause is 375 ms, a second 750 ms.
 */
export function skipWaits(): number[] {
  const waits: number[] = [];
  let skipped = 0;
  const now = performance.now.bind(performance);
  jest.spyOn(Math, "random").mockReturnValue(0.5);
  jest.spyOn(performance, "now").mockImplementation(() => now() + skipped);
  for (const { methods } of [fitbitAlone, googleHealth]) {
    jest.spyOn(methods, "_wait").mockImplementation((ms: number) => {
      waits.push(ms);
      skipped += ms;
      return Promise.resolve();
    });
  }
  return waits;
}
