import { bindApp, bindComponent } from "./bind";
import type { Clock, Log } from "./clock";
import { during } from "./clock";
import type { Accounts, Component, Fields } from "./component";
import { asComponent, isCallable, isFields } from "./component";
import { configure } from "./dynamic";
import { noMemory, provideFrom } from "./memory";
import type { Option, ResolvedProp } from "./props";
import { asOptions } from "./props";
import type { Values } from "./values";
import { PropError } from "./values";

export interface OptionsRequest {
  /** What is set so far; required props may still be missing. */
  values: Fields;
  accounts: Accounts;
  /** From 0. */
  page?: number;
  /** The `context` of the answer before, for the page after it. */
  prevContext?: unknown;
  query?: string;
  clock?: Clock;
  log?: Log;
}

export interface OptionsAnswer {
  options: Option[];
  /** Pass it as `prevContext` to get the next page. */
  context?: unknown;
}

/** What the definition passes on from the props set before. */
function inputOf({ input }: ResolvedProp, values: Values): Fields {
  const found = isCallable(input) ? input(values) : input;
  return isFields(found) ? found : {};
}

/** The form of a component, as far as it is filled in. */
function formOf(component: Component, { values, accounts }: OptionsRequest, chosen?: string) {
  const provide = provideFrom(noMemory());
  const form = { component, given: values, accounts, provide, partial: true };
  return configure(chosen === undefined ? form : { ...form, chosen });
}

/**
 * The props as a form shows them once some are set, those too that `additionalProps` adds.
 * @throws whatever that method throws; PropError for values that do not fit.
 */
export async function loadProps(
  component: unknown,
  request: OptionsRequest,
): Promise<ResolvedProp[]> {
  const checked = asComponent(component);
  const { props } = await during(request, () => formOf(checked, request));
  return props;
}

async function ask(component: Component, name: string, request: OptionsRequest) {
  const { accounts, page = 0, prevContext = {}, query } = request;
  const provide = provideFrom(noMemory());
  const { props, values } = await formOf(component, request, name);
  const prop = props.find((candidate) => candidate.name === name);
  if (!prop) throw new PropError([{ prop: name, problem: "is no prop of this component" }]);
  const { options } = prop.definition;
  if (!isCallable(options)) return prop.options ?? [];
  const self = prop.optionsOf === "app" && prop.owner
    ? bindApp(prop.owner, accounts)
    : bindComponent({ component, props, values, accounts, provide });
  return options.call(self, { ...inputOf(prop, values), page, prevContext, query });
}

/**
 * The options of a prop: those written down, or those its `options` method finds.
 * @throws whatever the method throws; PropError when there is no such prop.
 */
export async function loadOptions(
  component: unknown,
  prop: string,
  request: OptionsRequest,
): Promise<OptionsAnswer> {
  const checked = asComponent(component);
  const answer = await during(request, () => ask(checked, prop, request));
  if (!isFields(answer)) return { options: asOptions(answer) };
  const options = asOptions(answer.options);
  return answer.context === undefined ? { options } : { options, context: answer.context };
}
