/**
 * What is mutated together, and which tests are to notice. A folder of `common/` is a slice; what
 * it is proved by stands beside it, so that a mutant runs few tests and a slice ends within an
 * hour on two cores: `without` names tests that take longer than all others. What is local runs
 * on the sandbox, and not on replayed answers.
 */
const of = (folder, ...tests) => ({ mutate: [`common/${folder}/**/*.ts`], tests });

/** Tests of actions and sources whose names hold one of these words. */
const named = (...words) => words.flatMap(word => [
  `test/actions/*${word}*.test.ts`, `test/sources/*${word}*.test.ts`,
  `test/google-health/*${word}*.test.ts`, `test/common/*${word}*.test.ts`,
]);

export const slices = {
  "polling": {
    ...of("polling", "test/sources/{engine,identities,crossings,devices,moments,several}.test.ts"),
    without: ["over 1,000 polls", "of any size costs requests", "share 64 kB"],
  },
  "wire": of(
    "wire",
    "test/common/{answers,budget,errors,exchange,ids,pages,paths,records,resets,retry}.test.ts",
    "test/common/fitbit-{errors,retries}.test.ts",
    "test/google-health/{client,failures}.test.ts",
  ),
  "helpers": {
    mutate: ["common/*.ts"],
    tests: ["test/common/*.test.ts", "test/google-health/{days,order,moving}.test.ts"],
  },
  "google-health": of("google-health", ...named(
    "client", "data-types", "data-points", "days", "failures", "filters", "operations", "order",
    "provenance", "roll-ups", "sleep", "sources", "walks", "windows", "heart",
  )),
  "fitbit": of("fitbit", ...named("fitbit", "log-", "list-", "days", "get-activity")),
  "sleep": of("sleep", ...named("sleep", "night")),
  "activity": of("activity", ...named(
    "activit", "exercise", "steps", "goal", "gap", "inactive", "workout", "tcx", "zone",
  )),
  "heart": of("heart", ...named("heart", "zone")),
  "vitals": of("vitals", ...named(
    "vital", "hrv", "spo2", "breathing", "temperature", "vo2", "cardio", "ecg", "rhythm", "glucose",
    "readings", "oxygen",
  )),
  "body": of("body", ...named("body", "weight", "fat", "height", "bmi")),
  "nutrition": of("nutrition", ...named("food", "water", "nutrition", "meal")),
  "user": of("user", ...named("profile", "user", "identity")),
  "devices": of("devices", ...named("device", "battery")),
  "summary": of("summary", ...named("summary", "report", "nightly", "metric", "alert")),
  "data-points": of("data-points", ...named("data-point", "roll")),
  "notifications": {
    ...of("notifications", "test/{workflows,common}/notification*.test.ts"),
    isLocal: true,
  },
  "request": of("request", ...named("request")),
  "apps": {
    mutate: ["fitbit.app.ts", "google_health.app.ts"],
    tests: ["test/{common,google-health}/*.test.ts", "test/conformance/registry.test.ts"],
  },
};
