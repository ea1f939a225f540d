import type { Entry } from '../kustomize/entry.ts';
import type { Kustomization, PatchRef, Ref } from '../kustomize/kustomization.ts';
import type { KustomizeTree } from '../kustomize/kustomize-tree.ts';
import type { Source } from '../kustomize/scalar.ts';
import { applyEntry, type Reach } from './apply-entry.ts';
import { joinGroup } from './group.ts';
import { ImageState, type Unknown } from './image-state.ts';
import { imagesInOrder } from './images-in-order.ts';
import { LinkSets } from './link-sets.ts';
import { limits } from './limits.ts';
import type { Place } from './place.ts';
import type { Readings } from './readings.ts';
import { splitImage } from './split-image.ts';
import { unresolved } from './unresolved.ts';

export interface BuildOptions {
  readonly tree: KustomizeTree;
  readonly readings: Readings;
  /** What a place will hold, where that differs from what it holds. */
  readonly after?: ReadonlyMap<Place, string>;
  /** Other retired names in the files of a kustomization, which its replacements may copy. */
  readonly looseIn: (kustomization: Kustomization) => readonly Place[];
  /** The retired names in a file, be they in images or not. */
  readonly looseInFile: (file: string) => readonly Place[];
}

/*
 * Builds kustomizations as far as images go, in kustomize's order: resources and bases, generators,
 * components, patches, `images`, replacements, transformers. A patch adds images and takes none away, so what
 * it hides is linked as well: too much is linked, never too little. Each kustomization is built once and its
 * outcome used by all that list it; a component is built anew for each, since it acts on what they hold.
 */
export class Build {
  readonly sets = new LinkSets();
  readonly reaches = new Map<Entry, Reach>();
  /** Whether what a test demands is there; false where that is not known. */
  readonly tests = new Map<Place, boolean>();
  readonly unknowns: Unknown[] = [];
  /** What transformers that are not followed may match by any name. */
  readonly unsure = new Set<Place>();
  readonly #options: BuildOptions;
  readonly #valueOf = (place: Place): string => this.#options.after?.get(place) ?? place.value;
  readonly #built = new Map<Kustomization, ImageState>();
  readonly #open = new Set<Kustomization>();
  #entered = 0;

  constructor(options: BuildOptions) {
    this.#options = options;
  }

  build(kustomization: Kustomization): ImageState {
    const known = this.#built.get(kustomization);
    if (known) return known;
    const state = this.#enter(kustomization, new ImageState());
    this.#built.set(kustomization, state);
    return state;
  }

