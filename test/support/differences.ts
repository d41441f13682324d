import { differences, type DifferingRecord } from "../../common/differences";
import type { Difference } from "../../common/difference";

/** The fields of a record that Google Health has no source for. */
export function absentFields(record: DifferingRecord): string[] {
  const rows: readonly Difference[] = differences[record];
  return rows.filter((row) => row.is === "absent").flatMap(({ fields }) => fields);
}
