import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { asList, asMap } from '../units/read-yaml.ts';
import type { RenderOptions } from './render-chart.ts';
import { renderedBy, type Rendered } from './rendering.ts';
import { runProgram } from './run-program.ts';

/**
 * Lets Helm fetch a chart's dependencies into the copy. Helm asks repositories that it was told of, so those that
 * the chart names by address are told to it; it knows no credentials.
 */
export async function buildDependencies(
  options: RenderOptions,
  files: ReadonlyMap<string, Buffer>,
): Promise<Rendered> {
  const { program, copy, folder, env, seconds, signal } = options;
  const config = env['HELM_CONFIG_HOME'] ?? copy;
  await mkdir(config, { recursive: true, mode: 0o700 });
  const repositories = addressesIn(files, folder).map((url, index) => ({ name: `repository-${index}`, url }));
  await writeFile(join(config, 'repositories.yaml'), JSON.stringify({ apiVersion: 'v1', repositories }));
  const run = await runProgram(program, ['dependency', 'build', join(copy, folder)], {
    cwd: copy,
    env,
    timeout: seconds * 1000,
    maxBytes: 2 ** 20,
    ...(signal && { signal }),
  });
  return renderedBy(run, copy, seconds);
}

function addressesIn(files: ReadonlyMap<string, Buffer>, folder: string): readonly string[] {
  const names = ['Chart.yaml', 'requirements.yaml', 'Chart.lock', 'requirements.lock'];
  const addresses = names.flatMap((name) => {
    const text = files.get(folder === '' ? name : `${folder}/${name}`)?.toString() ?? '';
    return dependenciesOf(text).map((entry) => asMap(entry)['repository']);
  });
  const web = addresses.filter(
    (address): address is string => typeof address === 'string' && /^https?:\/\//.test(address),
  );
  return [...new Set(web)];
}

function dependenciesOf(text: string): readonly unknown[] {
  try {
    return asList(asMap(parse(text, { uniqueKeys: false, logLevel: 'silent' }))['dependencies']);
  } catch {
    return [];
  }
}
