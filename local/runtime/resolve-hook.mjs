/**
 * Finds the packages a component imports: without the version pinned in the import ("got@13"),
 * and where the component's own folder has none, those of this package.
 */

const PINNED = /^((?:@[^/@]+\/)?[^/@]+)@[^/]+(\/.*)?$/;
const MISSING = "ERR_MODULE_NOT_FOUND";

let fallback;

/** @param {{ fallback: string }} data the file URL whose packages are the last resort */
export function initialize(data) {
  fallback = data.fallback;
}

export const isBare = (specifier) =>
  !/^(\.|\/|#)/.test(specifier) && !/^[a-z][a-z+.-]*:/i.test(specifier);

export const unpinned = (specifier) => specifier.replace(PINNED, "$1$2");

export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (!isBare(specifier) || error?.code !== MISSING) throw error;
    const name = unpinned(specifier);
    const attempts = [
      ...(name === specifier ? [] : [context]),
      { ...context, parentURL: fallback },
    ];
    for (const attempt of attempts) {
      try {
        return await next(name, attempt);
      } catch (again) {
        if (again?.code !== MISSING) throw again;
      }
    }
    throw error;
  }
}
