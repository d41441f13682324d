/** What Pipedream does around a component, on a person's own machine. */

export { carryRequests } from "./carry";
export type { Carrier } from "./carry";
export type { Clock, Log, LogLevel } from "./clock";
export { asComponent, componentOf, kindOf, LoadError } from "./component";
export type { Accounts, Component, Dedupe, HookName, Json } from "./component";
export type { Emitted } from "./emit";
export { toJson } from "./json";
export { publicUrl } from "./records";
export type { RequestRecord } from "./records";
export { reportError } from "./report";
export type { ErrorReport } from "./report";
export { loadComponent } from "./load";
export type { LoadOptions } from "./load";
export { loadOptions } from "./options";
export type { OptionsAnswer, OptionsRequest } from "./options";
export { resolveProps } from "./props";
export type { Option, PropKind, ResolvedProp } from "./props";
export { runAction } from "./run";
export type { ActionRun, RunOptions } from "./run";
export { openSource } from "./source";
export type { Source, SourceOptions, SourceRun, SourceState, Timer } from "./source";
export { readState, StateFileError, writeState } from "./state-file";
export type { SavedState } from "./state-file";
export { lockState } from "./state-lock";
export type { StateLock } from "./state-lock";
export { bindValues, PropError } from "./values";
export type { PropProblem, Values } from "./values";
