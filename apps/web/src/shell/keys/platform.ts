/** Where the command key does what Ctrl does elsewhere. */
export const isApple = (): boolean => /^(Mac|iP)/.test(navigator.platform);
