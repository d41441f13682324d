import {
  USUAL_DAYS, type Log, type Look, type Looks, type Props, type Scene,
} from "../kind";
import { shownReading, takenOnFitbit, takenOnGoogleHealth, takingWays } from "../rhythms";

const FIBRILLATION = "Atrial Fibrillation";

const RESULTS = ["normal", "fibrillation", "inconclusive"] as const;

const ways = takingWays({
  all: (person) => person.electrocardiograms(),
  readings: ({ electrocardiograms }) => electrocardiograms,
  take: ({ taken }, start, minutes, synced) => {
    const result = RESULTS[minutes % RESULTS.length] ?? "normal";
    taken.electrocardiograms.add((key, count) => (
      { key, start: start + count, heartRate: 70, result }
    ), synced);
  },
});

const listBy = (idAt: (scene: Scene, start: number) => string) =>
  (scene: Scene, { classifications }: Props, since: number): Log[] => scene.person
    .electrocardiograms()
    .filter(({ start }) => start > since)
    .map((ecg) => ({
      ...shownReading(scene, ecg, idAt(scene, ecg.start)),
      wanted: !classifications || ecg.result === "fibrillation",
      content: ecg.result,
    }))
;

const onBoth = {
  tells: ways,
  lookBackDays: USUAL_DAYS,
  // Each is of thousands of figures.
  many: 25,
  isWanted: ({ resultClassification }, { classifications }) =>
    !classifications || resultClassification === FIBRILLATION,
  isNamed: (_, { startTime }) => typeof startTime === "string",
} satisfies Partial<Look>;

export const looks: Looks = {
  fitbit: {
    ...takenOnFitbit,
    ...onBoth,
    choices: [{}, { classifications: [FIBRILLATION] }, { timeZone: "home" }],
    logs: listBy(({ person }, start) => person.timeline.local(start)),
  },
  google_health: {
    ...takenOnGoogleHealth,
    ...onBoth,
    choices: [{}, { classifications: [FIBRILLATION] }],
    logs: listBy((_, start) => new Date(start).toISOString()),
  },
};
