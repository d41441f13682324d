import { DAY, dayText, type Day } from "./days";
import { type Random, random } from "./random";
import { Timeline } from "./timeline";

/** Who the person is: what the seed decides once and the API does not rewrite. */
export interface Character {
  seed: number;
  firstDay: Day;
  /** The day on which the sandbox was started: from here on life follows the clock. */
  today: Day;
  home: string;
  timeline: Timeline;
  /** The nights that end on these days are spent in the air; when the clocks are changed. */
  flights: ReadonlyMap<Day, number>;
  /** Days on which the watch is always worn, so that what is special is recorded. */
  alwaysWorn: ReadonlySet<Day>;
  firstName: string;
  lastName: string;
  female: boolean;
  birthday: string;
  heightMetres: number;
  weightKg: number;
  fatPercent: number;
  restingHeartRate: number;
  strideWalking: number;
  strideRunning: number;
  /** Basal burn of one minute in thousandths of a kilocalorie. */
  basalMilliKcal: number;
  maxHeartRate: number;
}

const HISTORY_DAYS = 400;
const TRIP = { startsDaysAgo: 45, endsDaysAgo: 35 };

interface Place { home: string; away: string; locale: string; country: string }
const PLACES: readonly [Place, ...Place[]] = [
  { home: "Europe/Berlin", away: "America/New_York", locale: "de_DE", country: "DE" },
  { home: "America/Los_Angeles", away: "Europe/Berlin", locale: "en_US", country: "US" },
  { home: "Europe/London", away: "Asia/Kolkata", locale: "en_GB", country: "GB" },
  { home: "America/New_York", away: "Asia/Tokyo", locale: "en_US", country: "US" },
  { home: "Australia/Sydney", away: "Asia/Singapore", locale: "en_AU", country: "AU" },
];

const FEMALE = ["Mara", "Ines", "Ruth", "Noor", "Livia"] as const;
const MALE = ["Jonas", "Emil", "Tariq", "Oskar", "Ravi"] as const;
const FAMILY = ["Lindgren", "Okafor", "Bauer", "Castillo", "Whitfield", "Moreau"] as const;

/** The seed's place in the world. Seed 1 lives in Berlin. */
export const placeOf = (seed: number): Place =>
  PLACES[(((seed - 1) % PLACES.length) + PLACES.length) % PLACES.length] ?? PLACES[0];

const staying = (zone: string): Timeline =>
  new Timeline(zone, { out: Infinity, back: Infinity, zone });

/**
 * The zones change in the night: flying east at 23:30, so that the next day begins late;
 * flying west just after the clocks would show 00:30, so that no date comes back.
 */
function travel(place: Place, today: Day): Pick<Character, "timeline" | "flights"> {
  const change = (day: Day, from: string, to: string): number => {
    const east = staying(to).offsetAt(day * DAY) > staying(from).offsetAt(day * DAY);
    return east ? staying(from).at(day, -0.5) : staying(to).at(day, 0.5);
  };
  const [outDay, backDay] = [today - TRIP.startsDaysAgo, today - TRIP.endsDaysAgo];
  const out = change(outDay, place.home, place.away);
  const back = change(backDay, place.away, place.home);
  return {
    timeline: new Timeline(place.home, { out, back, zone: place.away }),
    flights: new Map([[outDay, out], [backDay, back]]),
  };
}

/** Days whose length differs from 24 hours, and the days of the flights, with their eves. */
function specialDays(timeline: Timeline, from: Day, to: Day): Set<Day> {
  const days = new Set<Day>([to, to - 1]);
  let start = timeline.startOf(from);
  for (let day = from; day <= to; day += 1) {
    const end = timeline.startOf(day + 1);
    if (end - start !== DAY) [day - 1, day, day + 1].forEach((d) => days.add(d));
    start = end;
  }
  return days;
}

function body(chance: Random, female: boolean, ageYears: number) {
  const heightMetres = chance.int(158, 176) / 100 + (female ? 0 : 0.1);
  const weightKg = Math.round(heightMetres ** 2 * chance.real(22, 26) * 10) / 10;
  // Mifflin–St Jeor.
  const basalDay = 10 * weightKg + 625 * heightMetres - 5 * ageYears + (female ? -161 : 5);
  return {
    heightMetres,
    weightKg,
    fatPercent: chance.int(18, 24) + (female ? 6 : 0),
    restingHeartRate: chance.int(55, 64),
    strideWalking: heightMetres * 0.414,
    strideRunning: heightMetres * 0.62,
    basalMilliKcal: Math.round((basalDay * 1000) / 1440),
    maxHeartRate: 220 - ageYears,
  };
}

/** The person that a seed stands for, with 400 days of history up to `now` (epoch ms). */
export function character(seed: number, now: number): Character {
  const chance = random(seed, 1);
  const place = placeOf(seed);
  const today = staying(place.home).dayOf(now);
  const { timeline, flights } = travel(place, today);
  const firstDay = today - HISTORY_DAYS;
  const female = chance.chance(0.5);
  const age = chance.int(28, 52);
  return {
    seed,
    firstDay,
    today,
    home: place.home,
    timeline,
    flights,
    alwaysWorn: specialDays(timeline, firstDay, today),
    firstName: chance.pick(female ? FEMALE : MALE),
    lastName: chance.pick(FAMILY),
    female,
    birthday: dayText(today - Math.round(age * 365.25) - chance.int(1, 300)),
    ...body(chance, female, age),
  };
}
