import { releasePattern } from '@regmigrate/formats';
import { deploymentPattern, updatePattern } from '@regmigrate/links';
import { listKustomizations, listYamlWith, type ListOptions } from './list-kustomizations.ts';

/** All that is searched for in YAML files. To read them takes most of the time, whatever is searched for. */
const patterns = [releasePattern, deploymentPattern, updatePattern];

/** What a run asks of the whole repository, each thing once. It may be started before it is known to be needed. */
export class WholeTree {
  readonly #own: ListOptions;
  readonly #stop = new AbortController();
  #kustomizations: Promise<readonly string[]> | undefined;
  #yaml: Promise<readonly string[]> | undefined;

  constructor(options: ListOptions) {
    this.#own = { ...options, signal: this.#stop.signal };
  }

  kustomizations(): Promise<readonly string[]> {
    this.#kustomizations ??= started(listKustomizations(this.#own));
    return this.#kustomizations;
  }

  /** YAML files that tell of releases, deployments or updates. */
  yaml(): Promise<readonly string[]> {
    this.#yaml ??= started(listYamlWith(patterns.join('|'), this.#own));
    return this.#yaml;
  }

  /** Ends what nobody waits for. */
  stop(): void {
    this.#stop.abort();
  }
}

/** A failure is told to whoever waits for the answer; where nobody does, it is none. */
function started<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => undefined);
  return answer;
}
