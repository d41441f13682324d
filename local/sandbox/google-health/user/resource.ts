import type { Resource } from "../resource";
import { ofUser, type Route, scoped } from "../route";
import { identity, profile, updateProfile } from "./profile";
import { userSchemas } from "./schemas";
import { settings, updateSettings } from "./settings";
import { userSwitches } from "./switches";

const rpc = (name: string): string => `HealthProfileService.${name}`;

const routes: Route[] = [
  { verb: "GET", pattern: ofUser("identity"), rpc: rpc("GetIdentity"), answer: identity },
  {
    verb: "GET",
    pattern: ofUser("profile"),
    rpc: rpc("GetProfile"),
    answer: scoped("profile.readonly", profile),
  },
  {
    verb: "PATCH",
    pattern: ofUser("profile"),
    rpc: rpc("UpdateProfile"),
    takes: ["updateMask"],
    answer: scoped("profile.writeonly", updateProfile),
  },
  {
    verb: "GET",
    pattern: ofUser("settings"),
    rpc: rpc("GetSettings"),
    answer: scoped("settings.readonly", ({ life }) => settings(life.person)),
  },
  {
    verb: "PATCH",
    pattern: ofUser("settings"),
    rpc: rpc("UpdateSettings"),
    takes: ["updateMask"],
    answer: scoped("settings.writeonly", updateSettings),
  },
];

export const user = {
  routes, schemas: userSchemas, switches: userSwitches,
} satisfies Resource;
