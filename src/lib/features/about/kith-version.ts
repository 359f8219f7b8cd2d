// The version of Kith, as package.json has it; a test compares.
export const KITH_VERSION = '0.1.0';
