import { MINUTE } from "./days";
import type { Person } from "./person";
import { random } from "./random";
import type { Exercise } from "./truth";

/** How someone ran: of runs with the watch alone. SI units but for what a name says. */
export interface Mobility {
  stepsPerMinute: number;
  contactMilliseconds: number;
  strideMetres: number;
  oscillationMetres: number;
}

export function mobilityOf(person: Person, exercise: Exercise): Mobility | undefined {
  const { kind, by, start } = exercise;
  if (kind !== "run" || by) return undefined;
  const { steps, metres, minutes } = person.effortOf(exercise);
  const chance = random(person.who.seed, 11, Math.floor(start / MINUTE));
  return {
    stepsPerMinute: Math.round(steps / minutes),
    contactMilliseconds: chance.int(235, 290),
    strideMetres: metres / steps,
    oscillationMetres: chance.int(70, 105) / 1000,
  };
}
