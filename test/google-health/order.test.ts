import { collect } from "../../common/wire/pages";
import { sourced } from "../../common/google-health/sources";
import { interval, reconciled } from "./records";
import { api, app, call, OWN, points, read } from "./support";

/** A page of this app's own exercises, of days of March as they are given. */
function page(days: number[], token?: string, next?: string) {
  const dataPoints = days.map((day) => {
    const date = `2026-03-0${day}`;
    const span = interval(`${date}T07:00:00Z`, `${date}T07:30:00Z`);
    return reconciled("exercise", String(day), { interval: span });
  });
  const query = { pageSize: "25", dataSourceFamily: OWN, ...token && { pageToken: token } };
  api({
    path: `${points("exercise")}:reconcile`, query, body: { dataPoints, nextPageToken: next },
  });
}

const own = () => sourced(app, "exercise", { family: "self-sources" }, call());

function pages(...given: number[][]) {
  const token = (i: number) => i > 0 && i < given.length ? String(i) : undefined;
  given.forEach((days, i) => page(days, token(i), token(i + 1)));
  return own();
}

const ids = (items: { id: string }[]) => items.map(({ id }) => Number(id));

describe("records that the API gives", () => {
  it("newest first are asked for page by page", async () => {
    page([6, 5], undefined, "1");
    const { items, truncated } = await collect(own(), 2);
    expect({ ids: ids(items), truncated }).toEqual({ ids: [6, 5], truncated: true });
  });

  it("newest first stay so, however two stand on a later page", async () => {
    page([6, 5], undefined, "1");
    page([3, 4], "1", "2");
    expect(ids((await collect(own(), 4)).items)).toEqual([6, 5, 4, 3]);
  });

  it("oldest first are read to the end, and given newest first", async () => {
    const { items, pages: count } = await read(pages([1, 2], [3, 4], [5, 6]));
    expect({ ids: ids(items), count }).toEqual({ ids: [6, 5, 4, 3, 2, 1], count: 1 });
  });

  it("oldest first give the newest where not all are wanted", async () => {
    const { items, truncated } = await collect(pages([1, 2], [3, 4], [5, 6]), 2);
    expect({ ids: ids(items), truncated }).toEqual({ ids: [6, 5], truncated: true });
  });

  it("oldest first behind an empty page do so as well", async () => {
    expect(ids((await collect(pages([], [1, 2], [3]), 1)).items)).toEqual([3]);
  });

  it("a little out of order on one page are in order on that", async () => {
    expect(ids((await read(pages([6, 4, 5], [3, 2]))).items)).toEqual([6, 5, 4, 3, 2]);
  });
});
