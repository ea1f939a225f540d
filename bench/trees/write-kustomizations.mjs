import { join, posix } from 'node:path';
import { IMAGES } from './images.mjs';
import { manifest } from './manifest.mjs';
import { createRandom } from './random.mjs';
import { write } from './write.mjs';

/** Of one app: the folders with a kustomization, and how many manifests lie in each. */
const MANIFESTS = {
  base: 30,
  component: 5,
  'overlays/staging': 5,
  'overlays/prod': 5,
  'overlays/canary': 5,
};
export const MANIFESTS_OF_APP = Object.values(MANIFESTS).reduce((sum, count) => sum + count, 0);
export const KUSTOMIZATIONS_OF_APP = Object.keys(MANIFESTS).length;

/** Apps that use the same component. */
const SHARING = 10;

/**
 * Bases, overlays on overlays and shared components; overrides chained from one to the next, and some in a file of
 * their own. One manifest in five has the retired name, as do the overrides in every second app. With
 * `plain`, no kustomization is written and all else is the same.
 */
export function writeKustomizations(root, apps, { plain = false } = {}) {
  const random = createRandom(apps);
  for (let index = 0; index < apps; index++) {
    const app = appFolder(index);
    for (const [folder, count] of Object.entries(MANIFESTS)) {
      const names = Array.from({ length: count }, (_, number) => nameOf(index, folder, number));
      for (const name of names) {
        const registry = random.below(5) === 0 ? 'k8s.gcr.io' : '';
        write(root, join(app, folder, `${name}.yaml`), manifest(name, registry, random));
      }
      const path = join(app, folder, 'kustomization.yaml');
      if (!plain) write(root, path, kustomization(folder, names, componentFor(app, folder, index), index));
    }
    write(root, join(app, 'overlays/prod/images.yaml'), imageTagTransformer(index));
    write(root, join(app, 'overlays/canary/replicas.yaml'), patch(nameOf(index, 'base', 0)));
  }
}

const appFolder = (index) => posix.join(`team-${index % 40}`, `app-${index}`);
const nameOf = (index, folder, number) => `app-${index}-${posix.basename(folder)}-${number}`;

/** Some apps use that of another team. */
function componentFor(app, folder, index) {
  const owner = index - (index % SHARING);
  return posix.relative(posix.join(app, folder), posix.join(appFolder(owner), 'component'));
}

const registryOf = (index) => (index % 2 === 0 ? 'k8s.gcr.io' : 'registry.example.com/platform');
const imageOf = (index) => `${registryOf(index)}/${IMAGES[index % IMAGES.length].split(':')[0]}`;

function kustomization(folder, names, component, index) {
  const resources = names.map((name) => `  - ${name}.yaml`).join('\n');
  const head = (kind = 'Kustomization') =>
    `apiVersion: kustomize.config.k8s.io/${kind === 'Component' ? 'v1alpha1' : 'v1beta1'}\nkind: ${kind}\n`;
  const images = (name, newName) =>
    `images:\n  - name: ${name}\n    newName: ${newName}\n    newTag: v1.${index % 30}.0\n`;
  const mirror = `registry.example.com/mirror/app-${index}`;
  switch (folder) {
    case 'base':
      return `${head()}resources:\n${resources}\n${images(imageOf(index), mirror)}`;
    case 'component':
      return `${head('Component')}resources:\n${resources}\n${images('k8s.gcr.io/pause', mirror)}`;
    case 'overlays/staging':
      return `${head()}namespace: staging\nresources:\n  - ../../base\n${resources}\n${images(mirror, `${mirror}-staging`)}`;
    case 'overlays/prod':
      return `${head()}namespace: prod\nresources:\n  - ../../base\n${resources}
components:\n  - ${component}\ntransformers:\n  - images.yaml\n${images(mirror, `${mirror}-prod`)}`;
    case 'overlays/canary':
      return `${head()}nameSuffix: -canary\nresources:\n  - ../prod\n${resources}
patches:\n  - path: replicas.yaml\n${images(`${mirror}-prod`, `${mirror}-canary`)}`;
  }
}

const imageTagTransformer = (index) => `apiVersion: builtin
kind: ImageTagTransformer
metadata:
  name: app-${index}
imageTag:
  name: ${registryOf(index)}/coredns/coredns
  newTag: v1.${index % 30}.1
`;

const patch = (name) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: prod
spec:
  replicas: 1
`;
