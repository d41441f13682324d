/** Ends the process: kept here because components get another `process.exit`. */
export const exit: typeof process.exit = process.exit.bind(process);
