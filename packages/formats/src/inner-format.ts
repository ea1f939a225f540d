import type { Format } from '@regmigrate/core';
import config from './config/index.ts';
import script from './script/index.ts';
import yaml from './yaml/index.ts';

const SCRIPT_KEY =
  /^(?:run|script|shell|command|args|cmd|before_script|after_script|userData|user-data|content|entrypoint|preKubeadmCommands|postKubeadmCommands)$/i;

/** Values of a chart, as GitOps tools take them. */
const VALUES_KEY = /^(?:values|valuesContent|valuesInline)$/;

/** Operations of a JSON patch, written as YAML. */
const PATCH_KEY = /^patch$/;

/** Annotations of a chart that list its images. */
const IMAGES_KEY = /(?:^|\/)images$/;

/** The format of a block of text inside another file, by its key and its first lines. */
export function innerFormat(key: string, text: string): Format | undefined {
  const head = text.slice(0, 2000);
  if (
    /\.ya?ml$|\.json$/i.test(key) ||
    (VALUES_KEY.test(key) && /^\s*[\w.-]+:(?:\s|$)/m.test(head)) ||
    (PATCH_KEY.test(key) && /^\s*-\s+op:\s/m.test(head)) ||
    (IMAGES_KEY.test(key) && /^\s*-\s+(?:name|image):\s/m.test(head)) ||
    /^\s*(?:\{\s*"|\[\s*\{)/.test(head) ||
    /^\s*(?:\{\s*)?(?:apiVersion|kind|image|containers|spec|controller):(?:\s|$)/m.test(head)
  )
    return yaml;
  if (/\.(?:toml|conf|ini|service)$/i.test(key) || /^\s*\[\[?[\w."-]+\]\]?\s*$/m.test(head)) return config;
  if (/^\s*#!/.test(head) || SCRIPT_KEY.test(key) || /\.sh$/.test(key)) return script;
  return undefined;
}
