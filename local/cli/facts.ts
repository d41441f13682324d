import type { CatalogComponent, Entry } from "../catalog/catalog";
import { loadNamed } from "../catalog/catalog";
import { resolveProps } from "../runtime";
import type { Differences, PropFacts } from "./differences";
import { differences, propFacts } from "./differences";
import { exampleOf } from "./example";

/** Everything `describe` tells of a component. */
export interface Facts extends Omit<Entry, "successor"> {
  /** What takes its place on Google Health; null when nothing does. */
  successor?: string | null;
  description: string;
  annotations?: unknown;
  props: PropFacts[];
  /** An event of a source, as a workflow receives it. */
  sampleEmit?: unknown;
  /** What its twin on the other app does otherwise; null without a twin. */
  differences: Differences | null;
  example: string;
}

/** The key as it must be written: short where the short one means this component. */
function shortKey({ entry, name }: CatalogComponent): string {
  return entry.app === "fitbit" ? name : entry.key;
}

/** Gathers what there is to tell of a component of the catalogue. */
export async function factsOf(found: CatalogComponent, packageRoot: string): Promise<Facts> {
  const { entry, component, name, example } = found;
  const { annotations } = component as { annotations?: unknown };
  const { sampleEmit, description = "" } = component;
  const both = await loadNamed(packageRoot, [name]);
  const twin = both.find((other) => other.entry.key === entry.twin);
  const props = resolveProps(component);
  return {
    ...entry,
    ...found.successor === undefined ? {} : { successor: found.successor },
    description,
    ...annotations === undefined ? {} : { annotations },
    props: propFacts(props),
    ...sampleEmit === undefined ? {} : { sampleEmit },
    differences: twin ? differences(found, twin) : null,
    example: exampleOf({
      type: entry.type,
      key: shortKey(found),
      props,
      ...example ? { example } : {},
    }),
  };
}
