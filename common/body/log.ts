import type { Answer } from "../answer";
import type { Call } from "../call";
import { adding } from "../wire/errors";
import { writeOnce } from "../write-once";
import type { BodyApi } from "./api";
import type { BodyFatLog, NewBodyFat, NewWeight, WeightLog } from "./shapes";

/** A weighing to record, with the body fat that was measured with it. */
export interface NewWeighing extends NewWeight {
  fat?: number;
}

/** What is stored of it, and which of it was there already. */
export interface Weighing {
  weightLog?: WeightLog;
  fatLog?: BodyFatLog;
  /** Whether nothing was written. */
  alreadyLogged?: true;
}

type Part = "weight" | "fat";

/**
 * Writes a weight, and then the body fat, each once. A failure of the second says that the
 * first is stored.
 */
export async function logWeighing(
  app: BodyApi, { weight, fat, ...time }: NewWeighing, skipIfLogged: boolean, call: Call,
): Promise<Answer<Weighing> & { written: Part[] }> {
  const first = await logWeight(app, { weight, ...time }, skipIfLogged, call);
  const second = await logFatAfterWeight(app, { fat, ...time }, skipIfLogged, call);
  const written: Part[] = [
    ...first.data.alreadyLogged ? [] : ["weight" as const],
    ...!second || second.data.alreadyLogged ? [] : ["fat" as const],
  ];
  return {
    data: {
      weightLog: first.data.weightLog,
      ...second && { fatLog: second.data.fatLog },
      ...!written.length && { alreadyLogged: true },
    },
    missing: first.missing ?? second?.missing,
    written,
  };
}

type Fat = Omit<NewBodyFat, "fat"> & { fat?: number };

async function logFatAfterWeight(
  app: BodyApi, { fat, ...time }: Fat, skipIfLogged: boolean, call: Call,
) {
  if (fat === undefined) return undefined;
  try {
    return await logBodyFat(app, { fat, ...time }, skipIfLogged, call);
  } catch (error) {
    throw adding(error, WEIGHT_IS_STORED);
  }
}

const WEIGHT_IS_STORED = "The weight is stored: to go on, log the body fat alone with Log Body Fat.";

function logWeight(app: BodyApi, made: NewWeight, skipIfLogged: boolean, call: Call) {
  return writeOnce(skipIfLogged, {
    find: () => app.findWeightLog(made, call),
    create: () => app.createWeightLog(made, call),
  });
}

/** The same of body fat alone. */
export function logBodyFat(
  app: BodyApi, made: NewBodyFat, skipIfLogged: boolean, call: Call,
) {
  return writeOnce(skipIfLogged, {
    find: () => app.findBodyFatLog(made, call),
    create: () => app.createBodyFatLog(made, call),
  });
}
