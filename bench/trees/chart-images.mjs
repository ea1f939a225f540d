import { IMAGES } from './images.mjs';

/** Where images come from in charts that have moved, or never named a retired registry. */
const ELSEWHERE = 'quay.io';

/**
 * The images of one chart, and the domain in each of the shapes in which charts write it: a key of its own with
 * and without a trailing slash, the beginning of the path, spread over two keys, a literal in a template.
 */
export function chartImages(retired, random) {
  const image = () => {
    const [path, tag] = random.pick(IMAGES).split(':');
    return { path, tag };
  };
  const domain = retired ? 'k8s.gcr.io' : ELSEWHERE;
  const twoKeys = retired && random.below(8) === 0;
  const main = image();
  const agent = image();
  return {
    main: twoKeys
      ? { registry: 'us.gcr.io', repository: `k8s-artifacts-prod/${main.path}`, tag: main.tag }
      : { registry: domain, repository: main.path, tag: main.tag },
    sidecar: withRepository(domain, image()),
    agent: { registry: `${domain}/`, repository: agent.path, tag: agent.tag },
    job: whole(domain, image()),
    test: whole(domain, image()),
  };
}

const withRepository = (domain, { path, tag }) => ({ repository: `${domain}/${path}`, tag });
const whole = (domain, { path, tag }) => `${domain}/${path}:${tag}`;
