import type { CommandId } from '../arguments/options.ts';
import { GENERAL, CHANGED, READING, JUDGING, SILENCE, RENDERING, OUTCOME } from './option-texts.ts';

export const overview = `
regmigrate: moves image references away from retired registries

Finds references such as k8s.gcr.io/pause:3.9 in manifests, charts, scripts and
any other text, says what must become of each, and rewrites them in place:
nothing else in a file changes.

Usage
  regmigrate [lint] [paths]      Find references, change nothing
  regmigrate fix [paths]         Rewrite the ones that are safe to rewrite
  regmigrate verify [paths]      Prove by rendering that only images moved
  regmigrate undo                Take the last fix back
  regmigrate explain REFERENCE   Say what would become of one, and why
  regmigrate images [paths]      List all images that files use
  regmigrate init                Write a configuration to start from

Examples
  npx regmigrate                      What is there to do, here and below?
  npx regmigrate fix --diff deploy    What would change? Nothing is written
  npx regmigrate fix deploy           Change it
  kubectl get pods -A -o yaml | npx regmigrate lint -

Options
${GENERAL}
Each command has more: regmigrate COMMAND --help

Exit code
  0  nothing left to do, and everything was read
  1  something is left to do, or was not read
  2  the job could not be done: wrong usage, or a mistake of ours
`.slice(1);

export const helpTexts: Readonly<Record<CommandId, string>> = {
  lint: `
regmigrate lint [paths]: finds references to retired registries

Paths are files, folders or globs; the default is the current folder. A single
hyphen stands for standard input. Nothing is written.

Each reference found is one of
  safe     regmigrate fix rewrites it
  unsafe   likely right; regmigrate fix --unsafe-fixes rewrites it
  manual   needs a person; the reason says what to do
  kept     must stay as it is: a changelog, a deny-list, part of another name

Examples
  regmigrate lint
  regmigrate lint deploy charts 'clusters/**/*.yaml'
  regmigrate lint --format=json . > report.json
  kubectl get pods,deploy -A -o yaml | regmigrate lint -

Options
      --print-config=FILE  Print what applies to this file, and lint nothing
${CHANGED}${JUDGING}${SILENCE}${OUTCOME}${READING}${GENERAL}`.slice(1),

  fix: `
regmigrate fix [paths]: rewrites references to retired registries in place

Only the part of a reference that differs is replaced; all other bytes stay.
Each file is written whole or not at all, and the run can be taken back with
regmigrate undo. With - as the path, standard input is rewritten to standard
output, and the report goes to standard error.

Examples
  regmigrate fix deploy
  regmigrate fix --diff | git apply
  regmigrate fix --unsafe-fixes docs
  regmigrate fix - --stdin-filename=pod.yaml < pod.yaml

Options
      --diff               Write nothing; print a patch for git apply. Exits
                           with 1 if there is something to change
      --unsafe-fixes       Apply likely fixes, too: comments, prose, code
      --bump-chart=STEP    Raise the version of each chart that changed, by a
                           patch or a minor; badges and pins of it follow
      --verify             Render changed charts and kustomizations before and
                           after, and put every file back if the proof fails
      --remove-unused-suppressions
                           Take comments away that suppress nothing
${CHANGED}${JUDGING}${SILENCE}${RENDERING}${OUTCOME}${READING}${GENERAL}`.slice(1),

  verify: `
regmigrate verify [paths]: proves by rendering that only images have moved

Renders every chart (helm template) and kustomization (kustomize build) from the
state before and from now, and compares object by object. The state before is
the one that the last regmigrate fix found, or else the last commit. Only copies
are rendered; no cluster is asked, and nothing is fetched unless you say so.

Each rendering is one of
  proven     only announced moves, and nothing retired is left
  unchanged  the same as before, and nothing retired
  left       retired references are left
  unproven   it could not be rendered or compared; the reason is told
  failed     something else has changed

A chart is rendered with its own values, with each ci/*-values.yaml in it, and
with each file of --values.

Examples
  regmigrate verify
  regmigrate verify charts --values=prod.yaml --values=staging.yaml
  regmigrate verify overlays --base=main

Options
      --base=REVISION      The commit to compare with
${JUDGING}${RENDERING}      --format=FORMAT      pretty (default) or json
${GENERAL}`.slice(1),

  undo: `
regmigrate undo: takes the last fix back

Restores the files that the last regmigrate fix wrote in this folder. A file
that has changed since is left alone and reported.

Example
  regmigrate undo

Options
${GENERAL}`.slice(1),

  explain: `
regmigrate explain REFERENCE: says what would become of a reference, and why

Shows the parts of the reference, the rule that speaks for it, what would be
written instead in an image field, and what the catalogue of registry.k8s.io
knows of the image. Of a registry by itself it says what each place allows.

Examples
  regmigrate explain k8s.gcr.io/pause:3.1
  regmigrate explain gcr.io/google_containers/kube-dns:1.9
  regmigrate explain k8s.gcr.io

Options
${JUDGING}${GENERAL}`.slice(1),

  images: `
regmigrate images [paths]: lists all images that files use, retired or not

Finds them wherever manifests, compose files and Dockerfiles write them:
containers, init and ephemeral containers, CronJobs, volumes, and other values
(as of environment variables) that have a domain and a tag or digest. Each image
is listed once, with its count, its places, and where it has moved to.

Examples
  regmigrate images deploy
  regmigrate images --format=plain | xargs -n1 crane digest
  kubectl get pods,deploy,cronjobs -A -o yaml | regmigrate images -

Options
      --format=FORMAT      table (default), plain (one image a line), or json
      --exit-zero          Exit with 0 even if files could not be read
${JUDGING}${READING}${GENERAL}`.slice(1),

  init: `
regmigrate init: writes a configuration to start from

Looks through the current folder and writes .regmigrate.yaml into it: which
rules and places there are, and, commented out, what could be said of them.

Example
  regmigrate init

Options
      --force              Write over a configuration that is there
${GENERAL}`.slice(1),
};
