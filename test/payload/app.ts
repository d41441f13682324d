import { join } from "node:path";

const file = join(process.cwd(), "dist/tests/registry/components/fitbit/fitbit.app.mjs");

/** In the payload an app is the whole of it, under one name. */
export const { default: fitbitAlone } = jest.requireActual<{ default: object }>(file);

export default fitbitAlone;
