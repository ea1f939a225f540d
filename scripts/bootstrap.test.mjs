import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callerDirectory, nodeFault, outsideEnvironment, root, toolEnvironment } from './bootstrap.mjs';

describe('nodeFault', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('takes %s', (version) => {
    expect(nodeFault(version)).toBeUndefined();
  });

  it.each(['12.22.12', '18.20.8', '20.18.3'])('refuses %s in one sentence', (version) => {
    expect(nodeFault(version)).toBe(`Node 20.19 or newer is needed, and this is ${version}.`);
  });
});

describe('callerDirectory', () => {
  const called = join(root, 'deploy');

  it('is where npm was called', () => {
    expect(callerDirectory({ npm_lifecycle_event: 'regmigrate', INIT_CWD: called }, root)).toBe(called);
  });

  it('is the working directory when npm did not start us', () => {
    expect(callerDirectory({}, called)).toBe(called);
    expect(callerDirectory({ npm_lifecycle_event: 'test', INIT_CWD: root }, called)).toBe(called);
    expect(callerDirectory({ npm_lifecycle_event: 'regmigrate', INIT_CWD: root }, called)).toBe(called);
  });
});

describe('the environment of tools', () => {
  it('loses what would change an install, and keeps the rest', () => {
    const env = {
      NODE_ENV: 'production',
      npm_config_omit: 'dev',
      npm_config_force: 'true',
      npm_config_cache: 'kept',
      HOME: 'kept',
    };
    expect(toolEnvironment(env)).toMatchObject({ npm_config_cache: 'kept', HOME: 'kept' });
    expect(toolEnvironment(env)).not.toHaveProperty('NODE_ENV');
    expect(toolEnvironment(env)).not.toHaveProperty('npm_config_omit');
    expect(toolEnvironment(env)).not.toHaveProperty('npm_config_force');
  });

  it('names no folder of this repository outside of it', () => {
    expect(outsideEnvironment().PATH).not.toContain(join(root, 'node_modules'));
  });
});
