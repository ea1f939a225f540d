export const verdictColors = { safe: 'green', unsafe: 'yellow', manual: 'magenta', kept: 'cyan' } as const;
