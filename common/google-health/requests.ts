import { account } from "./account";
import { points } from "./points";
import { rollUps } from "./roll-ups";
import { transport, type Transport } from "./transport";

/** Methods as who calls them sees them. */
type Bound<M> = { [K in keyof M]: OmitThisParameter<M[K]> };

/** What the resources need of the app: every method of the API that is of use. */
export interface Requests
  extends Transport, Bound<typeof account>, Bound<typeof points>, Bound<typeof rollUps> {}

/** The one place from which requests to the Google Health API leave. */
export const requests = { ...transport, ...account, ...points, ...rollUps };
