/** Where reports that name their maker point to. */
export const homePage = 'https://github.com/regmigrate/regmigrate';

/** The page of a rule. */
export function rulePage(rule: string): string {
  return `${homePage}/blob/main/packages/rules/src/${encodeURIComponent(rule)}/README.md`;
}
