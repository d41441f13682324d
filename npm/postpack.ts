import { putBack } from "./manifest";

await putBack(process.cwd());
