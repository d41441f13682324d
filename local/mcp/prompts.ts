/** A question that a person asks often, for the agent that has the tools. */
export interface Question {
  name: string;
  title: string;
  description: string;
  /** The tools that it takes. */
  tools: readonly string[];
  text: string;
}

const HONESTLY = `Give figures with their units and the days that they are of. A null or an absent field was not recorded: say so, and never take it for zero. \`missing\` names what this connection may not read, and \`freshness\` how new the data is: say both where they matter. You are no doctor.`;

export const QUESTIONS: readonly Question[] = [
  {
    name: "daily-check-in",
    title: "Daily Check-in",
    description: "How the night was, what yesterday came to, and what is unusual.",
    tools: ["get-health-summary", "get-sleep-log"],
    text: `Tell me in a few sentences how I am today.

1. Call get-health-summary with startDate "yesterday" and endDate "today": the night and yesterday's activity are in \`days\`, what is usual for me in \`figures\`. \`usual.off\` says how many deviations the last day is off: below 1 is ordinary.
2. If something about the night stands out, call get-sleep-log with date "today" for its stages.
3. Say first what is unusual, then sleep, heart and activity, and end with one thing to do today.

${HONESTLY}`,
  },
  {
    name: "weekly-review",
    title: "Weekly Review",
    description: "The last seven days against the days before: sleep, heart, activity, workouts.",
    tools: ["get-health-summary", "list-activity-logs", "list-sleep-logs"],
    text: `Review my last seven days.

1. Call get-health-summary with startDate "7 days ago" and endDate "yesterday": \`figures\` has means, totals and the change against the days before.
2. Call list-activity-logs for the same days for the workouts. Call list-sleep-logs for the same days where a night needs explaining.
3. Write a short review: sleep, heart and recovery, activity and workouts, weight and food if there are any. Say what went up, what went down, and by how much.
4. End with what went well, and one goal for the next week.

${HONESTLY}`,
  },
];
