import nock from "nock";

const unexpected: string[] = [];

/** What nock had no answer for; a retry would swallow the error it raises. */
nock.emitter.on("no match", (request: { method?: string; path?: string }) => {
  unexpected.push(`${request.method ?? "?"} ${request.path ?? "?"}`);
});

beforeAll(() => {
  nock.disableNetConnect();
});

afterEach(() => {
  const unused = nock.pendingMocks();
  const surprises = unexpected.splice(0);
  nock.abortPendingRequests();
  nock.cleanAll();
  jest.restoreAllMocks();
  expect({ unused, surprises }).toEqual({ unused: [], surprises: [] });
});

/** Each test file loads a nock of its own, and two would answer the same sockets. */
afterAll(() => {
  nock.restore();
});