  /** Adds what a kustomization holds to `state` and acts on it. */
  #enter(
    kustomization: Kustomization,
    state: ImageState,
    ref?: { from: Kustomization; ref: Ref },
  ): ImageState {
    const at = { file: ref?.from.path ?? kustomization.path, start: ref?.ref.span.start ?? 0 };
    if (this.#open.has(kustomization)) this.#doubt(state, { what: 'cycle', ...at });
    else if (this.#open.size >= limits.depth || this.#entered++ >= limits.entered)
      this.#doubt(state, { what: 'depth', ...at });
    else {
      this.#open.add(kustomization);
      this.#accumulate(kustomization, state);
      this.#customize(kustomization, state);
      this.#open.delete(kustomization);
    }
    return state;
  }

  #accumulate(kustomization: Kustomization, state: ImageState): void {
    const { tree, readings } = this.#options;
    for (const ref of kustomization.resources) {
      const target = tree.resolve(kustomization, ref);
      if (target.kind === 'folder') {
        const { kustomization: base } = target;
        // One that is being built, or too deep below, is told at the place that leads to it.
        const isStuck = this.#open.has(base) || this.#open.size >= limits.depth;
        const built = isStuck ? undefined : this.build(base);
        if (built) state.merge(built);
        else this.#enter(base, state, { from: kustomization, ref });
        continue;
      }
      const fields = target.kind === 'file' ? readings.fieldsOf(target.path) : undefined;
      if (fields) for (const place of fields) state.add(place, this.#valueOf(place));
      if (target.kind === 'file' && readings.isEntangled(target.path)) this.#addLoose(state, target.path);
      if (!fields) this.#doubt(state, unresolved(kustomization, ref, target.kind));
    }
    for (const { what, span } of kustomization.unfollowed)
      if (what !== 'replacement') this.#doubt(state, { what, file: kustomization.path, start: span.start });
    for (const ref of kustomization.components) {
      const target = tree.resolve(kustomization, ref);
      if (target.kind === 'folder') this.#enter(target.kustomization, state, { from: kustomization, ref });
      else this.#doubt(state, unresolved(kustomization, ref, target.kind));
    }
  }

  #customize(kustomization: Kustomization, state: ImageState): void {
    const { readings } = this.#options;
    for (const patch of kustomization.patches)
      for (const source of this.#sourcesOf(kustomization, patch, state))
        for (const step of readings.stepsOf(source))
          if (step.kind === 'test') this.#test(state, step.place);
          else if (step.kind === 'write') state.add(step.place, this.#valueOf(step.place));
          else if (step.kind === 'copy')
            this.#copy(kustomization, state, { file: source.file, start: step.start });
          else this.#addLoose(state, source.file);
    const ordering = { readings, sets: this.sets, valueOf: this.#valueOf };
    for (const entry of imagesInOrder(kustomization, ordering)) this.#apply(state, entry);
    const replacement = kustomization.unfollowed.find(({ what }) => what === 'replacement');
    if (replacement)
      this.#copy(kustomization, state, { file: kustomization.path, start: replacement.span.start });
    for (const transformer of kustomization.transformers) {
      if ('isEscaped' in transformer)
        for (const place of this.#options.looseIn(kustomization)) this.unsure.add(place);
      for (const source of this.#sourcesOf(kustomization, transformer, state))
        for (const found of readings.transformersOf(source))
          if ('entry' in found) this.#apply(state, found.entry);
          else this.#doubt(state, { what: 'transformer', file: source.file, start: found.unknownAt });
    }
  }

  /** The text of a patch or transformer; of a folder, those of all its resources. */
  *#sourcesOf(
    from: Kustomization,
    ref: PatchRef,
    state: ImageState,
    seen = new Set<Kustomization>(),
  ): Generator<Source> {
    if ('inline' in ref) {
      if (!ref.isEscaped) return void (yield ref.inline);
      const { file, offset: start } = ref.inline;
      this.#doubt(state, { what: 'escaped', file, start });
      return this.#addLoose(state, file);
    }
    const target = this.#options.tree.resolve(from, ref.path);
    const source = target.kind === 'file' ? this.#options.readings.source(target.path) : undefined;
    if (source) yield source;
    if (target.kind === 'folder' && !seen.has(target.kustomization)) {
      const { kustomization } = target;
      seen.add(kustomization);
      for (const path of kustomization.resources)
        yield* this.#sourcesOf(kustomization, { path }, state, seen);
      // What is changed on its way is not what is written.
      if (kustomization.patches.length + kustomization.components.length > 0)
        this.#doubt(state, { what: 'transformer', file: from.path, start: ref.path.span.start });
    } else if (!source) this.#doubt(state, unresolved(from, ref.path, target.kind));
  }

  /** Something of the resources is written elsewhere in them. */
  #copy(kustomization: Kustomization, state: ImageState, at: { file: string; start: number }): void {
    this.#doubt(state, { what: 'replacement', ...at });
    for (const place of this.#options.looseIn(kustomization)) state.add(place, this.#valueOf(place));
  }

  #addLoose(state: ImageState, file: string): void {
    for (const place of this.#options.looseInFile(file)) state.add(place, this.#valueOf(place));
  }

  #test(state: ImageState, place: Place): void {
    const { name, rest } = splitImage(this.#valueOf(place));
    const group = state.get(name)?.get(rest);
    if (group) joinGroup(this.sets, group, place.id);
    this.tests.set(
      place,
      (this.tests.get(place) ?? true) && group !== undefined && state.unknowns.size === 0,
    );
  }

  #apply(state: ImageState, entry: Entry): void {
    const placed = this.#options.readings.entry(entry);
    const reach = this.reaches.get(entry) ?? {
      placed,
      matches: false,
      onlyWritten: true,
      changes: false,
      sum: 0,
      unknowns: new Set<Unknown>(),
    };
    this.reaches.set(entry, reach);
    const name = this.#valueOf(placed.name);
    const newName = placed.newName && this.#valueOf(placed.newName);
    applyEntry(state, this.sets, { placed, name, ...(newName !== undefined && { newName }) }, reach);
  }

  #doubt(state: ImageState, unknown: Unknown): void {
    state.unknowns.add(unknown);
    this.unknowns.push(unknown);
  }
}
