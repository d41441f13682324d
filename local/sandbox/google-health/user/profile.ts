import { dayText } from "../../person/days";
import type { Profile } from "../../person/profile";
import { allows, missingScope, readsSomething } from "../access";
import { invalid } from "../envelope";
import type { Call } from "../route";
import { date } from "../time";
import { masked } from "./mask";

const millimetres = (metres: number): number => Math.round(metres * 1000);

/** Full years between a birthday and a day. */
function age(birthday: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthday.slice(0, 4));
  return today.slice(5) < birthday.slice(5) ? years - 1 : years;
}

export function identity({ life: { person, state, switches }, access }: Call): object {
  if (!readsSomething(access)) throw missingScope(switches);
  return {
    name: "users/me/identity",
    healthUserId: state.ids.user,
    legacyUserId: person.profile.encodedId,
  };
}

function strides({ strideWalkingMetres, strideWalkingSet, ...running }: Profile): object {
  const walking = millimetres(strideWalkingMetres);
  const run = millimetres(running.strideRunningMetres);
  return {
    ...(strideWalkingSet
      ? { userConfiguredWalkingStrideLengthMm: walking }
      : { autoWalkingStrideLengthMm: walking }),
    ...(running.strideRunningSet
      ? { userConfiguredRunningStrideLengthMm: run }
      : { autoRunningStrideLengthMm: run }),
  };
}

export function profile({ life: { person, switches }, access }: Call): object {
  const years = age(person.profile.birthday, dayText(person.today));
  if (switches.profileAgeOnly) return { name: "users/me/profile", age: years };
  return {
    name: "users/me/profile",
    age: years,
    membershipStartDate: date(person.profile.memberSince),
    ...(allows(access, "activity_and_fitness.readonly") && strides(person.profile)),
  };
}

export function updateProfile(call: Call): object {
  const { person } = call.life;
  const walking = "userConfiguredWalkingStrideLengthMm";
  const running = "userConfiguredRunningStrideLengthMm";
  const changes = masked(call, "Profile", [walking, running]);
  for (const [name, value] of Object.entries(changes)) {
    const metres = Number(value) / 1000;
    if (!(metres > 0)) throw invalid(name, `Invalid value at '${name}'.`);
    Object.assign(person.profile, name === walking
      ? { strideWalkingMetres: metres, strideWalkingSet: true }
      : { strideRunningMetres: metres, strideRunningSet: true });
  }
  return profile(call);
}
