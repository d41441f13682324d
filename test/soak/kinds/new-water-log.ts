import { eaten } from "../eating";
import type { Looks } from "../kind";

export const looks: Looks = eaten("water", { choices: [{}], isWanted: () => true });
