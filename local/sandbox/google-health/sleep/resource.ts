import { dataType, METHODS, SMALL_PAGES } from "../data-type";
import type { Resource } from "../resource";
import { stream } from "./points";
import { sleepSchemas } from "./schemas";
import { sleepSwitches } from "./switches";
import { writer } from "./writer";

export const sleep = {
  types: [dataType("sleep", "session", "sleep", METHODS.records, {
    ...SMALL_PAGES,
    members: ["interval.end_time", "interval.civil_end_time"],
    listTakesFamily: false,
    stream,
    writer,
  })],
  schemas: sleepSchemas,
  switches: sleepSwitches,
} satisfies Resource;
