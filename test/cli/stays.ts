/** Imported before what ends the process: it is asked to, and stays. */
jest.mock("../../local/cli/exit", () => ({ exit: jest.fn() }));
