/* What the pages of several commands say of their options. */

export const GENERAL = `
  -q, --quiet              Errors and the summary only; nothing if all is well
  -v, --verbose            Leave nothing out: list what is kept as it is, too
      --color, --no-color  Colour always, or never (default: on a terminal;
                           NO_COLOR and FORCE_COLOR are heeded)
  -h, --help               Show this page
  -V, --version            Show the version
`.slice(1);

export const CHANGED = `
      --changed            Only files that differ from the last commit; with
                           --changed=REVISION, since the branch left it. What
                           hangs together is looked up in the whole tree
`.slice(1);

export const READING = `
      --no-ignore          Search files that .gitignore or .regmigrateignore
                           name, too
      --max-file-size=N    Report larger files instead of reading them
                           (default: 16MB)
      --stdin-filename=F   The name that standard input stands for; it decides
                           how the text is read
`.slice(1);

export const JUDGING = `
      --config=FILE        The configuration to use (default: the nearest
                           .regmigrate.yaml or regmigrate.config.*, up to the
                           top of the repository)
      --no-config          Use none
      --no-config-code     Run no configuration that is a program
      --map=OLD=NEW        Move a registry or folder, too; may be repeated
      --to=REGISTRY        Move to this mirror in place of registry.k8s.io; the
                           path is kept behind it
`.slice(1);

export const SILENCE = `
      --no-suppressions    Heed no regmigrate-ignore comments and annotations
      --report-unused-suppressions
                           Count those that suppress nothing as problems
      --baseline=FILE      Report only what this file does not hold
      --update-baseline    Write that file: all that is found is in it then
`.slice(1);

export const RENDERING = `
      --values=FILE        Render charts with these values, too; may be given
                           more than once, each for a rendering of its own
      --timeout=SECONDS    The longest time for one rendering (default: 60)
      --kube-version=X.Y   The Kubernetes that charts are rendered for (default:
                           what the helm takes for it)
      --helm-bin=PATH      The helm to use (default: the one on PATH)
      --kustomize-bin=PATH The kustomize, or kubectl, to use (default: the one
                           on PATH)
      --helm-dependency-build
                           Let Helm fetch missing dependencies, into a copy
      --allow-remote       Let kustomize fetch remote resources
`.slice(1);

export const OUTCOME = `
      --format=FORMAT      pretty (default), concise (one line a finding), json,
                           ndjson, html, markdown, markdown-comment, sarif,
                           github, gitlab, junit, checkstyle or rdjson
      --output-file=FILE   Write the report there. Both may be repeated: the
                           first file is for the first format, and so on
      --exit-zero          Exit with 0 even if something is left to do
`.slice(1);

/** What `regmigrate --help` says. All texts keep within 80 columns. */
