import { join } from 'node:path';
import type { Environment } from '@regmigrate/scanner';

/** What a program needs to start, also where it is a script of a version manager. */
const NEEDED = ['PATH', 'Path', 'PATHEXT', 'HOME', 'USERPROFILE', 'SystemRoot', 'LANG', 'LC_ALL'];
/** What it needs beside to reach the network. */
const NETWORK = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'].concat(
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
);
/** Nothing listens there. */
const NOWHERE = 'http://127.0.0.1:9';

/**
 * No cluster, plugin, repository or credential of the user can be reached from here, and unless `network` is asked
 * for no network: neither git nor HTTP finds a way out. `folder` is a temporary one, for all that is written.
 */
export function reducedEnvironment(env: Environment, folder: string, network: boolean): Environment {
  const names = network ? [...NEEDED, ...NETWORK] : NEEDED;
  const kept = names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]));
  return {
    ...(Object.fromEntries(kept) as Environment),
    HELM_CACHE_HOME: join(folder, 'cache'),
    HELM_CONFIG_HOME: join(folder, 'config'),
    HELM_DATA_HOME: join(folder, 'data'),
    HELM_PLUGINS: join(folder, 'plugins'),
    KUSTOMIZE_PLUGIN_HOME: join(folder, 'plugins'),
    KUBECONFIG: join(folder, 'no-kubeconfig'),
    TMPDIR: folder,
    TMP: folder,
    TEMP: folder,
    GIT_TERMINAL_PROMPT: '0',
    ...(!network && {
      GIT_ALLOW_PROTOCOL: 'none',
      HTTP_PROXY: NOWHERE,
      HTTPS_PROXY: NOWHERE,
      http_proxy: NOWHERE,
      https_proxy: NOWHERE,
    }),
  };
}
