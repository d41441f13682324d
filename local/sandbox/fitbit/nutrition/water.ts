import { deletion, editEntry } from "../../person/changes";
import type { Entry } from "../../person/truth";
import { invalid } from "../envelope";
import { civilDay, decimal, required } from "../read";
import type { Answer, Call, Route } from "../route";
import { VOLUME_UNITS } from "../units";
import { entriesOn, entryById, entryId, named, startOn } from "./entries";

const NOON = 12;

/** Amounts are kept in 32 bits, whose dust shows. */
export const volumeIn = ({ units }: Call, millilitres: number): number =>
  Math.fround(millilitres * units.volume.perSi);

const item = (call: Call, entry: Entry) =>
  ({ amount: volumeIn(call, entry.value), logId: entryId(call.person, entry) });

/** The sum of the water of some entries. */
export const waterIn = (call: Call, entries: Entry[]): number =>
  volumeIn(call, entries.reduce((sum, { value }) => sum + value, 0));

function byDate(call: Call): Answer {
  const { person, params, switches } = call;
  const day = civilDay(call, "date", params.date ?? "", switches.todayEverywhere);
  const water = entriesOn(person, "water", day);
  const body = {
    summary: { water: waterIn(call, water) },
    water: water.map((entry) => item(call, entry)),
  };
  return { body: named(call, body) };
}

/** Millilitres of `amount` and `unit`, which is the header's where it is left out. */
function millilitres(call: Call): number {
  const amount = decimal("amount", required(call, "amount"));
  const unit = call.query.get("unit");
  if (unit === undefined) return amount / call.units.volume.perSi;
  const size = Object.hasOwn(VOLUME_UNITS, unit) ? VOLUME_UNITS[unit] : undefined;
  if (size === undefined) throw invalid("unit", `Invalid unit: ${unit}`);
  return amount * size;
}

function told(call: Call, entry: Entry): object {
  const echo = call.switches.waterEchoed && { amount: Number(call.query.get("amount")) };
  return { waterLog: { ...item(call, entry), ...echo } };
}

function create(call: Call): Answer {
  const day = civilDay(call, "date", required(call, "date"));
  const made = call.person.addEntry(
    "water", startOn(call, day, NOON), millilitres(call), { by: "client" },
  );
  return { status: 201, body: named(call, told(call, made)) };
}

function update(call: Call): Answer {
  const { person } = call;
  const value = millilitres(call);
  const { key } = entryById(call, "water");
  person.change(editEntry(entryById(call, "water"), { value }));
  const changed = person.entries().find((entry) => entry.key === key);
  return { body: named(call, changed && told(call, changed)) };
}

function remove(call: Call): Answer {
  call.person.change(deletion(entryById(call, "water")));
  return call.switches.deleteAnswers200 ? { body: {} } : { status: 204 };
}

const PATH = "/1/user/:user/foods/log/water";
const scope = "nutrition";

export const waterRoutes: Route[] = [
  { method: "GET", path: `${PATH}/date/:date.json`, scope, answer: byDate },
  { method: "POST", path: `${PATH}.json`, scope, takes: ["amount", "date", "unit"], answer: create },
  { method: "POST", path: `${PATH}/:id.json`, scope, takes: ["amount", "unit"], answer: update },
  { method: "DELETE", path: `${PATH}/:id.json`, scope, answer: remove },
];
