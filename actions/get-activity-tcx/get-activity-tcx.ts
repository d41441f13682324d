import fitbit from "../../fitbit.app";
import { trackGiven } from "../../common/activity/sentences";
import { readTrack, trackFormats, trackOutputs } from "../../common/activity/track";
import { callOf } from "../../common/call";
import { readChoice, readId } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["activity", "location"];

const action = defineAction({
  key: "fitbit-get-activity-tcx",
  name: "Get Activity TCX",
  description: "Get the track of one exercise: its places, heights, distances and heart rates over time, as a file (TCX, GPX or CSV), as text, or as points. An exercise without GPS has the heart rates alone, or no points at all. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity/get-activity-tcx/)",
  version: "0.0.1",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    fitbit,
    activityLogId: {
      propDefinition: [
        fitbit,
        "anyActivityLogId",
      ],
    },
    output: {
      type: "string",
      label: "Output",
      description: "What to return, e.g. `points`. One of `file` (written to `/tmp`, its path returned), `text` (of that file), `points` (each as an object); left out, `file`.",
      optional: true,
      options: trackOutputs,
    },
    format: {
      type: "string",
      label: "Format",
      description: "The format of the file or the text, e.g. `gpx`. One of `tcx`, `gpx` (places alone), `csv`; left out, `tcx`.",
      optional: true,
      options: trackFormats,
    },
    syncDir: {
      type: "dir",
      accessMode: "write",
      sync: true,
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-activity-tcx");
    const form = this.fitbit.getIdForm();
    const logId = readId("Activity Log ID", this.activityLogId, "List Activity Logs", form);
    const output = readChoice("Output", this.output, trackOutputs) ?? "file";
    const format = readChoice("Format", this.format, trackFormats) ?? "tcx";
    const tcx = await this.fitbit.getActivityTcx(logId, call);
    const track = await readTrack(tcx, { logId, output, format });
    $.export("$summary", trackGiven(track));
    return track;
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/exportExerciseTcx",
  version: "0.0.1",
  scopes: ["activity_and_fitness.readonly", "location.readonly"],
} satisfies Twin<typeof action>;
