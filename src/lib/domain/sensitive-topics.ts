// Which of the numbered topics stay closed, and which ask once more (after the Mackay 66).

/** Topics that stay behind a second tap whatever the rep ticked. */
export const SENSITIVE_TOPICS: ReadonlySet<number> = new Set([6, 11, 35, 37, 38, 40, 41, 42, 43]);

/** Special categories under data protection law: politics, religion, health. */
export const SPECIAL_TOPICS: ReadonlySet<number> = new Set([35, 37, 40]);
