import { asComponent } from "../../local/runtime";
import type { Callable, Fields } from "../../local/runtime/component";

/** What a source does to the platform, as far as it can be cut off. */
interface Platform {
  db: { get: (key: string) => unknown; set: (key: string, value: unknown) => void };
  $emit: (event: unknown, meta: unknown) => void;
}

/** The platform, with `step` called before each effect on it. */
function watched(platform: Platform, step: () => void): Platform {
  const self = Object.create(platform) as Platform;
  return Object.assign(self, {
    db: {
      get: (key: string) => platform.db.get(key),
      set: (key: string, value: unknown) => {
        step();
        platform.db.set(key, value);
      },
    },
    $emit: (event: unknown, meta: unknown) => {
      step();
      platform.$emit(event, meta);
    },
  });
}

/**
 * A source without the pauses of its app, since nothing here waits for long, and with `step`
 * called before each event and each write of its state.
 */
export function staged(source: unknown, step: () => void): object {
  const component = asComponent(source);
  const { props = {}, hooks = {}, run } = component;
  const fitbit = props.fitbit as { methods: Fields };
  const methods = { ...fitbit.methods, _wait: () => Promise.resolve() };
  const watching = (work: Callable): Callable => function (this: unknown, ...args) {
    return work.call(watched(this as Platform, step), ...args);
  };
  return {
    ...component,
    props: { ...props, fitbit: { ...fitbit, methods } },
    hooks: { ...hooks, ...(hooks.deploy && { deploy: watching(hooks.deploy) }) },
    run: watching(run),
  };
}
