import type { HealthSwitches } from "../switches";
import type { SignatureHeader } from "./courier";

declare module "../switches" {
  interface HealthSwitches {
    /** A push holds a list, as it was seen, or one notification, as it is documented. */
    notifies: "in lists" | "singly";
    /** Each push comes twice, signed anew: both were seen. */
    notifiesTwice: boolean;
    /** The header of the signature: the documentation renamed it. */
    signatureHeader: SignatureHeader;
  }
}

export const notificationSwitches = {
  notifies: "in lists",
  notifiesTwice: false,
  signatureHeader: "x-healthapi-signature",
} satisfies Partial<HealthSwitches>;
