// Stands in for lib0/environment in the build: a browser, without command line or variables.

export const isBrowser = true;
export const isNode = false;
export const getVariable = (): null => null;
