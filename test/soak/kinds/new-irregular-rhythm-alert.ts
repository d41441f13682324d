import type { Person } from "../../../local/sandbox";
import type { Log, Look, Looks, Props, Scene } from "../kind";
import { shownReading, takenOnFitbit, takenOnGoogleHealth, takingWays } from "../rhythms";
import { MINUTE } from "../time";

const ways = takingWays({
  all: (person) => person.irregularities(),
  readings: ({ irregularities }) => irregularities,
  take: ({ taken }, end, minutes, synced) => {
    taken.irregularities.add((key, count) => (
      { key, start: end - minutes * MINUTE + count, end, windows: [] }
    ), synced);
  },
});

/** Known by when it began and when it was detected. */
const listBy = (timeOf: (person: Person, at: number) => string) =>
  (scene: Scene, _: Props, since: number): Log[] => scene.person
    .irregularities()
    .filter(({ start }) => start > since)
    .map((alert) => {
      const times = [alert.start, alert.end].map((at) => timeOf(scene.person, at));
      return shownReading(scene, alert, times.join(" "));
    })
;

const onBoth = {
  tells: ways,
  lookBackDays: 90,
  isWanted: () => true,
  isNamed: (_, { alertTime }) => typeof alertTime === "string",
} satisfies Partial<Look>;

export const looks: Looks = {
  fitbit: {
    ...takenOnFitbit,
    ...onBoth,
    choices: [{}, { timeZone: "home" }],
    logs: listBy(({ timeline }, at) => timeline.local(at)),
  },
  google_health: {
    ...takenOnGoogleHealth,
    ...onBoth,
    choices: [{}],
    logs: listBy((_, at) => new Date(at).toISOString()),
  },
};
