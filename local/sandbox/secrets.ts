const OPENS_DOORS = /token|secret|password|assertion|^(api_?key|key|code|code_verifier)$/i;
/** A page token opens nothing, and shows that pages are followed. */
const PAGE = /^(next_?)?page_?token$/i;

/** Whether the value of a parameter is for nobody to read. */
export const isSecret = (name: string): boolean => OPENS_DOORS.test(name) && !PAGE.test(name);
