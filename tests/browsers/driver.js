// What a browser has to be able to do for the flows, whoever drives it.

/**
 * What the flows look for: a role with a name, as assistive technology has them.
 * @typedef {object} Wanted
 * @property {string} role
 * @property {string} [name] the whole name
 * @property {string} [pattern] a regular expression on the name
 */

/**
 * A page in a profile of its own, which ends with it.
 * @typedef {object} Page
 * @property {(url: string) => Promise<void>} goto
 * @property {() => Promise<void>} reload
 * @property {(wanted: Wanted) => Promise<boolean>} has whether there is such a thing to be seen
 * @property {(wanted: Wanted) => Promise<boolean>} click false where there is no such thing to be seen
 * @property {(wanted: Wanted, text: string) => Promise<boolean>} type as the keyboard does, after what
 * is there
 * @property {(key: 'Enter') => Promise<void>} press
 * @property {(wanted: Wanted, path: string) => Promise<boolean>} choose a file
 * @property {<T, A extends unknown[]>(work: (...given: A) => T, ...given: A) => Promise<Awaited<T>>} run
 * something in the page that uses nothing from outside itself
 * @property {() => Promise<readonly string[]>} faults console errors and what nobody caught, so far
 * @property {(path: string) => Promise<void>} picture
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Driver
 * @property {string} version as the browser says it
 * @property {string} downloads the folder that saved files land in
 * @property {() => Promise<Page>} open a page in a new profile
 * @property {() => Promise<void>} close ends the browser and every process of it
 */

export {};
