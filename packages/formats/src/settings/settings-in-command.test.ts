import { describe, expect, it } from 'vitest';
import { settingCommands, settingsInCommand } from './settings-in-command.ts';

/** Those of the command that holds NAME. */
const settings = (text: string): readonly string[] => {
  const at = text.indexOf('NAME');
  const command = settingCommands(text).find(({ start, end }) => start <= at && at < end);
  const found = command ? settingsInCommand(text, command) : [];
  return found.map(({ path, value }) => `${path} is ${text.slice(value.start, value.end)}`);
};

describe('settingsInCommand', () => {
  it.each([
    ['helm template x --set a.b=NAME', ['a.b is NAME']],
    ['helm template x --set=a=NAME,b=2 --set-string c=3', ['a is NAME', 'b is 2', 'c is 3']],
    ['helm template x --set "a=NAME,b=$B"', ['a is NAME', 'b is $B']],
    [`helm template x --set 'a=NAME'`, ['a is NAME']],
    ['helm template x --set a="NAME",b=2', ['a is NAME', 'b is 2']],
    ['helm template x --set a={NAME,c}', ['a[0] is NAME', 'a[1] is c']],
    ['helm template x --set a\\.b=NAME,c=d\\,e', ['a\\.b is NAME', 'c is d\\,e']],
    ['helm template x \\\n  --set a=1 \\\r\n  --set \\\n  b=NAME', ['a is 1', 'b is NAME']],
    ['helm template x --set a=1 && helm template y --set b=NAME; z --set c=3', ['b is NAME']],
    ['helm template x --set a=1\nhelm template y --set b=NAME\nz --set c=3', ['b is NAME']],
    ['helm template x --set-file a=NAME --values NAME', []],
    ['helm template x --set NAME', []],
  ])('%s', (text, expected) => {
    expect(settings(text)).toEqual(expected);
  });

  it('takes no longer for what is made to be slow', () => {
    const started = performance.now();
    settings(`--set ${'\\\\'.repeat(2000)}NAME`);
    settings(`--set ${'a'.repeat(4000)} NAME`);
    settings(`${'--set \\\n'.repeat(1000)}NAME`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
